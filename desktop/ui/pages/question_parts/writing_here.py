"""Where somebody is in an answer: the paragraph and the sentence at the cursor."""

from __future__ import annotations

from PySide6.QtGui import QTextCursor

from desktop.ui.editor import AnswerEditor
from desktop.ui.editor.formats import OBJECT_CHARACTER
from desktop.ui.panels.following import Written

_ENDING = 30


class WritingHere(Written):
    """Reads an editor when asked."""

    def __init__(self, editor: AnswerEditor) -> None:
        super().__init__(editor)
        self._editor = editor
        # Where the sentence ends that was asked about; it moves with what is written before it.
        self._asked: QTextCursor | None = None
        self._ending = ""
        editor.cursorPositionChanged.connect(self.moved)
        editor.edited.connect(self.moved)

    def paragraph(self) -> str:
        """Return the paragraph at the cursor, without its citations."""
        return _plain(self._editor.textCursor().block().text())

    def sentence(self, at: QTextCursor | None = None) -> QTextCursor:
        """Return what is selected, or the sentence at the cursor (or at another place), as a cursor
        that selects it; one that selects nothing if there is no sentence.
        """
        cursor = QTextCursor(self._editor.textCursor())
        if cursor.hasSelection() and _plain(cursor.selectedText()):
            return cursor
        cursor = QTextCursor(at or cursor)
        block = cursor.block()
        start, end = sentence_at(block.text(), cursor.positionInBlock())
        cursor.setPosition(block.position() + start)
        cursor.setPosition(block.position() + end, QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def ask_about(self, sentence: QTextCursor) -> str:
        """Remember where a sentence ends, and return its words."""
        self._asked = QTextCursor(sentence)
        self._asked.setPosition(sentence.selectionEnd())
        self._ending = self._before(self._asked)
        return _plain(sentence.selectedText())

    def go_to_asked(self) -> None:
        """Put the cursor at the end of the sentence that was asked about, if it still is there."""
        if self._asked is not None and self._before(self._asked) == self._ending:
            self._editor.setTextCursor(self._asked)

    def _before(self, cursor: QTextCursor) -> str:
        """Return the last words before a cursor: they tell whether it is where it was."""
        return cursor.block().text()[: cursor.positionInBlock()][-_ENDING:]


def sentence_at(text: str, position: int) -> tuple[int, int]:
    """Return where the sentence at a position of a paragraph begins and ends: the one that the
    position is in, or the last one before it; (0, 0) if there is none.
    """
    from desktop.corpus.sentences.splitting import sentences

    found = (0, 0)
    for start, end in sentences(text.replace(OBJECT_CHARACTER, " ")):
        if found[1] and start > position:
            break
        found = (start, end)
    return found


def _plain(text: str) -> str:
    """Return words in one line, without citations and the marks of paragraphs."""
    return " ".join(text.replace(OBJECT_CHARACTER, " ").replace("\u2029", " ").split())
