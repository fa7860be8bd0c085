"""Tables in Word: a header row that repeats on every page, columns as wide as their text needs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.core.outline import Runs, TableBlock
from desktop.export.blocks import plain_words
from desktop.export.shapes import figure_columns
from desktop.export.word.elements import Element, el
from desktop.export.word.runs import RunWriter, runs_rtl
from desktop.export.word.styles import StyleName, Styles

# Word opens no table that is wider than this.
MOST_COLUMNS = 63

_NARROW, _WIDE = 8, 48
# A column of whole paragraphs has more than its share, or they become towers.
_PARAGRAPH, _BROAD = 120, 80
# A row to write in by hand is at least so high, and its empty columns are so much wider than what
# stands above them.
_ROOM, _WRITTEN = 1000, 2
# A table to write in stays on one page as far as it is not longer than most pages.
_ON_ONE_PAGE = 8
# A broad character of table text, and what a cell keeps free at its sides (twentieths of a point).
_CHARACTER, _CELL_MARGINS = 130, 240
_LOOK = {
    "firstRow": 1,
    "lastRow": 0,
    "firstColumn": 0,
    "lastColumn": 0,
    "noHBand": 1,
    "noVBand": 1,
}


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its width, and whether it holds nothing but figures."""

    width: int
    figures: bool


def table(block: TableBlock, runs: RunWriter, styles: Styles, width: int, indent: int) -> Element:
    """Return a table of this width, indented from the margin (both in twentieths of a point)."""
    grid = _widths(block, width)
    made = el(
        "tbl",
        el(
            "tblPr",
            el("tblStyle", val=styles[StyleName.TABLE]),
            el("tblW", w=width, type="dxa"),
            el("tblInd", w=indent, type="dxa"),
            el("tblLayout", type="fixed"),
            el("tblLook", val="0620", **_LOOK),
        ),
        el("tblGrid", *(el("gridCol", w=column) for column in grid)),
    )
    columns = tuple(map(Column, grid, figure_columns(block)))
    made.append(_row(block.header, columns, runs, styles, header=True, keep=True))
    high = _ROOM if block.room else 0
    whole = block.room and len(block.rows) <= _ON_ONE_PAGE
    for number, row in enumerate(block.rows, start=1):
        keep = whole and number < len(block.rows)
        made.append(_row(row, columns, runs, styles, keep=keep, high=high))
    return made


def _row(
    cells: Sequence[Runs],
    columns: Sequence[Column],
    runs: RunWriter,
    styles: Styles,
    *,
    header: bool = False,
    keep: bool = False,
    high: int = 0,
) -> Element:
    """Return a row; ``keep`` leaves it on the page of the next one."""
    look = el(
        "trPr",
        el("cantSplit"),
        el("trHeight", val=high, hRule="atLeast") if high else None,
        el("tblHeader") if header else None,
    )
    made = el("tr", look)
    for cell, column in zip(cells, columns, strict=True):
        look = el(
            "pPr",
            el("pStyle", val=styles[StyleName.TABLE_TEXT]),
            el("keepNext") if keep else None,
            el("bidi") if runs_rtl(cell) else None,
            el("jc", val="right") if column.figures else None,
        )
        paragraph = el("p", look, *runs.elements(cell))
        made.append(el("tc", el("tcPr", el("tcW", w=column.width, type="dxa")), paragraph))
    return made


def _widths(block: TableBlock, width: int) -> list[int]:
    """Give each column room for its longest word, and share the rest by its longest text."""
    columns = [
        [plain_words(cell) for cell in column]
        for column in zip(block.header, *block.rows, strict=True)
    ]
    words = [min(_longest_word(cells), _WIDE) for cells in columns]
    floors = [_CELL_MARGINS + _CHARACTER * longest for longest in words]
    spare = width - sum(floors)
    if spare < 0:
        return [width * floor // sum(floors) for floor in floors]
    # A column of single words has all the room it needs; of several such none is left behind.
    needs = [
        max(_letters(block, cells) - longest, 1)
        for cells, longest in zip(columns, words, strict=True)
    ]
    return [floor + spare * need // sum(needs) for floor, need in zip(floors, needs, strict=True)]


def _letters(block: TableBlock, cells: Sequence[str]) -> int:
    """Return for how many letters a column should have room."""
    longest = max(map(len, cells))
    if longest > _PARAGRAPH:
        return _BROAD
    empty = block.room and not any(cells[1:])
    return min(max(longest, _WRITTEN * len(cells[0]) if empty else _NARROW), _WIDE)


def _longest_word(cells: Sequence[str]) -> int:
    return max((len(word) for cell in cells for word in cell.split()), default=0)
