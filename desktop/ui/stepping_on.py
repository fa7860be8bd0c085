"""From one question to the next, and from one step of a course to the next: the same keys."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from desktop.core.walk import neighbour
from desktop.ui.place import PageId, Place

if TYPE_CHECKING:
    from desktop.ui.window import Window


def stepping_on(window: Window, by: int) -> Callable[[], object] | None:
    """Return what goes that many questions or steps on from here, None where there is none."""
    here = window.place
    if here.page is PageId.COURSE:
        return window.middle.actions_here().get("course.next" if by > 0 else "course.previous")
    draft = window.status.draft
    if draft is None or here.page is not PageId.QUESTION:
        return None
    number = neighbour(draft.consultation, here.item, by)
    if number is None:
        return None
    return lambda: window.go(Place(PageId.QUESTION, here.response, number))


def step_words(window: Window, at_question: str, in_course: str) -> str:
    """Return what the command is called here."""
    return in_course if window.place.page is PageId.COURSE else at_question
