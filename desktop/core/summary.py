"""The summary while it follows the key points by itself."""

from __future__ import annotations

from desktop.core.response import AnswerMark, Draft, SummaryPoint


def summary_points(draft: Draft) -> tuple[SummaryPoint, ...]:
    """Return the bullets of the summary: the edited ones, or one for each key point in question
    order.
    """
    if draft.response.summary is not None:
        return draft.response.summary
    return points_from_key_points(draft)


def points_from_key_points(draft: Draft) -> tuple[SummaryPoint, ...]:
    """Return one bullet for each key point of an Answer that is not skipped, in question order."""
    return tuple(
        SummaryPoint(answer.key_point.strip(), (question.number,))
        for question in draft.consultation.questions
        if (answer := draft.answer(question.number)).key_point.strip()
        and answer.mark is not AnswerMark.SKIPPED
    )
