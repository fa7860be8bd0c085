"""A draft read once for all checks: its answers parsed, its words counted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from desktop.core.consultation import Question
from desktop.core.evidence import Snippet
from desktop.core.response import Answer, AnswerMark, Draft
from desktop.core.text import Blocks
from desktop.markup import parse
from desktop.markup.counting import document_words


@dataclass(frozen=True)
class WrittenAnswer:
    """An Answer that is not skipped, with its Question and its text as blocks."""

    question: Question
    answer: Answer
    blocks: Blocks


@dataclass(frozen=True)
class Reading:
    """What every check is given."""

    draft: Draft
    snippets: tuple[Snippet, ...] = ()

    @cached_property
    def answers(self) -> tuple[WrittenAnswer, ...]:
        """The Answers that are not skipped, in question order."""
        return tuple(
            WrittenAnswer(question, answer, parse(answer.body))
            for question in self.draft.consultation.questions
            if (answer := self.draft.answer(question.number)).mark is not AnswerMark.SKIPPED
        )

    @cached_property
    def words(self) -> int:
        """The words written for the submission."""
        return document_words(self.draft)

    def started(self) -> Iterator[WrittenAnswer]:
        """Yield the Answers that have any text."""
        return (item for item in self.answers if item.answer.body.strip())
