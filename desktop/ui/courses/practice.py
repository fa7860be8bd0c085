"""Whether this workspace is one for practising, and whether a trainer sits here.

Asked at every start, so it imports nothing of courses.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.session import Session

TRAINER = "courses.trainer"
_PRACTICE = "course.practice"


def is_practice(session: Session) -> bool:
    """Tell whether a course is practised in this workspace."""
    return bool(session.setting(_PRACTICE))


def practice_title(session: Session) -> str:
    """Return the title of the course that is practised here, "" where none is."""
    said = session.setting(_PRACTICE)
    return str(said["title"]) if said else ""


def is_preview(session: Session) -> bool:
    """Tell whether a trainer looks at a course here as a learner would."""
    return session.path.parent == session.paths.previews


def evidence_is_off(session: Session) -> bool:
    """Tell whether the trainer has turned evidence off in the course that is practised here."""
    said = session.setting(_PRACTICE)
    return bool(said) and not said.get("offers", True)


def is_trainer(session: Session) -> bool:
    """Tell whether trainer mode is on: what trainers do is offered then."""
    return bool(session.setting(TRAINER)) and not is_practice(session)
