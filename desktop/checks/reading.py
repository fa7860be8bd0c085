"""A draft read once for all checks: its texts parsed, its lines and words counted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property, lru_cache

from desktop.checks.known import Known
from desktop.core.consultation import Question
from desktop.core.finding import TextField
from desktop.core.response import Answer, AnswerMark, Draft
from desktop.core.rules import Part
from desktop.core.summary import summary_points
from desktop.core.text import (
    Block,
    Blocks,
    Cite,
    Line,
    ListBlock,
    Paragraph,
    Quote,
    Subheading,
    Table,
    Text,
    plain,
    plain_text,
)
from desktop.core.words import count_words
from desktop.markup import parse
from desktop.markup.counting import document_words


class LineKind(StrEnum):
    """What sort of line it is."""

    PARAGRAPH = "paragraph"
    SUBHEADING = "sub-heading"
    ITEM = "item"
    QUOTE = "quote"
    HEADER = "header"
    CELL = "cell"


@dataclass(frozen=True, slots=True)
class WrittenLine:
    """One line of a text: a paragraph, a list item, a cell, or the whole of a plain field.

    ``text`` is what it says in plain words, and what ``Spot`` counts in. ``line`` has its runs and
    citations. Where it stands: ``part``, ``question`` ("" = none), ``field`` and ``item`` (see
    ``Spot``); which line of its text it is, the line itself does not know.
    """

    part: Part
    question: str
    field: TextField
    item: str
    kind: LineKind
    line: Line
    text: str

    @property
    def cites(self) -> tuple[Cite, ...]:
        """Its citations in reading order."""
        return tuple(part for part in self.line if isinstance(part, Cite))


@dataclass(frozen=True)
class WrittenAnswer:
    """An Answer that is not skipped, with its Question and its text as blocks.

    While nothing of it changes it stays the same from one Reading to the next, and with it what was
    worked out of it.
    """

    question: Question
    answer: Answer
    blocks: Blocks

    @cached_property
    def text(self) -> str:
        """What its body says in plain words, a line for each."""
        return plain_text(self.blocks)

    @cached_property
    def words(self) -> int:
        """The words of its body."""
        return count_words(self.text)

    @cached_property
    def lines(self) -> tuple[tuple[int, WrittenLine], ...]:
        """The lines of its key point and its body, each with its place in its text."""
        number = self.question.number
        point = _of_plain(self.answer.key_point, Part.ANSWERS, TextField.KEY_POINT, number)
        return (*point, *_of_blocks(self.blocks, Part.ANSWERS, TextField.BODY, number))


@lru_cache(maxsize=256)
def _written(question: Question, answer: Answer) -> WrittenAnswer:
    return WrittenAnswer(question, answer, parse(answer.body))


@dataclass(frozen=True)
class Reading:
    """What every check of a whole draft is given."""

    draft: Draft
    known: Known

    @cached_property
    def answers(self) -> tuple[WrittenAnswer, ...]:
        """The Answers that are not skipped, in question order."""
        return tuple(
            _written(question, answer)
            for question in self.draft.consultation.questions
            if (answer := self.draft.answer(question.number)).mark is not AnswerMark.SKIPPED
        )

    @cached_property
    def words(self) -> int:
        """The words written for the submission."""
        return document_words(self.draft)

    @cached_property
    def lines(self) -> tuple[tuple[int, WrittenLine], ...]:
        """Every line that will be printed, in the order of the document, with its place (from 0) in
        its text.
        """
        return tuple(self._lines())

    def started(self) -> Iterator[WrittenAnswer]:
        """Yield the Answers that have any text."""
        return (item for item in self.answers if item.answer.body.strip())

    def lines_of(self, question: str) -> Iterator[tuple[int, WrittenLine]]:
        """Yield the lines of the body of one Answer, each with its place."""
        return (
            (place, line)
            for place, line in self.lines
            if line.question == question and line.field is TextField.BODY
        )

    def _lines(self) -> Iterator[tuple[int, WrittenLine]]:
        draft = self.draft
        yield from _of_blocks(parse(draft.about), Part.ABOUT, TextField.ABOUT)
        yield from _of_blocks(parse(draft.response.reason), Part.ABOUT, TextField.REASON)
        if draft.response.summary is not None:
            for place, point in enumerate(summary_points(draft)):
                yield from _of_plain(point.text, Part.SUMMARY, TextField.SUMMARY, item=str(place))
        for item in self.answers:
            yield from item.lines
        for asked in draft.recommendations:
            for field, text in (
                (TextField.WHO, asked.who),
                (TextField.WHAT, asked.what),
                (TextField.BY_WHEN, asked.by_when),
            ):
                yield from _of_plain(text, Part.RECOMMENDATIONS, field, asked.question, asked.id)
        spoken = parse(draft.response.oral_evidence)
        yield from _of_blocks(spoken, Part.ORAL_EVIDENCE, TextField.ORAL_EVIDENCE)


def _of_plain(
    text: str, part: Part, field: TextField, question: str = "", item: str = ""
) -> Iterator[tuple[int, WrittenLine]]:
    if text.strip():
        line = (Text(text),)
        yield 0, WrittenLine(part, question, field, item, LineKind.PARAGRAPH, line, text)


def _of_blocks(
    blocks: Iterable[Block], part: Part, field: TextField, question: str = ""
) -> Iterator[tuple[int, WrittenLine]]:
    kinds = (pair for block in blocks for pair in _kinds(block))
    for place, (kind, line) in enumerate(kinds):
        yield place, WrittenLine(part, question, field, "", kind, line, plain(line))


def _kinds(block: Block) -> Iterator[tuple[LineKind, Line]]:
    """Yield the lines of a block in the order of ``desktop.core.text.lines``."""
    match block:
        case Table(header, rows):
            yield from ((LineKind.HEADER, line) for line in header)
            yield from ((LineKind.CELL, line) for row in rows for line in row)
        case Paragraph(line):
            yield LineKind.PARAGRAPH, line
        case Subheading(line):
            yield LineKind.SUBHEADING, line
        case ListBlock(_, items):
            yield from ((LineKind.ITEM, line) for line in items)
        case Quote(paragraphs):
            yield from ((LineKind.QUOTE, line) for line in paragraphs)
