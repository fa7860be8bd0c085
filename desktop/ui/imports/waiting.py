"""Files that were waiting, or could not be read, when the program ended: kept in the workspace
until they are read or taken off the list.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from desktop.errors import DesktopError
from desktop.session import Session

WAITING = "imports.waiting"
FAILED = "imports.failed"
_MOST_FAILED = 500


def note_waiting(session: Session, paths: Iterable[Path]) -> None:
    """Note the files that are still to be read."""
    session.set_setting(WAITING, [str(path) for path in paths])


def forget_waiting(session: Session) -> None:
    """Note that nothing is left to be read."""
    if session.setting(WAITING):
        session.set_setting(WAITING, None)


def left_waiting(session: Session) -> tuple[Path, ...]:
    """Return the files that were not read before the program ended."""
    kept = session.setting(WAITING)
    return tuple(Path(path) for path in kept) if isinstance(kept, list) else ()


def note_failed(session: Session, failed: Iterable[tuple[Path, DesktopError]]) -> None:
    """Note the files that could not be read, and why."""
    kept = [
        {"path": str(path), "title": error.title, "message": error.message, "hint": error.hint}
        for path, error in failed
    ][-_MOST_FAILED:]
    if kept or session.setting(FAILED):
        session.set_setting(FAILED, kept or None)


def left_failed(session: Session) -> tuple[tuple[Path, DesktopError], ...]:
    """Return the files that could not be read before the program ended, and why."""
    kept = session.setting(FAILED)
    return tuple(
        (Path(each["path"]), DesktopError(each["title"], each["message"], each["hint"]))
        for each in (kept if isinstance(kept, list) else ())
    )
