"""The words that a person has selected in a text, as they stand in its Markdown."""

from __future__ import annotations

from PySide6.QtGui import QTextCursor

from desktop.core.text import Text, lines
from desktop.markup import parse, write
from desktop.ui.editor import AnswerEditor
from desktop.ui.editor.document import read_selection
from desktop.ui.editor.formats import OBJECT_CHARACTER


def chosen_words(box: AnswerEditor) -> str:
    """Return what is selected, "" for nothing: as it is written, or where that is not how the text
    has it (a number at the beginning, for one), in the plain words.
    """
    cursor = box.textCursor()
    if not cursor.hasSelection():
        return ""
    text = box.markdown()
    written = write(read_selection(cursor)).strip()
    plain = cursor.selectedText().strip()
    return next((words for words in (written, plain) if words and words in text), written or plain)


def show_words(box: AnswerEditor, words: str) -> bool:
    """Select words of the Markdown in the text; tell whether they could be found there."""
    wanted = "".join(_plain(words).split())
    said = box.toPlainText()
    squeezed, places = _squeezed(said)
    at = squeezed.find(wanted) if wanted else -1
    if at < 0:
        return False
    cursor = box.textCursor()
    cursor.setPosition(places[at])
    end = places[at + len(wanted) - 1] + 1
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    box.setTextCursor(cursor)
    box.ensureCursorVisible()
    return True


def _plain(markdown: str) -> str:
    """Return the words of a piece of Markdown as a text box has them, without its citations."""
    parts = (inline for line in lines(parse(markdown)) for inline in line)
    return "".join(part.text for part in parts if isinstance(part, Text))


def _squeezed(text: str) -> tuple[str, list[int]]:
    """Return a text without spaces and citations, and where each of its characters stands."""
    left_out = OBJECT_CHARACTER
    places = [at for at, sign in enumerate(text) if not sign.isspace() and sign != left_out]
    return "".join(text[place] for place in places), places
