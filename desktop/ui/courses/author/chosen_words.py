"""The words that a person has selected in a text, as they stand in its Markdown, and back."""

from __future__ import annotations

from PySide6.QtGui import QTextCursor

from desktop.markup.alongside import Alongside
from desktop.ui.editor import AnswerEditor
from desktop.ui.editor.marks import narrow, wide


def chosen_words(box: AnswerEditor) -> str:
    """Return what is selected as the Markdown has it, "" for nothing."""
    cursor = box.textCursor()
    text = box.markdown()
    shown = box.toPlainText()
    first, last = narrow(shown, cursor.selectionStart()), narrow(shown, cursor.selectionEnd())
    found = Alongside(text, shown).in_markdown(first, last)
    return text[found[0] : found[1]].strip() if found and cursor.hasSelection() else ""


def show_words(box: AnswerEditor, words: str) -> bool:
    """Select words of the Markdown in the text; tell whether they are there."""
    text = box.markdown()
    start = text.find(words)
    shown = box.toPlainText()
    found = Alongside(text, shown).shown(start, start + len(words)) if start >= 0 else None
    if found is None:
        return False
    cursor = box.textCursor()
    cursor.setPosition(wide(shown, found[0]))
    cursor.setPosition(wide(shown, found[1]), QTextCursor.MoveMode.KeepAnchor)
    box.setTextCursor(cursor)
    box.ensureCursorVisible()
    box.setFocus()
    return True
