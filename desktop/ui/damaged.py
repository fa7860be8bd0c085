"""A damaged workspace: kept aside, and the way back to a backup or to an empty one offered."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from desktop.core.moments import moment_words
from desktop.errors import DesktopError
from desktop.paths import Paths
from desktop.store import backups
from desktop.ui.dialogs import Dialogs

_START_EMPTY = "Start with an empty workspace"


def mend(path: Path, paths: Paths, dialogs: Dialogs, clock: Callable[[], datetime]) -> bool:
    """Ask what to do about a damaged workspace and do it; tell whether there is now one to open.

    Nothing is touched before the person has chosen. The damaged file is never deleted.
    """
    now = clock()
    kept = backups.list_backups(paths.backups(path))
    options = [_words(time, now, newest=place == 0) for place, (time, _) in enumerate(kept)]
    chosen = dialogs.choose(
        "The workspace is damaged",
        f"“{path.name}” cannot be read whole. It will be kept aside, in the same folder, under a "
        f"name that says so. {_what_next(bool(kept))}",
        [*options, _START_EMPTY],
        "Go on",
    )
    if chosen is None:
        return False
    backup = kept[chosen][1] if chosen < len(kept) else None
    try:
        aside = backups.go_back(path, backup, now)
    except DesktopError as error:
        dialogs.show_error(error)
        return False
    dialogs.notify(f"The damaged file is kept as “{aside.name}”.")
    return True


def _what_next(any_backups: bool) -> str:
    if any_backups:
        return (
            "Go back to the last backup, or to an earlier one. "
            "What you wrote since then may be lost."
        )
    return "There is no backup of it yet, so you can only start anew."


def _words(time: datetime, now: datetime, *, newest: bool) -> str:
    words = moment_words(time, now)
    return f"The last backup: {words}" if newest else f"Backup: {words}"
