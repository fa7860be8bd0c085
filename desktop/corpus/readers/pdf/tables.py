"""Tables without ruled cells: short cells that begin at the same places, row under row."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from desktop.corpus.readers.pdf.markers import is_set_apart
from desktop.corpus.readers.pdf.shapes import Line

_FEWEST_ROWS = 3
_NEAR = 3.5
_MOST_COLUMNS = 12


def is_prose(lines: Sequence[Line]) -> bool:
    """Whether lines of one column run on as text: most of them fill it."""
    if any(line.cells for line in lines):
        return True
    left, right = min(line.x0 for line in lines), max(line.x1 for line in lines)
    size = median(line.height for line in lines)
    if right - left < 9 * size:
        return False
    full = sum(1 for line in lines if line.x1 - left > 0.72 * (right - left))
    words = sum(len(line.text.split()) for line in lines)
    return full >= 0.45 * len(lines) and words >= 2.5 * len(lines)


def aligned_table(rows: Sequence[Sequence[Line]], index: int) -> tuple[Line, int] | None:
    """Return the table that begins with row ``index`` and the index of the row after it."""
    starts = _starts(rows[index])
    if starts is None:
        return None
    end = index + 1
    last_full = index
    columns = list(starts)
    full_rows = 1
    while end < len(rows):
        row = rows[end]
        if row[0].cells or not _close(rows[end - 1][0], row[0]):
            break
        fits = _fits(row, columns)
        if not fits:
            break
        if len(row) >= 2:
            full_rows, last_full = full_rows + 1, end
        end += 1
    end = _end(rows, last_full, end, columns)
    if full_rows < _FEWEST_ROWS or full_rows < 0.5 * (end - index):
        return None
    return _table(rows[index:end], columns), end


def _starts(row: Sequence[Line]) -> tuple[float, ...] | None:
    """Return where the cells of a row begin, if it may be the first of a table."""
    if not 2 <= len(row) <= _MOST_COLUMNS or any(line.cells for line in row):
        return None
    if len(row) == 2 and is_set_apart(row[0].text):
        return None
    return tuple(line.x0 for line in row)


def _close(above: Line, below: Line) -> bool:
    return below.y - above.y < 3.2 * max(above.height, below.height)


def _fits(row: Sequence[Line], columns: Sequence[float]) -> bool:
    """Whether each part of a row stands in one column of its own."""
    taken = [_column(line, columns) for line in row]
    return None not in taken and len(set(taken)) == len(taken)


def _column(line: Line, columns: Sequence[float]) -> int | None:
    """Return the column that a cell stands in; None if it reaches across two."""
    for index, start in enumerate(columns):
        following = columns[index + 1] if index + 1 < len(columns) else float("inf")
        begins_here = start - _NEAR <= line.x0 < following - _NEAR
        if begins_here:
            return index if line.x1 < following + _NEAR else None
        # Figures are set to the right: their cell may begin before its heading does.
        if line.x0 < start and line.x1 > start and (not index or line.x0 > columns[index - 1]):
            return index if line.x1 < following + _NEAR else None
    return None


def _end(rows: Sequence[Sequence[Line]], last_full: int, end: int, columns: Sequence[float]) -> int:
    """Return where the table ends: lines of one part after its last full row go on with a cell
    only if they stand in a column other than the first.
    """
    kept = last_full + 1
    while kept < end and (_column(rows[kept][0], columns) or 0) > 0:
        kept += 1
    return kept


def _table(rows: Sequence[Sequence[Line]], columns: Sequence[float]) -> Line:
    cells: list[list[str]] = []
    first = rows[0][0]
    spacing = median([b[0].y - a[0].y for a, b in pairwise(rows)] or [first.height])
    for number, row in enumerate(rows):
        whole = len(row) >= 2 or not cells
        near = number and row[0].y - rows[number - 1][0].y <= 1.15 * spacing
        if not whole and near:
            column = _column(row[0], columns) or 0
            cells[-1][column] = f"{cells[-1][column]}\n{row[0].text}".strip()
            continue
        new = [""] * len(columns)
        for line in row:
            new[_column(line, columns) or 0] = f"{line.mark} {line.text}".strip()
        cells.append(new)
    parts = [line for row in rows for line in row]
    return Line(
        text="",
        x0=min(line.x0 for line in parts),
        x1=max(line.x1 for line in parts),
        y=first.top,
        style=first.style,
        lead=first.lead,
        bottom=max(line.y for line in parts),
        cells=tuple(tuple(row) for row in cells),
        page=first.page,
    )
