"""The trainer's bank of comments, narrowed by what is typed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QMenu, QWidget

from desktop.core.commenting import BankComment
from desktop.ui.form import name_field
from desktop.ui.models.bank_model import BankModel
from desktop.ui.widgets.choosing import choose_only
from desktop.ui.widgets.whole_rows import WholeRows

# So many stand in sight, as tall as they are; the others are scrolled to.
_SHOWN = 4


class BankList(QListView):
    """``picked(BankComment)``: Enter or a click on one; ``rewording(BankComment)``: F2;
    ``unwanted(BankComment)``: Delete; the menu of one has the same. ``above()``: the arrow goes up
    from the first one; ``moved()``: another is chosen, or none.
    """

    picked = Signal(object)
    rewording = Signal(object)
    unwanted = Signal(object)
    above = Signal()
    moved = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        name_field(
            self,
            "Your bank of comments",
            "Enter takes a comment, F2 rewords it, Delete takes it out of the bank",
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
        self.selectionModel().currentChanged.connect(lambda *_: self.moved.emit())

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

    def here(self) -> BankComment | None:
        """Return the one that is chosen."""
        return self._shown.comment(self.currentIndex())

    def menu(self) -> QMenu:
        """Return the menu of the one that is chosen."""
        menu = QMenu(self)
        menu.setAccessibleName("Comment of your bank")
        for words, signal in (
            ("Use this comment", self.picked),
            ("Reword…", self.rewording),
            ("Take out of the bank", self.unwanted),
        ):
            action = menu.addAction(words)
            action.triggered.connect(lambda _=False, signal=signal: signal.emit(self.here()))
        return menu

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.here() is not None:
            menu = self.menu()
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(event.globalPos())

    def focus_first(self) -> None:
        """Go to the first one."""
        choose_only(self, self._shown.index(0))
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if index.isValid():
                self._pick(index)
            case Qt.Key.Key_F2 if index.isValid():
                self.rewording.emit(self._shown.comment(index))
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
        before = self.here()
        self._shown.show(found or self._bank)
        if before is not None and self.here() is None:
            for row, each in enumerate(self.offered()):
                if each == before or (each.id and each.id == before.id):
                    choose_only(self, self._shown.index(row))
        self.moved.emit()
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
