"""The words that a person has selected in a text, as they stand in its Markdown, and back."""

from __future__ import annotations

from PySide6.QtGui import QTextCursor

from desktop.markup.alongside import Alongside
from desktop.ui.editor import AnswerEditor


def chosen_words(box: AnswerEditor) -> str:
    """Return what is selected as the Markdown has it, "" for nothing."""
    cursor = box.textCursor()
    text = box.markdown()
    sides = Alongside(text, box.toPlainText())
    found = sides.in_markdown(cursor.selectionStart(), cursor.selectionEnd())
    return text[found[0] : found[1]].strip() if found and cursor.hasSelection() else ""


def show_words(box: AnswerEditor, words: str) -> bool:
    """Select words of the Markdown in the text; tell whether they are there."""
    text = box.markdown()
    start = text.find(words)
    sides = Alongside(text, box.toPlainText())
    found = sides.shown(start, start + len(words)) if start >= 0 else None
    if found is None:
        return False
    cursor = box.textCursor()
    cursor.setPosition(found[0])
    cursor.setPosition(found[1], QTextCursor.MoveMode.KeepAnchor)
    box.setTextCursor(cursor)
    box.ensureCursorVisible()
    box.setFocus()
    return True
