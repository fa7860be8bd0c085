"""From one question, step of a course, learner's work or comment to the next: the same keys."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from desktop.core.walk import neighbour
from desktop.ui.place import PageId, Place

if TYPE_CHECKING:
    from desktop.ui.window import Window


# Pages that step on themselves, and what their actions for that begin with.
_ON_PAGE = {PageId.COURSE: "course", PageId.COLLECTED: "work", PageId.COMMENTS: "comments"}
_STEPPED = {PageId.COLLECTED: "learner", PageId.COMMENTS: "comment"}


def stepping_on(window: Window, by: int) -> Callable[[], object] | None:
    """Return what goes that many questions, steps, learners or comments on from here, None where
    there is none.
    """
    here = window.place
    if here.page in _ON_PAGE:
        action = f"{_ON_PAGE[here.page]}.{'next' if by > 0 else 'previous'}"
        return window.middle.actions_here().get(action)
    draft = window.status.draft
    if draft is None or here.page is not PageId.QUESTION:
        return None
    number = neighbour(draft.consultation, here.item, by)
    if number is None:
        return None
    return lambda: window.go(Place(PageId.QUESTION, here.response, number))


def step_words(window: Window, at_question: str, in_course: str) -> str:
    """Return what the command is called here."""
    if window.place.page in _STEPPED:
        return at_question.replace("question", _STEPPED[window.place.page])
    return in_course if window.place.page is PageId.COURSE else at_question
