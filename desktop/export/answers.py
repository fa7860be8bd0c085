"""The answers: each Question as a heading, its key point first, then its text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desktop.core.consultation import Question
from desktop.core.outline import HeadingBlock, Level, OutlineBlock
from desktop.core.response import Answer, AnswerMark, Draft
from desktop.core.rules import Part
from desktop.core.text import Paragraph, plain
from desktop.export.blocks import Writing
from desktop.export.filling import Values
from desktop.export.options import ExportOptions
from desktop.export.plan import Plan
from desktop.export.sentences import closed
from desktop.markup import parse

_NOT_A_WORD = re.compile(r"\W+")


def answered(draft: Draft) -> tuple[Question, ...]:
    """Return the Questions that have something to print: not skipped and not empty."""
    return tuple(
        question
        for question in draft.consultation.questions
        if _has_content(draft.answer(question.number))
    )


def _has_content(answer: Answer) -> bool:
    if answer.mark is AnswerMark.SKIPPED:
        return False
    return bool(answer.key_point.strip() or answer.choice or parse(answer.body))


def question_blocks(
    draft: Draft, plan: Plan, base: Values, options: ExportOptions, writing: Writing
) -> Iterator[OutlineBlock]:
    """Yield heading and answer of one Question, or nothing where there is nothing to print."""
    question = draft.consultation.question(writing.question)
    answer = draft.answer(question.number)
    skipped = answer.mark is AnswerMark.SKIPPED
    if skipped and not options.skipped_named:
        return
    if not skipped and not _has_content(answer):
        return
    words = plan.say(
        "question", base, number=question.number, text=question.text, heading=question.heading
    )
    yield HeadingBlock(Level.QUESTION, words, Part.ANSWERS, question.number)
    if skipped:
        reason = answer.skip_reason.strip()
        yield writing.sentence(plan.say("skipped", base, reason=closed(reason)))
        return
    yield from answer_blocks(answer, plan, base, writing)


def answer_blocks(
    answer: Answer, plan: Plan, base: Values, writing: Writing
) -> Iterator[OutlineBlock]:
    """Yield the paragraphs of an Answer: the choice, the key point, the text."""
    if answer.choice:
        choices = "; ".join(choice.rstrip(" .") for choice in answer.choice)
        yield writing.sentence(plan.say("choice", base, choices=choices))
    if answer.key_point.strip() and not opens_with(answer):
        yield writing.sentence(closed(answer.key_point), bold=True)
    yield from writing.blocks(parse(answer.body))


def opens_with(answer: Answer) -> bool:
    """Tell whether the text already begins with the key point, whatever its punctuation."""
    first = next(iter(parse(answer.body)), None)
    if not isinstance(first, Paragraph):
        return False
    key_point = _words(answer.key_point)
    return _words(plain(first.line))[: len(key_point)] == key_point


def _words(text: str) -> list[str]:
    return _NOT_A_WORD.sub(" ", text.casefold()).split()
