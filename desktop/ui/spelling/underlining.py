"""Underlines what is spelled wrongly in a text box, paragraph by paragraph, on another thread."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextBlock

from desktop.core.changes import Changes, Kind
from desktop.spelling.words import Word
from desktop.ui.context import Context
from desktop.ui.debounce import Debounce
from desktop.ui.editor.mark_ink import Ink, TextBox
from desktop.ui.editor.marks import Layer, Mark, Marks

_QUIET_MS = 250
# So many paragraphs are looked at in one go; what was shown before stays until its turn comes.
_MOST_BLOCKS = 200
_CHANGE = frozenset({Kind.WORDING, Kind.LIBRARY, Kind.ORGANISATION, Kind.SETTINGS})


class SpellingMarks(QObject):
    """Keeps the spelling of one box underlined; ``show_text`` says whose text is in it now."""

    def __init__(self, box: TextBox, marks: Marks, context: Context) -> None:
        super().__init__(box)
        self._box = box
        self._marks = marks
        self._context = context
        self.response = ""
        self._lane = context.jobs.lane(self)
        self._soon = Debounce(_QUIET_MS, self._look, self)
        # By number: which paragraphs say something that has not been looked at.
        self._looked: dict[int, str] = {}
        self._switched = context.session.spelling.on
        box.document().contentsChanged.connect(self._soon.poke)
        context.bridge.changed.connect(self._changed)
        context.bridge.closing.connect(self._stop)

    def show_text(self, response: str) -> None:
        """Look at the text anew: it is that of a Response, and was put in by the program."""
        self.response = response
        self._begin_anew()

    def word_at(self, position: int) -> Word | None:
        """Return the word at a place of the document that is underlined here, if there is one."""
        for mark in self._marks.at(position):
            if isinstance(mark.what, Word):
                return Word(mark.what.text, mark.start, mark.end)
        return None

    def _stop(self) -> None:
        """The window closes: nothing may read the workspace any more."""
        self._box.document().contentsChanged.disconnect(self._soon.poke)
        self._soon.cancel()
        self._lane.cancel()

    def _begin_anew(self) -> None:
        self._looked.clear()
        self._soon.poke()

    def _look(self) -> None:
        if not self._context.session.spelling.on or not self.response:
            self._marks.show(Layer.SPELLING, ())
            return
        waiting = self._waiting()
        if not waiting:
            return
        texts = [text for _, text in waiting]
        job = self._context.session.spelling.checking(texts, self.response)

        def show(found: list[tuple[Word, ...]]) -> None:
            for (block, text), words in zip(waiting, found, strict=True):
                self._looked[block.blockNumber()] = text
                self._marks.show_in(Layer.SPELLING, block, text, map(_mark, words))
            if self._waiting():
                self._soon.poke()

        self._lane.run(job, show)

    def _waiting(self) -> list[tuple[QTextBlock, str]]:
        """Return the paragraphs that say something else than when they were looked at."""
        found: list[tuple[QTextBlock, str]] = []
        block = self._box.document().begin()
        while block.isValid() and len(found) < _MOST_BLOCKS:
            text = block.text()
            if self._looked.get(block.blockNumber()) != text:
                found.append((block, text))
            block = block.next()
        return found

    def _changed(self, changes: Changes) -> None:
        on = self._context.session.spelling.on
        if changes.touches(*_CHANGE) and (on or self._switched):
            self._switched = on
            self._begin_anew()


def _mark(word: Word) -> Mark:
    return Mark(word.start, word.end, Ink.SPELLING, f"“{word.text}” may be misspelt.", word)
