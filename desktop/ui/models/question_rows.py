"""Where each answer of a Response stands, worked out for the review."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from desktop.core.budget import suggested_share
from desktop.core.consultation import Question
from desktop.core.finding import Finding
from desktop.core.response import Answer, AnswerState, Draft
from desktop.core.text import citations
from desktop.core.walk import states
from desktop.markup import parse
from desktop.markup.counting import answer_words
from desktop.ui.models.words import counted


@dataclass(frozen=True, slots=True)
class QuestionRow:
    """One line of the review."""

    question: Question
    answer: Answer
    words: int
    suggested: int | None
    citations: int
    findings: int


@dataclass(frozen=True, slots=True)
class Examined:
    """What takes too long to work out between two keystrokes."""

    findings: tuple[Finding, ...] = ()
    citations: Mapping[str, int] = field(default_factory=dict[str, int])


def count_citations(draft: Draft) -> dict[str, int]:
    """Return how many citations each Answer has, by Question number."""
    return {
        number: sum(1 for _ in citations(parse(answer.body)))
        for number, answer in draft.answers.items()
    }


def question_rows(draft: Draft, known: Examined) -> tuple[QuestionRow, ...]:
    """Return a line for every Question, in order."""
    questions = draft.consultation.questions
    at = states(draft)
    tally = Counter(finding.question for finding in known.findings)
    return tuple(
        QuestionRow(
            question,
            draft.answer(question.number),
            answer_words(draft, question.number),
            suggested_share(draft.consultation.limit, questions, at, question.number),
            known.citations.get(question.number, 0),
            tally[question.number],
        )
        for question in questions
    )


def missing_words(rows: Iterable[QuestionRow]) -> str:
    """Return in one sentence what is still to do, "" if nothing is."""
    rows = tuple(rows)
    state = Counter(row.answer.state for row in rows)
    no_key_point = sum(
        1
        for row in rows
        if row.answer.body.strip()
        and not row.answer.key_point.strip()
        and row.answer.state is not AnswerState.SKIPPED
    )
    parts = [
        (state[AnswerState.NOT_STARTED], "question not started", "questions not started"),
        (state[AnswerState.DRAFTING], "answer in draft", "answers in draft"),
        (no_key_point, "answer without a key point", "answers without a key point"),
    ]
    said = [counted(number, one, many) for number, one, many in parts if number]
    return f"Still to do: {', '.join(said)}." if said else ""
