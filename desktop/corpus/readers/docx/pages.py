"""Where the pages of a Word document end, as far as the file tells."""

from __future__ import annotations

from desktop.corpus.limits import XmlElement
from desktop.corpus.readers.docx.names import VAL, W
from desktop.corpus.readers.office.pages import Pages

_NEW_PAGE = frozenset({"nextPage", "oddPage", "evenPage"})


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
