"""A document as it was read: typed blocks in reading order, each with its place in the original."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from desktop.core.shortening import shortened


class DocumentFormat(StrEnum):
    """The kinds of file that can be read; the value is the usual ending of the name."""

    DOCX = "docx"
    ODT = "odt"
    PDF = "pdf"
    HTML = "html"
    RTF = "rtf"
    PPTX = "pptx"
    MARKDOWN = "md"
    TEXT = "txt"
    EML = "eml"


class BlockKind(StrEnum):
    """What a block of a document is."""

    HEADING = "heading"
    NUMBERED = "numbered-paragraph"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list-item"
    TABLE = "table"
    QUOTATION = "quotation"
    FOOTNOTE = "footnote"
    BREAK = "break"  # the end of a page, the beginning of a slide


Cells = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Block:
    """One block.

    Attributes:
        kind: what it is.
        text: its words without markup, its number and line breaks inside sentences; for a table
            the words of its cells, tabs between cells and line feeds between rows.
        level: of a heading 1 to 9, of a list item its depth from 1; otherwise 0.
        number: the number as printed, without the brackets or full stop after it: "12" of a
            numbered paragraph, "3.2" of a heading, "a" of a list item, the mark of a footnote; ""
            where none is printed. Never repeated in ``text``.
        cells: of a table, row by row; cells that were merged hold their text once.
        page: the page it begins on, from 1; 0 where the format has no pages.
        slide: the slide it is on, from 1; 0 where there are none.
    """

    kind: BlockKind
    text: str = ""
    level: int = 0
    number: str = ""
    cells: Cells = ()
    page: int = 0
    slide: int = 0


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a file says about itself; "" where it says nothing. ``date`` is YYYY-MM-DD."""

    title: str = ""
    author: str = ""
    date: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A document that was read.

    Attributes:
        format: what sort of file it was, told by its content.
        blocks: everything it says, in reading order. Footnotes follow the block that refers to
            them (of a PDF, the last block of the page).
        metadata: what the file says about itself.
        notices: sentences for the person, such as that tracked changes were read as accepted.
        scanned: there are only pictures of pages and no text to read.
        attachments: of an email, the attached files that could be read, by file name.
    """

    format: DocumentFormat
    blocks: tuple[Block, ...] = ()
    metadata: Metadata = Metadata()
    notices: tuple[str, ...] = ()
    scanned: bool = False
    attachments: tuple[tuple[str, Document], ...] = ()


@dataclass(frozen=True, slots=True)
class Locator:
    """Where a block stands, so that a person finds it again in the original.

    ``paragraph`` counts the blocks of text under the nearest heading (or on the slide), from 1.
    """

    page: int = 0
    slide: int = 0
    number: str = ""
    heading: str = ""
    paragraph: int = 0

    def words(self) -> str:
        """Return the place as a citation has it: "page 3, paragraph 12"."""
        if self.slide:
            return f"slide {self.slide}"
        parts = [f"page {self.page}"] if self.page else []
        if self.number:
            parts.append(f"paragraph {self.number}")
        elif self.heading:
            # In words that stand in a locator of the answer markup: no brackets, no line breaks.
            parts.append(f"under “{self.heading}”, paragraph {self.paragraph}")
        elif self.paragraph and not self.page:
            parts.append(f"paragraph {self.paragraph}")
        return ", ".join(parts)


_NO_TEXT = frozenset({BlockKind.HEADING, BlockKind.BREAK, BlockKind.FOOTNOTE})
_LONGEST_HEADING = 80


def locators(blocks: Iterable[Block]) -> tuple[Locator, ...]:
    """Return the Locator of each block, in the order of the blocks."""
    found: list[Locator] = []
    heading, paragraph, slide = "", 0, 0
    for block in blocks:
        if block.slide != slide:
            heading, paragraph, slide = "", 0, block.slide
        if block.kind is BlockKind.HEADING:
            heading, paragraph = _short(block.text), 0
        elif block.kind not in _NO_TEXT:
            paragraph += 1
        number = block.number if block.kind is BlockKind.NUMBERED else ""
        found.append(Locator(block.page, block.slide, number, heading, paragraph))
    return tuple(found)


def _short(heading: str) -> str:
    """Cut a long heading at a word: it is to be found again, not read."""
    return shortened(heading.replace("[", "(").replace("]", ")"), _LONGEST_HEADING)
