"""The order in which the lines of a page are read: columns, what stands across them, tables.

Lines that stand across the gap between columns cut the page into bands; within a band one column is
read after the other. A band whose columns hold short cells is a table.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from desktop.corpus.readers.pdf.lines import joined
from desktop.corpus.readers.pdf.shapes import Line
from desktop.corpus.readers.pdf.tables import aligned_table, is_prose

_GUTTER = 0.7  # of the letters' size
_PADDING = 8.0
_NARROWEST = 0.14  # of the width of the text
_FEWEST = 3  # lines on each side of a gutter
_PLAINLY = 8  # lines in each column
_DEEPEST = 4


class _Split(NamedTuple):
    """Lines to both sides of a gutter, and those across it."""

    x: float
    left: list[Line]
    right: list[Line]
    across: list[Line]


def gutters(pages: Iterable[Sequence[Line]]) -> tuple[float, ...]:
    """Return where columns plainly begin on any of the pages, for pages with few lines."""
    found: set[float] = set()
    for lines in pages:
        split = _best_split(lines, ())
        plain = split and min(len(split.left), len(split.right)) >= _PLAINLY
        if split and plain and is_prose(split.left) and is_prose(split.right):
            found.add(split.x)
    return tuple(sorted(found))


def in_order(lines: Sequence[Line], known: tuple[float, ...] = (), depth: int = 0) -> list[Line]:
    """Return the lines of a page as they are read, parts of one line joined, tables found.

    ``known`` is where columns begin on other pages. Each line gets the edges of its column.
    """
    split = _best_split(lines, known) if depth < _DEEPEST else None
    # What stands in no column of its own may reach as far as anything on the page.
    edge = max((line.x1 for line in lines), default=0.0) if not depth else 0.0
    if split is None:
        return _one_column(lines, edge)
    found: list[Line] = []
    loose: list[Line] = []
    for left, right, across in _bands(split):
        if left and right and (split.x in known or _is_pair(left, right)):
            found += _one_column(loose, edge)
            loose = []
            for column in (left, right):
                found += in_order(column, (), depth + 1)
        else:
            loose += left + right
        loose += across
    return found + _one_column(loose, edge)


def _best_split(lines: Sequence[Line], known: tuple[float, ...]) -> _Split | None:
    """Return the gutter with the most lines at both of its sides, if there is one.

    One that is ``known`` needs but a line at each side.
    """
    if len(lines) < (2 if known else 2 * _FEWEST):
        return None
    left_edge, right_edge = min(line.x0 for line in lines), max(line.x1 for line in lines)
    width = right_edge - left_edge
    best: tuple[float, _Split] | None = None
    for x in (*known, *_candidates(lines)):
        fewest = 1 if x in known else _FEWEST
        if not _NARROWEST * width < x - left_edge < (1 - _NARROWEST) * width:
            continue
        split = _split_at(lines, x)
        if len(split.left) < fewest or len(split.right) < fewest:
            continue
        if x in known and not (is_prose(split.left) or is_prose(split.right)):
            continue
        beside = min(len(split.left), len(split.right))
        score = beside - 1.5 * _overlapping(split)
        if score > 0 and (best is None or score > best[0]):
            best = (score, split)
    return best[1] if best else None


def _overlapping(split: _Split) -> int:
    """Count lines across the gutter that stand beside others: there is no gutter there."""
    beside = sorted(line.y for line in split.left + split.right)
    count = 0
    for line in split.across:
        if not line.cells:
            reach = 0.4 * line.height
            at = bisect_right(beside, line.y - reach)
            count += at < len(beside) and beside[at] < line.y + reach
    return count


def _candidates(lines: Sequence[Line]) -> list[float]:
    """Return where lines begin that have another line to their left."""
    places: dict[int, int] = {}
    for line in lines:
        if not line.cells:
            key = round(line.x0 / 2)
            places[key] = places.get(key, 0) + 1
    usual = sorted(places, key=lambda key: -places[key])[:12]
    return sorted(key * 2 - 1.5 for key in usual if places[key] >= 2)


def _split_at(lines: Sequence[Line], x: float) -> _Split:
    split = _Split(x, [], [], [])
    for line in lines:
        # The rules of a table stand a little outside its text.
        slack = _PADDING if line.cells else 0.0
        if line.x0 >= x - 0.5 - slack:
            split.right.append(line)
        elif line.x1 <= x - _GUTTER * line.height + 1.5 + slack:
            split.left.append(line)
        else:
            split.across.append(line)
    return split


def _bands(split: _Split) -> list[tuple[list[Line], list[Line], list[Line]]]:
    """Return the lines left and right of the gutter between lines across it, and those lines."""
    bands: list[tuple[list[Line], list[Line], list[Line]]] = [([], [], [])]
    everything = [
        (line, side)
        for side, lines in enumerate((split.left, split.right, split.across))
        for line in lines
    ]
    everything.sort(key=lambda pair: (pair[0].y, pair[0].x0))
    for line, side in everything:
        if side < 2 and bands[-1][2]:
            bands.append(([], [], []))
        bands[-1][side].append(line)
    for left, right, across in bands:
        if left and right and across:
            _keep_headings(left, right, across)
    return bands


def _keep_headings(left: list[Line], right: list[Line], across: list[Line]) -> None:
    """Move lines below both columns that look unlike them to the lines across that follow.

    A short heading above full-width text reaches no further than the left column.
    """
    lowest = max(line.y for line in right)
    usual = max(left, key=lambda line: len(line.text)).style
    while len(left) > _FEWEST and left[-1].y > lowest and left[-1].style != usual:
        across.insert(0, left.pop())


def _is_pair(left: Sequence[Line], right: Sequence[Line]) -> bool:
    """Whether lines beside one another are columns of text rather than cells of a table."""
    if min(len(left), len(right)) < 2:
        return False
    top = max(left[0].top, right[0].top)
    bottom = min(max(line.bottom for line in left), max(line.bottom for line in right))
    if bottom <= top:
        return False
    return is_prose(left) and is_prose(right)


def _one_column(lines: Sequence[Line], edge: float) -> list[Line]:
    """Return lines read from the top, parts of one line joined, aligned tables taken together.

    ``edge`` is how far they may reach to the right if they are in no column of their own.
    """
    if not lines:
        return []
    rows: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: (line.y, line.x0)):
        if rows and not line.cells and not rows[-1][0].cells and _beside(rows[-1], line):
            rows[-1].append(line)
        else:
            rows.append([line])
    for row in rows:
        row.sort(key=lambda line: line.x0)
    found: list[Line] = []
    index = 0
    while index < len(rows):
        table = aligned_table(rows, index)
        if table is not None:
            line, index = table
            found.append(line)
        else:
            found.append(joined(rows[index]))
            index += 1
    left = min(line.x0 for line in found)
    right = max(edge, *(line.x1 for line in found))
    return [line._replace(left=left, right=right, wide=edge > 0) for line in found]


def _beside(row: Sequence[Line], line: Line) -> bool:
    return abs(line.y - row[0].y) <= 0.35 * min(line.height, row[0].height)
