"""The trainer's bank of comments, narrowed by what is typed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from desktop.core.commenting import BankComment
from desktop.ui.form import name_field
from desktop.ui.models.bank_model import BankModel
from desktop.ui.widgets.choosing import choose_only
from desktop.ui.widgets.whole_rows import WholeRows

# So many stand in sight, as tall as they are; the others are scrolled to.
_SHOWN = 4


class BankList(QListView):
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
        self._shown = BankModel(self)
        self.setModel(self._shown)
        self.setItemDelegate(WholeRows(self))
        self.setWordWrap(True)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # One that comes and goes would wrap the words anew.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._bank: Sequence[BankComment] = ()
        self._words = ""
        self.clicked.connect(self._pick)

    def show_bank(self, bank: Sequence[BankComment]) -> None:
        """Offer these."""
        self._bank = bank
        self._fill()

    def narrow(self, words: str) -> None:
        """Offer only those that have all of these words, all where none has."""
        self._words = words
        self._fill()

    def offered(self) -> Sequence[BankComment]:
        """Return what is offered now."""
        return self._shown.rows()

    def focus_first(self) -> None:
        """Go to the first one."""
        choose_only(self, self._shown.index(0))
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if index.isValid():
                self._pick(index)
            case Qt.Key.Key_Delete if index.isValid():
                self.unwanted.emit(self._shown.comment(index))
            case Qt.Key.Key_Up if index.row() <= 0:
                self.above.emit()
            case _:
                super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        # It is told of some before it is built.
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange} and self.model():
            self._fit()

    def _fill(self) -> None:
        wanted = self._words.casefold().split()
        found = [
            each for each in self._bank if all(word in each.text.casefold() for word in wanted)
        ]
        self._shown.show(found or self._bank)
        self.setVisible(bool(self._bank))
        self._fit()

    def _fit(self) -> None:
        """Be as tall as the first ones."""
        tall = sum(self.sizeHintForRow(row) for row in range(min(_SHOWN, len(self.offered()))))
        # Before it is laid out, its inside may be taller than itself.
        tall += max(self.height() - self.viewport().height(), 0)
        if tall != self.height() or tall != self.maximumHeight():
            self.setFixedHeight(tall)

    def _pick(self, index: QModelIndex) -> None:
        self.picked.emit(self._shown.comment(index))
