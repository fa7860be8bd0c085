"""Blocks of a handout in few words: headings, paragraphs, lists, tables, and texts of a Course."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from desktop.core.course import Course, StepKind
from desktop.core.outline import (
    BulletsBlock,
    HeadingBlock,
    Level,
    OutlineBlock,
    ParagraphBlock,
    Runs,
    TableBlock,
)
from desktop.core.rules import Numbering, Part
from desktop.export.blocks import Writing, plain_runs
from desktop.export.notes import NoteBook
from desktop.export.numbers import Numbers
from desktop.markup import parse

# Where all that is not part of a submission stands, so that nothing of it is indented or numbered.
_PART = Part.ANSWERS


def heading(text: str, level: Level = Level.SECTION) -> HeadingBlock:
    """Return a heading."""
    return HeadingBlock(level, text, _PART)


def paragraph(text: str, *, bold: bool = False) -> ParagraphBlock:
    """Return a paragraph of plain words."""
    return ParagraphBlock(plain_runs(text, bold=bold), _PART)


def bullets(items: Iterable[str], *, ordered: bool = False) -> Iterator[BulletsBlock]:
    """Yield a list of plain items, or nothing where there are none."""
    made = tuple(runs for runs in map(plain_runs, items) if runs)
    if made:
        yield BulletsBlock(made, _PART, ordered=ordered)


def step_title(course: Course, kind: StepKind, about: str) -> str:
    """Return the title of the Step that something belongs to; where none has it, its id."""
    found = (step for step in course.steps if step.kind is kind and step.about == about)
    return next((step.title for step in found), about)


def table(
    header: Iterable[str], rows: Iterable[Iterable[str]], *, room: bool = False
) -> TableBlock:
    """Return a table of plain cells."""
    return table_of(header, (map(plain_runs, row) for row in rows), room=room)


def table_of(
    header: Iterable[str], rows: Iterable[Iterable[Runs]], *, room: bool = False
) -> TableBlock:
    """Return a table of cells in runs."""
    return TableBlock(tuple(map(plain_runs, header)), tuple(map(tuple, rows)), _PART, room=room)


@dataclass(frozen=True, slots=True)
class Pen:
    """Writes texts of a Course, their citations as footnotes of one document."""

    notes: NoteBook
    numbers: Numbers = field(default_factory=lambda: Numbers(Numbering.NONE))

    def text(self, markdown: str, under: Level = Level.SECTION) -> Iterator[OutlineBlock]:
        """Yield a text of Markdown that stands under a heading of this level; its own sub-headings
        are of the next.
        """
        below = Level.QUESTION if under is Level.SECTION else Level.SUBHEADING
        for block in Writing(_PART, self.numbers, self.notes).blocks(parse(markdown)):
            if isinstance(block, HeadingBlock):
                yield replace(block, level=below)
            else:
                yield block

    def places(
        self, markdown: str, name: str, called: Mapping[type[OutlineBlock], str]
    ) -> Iterator[OutlineBlock]:
        """Yield a text whose blocks have numbers of their own from 1, sub-headings apart.

        A list, a quotation or a table has its number before it, with the word for such a thing that
        ``called`` has. ``name`` tells this text from the others of the document, which have no
        numbers.
        """
        number = 0
        for block in self.text(markdown):
            if isinstance(block, HeadingBlock):
                yield block
                continue
            block = replace(block, question=name)
            number += 1
            if isinstance(block, ParagraphBlock):
                yield replace(block, number=str(number))
            else:
                yield ParagraphBlock(plain_runs(called[type(block)]), _PART, str(number), name)
                yield block
