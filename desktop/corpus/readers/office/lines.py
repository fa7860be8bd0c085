"""A line: one paragraph or table as a file has it, before it is decided what it is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from desktop.core.document import Cells


class Role(StrEnum):
    """What the style of a line says that it is."""

    BODY = "body"
    TITLE = "title"
    HEADING = "heading"
    QUOTATION = "quotation"
    CONTENTS = "contents"  # a line of a table of contents
    CAPTION = "caption"  # or a subtitle: never a heading, however it looks
    TABLE = "table"
    BREAK = "break"


@dataclass(frozen=True, slots=True)
class Look:
    """How a line looks, as far as headings and quotations are told by it.

    ``size`` is in points (0 unknown), ``indented`` on both sides.
    """

    bold: bool = False
    size: float = 0
    capitals: bool = False
    underlined: bool = False
    indented: bool = False


PLAIN = Look()


@dataclass(frozen=True, slots=True)
class Label:
    """The mark that a list puts before a line.

    ``number`` is as printed, "" for a bullet; ``depth`` counts from 0; ``sequence`` names the run
    of numbers it belongs to: one that starts anew is another.
    """

    number: str = ""
    depth: int = 0
    sequence: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote or endnote: its mark and its words."""

    mark: str
    text: str


@dataclass(slots=True)
class Line:
    """One paragraph, table or break in reading order.

    ``text`` still has its tabs and, as line feeds, its line breaks; typed numbers are in it.
    """

    text: str = ""
    role: Role = Role.BODY
    level: int = 0
    label: Label | None = None
    look: Look = PLAIN
    page: int = 0
    slide: int = 0
    cells: Cells = ()
    notes: tuple[Note, ...] = ()


def flat(lines: list[Line]) -> str:
    """Return lines as the text of one cell: a line each, with its number or bullet before it."""
    return "\n".join(filter(None, map(_labelled, lines)))


def notes_of(lines: list[Line]) -> tuple[Note, ...]:
    """Return the notes that these lines refer to, in order."""
    return tuple(note for line in lines for note in line.notes)


def _labelled(line: Line) -> str:
    if line.role is Role.TABLE:
        rows = (" ".join(" ".join(cell.split()) for cell in row if cell) for row in line.cells)
        return "\n".join(filter(None, rows))
    text = "\n".join(filter(None, (" ".join(part.split()) for part in line.text.split("\n"))))
    if line.label is None or not text:
        return text
    number = line.label.number
    if not number:
        return f"• {text}"
    return f"({number}) {text}" if number.isalpha() else f"{number}. {text}"
