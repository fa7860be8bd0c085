"""Footnotes: small print at the foot of a page that begins with a mark."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from desktop.corpus.readers.pdf.shapes import Line, PageParts

_MOST = 40  # lines of footnotes on a page
_SMALL = 0.93  # of the size of the body
_OPENING = re.compile(r"(\(?(?:\d{1,3}|[*†‡§¶#∗]{1,3}|[ivx]{1,5})\)?[.:]?)\s+(?=\S)")
_ALONE = re.compile(r"\(?(?:\d{1,3}|[*†‡§¶#∗]{1,3})\)?[.:]?")
_BARE = re.compile(r"[\[\]().:\s]+")


def with_notes(page: PageParts, body: float, before: PageParts | None, last: int = 0) -> PageParts:
    """Return ``page`` with its footnotes parted from its other lines.

    ``body`` is the size of the letters of most text. ``before`` is the page before: if it ended
    with a footnote, small print without a mark may go on with it. ``last`` is the highest number
    of a footnote so far.
    """
    lines = sorted(page.lines, key=lambda line: line.y)
    others = [line for line in lines if line.cells or line.height > _SMALL * body]
    small = [line for line in lines if not line.cells and line.height <= _SMALL * body]
    foot = [line for line in small if not any(_below(other, line) for other in others)]
    foot = [line for line in foot if line.y > 0.3 * page.height]
    if before is None or not before.notes:
        foot = _from_first_mark(foot)
    if not any(opening(line)[0] for line in foot) or _is_list(foot, last):
        return page
    taken = {id(line) for line in foot}
    kept = tuple(line for line in page.lines if id(line) not in taken)
    return replace(page, lines=kept, notes=tuple(foot))


def _below(other: Line, line: Line) -> bool:
    """Whether ``other`` stands lower on the page than ``line``, in the same column."""
    return other.y > line.y + 1 and other.x0 < line.x1 and other.x1 > line.x0


def _from_first_mark(lines: Sequence[Line]) -> list[Line]:
    """Return the lines that stand beside or below a mark, and not to the left of it."""
    marks = [line for line in lines if opening(line)[0]]
    return [
        line for line in lines if any(line.y > mark.y - 1 and line.x1 > mark.x0 for mark in marks)
    ]


def _is_list(lines: Sequence[Line], last: int) -> bool:
    """Whether the lines are rather a list of references: too many, or in no order."""
    numbers = [last, *numbers_of(lines)]
    return len(lines) > _MOST or any(b > a + 3 for a, b in pairwise(numbers))


def numbers_of(lines: Iterable[Line]) -> list[int]:
    """Return the numbers that footnotes begin with."""
    return [int(mark) for line in lines if (mark := opening(line)[0]).isdigit()]


def opening(line: Line) -> tuple[str, str]:
    """Return the mark that a footnote begins with, "" if none, and the text after it."""
    if line.mark:
        mark = _BARE.sub("", line.mark)
        return (mark, line.text) if not mark.isalpha() or mark in "ivx" else ("", line.text)
    if _ALONE.fullmatch(line.text):
        return _BARE.sub("", line.text), ""
    match = _OPENING.match(line.text)
    if match is None:
        return "", line.text
    return _BARE.sub("", match[1]), line.text[match.end() :]


def body_size(pages: Iterable[PageParts]) -> float:
    """Return the size of the letters of most text; 0 if there is none."""
    weights: dict[float, int] = {}
    for page in pages:
        for line in page.lines:
            size = round(line.height * 2) / 2
            weights[size] = weights.get(size, 0) + len(line.text)
    return max(weights, key=lambda size: (weights[size], size)) if weights else 0.0
