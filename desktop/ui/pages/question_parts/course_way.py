"""Where a course asked for an answer, the way on from it leads back to that.

Asked at every question, so nothing of courses is imported where none is practised.
"""

from __future__ import annotations

from desktop.ui.context import Context
from desktop.ui.courses.practice import is_practice


def asked_by_course(context: Context, question: str) -> bool:
    """Tell whether the course that is practised here has a step for this answer."""
    if not is_practice(context.session):
        return False
    from desktop.core.course_steps import draft_step

    course = context.session.course
    return course is not None and draft_step(course, question) is not None


def back_to_course(context: Context, question: str) -> bool:
    """Go on with the course, the draft being done; tell whether the course asked for it."""
    if not asked_by_course(context, question):
        return False
    from desktop.ui.courses.leaving_draft import leave_draft

    leave_draft(context, question)
    return True
