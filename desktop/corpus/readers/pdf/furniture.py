"""Running headers, footers and page numbers: what repeats at the edge of page after page."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from desktop.corpus.readers.pdf.shapes import Line, PageParts

_EDGE = 0.14  # of the height of the page
_ROWS = 4  # rows at each edge that may be furniture
_NEAR = 12.0
_SAME_ROW = 3.0
_APART = 1.5  # of the letters' size, from baseline to baseline
_SHARE = 0.3  # of the pages
_DIGITS = re.compile(r"\d+")
_ROMAN = re.compile(r"[ivxlc]+|[IVXLC]+")
_ROMAN_END = re.compile(r"^[ivxlc]+\b|\b[ivxlc]+$")
_PAGE_NUMBER = re.compile(
    r"[-–—|\[(\s]*(?:page|p\.?|pg\.?)?\s*(\d{1,4}|[ivxlc]{1,7})\s*(?:(?:of|/|\|)\s*\d{1,4})?"
    r"[-–—|\])\s.]*",
    re.IGNORECASE,
)
_SAYS_PAGE = re.compile(r"\b(?:page|p\.?)\s*\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?\b", re.IGNORECASE)
_QUESTION = re.compile(r"(?:question|q)\s*\.?\s*\d", re.IGNORECASE)


_Seen = dict[str, list[tuple[int, float]]]


def without_furniture(pages: Sequence[PageParts]) -> list[PageParts]:
    """Return the pages without running headers, footers and page numbers."""
    seen = _seen(pages)
    stamps = Counter(text for page in pages for text in set(page.askew))
    found: list[PageParts] = []
    for page in pages:
        drop = {id(line) for row in _furniture(page, seen, len(pages)) for line in row}
        kept = tuple(line for line in page.lines if id(line) not in drop)
        askew = tuple(text for text in page.askew if stamps[text] < 2)
        found.append(replace(page, lines=kept, askew=askew))
    return found


def _edges(page: PageParts) -> tuple[list[list[Line]], list[list[Line]]]:
    """Return the rows near the upper and near the lower edge of a page, from outside to inside.

    Each is followed by the row next to it inside, an empty one if there is none.
    """
    rows: list[list[Line]] = []
    for line in sorted(page.lines, key=lambda line: line.y):
        if rows and line.y - rows[-1][0].y < _SAME_ROW:
            rows[-1].append(line)
        else:
            rows.append([line])
    high = sum(1 for row in rows[:_ROWS] if row[0].y < _EDGE * page.height)
    low = sum(1 for row in rows[-_ROWS:] if row[0].y > (1 - _EDGE) * page.height)
    low = min(low, len(rows) - high)
    return [*rows, []][: high + 1], [*rows[::-1], []][: low + 1]


def _furniture(page: PageParts, seen: _Seen, pages: int) -> Iterator[list[Line]]:
    """Yield the rows of a page that are furniture: they stand apart from the text inside."""
    for rows in _edges(page):
        apart = 0
        for index, row in enumerate(rows[:-1]):
            if not all(_is_furniture(line, page, seen, pages) for line in row):
                break
            if not rows[index + 1] or _stands_apart(row, rows[index + 1]):
                apart = index + 1
        yield from rows[:apart]


def _stands_apart(row: Sequence[Line], inside: Sequence[Line]) -> bool:
    """Whether a row keeps its distance from the text next to it, or is set smaller or larger."""
    one, two = row[0], inside[0]
    if _PAGE_NUMBER.fullmatch(f"{one.mark} {one.text}".strip()):
        return True
    size = max(one.height, two.height)
    distance = abs((two.y if two.y > one.y else two.bottom) - one.y)
    return distance > _APART * size or abs(one.height - two.height) > 0.08 * size


def _seen(pages: Iterable[PageParts]) -> _Seen:
    seen: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
    for page in pages:
        for line in {
            id(line): line for rows in _edges(page) for row in rows for line in row
        }.values():
            for key in {_exact(line), *_numbered(line, page.number)}:
                seen[key].append((page.number, line.y))
    return seen


def _exact(line: Line) -> str:
    return " ".join((*line.text.casefold().split(), line.mark)).strip()


def _numbered(line: Line, page: int) -> list[str]:
    """Return the words of a line with each of its numbers told by how far it is from the page's."""
    text = _exact(line)
    found = [match for match in _DIGITS.finditer(text) if len(match[0]) < 5]
    roman = _ROMAN_END.sub("<roman>", text)
    return [roman] * (roman != text) + [
        f"{text[: match.start()]}<{int(match[0]) - page}>{text[match.end() :]}"
        for match in found[:6]
    ]


def _is_furniture(line: Line, page: PageParts, seen: _Seen, pages: int) -> bool:
    text = f"{line.mark} {line.text}".strip()
    if line.cells or _QUESTION.match(text):
        return False
    if _PAGE_NUMBER.fullmatch(text):
        return _is_page_number(line, text, page, seen)
    if _SAYS_PAGE.search(text) and len(text) < 80 and (pages == 1 or _repeats(line, page, seen)):
        return True
    return _repeats(line, page, seen, pages)


def _is_page_number(line: Line, text: str, page: PageParts, seen: _Seen) -> bool:
    """Whether a line with nothing but a number is one that counts pages."""
    if _SAYS_PAGE.search(text) or any(len(seen[key]) >= 2 for key in _numbered(line, page.number)):
        return True
    match = _PAGE_NUMBER.fullmatch(text)
    number = match[1] if match else ""
    if _ROMAN.fullmatch(number):
        return True
    lowest = max((other.y for other in page.lines if other is not line), default=0.0)
    outside = line.y > lowest + 0.5 * line.height or line.y < 0.07 * page.height
    return outside and int(number) <= page.number + 400


def _repeats(line: Line, page: PageParts, seen: _Seen, pages: int = 0) -> bool:
    """Whether the same words stand at the same height on enough pages."""
    for key in (_exact(line), *_numbered(line, page.number)):
        places = {number for number, y in seen[key] if abs(y - line.y) < _NEAR}
        enough = 2 if pages <= 6 else 3
        if len(places) >= enough and (len(places) >= _SHARE * pages or _in_a_row(places)):
            return True
    return False


def _in_a_row(places: set[int]) -> bool:
    """Whether three pages near one another have it, as a chapter's or every other page's head."""
    numbers = sorted(places)
    return any(c - a <= 4 for a, c in zip(numbers, numbers[2:], strict=False))
