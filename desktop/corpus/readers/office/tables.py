"""Tables: cells that span others, and tables that only lay out a page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.core.document import Cells
from desktop.corpus.limits import XmlElement
from desktop.corpus.readers.office.lines import Line, Role

WIDEST = 200  # columns of a table or of one cell, whatever a damaged file says


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: how many columns it spans, and whether it only goes on from the row above."""

    element: XmlElement | None
    span: int = 1
    goes_on: bool = False


def grid(rows: Sequence[Sequence[tuple[Cell, str]]]) -> Cells:
    """Return the texts as rows of equal width; a cell that spans several has its text first."""
    full = [
        [text for cell, words in row for text in (words, *[""] * (cell.span - 1))] for row in rows
    ]
    full = [_narrowed(row) for row in full if row]
    widest = max(map(len, full), default=0)
    filled = [row for row in full if any(row)]
    while widest and not any(len(row) >= widest and row[widest - 1] for row in filled):
        widest -= 1
    return tuple(tuple((row + [""] * widest)[:widest]) for row in filled)


def _narrowed(row: list[str]) -> list[str]:
    """Keep what is said in more columns than any table has, in the last one."""
    if len(row) <= WIDEST:
        return row
    return [*row[: WIDEST - 1], " ".join(filter(None, row[WIDEST - 1 :]))]


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
