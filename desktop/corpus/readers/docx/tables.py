"""Tables of a Word document: rows, cells that span others, tables that only lay out a page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desktop.core.document import Cells
from desktop.corpus.limits import XmlElement
from desktop.corpus.readers.docx.names import VAL, W, switched_on, whole
from desktop.corpus.readers.docx.words import Seen
from desktop.corpus.readers.office.lines import Line, Role

_WRAPPERS = frozenset({f"{W}sdt", f"{W}sdtContent", f"{W}customXml", f"{W}ins", f"{W}moveTo"})
_WIDEST = 200  # columns that one cell may span, whatever a damaged file says


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: how many columns it spans, and whether it only goes on from the row above."""

    element: XmlElement | None
    span: int = 1
    goes_on: bool = False


def cells_of(table: XmlElement, seen: Seen) -> list[list[Cell]]:
    """Return the cells of each row that is not deleted."""
    rows: list[list[Cell]] = []
    for row in _unwrapped(table, f"{W}tr"):
        properties = row.find(f"{W}trPr")
        if properties is not None and properties.find(f"{W}del") is not None:
            seen.tracked = True
            continue
        before = 0 if properties is None else _number(properties, "gridBefore", 0)
        cells = [Cell(None)] * min(before, _WIDEST)
        cells.extend(_cell(one) for one in _unwrapped(row, f"{W}tc") if not _deleted(one, seen))
        rows.append(cells)
    return rows


def grid(rows: Sequence[Sequence[tuple[Cell, str]]]) -> Cells:
    """Return the texts as rows of equal width; a cell that spans several has its text first."""
    full = [
        [text for cell, words in row for text in (words, *[""] * (cell.span - 1))] for row in rows
    ]
    full = [row for row in full if row]
    widest = max(map(len, full), default=0)
    filled = [row for row in full if any(row)]
    while widest and not any(len(row) >= widest and row[widest - 1] for row in filled):
        widest -= 1
    return tuple(tuple((row + [""] * widest)[:widest]) for row in filled)


def is_layout(rows: Sequence[Sequence[Sequence[Line]]]) -> bool:
    """Tell whether a table only frames what is in it: one cell, or one column of running text."""
    filled = [[lines for lines in row if any(map(_says_something, lines))] for row in rows]
    filled = [row for row in filled if row]
    if any(len(row) > 1 for row in filled):
        return False
    if len(filled) == 1:
        return True
    if any(len(row) > 1 for row in rows):
        return False
    return any(
        line.role in (Role.TABLE, Role.HEADING) for row in filled for lines in row for line in lines
    )


def _says_something(line: Line) -> bool:
    return line.role is Role.TABLE or bool(line.text.strip())


def _unwrapped(parent: XmlElement, tag: str) -> Iterator[XmlElement]:
    for one in parent:
        if one.tag == tag:
            yield one
        elif one.tag in _WRAPPERS:
            yield from _unwrapped(one, tag)


def _cell(one: XmlElement) -> Cell:
    properties = one.find(f"{W}tcPr")
    if properties is None:
        return Cell(one)
    goes_on = any(
        found is not None and found.get(VAL, "continue") == "continue"
        for found in (properties.find(f"{W}vMerge"), properties.find(f"{W}hMerge"))
    )
    span = min(max(_number(properties, "gridSpan", 1), 1), _WIDEST)
    return Cell(one, span, goes_on)


def _deleted(one: XmlElement, seen: Seen) -> bool:
    found = one.find(f"{W}tcPr/{W}cellDel")
    if found is None or not switched_on(found.get(VAL)):
        return False
    seen.tracked = True
    return True


def _number(properties: XmlElement, tag: str, otherwise: int) -> int:
    found = properties.find(f"{W}{tag}")
    return otherwise if found is None else whole(found.get(VAL), otherwise)
