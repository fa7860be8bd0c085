"""Pages that are pictures, and letters that cannot be told: what is said of them."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.corpus.readers.pdf.shapes import PageParts

_FEW_LETTERS = 25
_PICTURED = 0.4  # of the page
_DRAWN = 60  # shapes; letters that were turned into outlines are many
_HIDDEN = 0.5
_UNREADABLE = 0.25

SCANNED = (
    "This PDF has pictures of pages and no text to read. Make its text readable with text"
    " recognition (OCR), such as that of a scanner's program, or ask for the original document,"
    " and add that."
)
RECOGNISED = (
    "The text was recognised from a scan, so some letters may be wrong. Compare it with the pages."
)
GARBLED = (
    "Some of its letters are stored in a way that cannot be told, so words are missing or wrong."
    " Ask for the original document, or for a PDF saved anew from it."
)


def is_picture(page: PageParts) -> bool:
    """Whether a page is a picture, with no text or nearly none."""
    return page.letters < _FEW_LETTERS and (page.pictured > _PICTURED or page.drawn > _DRAWN)


def is_blank(page: PageParts) -> bool:
    """Whether there is nothing at all on a page."""
    return not page.letters and not page.pictured and not page.drawn


def is_scanned(pages: Sequence[PageParts]) -> bool:
    """Whether a document is a scan: all its pages that show anything are pictures."""
    shown = [page for page in pages if not is_blank(page)]
    pictures = [page for page in shown if is_picture(page)]
    letters = sum(page.letters for page in shown)
    if not pictures:
        return bool(shown) and not letters
    return len(pictures) == len(shown) or letters < _FEW_LETTERS * len(shown)


def notices(pages: Sequence[PageParts]) -> tuple[str, ...]:
    """Return what is to be said about a document that is no scan as a whole."""
    found: list[str] = []
    pictures = [page.number for page in pages if is_picture(page)]
    if pictures:
        found.append(_pictures(pictures))
    letters = sum(page.letters for page in pages)
    if letters and sum(page.hidden * page.letters for page in pages) > _HIDDEN * letters:
        found.append(RECOGNISED)
    if letters and sum(page.unreadable for page in pages) > _UNREADABLE * letters:
        found.append(GARBLED)
    return tuple(found)


def _pictures(numbers: Sequence[int]) -> str:
    if len(numbers) == 1:
        return (
            f"Page {numbers[0]} is a picture without text, so nothing of it was read. Look at it"
            " in the file."
        )
    return (
        f"Pages {ranges(numbers)} are pictures without text, so nothing of them was read. Look at"
        " them in the file."
    )


def ranges(numbers: Sequence[int]) -> str:
    """Return page numbers in words: "2, 5 to 7 and 9"."""
    spans: list[list[int]] = []
    for number in sorted(numbers):
        if spans and number == spans[-1][1] + 1:
            spans[-1][1] = number
        else:
            spans.append([number, number])
    parts = [_span(first, last) for first, last in spans]
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"


def _span(first: int, last: int) -> str:
    if first == last:
        return str(first)
    return f"{first} to {last}" if last > first + 1 else f"{first}, {last}"
