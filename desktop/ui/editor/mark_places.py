"""Where in a text box something stands that was said of a place in a text (``Spot``).

A Spot counts in the text as it is kept: without citations, white space folded, nothing empty. The
box holds it as it was typed, and may have been typed in since.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtGui import QTextBlock, QTextDocument, QTextTable

from desktop.core.characters import safe_characters
from desktop.core.finding import Finding
from desktop.ui.editor.document import tables_in
from desktop.ui.editor.formats import OBJECT_CHARACTER
from desktop.ui.editor.marks import wide

_SPACE = frozenset(" \t\n\r\x85\u2028\u2029")
_UNUSUAL = re.compile("[\t\n\r\x85\u2028\u2029\ufffc]|  |^ | $")


@dataclass(frozen=True, slots=True)
class LinePlace:
    """A line of a document: what it says as it is kept, and where that stands: ``raw`` is the text
    of its paragraph, ``begins`` where that begins, ``kept`` the place in it of each character (None
    = each is at its own).
    """

    text: str
    begins: int
    raw: str
    kept: tuple[int, ...] | None = None

    def stretch(self, start: int, end: int) -> tuple[int, int] | None:
        """Return where characters ``start`` to ``end`` stand in the document."""
        if not 0 <= start < end <= len(self.text):
            return None
        if self.kept is not None:
            start, end = self.kept[start], self.kept[end - 1] + 1
        return self.begins + wide(self.raw, start), self.begins + wide(self.raw, end)


def line_places(document: QTextDocument) -> list[LinePlace]:
    """Return the lines of a document, as ``desktop.core.text.lines`` would yield them of what is
    kept of it.
    """
    return list(_line_places(document))


def plain_place(document: QTextDocument) -> list[LinePlace]:
    """Return the one line of a field that holds a sentence as it is typed."""
    text = document.begin().text()
    return [LinePlace(text, 0, text)]


def stretch_of(finding: Finding, lines: list[LinePlace]) -> tuple[int, int] | None:
    """Return from where to where of the document a Finding is about, None if what it was said of
    does not stand there (any more).
    """
    spot = finding.spot
    if spot is None:
        return None
    if spot.line < len(lines):
        line = lines[spot.line]
        quoted = _fits(finding.excerpt, line.text[spot.start : spot.end])
        if line.text == finding.basis or quoted:
            return line.stretch(spot.start, spot.end)
    moved = [line for line in lines if finding.basis and line.text == finding.basis]
    if len(moved) == 1:
        return moved[0].stretch(spot.start, spot.end)
    return _quoted_in(finding.excerpt, lines[spot.line]) if spot.line < len(lines) else None


def _quoted_in(excerpt: str, line: LinePlace) -> tuple[int, int] | None:
    """Return where just these words stand in a line that has changed otherwise."""
    if line.text.count(excerpt) != 1:
        return None
    start = line.text.index(excerpt)
    return line.stretch(start, start + len(excerpt))


def _fits(excerpt: str, stands: str) -> bool:
    """Tell whether an excerpt, which may leave something out, is of what stands there."""
    words = excerpt.strip("… ")
    return bool(words) and (words in stands or (bool(stands) and stands in words))


def _line_places(document: QTextDocument) -> Iterator[LinePlace]:
    tables = tables_in(document)
    block = document.begin()
    while block.isValid():
        if tables and block.position() >= tables[0].firstPosition():
            table = tables.pop(0)
            yield from _in_table(table)
            block = document.findBlock(table.lastPosition() + 1)
            continue
        text = block.text()
        if any(character not in _SPACE for character in text):
            yield _line_place(block, text)
        block = block.next()


def _in_table(table: QTextTable) -> Iterator[LinePlace]:
    cells = [
        _of_cell(table, row, column)
        for row in range(table.rows())
        for column in range(table.columns())
    ]
    if any(cell.raw.strip() for cell in cells):
        yield from cells


def _of_cell(table: QTextTable, row: int, column: int) -> LinePlace:
    """Return the line of a cell; of several paragraphs in it the places are those of the first."""
    cell = table.cellAt(row, column)
    block = cell.firstCursorPosition().block()
    return _line_place(block, block.text())


def _line_place(block: QTextBlock, raw: str) -> LinePlace:
    text, kept = _read(raw)
    return LinePlace(text, block.position(), raw, kept)


# Asked for the same paragraphs at each pause in typing: all but the one being written are known.
@lru_cache(maxsize=1024)
def _read(raw: str) -> tuple[str, tuple[int, ...] | None]:
    """Return what a paragraph says as it is kept, and the place in it of each character (None = its
    own).
    """
    if not _UNUSUAL.search(raw) and safe_characters(raw) == raw:
        return raw, None
    kept = tuple(_kept(raw))
    return "".join(" " if raw[place] in _SPACE else raw[place] for place in kept), kept


def _kept(raw: str) -> Iterable[int]:
    """Return the places of the characters that are kept: one space for many, none at the ends."""
    places: list[int] = []
    spaced = True  # whether a space would be one too many
    for place, character in enumerate(raw):
        if character in _SPACE:
            if not spaced:
                places.append(place)
            spaced = True
        elif character == OBJECT_CHARACTER:
            spaced = False
        elif safe_characters(character):
            places.append(place)
            spaced = False
    if spaced and places and raw[places[-1]] in _SPACE:
        places.pop()
    return places
