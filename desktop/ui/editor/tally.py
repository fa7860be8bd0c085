"""Words, characters and citations of a document, kept up to date block by block.

A keystroke counts one block anew, never the document.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QTextBlock, QTextDocument

from desktop.core.words import Count, count_words
from desktop.ui.editor.formats import OBJECT_CHARACTER
from desktop.ui.editor.touched import Lengths


@dataclass(frozen=True, slots=True)
class _BlockTally:
    count: Count
    citations: int


class Tally(QObject):
    """Follows a document; ``renumbered`` says that citations may have other numbers now.

    ``citations`` is how many there are.
    """

    renumbered = Signal()

    def __init__(self, document: QTextDocument, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._blocks: list[_BlockTally] = []
        self._lengths = Lengths(document)
        self._before: list[int] | None = None
        self._total = Count()
        self.citations = 0
        # A document says what changes only once it has a layout.
        document.documentLayout()
        self.recount()
        document.contentsChange.connect(self._changed)

    @property
    def total(self) -> Count:
        """How long the whole text is."""
        return self._total

    def recount(self) -> None:
        """Count everything from the start."""
        self._blocks = []
        block = self._document.begin()
        while block.isValid():
            self._blocks.append(_tally(block))
            block = block.next()
        self._total = _counts(self._blocks)
        self.citations = sum(tally.citations for tally in self._blocks)
        self._before = None
        self.renumbered.emit()

    def citation_number(self, position: int) -> int:
        """Return the number, from 1, of the citation at this position of the document."""
        if self._before is None:
            self._before = list(accumulate((tally.citations for tally in self._blocks), initial=0))
        block = self._document.findBlock(position)
        number = block.blockNumber()
        if number < len(self._blocks) and self._blocks[number].citations == 1:
            # As most have: asked for each of those in sight with every key.
            return self._before[number] + 1
        text, place = block.text(), position - block.position()
        if len(text) != block.length() - 1:
            # Qt counts in UTF-16, Python in characters: they differ beyond the basic plane only.
            wide = text.encode("utf-16-le", "surrogatepass")[: 2 * place]
            text = wide.decode("utf-16-le", "replace")
            place = len(text)
        here = text.count(OBJECT_CHARACTER, 0, place)
        return self._before[min(number, len(self._before) - 1)] + here + 1

    def _changed(self, position: int, _removed: int, added: int) -> None:
        touched = self._lengths.touched(position, added)
        if touched is None:
            self.recount()
            return
        first, old_end, end = touched
        new: list[_BlockTally] = []
        block = self._document.findBlockByNumber(first)
        for _ in range(first, end):
            new.append(_tally(block))
            block = block.next()
        old = self._blocks[first:old_end]
        self._blocks[first:old_end] = new
        self._total = _less(self._total + _counts(new), _counts(old))
        chips, chips_before = ([tally.citations for tally in some] for some in (new, old))
        if chips != chips_before:
            self._before = None
        if sum(chips) != sum(chips_before):
            self.citations += sum(chips) - sum(chips_before)
            self.renumbered.emit()


def _tally(block: QTextBlock) -> _BlockTally:
    text = block.text()
    citations = text.count(OBJECT_CHARACTER)
    if citations:
        text = text.replace(OBJECT_CHARACTER, "")
    # White space counts as it will be saved: one space between words.
    folded = " ".join(filter(None, text.replace("\t", " ").split(" ")))
    return _BlockTally(Count(count_words(text), len(folded)), citations)


def _counts(tallies: list[_BlockTally]) -> Count:
    return Count(
        sum(tally.count.words for tally in tallies),
        sum(tally.count.characters for tally in tallies),
    )


def _less(count: Count, taken: Count) -> Count:
    return Count(count.words - taken.words, count.characters - taken.characters)
