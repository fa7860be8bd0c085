"""A learner's file written: which practice workspace it is from, and which of its files it is."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.core.course import Course
from desktop.core.handing_in import ENDING, work_text
from desktop.core.learning import Learning
from desktop.export.files import write_atomic
from desktop.session.travelling_files import with_ending

if TYPE_CHECKING:
    from desktop.core.response import Draft
    from desktop.session.session import Session

# The setting of a practice workspace that remembers it.
HANDED_IN = "course.handed-in"
# Nobody hands in so often; a file does not grow without end.
_MOST_SAVES = 400


def write_work(
    session: Session, course: Course, draft: Draft, learning: Learning, path: Path, replace: bool
) -> Path:
    """Write a learner's file and return its path. It is numbered anew where it says something else
    than the one before, and says which ones it was written on from, so that of two the newer one is
    known without any time in it. Raises as ``write_atomic`` does.
    """
    path = with_ending(path, ENDING)
    before: dict[str, Any] = session.setting(HANDED_IN) or {}
    digest = sha256(work_text(course, draft, learning).encode()).hexdigest()
    practice = str(before.get("practice") or session.new_id())
    number, saves = int(before.get("number", 0)), list(before.get("saves", ()))
    if before.get("digest") != digest:
        number, saves = number + 1, [*saves, session.new_id()][-_MOST_SAVES:]
    text = work_text(course, draft, learning, practice, number, saves)
    write_atomic(path, text.encode(), replace)
    said = {"practice": practice, "number": number, "digest": digest, "saves": saves}
    if said != before:
        session.set_setting(HANDED_IN, said)
    return path
