"""Likely questions about a draft, for a mock hearing."""

from __future__ import annotations

from desktop.core import hearing
from desktop.core.course import Course
from desktop.core.hearing import Likely
from desktop.core.learning import Learning, WorkKind
from desktop.core.response import Draft
from desktop.session.reporting import answer_texts


def likely_questions(draft: Draft, course: Course, learning: Learning) -> tuple[Likely, ...]:
    """Return what a member may ask about a draft, then the questions that the Course brings, then
    those that a learner made notes on and that are not asked any more.
    """
    noted = [
        str(work.data["asked"])
        for (kind, _), work in learning.works.items()
        if kind is WorkKind.HEARING and work.text and work.data.get("asked")
    ]
    return hearing.likely_questions(
        draft, answer_texts(draft, course.snippets), course.hearing, noted
    )
