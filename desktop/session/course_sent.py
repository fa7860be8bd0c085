"""Whether what a trainer says of a learner's work has gone back, and has changed since."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from enum import StrEnum
from hashlib import sha256

from desktop.core.learning import Work, WorkKind
from desktop.core.sending_comments import SentBack, comments_text
from desktop.store import course_rows
from desktop.store.connection import Connection

_SENT = "sent"

Works = Mapping[tuple[WorkKind, str], Work]


class Sent(StrEnum):
    """Where comments stand on their way back."""

    NOT = "not"
    CHANGED = "changed"  # sent, and something else is said since, or newer work came
    SENT = "sent"


def sent_note(collected: str, said: SentBack, now: datetime) -> Work:
    """Return what is kept of having sent something back."""
    return Work(WorkKind.NOTES, f"{collected}/{_SENT}", {"said": _digest(said)}, now)


def sent_state(db: Connection, collected: str, works: Works) -> Sent:
    """Return where the comments on one learner's work stand; ``works`` are all that the workspace
    holds.
    """
    note = works.get((WorkKind.NOTES, f"{collected}/{_SENT}"))
    if note is None:
        return Sent.NOT
    work = course_rows.collected_digest(db, collected)
    comments, marks = course_rows.comments(db, collected), marks_on(works, collected)
    now = SentBack("", work, "", "", tuple(comments), tuple(marks))
    same = note.words("said") == _digest(now)
    return Sent.SENT if same else Sent.CHANGED


def marks_on(works: Works, collected: str) -> list[Work]:
    """Return the trainer's column on one learner's work, items as a learner's own have them."""
    start = f"{collected}/"
    return [
        replace(work, item=item.removeprefix(start))
        for (kind, item), work in works.items()
        if kind is WorkKind.RUBRIC and item.startswith(start)
    ]


def _digest(said: SentBack) -> str:
    """Return what changes when something else is said, or of other work; whoever it is for."""
    marks: Sequence[Work] = sorted(said.marks, key=lambda mark: mark.item)
    plain = SentBack("", said.work, "", "", said.comments, tuple(marks))
    return sha256(comments_text(plain).encode()).hexdigest()
