"""Which part of the window writes which stretch of the preview."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from PySide6.QtGui import QTextBlock, QTextDocument

from desktop.core.outline import HeadingBlock, Level, Outline
from desktop.core.rules import Part
from desktop.ui.models.words import PARTS
from desktop.ui.place import PageId, Place

_LEVELS = {Level.TITLE: 1, Level.SECTION: 2, Level.QUESTION: 3}
_NOTES_LEVEL = 4
_PAGES = {
    Part.SUMMARY: PageId.SUMMARY,
    Part.ANSWERS: PageId.REVIEW,
    Part.RECOMMENDATIONS: PageId.RECOMMENDATIONS,
}


class PreviewPlaces:
    """Knows, for each position in the preview, where the text there is written."""

    def __init__(self, document: QTextDocument, outline: Outline, response: str) -> None:
        marks = list(_marks(document, outline, response))
        self._starts = [start for start, _ in marks]
        self._places = [place for _, place in marks]
        for start, cited in list(_notes(document)):
            # They stand at the end, one after another; each belongs where it is cited.
            self._starts.append(start)
            self._places.append(self.at(cited))

    def at(self, position: int) -> Place | None:
        """Return where the text at a position is written, None for what nobody writes."""
        found = bisect_right(self._starts, position) - 1
        return self._places[found] if found >= 0 else None


def edit_words(place: Place | None) -> str:
    """Return what the button says that leads to a place."""
    if place is None:
        return "Edit this part"
    if place.page is PageId.QUESTION:
        return f"Edit answer {place.item}"
    for part, page in _PAGES.items():
        if page is place.page:
            return "Go to the review" if part is Part.ANSWERS else f"Edit {PARTS[part].lower()}"
    return "Edit about us"


def _marks(
    document: QTextDocument, outline: Outline, response: str
) -> Iterator[tuple[int, Place | None]]:
    """Yield where each part of the document begins: its headings come in the Outline's order."""
    headings = iter(
        [b for b in outline.blocks if isinstance(b, HeadingBlock) and b.level in _LEVELS]
    )
    for block in _blocks(document):
        level = block.blockFormat().headingLevel()
        if level in _LEVELS.values():
            heading = next(headings, None)
            # The list of sources has a heading that the Outline's blocks do not have.
            yield block.position(), _place(heading, response) if heading else None
        elif level == _NOTES_LEVEL and outline.notes and block.text() == outline.frame.notes:
            yield block.position(), None


def _notes(document: QTextDocument) -> Iterator[tuple[int, int]]:
    """Yield where each footnote begins and where it is cited, in the order of the footnotes."""
    cited: dict[str, int] = {}
    for block in _blocks(document):
        for name, position in _anchors(block):
            kind, _, number = name.partition("-")
            if kind == "mark":
                cited[number] = position
            elif kind == "note" and number in cited:
                yield block.position(), cited[number]


def _anchors(block: QTextBlock) -> Iterator[tuple[str, int]]:
    fragments = block.begin()
    while not fragments.atEnd():
        fragment = fragments.fragment()
        for name in fragment.charFormat().anchorNames():
            yield name, fragment.position()
        fragments += 1


def _place(heading: HeadingBlock, response: str) -> Place:
    if heading.question:
        return Place(PageId.QUESTION, response, heading.question)
    return Place(_PAGES.get(heading.part, PageId.ABOUT), response)


def _blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()
