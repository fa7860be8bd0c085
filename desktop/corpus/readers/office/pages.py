"""Where the pages of a document end, as far as its file tells."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True)
class Pages:
    """Counts pages while the text is read.

    Programs note where pages ended when they last showed the document; in Word files a page break
    by hand usually has such a note behind it, and counts once. Without
    these notes, page numbers are not known.
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
