"""The Outline: what a submission says, in order, each block knowing the answer it came from.

``desktop.export`` builds it from a Draft; preview, Word, plain text and per-answer text are writers
of it. An Outline is complete: numbers, footnotes and cross-references are worked out, a writer only
decides on looks.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from desktop.core.rules import Numbering, Part
from desktop.core.text import Text


@dataclass(frozen=True, slots=True)
class NoteRef:
    """The mark of a footnote in running text; ``number`` is 1, 2, 3 ... through the document."""

    number: int


Run = Text | NoteRef
Runs = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote: full reference at first use, short form after, locator always."""

    number: int
    text: str
    source: str


class Level(StrEnum):
    """What a heading is a heading of."""

    TITLE = "title"
    SECTION = "section"
    QUESTION = "question"
    SUBHEADING = "subheading"


@dataclass(frozen=True, slots=True)
class HeadingBlock:
    """A heading; ``notes`` are the numbers of the footnotes marked after its words. On a
    ``new_page`` it stands at the top of one.
    """

    level: Level
    text: str
    part: Part
    question: str = ""
    notes: tuple[int, ...] = ()
    new_page: bool = False


@dataclass(frozen=True, slots=True)
class ParagraphBlock:
    """A paragraph; ``number`` is its printed number ("" for none), such as "12" or "3.2"."""

    runs: Runs
    part: Part
    number: str = ""
    question: str = ""


@dataclass(frozen=True, slots=True)
class BulletsBlock:
    """A list. ``refs`` (same length as items, or empty) are cross-references printed after each
    item, with the closing stop that its sentence has given up for them.
    """

    items: tuple[Runs, ...]
    part: Part
    ordered: bool = False
    refs: tuple[str, ...] = ()
    question: str = ""

    @property
    def lines(self) -> tuple[tuple[Runs, str], ...]:
        """Every item with the cross-reference that is printed after it ("" for none)."""
        return tuple(zip(self.items, self.refs or ("",) * len(self.items), strict=True))


@dataclass(frozen=True, slots=True)
class QuoteBlock:
    """A displayed quotation."""

    paragraphs: tuple[Runs, ...]
    part: Part
    question: str = ""


@dataclass(frozen=True, slots=True)
class TableBlock:
    """A simple table with a header row; ``room`` leaves room to write in its rows by hand."""

    header: tuple[Runs, ...]
    rows: tuple[tuple[Runs, ...], ...]
    part: Part
    question: str = ""
    room: bool = False


OutlineBlock = HeadingBlock | ParagraphBlock | BulletsBlock | QuoteBlock | TableBlock


@dataclass(frozen=True, slots=True)
class Remark:
    """Somebody's comment on a stretch of the text: ``opens`` and ``closes`` are the characters that
    stand in the words where it begins and ends. They are marks, and never printed.
    """

    opens: str
    closes: str
    text: str
    author: str
    written: datetime


@dataclass(frozen=True, slots=True)
class Frame:
    """The fixed words around the text: running header, page number, headings at the end."""

    header: str = ""
    page: str = "Page"
    page_numbers: bool = True
    notes: str = "Notes"
    sources: str = "Sources"


@dataclass(frozen=True, slots=True)
class Outline:
    """A whole submission, ready to be written in any form; ``language`` is a BCP 47 tag.

    ``remarks`` become comments where the form has such, ``landscape`` turns the page.
    """

    title: str
    organisation: str
    inquiry: str
    body: str
    dated: date
    numbering: Numbering
    blocks: tuple[OutlineBlock, ...]
    notes: tuple[Note, ...] = ()
    sources: tuple[str, ...] = ()
    frame: Frame = Frame()
    language: str = "en-GB"
    remarks: tuple[Remark, ...] = ()
    landscape: bool = False
