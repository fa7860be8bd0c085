"""Answer text becomes blocks of the Outline: numbered paragraphs, lists, quotations, tables."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from desktop.core.outline import (
    BulletsBlock,
    HeadingBlock,
    Level,
    OutlineBlock,
    ParagraphBlock,
    QuoteBlock,
    Runs,
    TableBlock,
)
from desktop.core.rules import Part
from desktop.core.text import (
    Block,
    Blocks,
    Cite,
    ListBlock,
    Paragraph,
    Quote,
    Subheading,
    Table,
    Text,
    normal_line,
    plain,
)
from desktop.export.notes import NoteBook
from desktop.export.numbers import Numbers


@dataclass(frozen=True, slots=True)
class Writing:
    """One part of the Outline being written: where its numbers and footnotes come from."""

    part: Part
    numbers: Numbers
    notes: NoteBook
    question: str = ""

    def blocks(self, text: Blocks) -> Iterator[OutlineBlock]:
        """Yield the Outline's blocks for answer text: numbered, citations as footnotes."""
        return map(self._block, text)

    def paragraph(self, runs: Runs) -> ParagraphBlock:
        """Return a paragraph with the next number."""
        return ParagraphBlock(runs, self.part, self.numbers.next(self.question), self.question)

    def sentence(self, text: str, *, bold: bool = False) -> ParagraphBlock:
        """Return a paragraph of plain words with the next number."""
        return self.paragraph(plain_runs(text, bold=bold))

    def _block(self, block: Block) -> OutlineBlock:
        runs = self.notes.runs
        where = (self.part, self.question)
        match block:
            case Paragraph(line):
                return self.paragraph(runs(line))
            case Subheading(line):
                marks = tuple(self.notes.mark(c).number for c in line if isinstance(c, Cite))
                words = plain(normal_line((Text(plain(line)),)))
                return HeadingBlock(Level.SUBHEADING, words, *where, notes=marks)
            case ListBlock(ordered, items):
                lines = tuple(map(runs, items))
                return BulletsBlock(lines, self.part, ordered=ordered, question=self.question)
            case Quote(paragraphs):
                return QuoteBlock(tuple(map(runs, paragraphs)), *where)
            case Table(header, rows):
                return TableBlock(
                    tuple(map(runs, header)), tuple(tuple(map(runs, row)) for row in rows), *where
                )


def plain_runs(text: str, *, bold: bool = False) -> Runs:
    """Return plain words as one run, white space folded and unsafe characters dropped."""
    line = normal_line((Text(text, bold=bold),))
    return tuple(part for part in line if isinstance(part, Text))


def plain_words(runs: Runs) -> str:
    """Return the words of runs without footnote marks."""
    return "".join(part.text for part in runs if isinstance(part, Text))
