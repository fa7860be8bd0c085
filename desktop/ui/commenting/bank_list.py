"""The trainer's bank of comments, narrowed by what is typed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from desktop.core.commenting import BankComment
from desktop.ui.form import name_field
from desktop.ui.widgets.choosing import choose_only
from desktop.ui.widgets.labels import tip

_SHOWN = 4
_KEPT = Qt.ItemDataRole.UserRole


class BankList(QListWidget):
    """``picked(BankComment)``: Enter or a click on one; ``unwanted(BankComment)``: Delete;
    ``above()``: the arrow goes up from the first one.
    """

    picked = Signal(object)
    unwanted = Signal(object)
    above = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        name_field(
            self,
            "Your bank of comments",
            "Enter takes a comment, Delete takes it out of the bank",
        )
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._bank: Sequence[BankComment] = ()
        self._words = ""
        self.itemClicked.connect(self._pick)

    def show_bank(self, bank: Sequence[BankComment]) -> None:
        """Offer these."""
        self._bank = bank
        self._fill()

    def narrow(self, words: str) -> None:
        """Offer only those that have all of these words, all where none has."""
        self._words = words
        self._fill()

    def offered(self) -> list[BankComment]:
        """Return what is offered now."""
        return [self.item(place).data(_KEPT) for place in range(self.count())]

    def focus_first(self) -> None:
        """Go to the first one."""
        choose_only(self, self.model().index(0, 0))
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.currentItem()
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if item is not None:
                self._pick(item)
            case Qt.Key.Key_Delete if item is not None:
                self.unwanted.emit(item.data(_KEPT))
            case Qt.Key.Key_Up if self.currentRow() <= 0:
                self.above.emit()
            case _:
                super().keyPressEvent(event)

    def _fill(self) -> None:
        wanted = self._words.casefold().split()
        found = [
            each for each in self._bank if all(word in each.text.casefold() for word in wanted)
        ]
        self.clear()
        for each in found or self._bank:
            item = QListWidgetItem(each.text)
            item.setData(_KEPT, each)
            used = "" if not each.used else f"Used {each.used:,} times."
            item.setToolTip(tip(each.text, used))
            self.addItem(item)
        self.setVisible(bool(self.count()))
        row = self.fontMetrics().lineSpacing() * 2 + 8
        self.setFixedHeight(row * min(max(self.count(), 1), _SHOWN) + 12)

    def _pick(self, item: QListWidgetItem) -> None:
        self.picked.emit(item.data(_KEPT))
