"""Checks that every question is dealt with: answered, or skipped on purpose and with a reason."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.checks.advice import FORMS, VISIONARY
from desktop.checks.reading import Reading
from desktop.checks.registry import Check
from desktop.core.edits import MarkAnswer
from desktop.core.finding import Finding, FindingLevel, Fix, Group
from desktop.core.response import AnswerMark, AnswerState
from desktop.core.rules import Part

NO_COMMENT = "We do not comment on this question."


def every_question_is_dealt_with(reading: Reading) -> Iterator[Finding]:
    """Every Question is answered, or skipped on purpose."""
    for item in reading.answers:
        if item.answer.state is not AnswerState.NOT_STARTED:
            continue
        required, number = item.question.required, item.question.number
        edit = MarkAnswer(reading.draft.response.id, number, AnswerMark.SKIPPED, NO_COMMENT)
        yield Finding(
            "question-answered",
            FindingLevel.ERROR if required else FindingLevel.WARNING,
            Part.ANSWERS,
            "This question must be answered." if required else "This question is not answered yet.",
            "Write an answer." if required else "Write an answer, or skip it and say why.",
            question=number,
            rule=reading.draft.rules.rule("required-questions" if required else "answers"),
            fixes=() if required else (Fix("Say that we do not comment on it", edit=edit),),
        )


def skipped_with_a_reason(reading: Reading) -> Iterator[Finding]:
    """A skipped Question says why, so that a colleague knows it was meant."""
    for number, reason in _skipped(reading):
        if reason:
            continue
        edit = MarkAnswer(reading.draft.response.id, number, AnswerMark.SKIPPED, NO_COMMENT)
        yield Finding(
            "skip-reason",
            FindingLevel.NUDGE,
            Part.ANSWERS,
            "This question is skipped without a reason.",
            "Say in a few words why, for whoever signs the submission off.",
            question=number,
            fixes=(Fix("Say that we do not comment on it", edit=edit),),
        )


def what_is_skipped_is_meant(reading: Reading) -> Iterator[Finding]:
    """Which Questions are skipped is said once, for whoever reads the whole."""
    skipped = [number for number, _ in _skipped(reading)]
    if not skipped:
        return
    required = {q.number for q in reading.draft.consultation.questions if q.required}
    for number in skipped:
        if number in required:
            yield Finding(
                "questions-skipped",
                FindingLevel.ERROR,
                Part.ANSWERS,
                "This question is skipped, and it must be answered.",
                "Take it up again and answer it, if only in a sentence.",
                question=number,
                rule=reading.draft.rules.rule("required-questions"),
            )
    meant = [number for number in skipped if number not in required]
    if meant:
        one = len(meant) == 1
        yield Finding(
            "questions-skipped",
            FindingLevel.NUDGE,
            Part.ANSWERS,
            f"Question {meant[0]} is skipped."
            if one
            else f"Questions {_listed(meant)} are skipped.",
            "Nothing need be done if that is meant: few bodies expect an answer to everything.",
            rule=reading.draft.rules.rule("answers"),
            basis=", ".join(meant),
        )


def _skipped(reading: Reading) -> Iterator[tuple[str, str]]:
    """Yield the Questions that are skipped, each with the reason."""
    for question in reading.draft.consultation.questions:
        answer = reading.draft.answer(question.number)
        if answer.mark is AnswerMark.SKIPPED:
            yield question.number, answer.skip_reason.strip()


def _listed(numbers: list[str]) -> str:
    return f"{', '.join(numbers[:-1])} and {numbers[-1]}"


CHECKS = (
    Check(
        "question-answered",
        Group.FORM,
        "No question is forgotten",
        every_question_is_dealt_with,
        authority=FORMS.authority,
        address=FORMS.address,
    ),
    Check(
        "skip-reason",
        Group.FORM,
        "A skipped question says why",
        skipped_with_a_reason,
        authority=VISIONARY.authority,
        address=VISIONARY.address,
    ),
    Check(
        "questions-skipped",
        Group.FORM,
        "Skipped questions are meant to be",
        what_is_skipped_is_meant,
        authority=VISIONARY.authority,
        address=VISIONARY.address,
    ),
)
