"""A text field that saves itself: after a short quiet, when focus goes, and when asked to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, SignalInstance
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from desktop.core.text import safe_characters
from desktop.ui.context import Context
from desktop.ui.debounce import saving
from desktop.ui.widgets.long_text import LongText
from desktop.ui.widgets.sentence_field import SentenceField

TextWidget = QLineEdit | QPlainTextEdit | SentenceField | LongText


@dataclass(frozen=True, slots=True)
class _Door:
    """How to read, write and hear one kind of text widget."""

    read: Callable[[], str]
    write: Callable[[str], object]
    edited: SignalInstance


class SavedField(QObject):
    """Ties a text widget to a place in the model.

    ``save(text)`` writes the text and tells whether it is written; while it is not, the text counts
    as typed and not saved, stays on screen and is tried again at the next flush.
    """

    def __init__(self, field: TextWidget, save: Callable[[str], bool], context: Context) -> None:
        super().__init__(field)
        self.field = field
        self._door = _door(field)
        self._save = save
        self._context = context
        self._saved = self.text
        self._debounce = saving(self.flush, self)
        self._showing = False
        self._door.edited.connect(self._typed)
        field.installEventFilter(self)

    @property
    def text(self) -> str:
        """What the field holds, without characters that no document may hold."""
        return safe_characters(self._door.read())

    @property
    def unsaved(self) -> bool:
        """Whether something typed is not saved yet."""
        return self.text != self._saved

    def show(self, text: str) -> None:
        """Show what the model holds, unless the person has typed something newer."""
        if self._debounce.waiting and self.unsaved:
            return
        self._showing = True
        if self.text != text:
            self._door.write(text)
        self._saved = self.text
        self._showing = False

    def flush(self) -> None:
        """Save now what is not saved yet."""
        self._debounce.cancel()
        if not self.unsaved:
            self._context.typing(waiting=False)
            return
        text = self.text
        if self._save(text):
            self._saved = text

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut and self._debounce.waiting:
            self.flush()
        return super().eventFilter(watched, event)

    def _typed(self) -> None:
        if not self._showing:
            self._context.typing()
            self._debounce.poke()


def _door(field: TextWidget) -> _Door:
    match field:
        case LongText():
            return _Door(field.markdown, field.set_markdown, field.edited)
        case SentenceField():
            return _Door(field.text, field.set_text, field.edited)
        case QLineEdit():
            return _Door(field.text, lambda text: show_line(field, text), field.textEdited)
        case QPlainTextEdit():
            return _Door(field.toPlainText, field.setPlainText, field.textChanged)


def line_edit(placeholder: str = "", parent: QWidget | None = None) -> QLineEdit:
    """Return a field for a few words."""
    field = QLineEdit(parent)
    field.setPlaceholderText(placeholder)
    return field


def show_line(field: QLineEdit, text: str) -> None:
    """Put a text into a field, so that its beginning is to be seen: of a long address its end says
    little.
    """
    field.setText(text)
    if not field.hasFocus():
        field.setCursorPosition(0)


def note_edit(lines: int, parent: QWidget | None = None) -> QPlainTextEdit:
    """Return a field for some lines of plain text, left by Tab."""
    field = QPlainTextEdit(parent)
    field.setTabChangesFocus(True)
    field.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
    field.setMinimumHeight(field.fontMetrics().lineSpacing() * (lines + 1))
    field.setMaximumHeight(field.fontMetrics().lineSpacing() * (lines + 2))
    return field
