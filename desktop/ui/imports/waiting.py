"""Files that were waiting when the program ended, kept in the workspace until they are read."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from desktop.session import Session

WAITING = "imports.waiting"


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
