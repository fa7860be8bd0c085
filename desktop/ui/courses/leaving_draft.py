"""From the page where an answer is written back to the course that asked for it."""

from __future__ import annotations

from desktop.core.course_steps import DONE, beside, draft_step, is_behind
from desktop.core.learning import WorkKind
from desktop.errors import DesktopError
from desktop.ui.context import Context
from desktop.ui.place import PageId, Place


def leave_draft(context: Context, question: str) -> None:
    """Note that the draft is done and show the step that follows it; whoever comes by again, as to
    look something up for a hearing, goes back to the step that was open.
    """
    course, learning = context.session.course, context.session.learning
    step = draft_step(course, question) if course else None
    if course is None or learning is None or step is None:
        return
    if is_behind(learning, step.id):
        context.go(Place(PageId.COURSE))
        return
    try:
        context.session.courses.set(WorkKind.STEP, step.id, state=DONE)
    except DesktopError as error:
        context.dialogs.show_error(error)
    after = beside(course, step.id, 1) or step
    context.go(Place(PageId.COURSE, "", after.id))
