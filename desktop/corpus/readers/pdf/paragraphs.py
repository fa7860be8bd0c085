"""Paragraphs: which lines belong together, told by spacing, indents, short ends and styles."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from desktop.corpus.readers.pdf.markers import marker_of
from desktop.corpus.readers.pdf.shapes import Line, Paragraph

_SENTENCE_END = re.compile(r"[.!?:;…][)\]”’\"']*$")
_NEAR = 5.0
_FIRST_WORD = re.compile(r"\S+")
_QUESTION_START = re.compile(r"(?:question|q)\s*\.?\s*\d+\w?\s*[:.)–-]?", re.IGNORECASE)


@dataclass(slots=True)
class Spacing:
    """How far apart baselines usually are within a paragraph, for each size of letters."""

    usual: dict[float, float] = field(default_factory=dict[float, float])

    def is_gap(self, above: Line, below: Line) -> bool:
        """Whether two lines stand further apart than lines of a paragraph do."""
        distance = below.y - above.bottom
        size = max(above.height, below.height)
        usual = self.usual.get(_half(below.height), 1.25 * size)
        return distance > usual * 1.22 + 0.5


def spacing_of(lines: Sequence[Line]) -> Spacing:
    """Return the usual spacing of lines that are in order."""
    seen: dict[float, Counter[float]] = {}
    for above, below in pairwise(lines):
        distance = below.y - above.y
        alike = above.page == below.page and abs(above.height - below.height) < 0.6
        if alike and not above.cells and 0.8 * below.height < distance < 2.6 * below.height:
            size = _half(below.height)
            seen.setdefault(size, Counter())[round(distance * 2) / 2] += 1
    return Spacing({size: _narrowest_usual(counts) for size, counts in seen.items()})


def _narrowest_usual(counts: Counter[float]) -> float:
    """Return the smallest distance that is seen often."""
    most = max(counts.values())
    return min(distance for distance, count in counts.items() if count >= 0.3 * most)


def _half(size: float) -> float:
    return round(size * 2) / 2


def with_right_edges(lines: Sequence[Line]) -> list[Line]:
    """Return lines that know how far the text they belong to reaches to the right.

    That is the edge of their column, unless they and their neighbours are set narrower.
    """
    # The last page of a document may hold short lines only.
    usual = Counter(round(line.right / 3) * 3.0 for line in lines if line.wide)
    widest = usual.most_common(1)[0][0] if usual else 0.0
    found: list[Line] = []
    for group in _same_left(lines):
        longest = max(line.x1 for line in group)
        for line in group:
            column = max(line.right, widest) if line.wide else line.right
            narrow = len(group) >= 3 and longest - line.left >= 0.6 * (column - line.left)
            found.append(line._replace(right=longest if narrow else column))
    return found


def _same_left(lines: Sequence[Line]) -> Iterable[list[Line]]:
    """Yield neighbouring lines that begin at the same place."""
    group: list[Line] = []
    for line in lines:
        if group and not _are_aligned(group[-1], line):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _are_aligned(above: Line, below: Line) -> bool:
    return (
        above.page == below.page
        and not above.cells
        and not below.cells
        and above.left == below.left
        and abs(above.x0 - below.x0) < 0.5 * below.height
        and above.height == below.height
        and 0 < below.y - above.y < 2 * below.height
    )


def paragraphs(lines: Sequence[Line], spacing: Spacing) -> list[Paragraph]:
    """Return lines that are in order as paragraphs; a table is one of its own."""
    found: list[Paragraph] = []
    for line in lines:
        if found and _continues(found[-1], line, spacing):
            found[-1].lines.append(line)
        else:
            found.append(Paragraph([line]))
    return found


def _continues(paragraph: Paragraph, line: Line, spacing: Spacing) -> bool:
    """Whether ``line`` goes on with ``paragraph``."""
    last = paragraph.last
    if line.cells and last.cells:
        return line.page == last.page + 1 and same_columns(last, line)
    if line.cells or last.cells or line.mark or not _alike(paragraph, line):
        return False
    if last.page != line.page or line.y <= last.y or line.left > last.right:
        return _goes_on_elsewhere(paragraph, line)
    if spacing.is_gap(last, line):
        return False
    if _begins_item(paragraph, line) or _QUESTION_START.match(line.text):
        return False
    if _are_centred(last, line):
        return True
    if _is_indented(paragraph, line):
        return False
    return not _ends_short(last, line)


def same_columns(one: Line, two: Line) -> bool:
    """Whether two tables have as many columns and are as wide: one may go on with the other."""
    near = abs(one.x0 - two.x0) < _NEAR and abs(one.x1 - two.x1) < _NEAR
    return near and len(one.cells[0]) == len(two.cells[0])


def _alike(paragraph: Paragraph, line: Line) -> bool:
    """Whether a line looks like the paragraph so far."""
    style = paragraph.first.style
    last = paragraph.last.style
    if abs(style.size - line.style.size) > 0.06 * style.size + 0.2:
        return False
    if last.bold != line.style.bold and style.bold != line.style.bold:
        # Bold words at the end or the beginning of a paragraph may fill a line of it.
        return not (style.bold and len(paragraph.lines) > 0) and not line.style.bold
    return True


def _begins_item(paragraph: Paragraph, line: Line) -> bool:
    """Whether ``line`` begins with a number or bullet that is no part of a sentence."""
    if marker_of(line.text) is None:
        return False
    last = paragraph.last
    listed = marker_of(paragraph.first.text, paragraph.first.mark) is not None
    if listed and abs(line.x0 - paragraph.first.x0) < 0.5 * line.height:
        return True
    ended = bool(_SENTENCE_END.search(last.text))
    return ended or _ends_short(last, line) or abs(line.x0 - last.x0) > line.height


def _is_indented(paragraph: Paragraph, line: Line) -> bool:
    """Whether ``line`` begins further in or further out than the paragraph's lines."""
    size = line.height
    first = paragraph.first
    if len(paragraph.lines) >= 2:
        return abs(line.indent - paragraph.indent) > 0.8 * size
    hangs = marker_of(first.text, first.mark) is not None
    if hangs and line.x0 - first.x0 < 5 * size:
        return line.x0 < first.x0 - 0.8 * size
    if line.x0 > first.x0 + 0.8 * size:
        return True
    return line.x0 < first.x0 - 5 * size


