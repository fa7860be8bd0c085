"""The keys that do something of their own in an answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QTextCharFormat, QTextCursor

from desktop.ui.editor import inserting, tables
from desktop.ui.editor.formats import BlockKind, kind_of
from desktop.ui.editor.kinds import set_kind
from desktop.ui.editor.paste import blocks_from_text

if TYPE_CHECKING:
    from desktop.ui.editor.editor import AnswerEditor

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_NONE = Qt.KeyboardModifier.NoModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_CONTROL = Qt.KeyboardModifier.ControlModifier


class AnswerKeys:
    """Handles keys for an editor before the text box itself does."""

    def __init__(self, editor: AnswerEditor) -> None:
        self._editor = editor

    def press(self, event: QKeyEvent) -> bool:
        """Handle a key; False leaves it to the text box."""
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        key = event.key()
        if key in _ENTER and held in (_NONE, _SHIFT):
            self._enter()
        elif key == Qt.Key.Key_Tab and held == _CONTROL:
            # Saved as a space: answers have no tabs.
            self._editor.textCursor().insertText("\t")
        elif key == Qt.Key.Key_Backspace and held in (_NONE, _SHIFT):
            return self._backspace()
        elif key == Qt.Key.Key_V and held == _CONTROL | _SHIFT:
            self._paste_plain()
        else:
            if held in (_NONE, _SHIFT):
                self._space_after_citation(event.text())
            return False
        event.accept()
        return True

    def _space_after_citation(self, typed: str) -> None:
        """Before a new word right behind a citation, type the space that nobody thinks of."""
        cursor = self._editor.textCursor()
        if typed[:1].isalnum() and not cursor.hasSelection() and inserting.after_citation(cursor):
            cursor.insertText(" ", QTextCharFormat())

    def _enter(self) -> None:
        cursor = self._editor.textCursor()
        if cursor.currentTable():
            tables.next_row(cursor)
        else:
            inserting.new_paragraph(cursor)
        self._editor.setTextCursor(cursor)
        self._editor.ensureCursorVisible()

    def _backspace(self) -> bool:
        """At the start of an item, heading or quotation: make it a paragraph first."""
        cursor = self._editor.textCursor()
        if cursor.hasSelection() or not cursor.atBlockStart() or cursor.currentTable():
            return False
        if kind_of(cursor.block()) is BlockKind.PARAGRAPH:
            return self._stays_before_table(cursor)
        set_kind(cursor.block(), BlockKind.PARAGRAPH)
        return True

    def _stays_before_table(self, cursor: QTextCursor) -> bool:
        """After a table, go into it: its end cannot be deleted."""
        before = QTextCursor(cursor)
        before.movePosition(QTextCursor.MoveOperation.PreviousCharacter)
        if not before.currentTable():
            return False
        self._editor.setTextCursor(before)
        return True

    def _paste_plain(self) -> None:
        cursor = self._editor.textCursor()
        text = QGuiApplication.clipboard().text()
        inserting.insert_pasted(cursor, blocks_from_text(text))
        self._editor.setTextCursor(cursor)
