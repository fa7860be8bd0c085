"""Where the pages of a Word document end, as far as the file tells."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.corpus.limits import XmlElement
from desktop.corpus.readers.docx.names import VAL, W

_NEW_PAGE = frozenset({"nextPage", "oddPage", "evenPage"})


@dataclass(slots=True)
class Pages:
    """Counts pages while the text is read.

    Word notes where pages ended when it last showed the document; a page break by hand usually has
    such a note behind it and counts once. Without these notes, page numbers are not known.
    """

    known: bool
    page: int = 1
    broken: bool = False  # a break by hand, and no text since

    def rendered(self) -> None:
        """Take in a place where a page ended when the document was last shown."""
        self.page += 1
        self.broken = False

    def by_hand(self) -> None:
        """Take in a page break that the writer put in."""
        if self.broken:
            self.page += 1
        self.broken = True

    def text(self) -> int:
        """Take in some text; return its page, 0 if pages are not known."""
        if self.broken:
            self.page += 1
            self.broken = False
        return self.page if self.known else 0


def pages_of(body: XmlElement) -> Pages:
    """Return a counter for the pages of a document."""
    return Pages(known=next(body.iter(f"{W}lastRenderedPageBreak"), None) is not None)


def section_breaks(body: XmlElement) -> list[bool]:
    """Tell for the end of each section, in order, whether a new page begins after it."""
    sections = list(body.iter(f"{W}sectPr"))
    return [_begins_page(section) for section in sections[1:]]


def _begins_page(section: XmlElement) -> bool:
    kind = section.find(f"{W}type")
    return kind is None or kind.get(VAL, "nextPage") in _NEW_PAGE
