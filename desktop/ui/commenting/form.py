"""Where a comment is written: typed, or taken from the bank."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QVBoxLayout, QWidget

from desktop.core.commenting import Anchor, BankComment, Comment
from desktop.core.text import one_line, safe_characters
from desktop.ui.commenting.bank_list import BankList
from desktop.ui.commenting.card import shortened
from desktop.ui.form import labelled, name_field
from desktop.ui.spacing import GAP
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.labels import breakable, text_label
from desktop.ui.widgets.saved_field import note_edit

_LINES = 3
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_CONTROL = Qt.KeyboardModifier.ControlModifier


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is written on: the words, and the comment that is changed (None = a new one)."""

    anchor: Anchor
    comment: Comment | None = None


class CommentForm(QFrame):
    """``done()``: it is to be saved; ``left()``: it is given up; ``rewording(BankComment)``: one
    of the bank is to have other words, ``unwanted(BankComment)``: one is to go from it;
    ``naming()``: the name beside the comments is to be another; ``resized()``: it takes more room,
    or less.
    """

    done = Signal()
    left = Signal()
    rewording = Signal(object)
    unwanted = Signal(object)
    naming = Signal()
    resized = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self.wanted: Wanted | None = None
        self.taken: BankComment | None = None
        self.about = text_label("", "muted")
        self.field = note_edit(_LINES)
        self.field.installEventFilter(self)
        self.field.textChanged.connect(lambda: self.bank.narrow(self.field.toPlainText()))
        self.bank = BankList()
        self.bank.picked.connect(self.take)
        self.bank.rewording.connect(self.rewording)
        self.bank.unwanted.connect(self.unwanted)
        self.bank.moved.connect(self._allow_bank)
        self.reword_button = Button("Reword…", lambda: self.rewording.emit(self.bank.here()))
        self.take_out_button = Button("Take out", lambda: self.unwanted.emit(self.bank.here()))
        self.bank.above.connect(self.field.setFocus)
        self.keep = QCheckBox("Keep it in my bank")
        name_field(self.keep, "Keep it in my bank", "It is then offered at every learner’s work")
        self.save_button = Button("Save comment", self.done.emit, look="primary")
        self.cancel_button = Button("Cancel", self.left.emit)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP, GAP, GAP, GAP)
        column.setSpacing(GAP)
        column.addWidget(self.about)
        column.addWidget(labelled(self.field, "Your comment", "Ctrl+Enter saves it.", shown=False))
        buttons = FlowLayout()
        buttons.addWidget(self.save_button)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.keep)
        self.name_button = Button("", self.naming.emit, look="link")
        self.name_button.setProperty("inline", True)
        buttons.addWidget(self.name_button)
        column.addLayout(buttons)
        column.addWidget(text_label("Or take one of these, and change it as you like:", "small"))
        column.addWidget(self.bank)
        of_bank = FlowLayout()
        for button in (self.reword_button, self.take_out_button):
            of_bank.addWidget(button)
        column.addLayout(of_bank)
        self.field.textChanged.connect(self._allow)
        self._allow_bank()

    def ask(self, wanted: Wanted, bank: Sequence[BankComment]) -> None:
        """Begin to write on some words."""
        self.wanted, self.taken = wanted, None
        quote = shortened(one_line(wanted.anchor.quote))
        self.about.setText(breakable(f"On “{quote}”" if quote else "On this part as a whole"))
        self.bank.show_bank(bank)
        self.keep.setChecked(False)
        self.field.setPlainText(wanted.comment.text if wanted.comment else "")
        if wanted.comment:
            # What was written before narrows nothing.
            self.bank.narrow("")
        self._allow()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_name(self, name: str) -> None:
        """Say under which name it is written."""
        said = f"Your name: {name or 'none'}…"
        self.name_button.set_words(said, f"{said[:-1]}. Change it")

    def give_up(self) -> None:
        """Write on nothing any more."""
        self.wanted, self.taken = None, None
        self.field.clear()

    @property
    def text(self) -> str:
        """What is written."""
        return safe_characters(self.field.toPlainText()).strip()

    @property
    def unsaved(self) -> bool:
        """Whether there is something that is not saved yet."""
        if self.wanted is None or not self.text:
            return False
        return self.wanted.comment is None or self.wanted.comment.text != self.text

    def take(self, kept: BankComment) -> None:
        """Write what the bank has, to go on from."""
        self.taken = kept
        cursor = self.field.textCursor()
        cursor.select(cursor.SelectionType.Document)
        # Put in rather than set, so that Undo brings back what was typed.
        cursor.insertText(kept.text)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            key, at_end = Qt.Key(event.key()), self.field.textCursor().atEnd()
            if key in _ENTER and event.modifiers() & _CONTROL:
                self.save_button.click()
                return True
            if key == Qt.Key.Key_Down and at_end and self.bank.offered():
                self.bank.focus_first()
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()

    def _allow_bank(self) -> None:
        here = self.bank.here()
        for button, what in ((self.reword_button, "Reword"), (self.take_out_button, "Take out")):
            button.setEnabled(here is not None)
            about = f"{what}: {shortened(one_line(here.text))}" if here else what
            button.setAccessibleName(f"{about} (bank of comments)")
            button.setVisible(bool(self.bank.offered()))

    def _allow(self) -> None:
        self.save_button.setEnabled(bool(self.text))