def _is_centred(line: Line) -> bool:
    margin_left, margin_right = line.x0 - line.left, line.right - line.x1
    return margin_left > 0.6 * line.height and abs(margin_left - margin_right) < 0.8 * line.height


def _are_centred(last: Line, line: Line) -> bool:
    """Whether two lines are set about the same middle, away from the edges of their column."""
    if _is_centred(last) and _is_centred(line):
        return True
    apart = abs(last.x0 + last.x1 - line.x0 - line.x1) / 2
    inside = min(last.indent, line.indent) > 0.6 * line.height
    return inside and apart < 0.6 * line.height < abs(last.x0 - line.x0)


def _ends_short(last: Line, line: Line) -> bool:
    """Whether the first word of ``line`` would have found room on the line before it."""
    room = last.right - last.x1
    word = _FIRST_WORD.match(line.text)
    letters = max(len(line.text), 1)
    need = (len(word[0]) if word else 1) * (line.x1 - line.inner) / letters
    short = room > 1.2 * need + 0.6 * line.height
    if short and line.text[:1].islower() and not _SENTENCE_END.search(last.text):
        return room > 0.35 * (last.right - last.left)
    return short


def _goes_on_elsewhere(paragraph: Paragraph, line: Line) -> bool:
    """Whether a line at the top of a column or page goes on with what stood below the last."""
    last = paragraph.last
    if marker_of(line.text) is not None or _QUESTION_START.match(line.text):
        return False
    unlike = abs(paragraph.first.style.size - line.style.size) > 0.3 or line.style.bold
    if unlike and (_is_centred(last) or paragraph.first.style != line.style):
        return False
    if last.right - last.x1 > 0.3 * (last.right - last.left):
        return False
    if line.text[:1].islower() or last.text.endswith(("-", "\u00ad", ",")):
        return True
    if _SENTENCE_END.search(last.text):
        indented = line.x0 - line.left > 0.8 * line.height
        shift = (last.x0 - last.left) - (line.x0 - line.left)
        return not indented and not _ends_short(last, line) and abs(shift) < 0.8 * line.height
    return not _ends_short(last, line) or line.text[:1].isdigit()
