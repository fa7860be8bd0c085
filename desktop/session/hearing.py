"""Likely questions about a draft, for a mock hearing."""

from __future__ import annotations

from desktop.core import hearing
from desktop.core.course import Course
from desktop.core.hearing import Likely
from desktop.core.response import Draft
from desktop.session.reporting import answer_texts


def likely_questions(draft: Draft, course: Course) -> tuple[Likely, ...]:
    """Return what a member may ask about a draft, then the questions that the Course brings."""
    return hearing.likely_questions(draft, answer_texts(draft, course.snippets), course.hearing)
