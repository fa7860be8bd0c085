"""Which blocks of a document a change has touched."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtGui import QTextDocument


class Touched(NamedTuple):
    """Blocks ``first`` to before ``end`` are anew, instead of those from ``first`` to before
    ``old_end``; by their numbers.
    """

    first: int
    old_end: int
    end: int


class Lengths:
    """The lengths of a document's blocks, by which what Qt tells of a change is checked: where
    typing over a part of a table is undone, it tells of one character too few.
    """

    def __init__(self, document: QTextDocument) -> None:
        self._document = document
        self._lengths: list[int] = []
        self._total = 0
        self.measure()

    def measure(self) -> None:
        """Measure all of them."""
        self._lengths = self._of(0, self._document.blockCount())
        self._total = sum(self._lengths)

    def touched(self, position: int, added: int) -> Touched | None:
        """Return what a change has touched that put ``added`` characters at a position; None where
        that cannot be told, and everything may be other than it was.
        """
        document = self._document
        last = document.findBlock(min(position + added, document.characterCount() - 1))
        first, end = document.findBlock(position).blockNumber(), last.blockNumber() + 1
        more = document.blockCount() - len(self._lengths)
        if more and end < document.blockCount():
            end += 1
        old_end = end - more
        if 0 <= first < end and first <= old_end <= len(self._lengths):
            new = self._of(first, end)
            self._total += sum(new) - sum(self._lengths[first:old_end])
            self._lengths[first:old_end] = new
            if self._total == document.characterCount():
                return Touched(first, old_end, end)
        self.measure()
        return None

    def _of(self, first: int, end: int) -> list[int]:
        block = self._document.findBlockByNumber(first)
        lengths: list[int] = []
        for _ in range(first, end):
            lengths.append(block.length())
            block = block.next()
        return lengths
