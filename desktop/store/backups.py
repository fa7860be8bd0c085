"""Backups of the workspace: made with SQLite's own backup, thinned, and put back when the file is
damaged.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Hashable, Iterable
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

from sqlite_utils import Database

from desktop.errors import WorkspaceError
from desktop.store import reading
from desktop.store.connection import check_integrity, known_errors

_STAMP_FORMAT = "%Y-%m-%d %H%M%S"
_NAME = re.compile(r"(\d{4}-\d\d-\d\d \d{6})(?: \d+)?\.consultee")
_STAMP_SETTING = "backup.stamp"
_RECENT, _DAYS, _WEEKS = 5, 7, 8


def stamp(db: Database) -> str:
    """Return a value that differs whenever something a person made has changed."""
    row = db.execute(
        "SELECT max(id), max(touched), sum(undone), (SELECT count(*) FROM responses), "
        "(SELECT max(edited) FROM responses) FROM journal"
    ).fetchone()
    return "/".join(map(str, row))


def changed_since_backup(db: Database) -> bool:
    """Tell whether anything has changed since the last backup (a new workspace has not)."""
    return stamp(db) != (reading.setting(db, _STAMP_SETTING) or "None/None/None/0/None")


def back_up(path: Path, folder: Path, now: datetime) -> Path:
    """Copy the workspace into ``folder`` under the present time and thin the older copies; return
    the copy.

    Safe while other connections write: the copy is one consistent picture. It is checked before it
    counts, and nothing half-written is left behind. Raises WorkspaceError if the folder cannot be
    written, DamagedWorkspace if the workspace cannot be read whole.
    """
    part = folder / f"{now.strftime(_STAMP_FORMAT)}.part"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        target = _free_name(folder, now)
        with (
            known_errors(path),
            closing(sqlite3.connect(path)) as live,
            closing(sqlite3.connect(part)) as copy,
        ):
            live.backup(copy)
            check_integrity(Database(copy, execute_plugins=False), path)
        part.replace(target)
        _thin_folder(folder, now)
    except OSError as error:
        raise WorkspaceError(
            "The backup could not be made",
            f"“{folder}” cannot be written: {error.strerror or error}.",
            "Your work is saved in the workspace. Check the disk, then open the program again.",
        ) from error
    finally:
        if part.exists():
            part.unlink()
    return target


def remember_stamp(db: Database, value: str) -> None:
    """Note what was backed up, so that an unchanged workspace is not copied again."""
    reading.set_setting(db, _STAMP_SETTING, value)


def list_backups(folder: Path) -> list[tuple[datetime, Path]]:
    """Return the backups in a folder, newest first."""
    found = [
        (_stamped(match[1]), path)
        for path in (folder.iterdir() if folder.is_dir() else ())
        if (match := _NAME.fullmatch(path.name))
    ]
    return sorted(found, reverse=True)


def thinned(times: Iterable[datetime], now: datetime) -> set[datetime]:
    """Return which backups to keep: the 5 newest, the newest of each of 7 days and of each of 8
    weeks.

    Pure. Times after ``now`` (the clock went back) are kept: they are somebody's newest work.
    """
    newest_first = sorted(times, reverse=True)
    kept = set(newest_first[:_RECENT]) | {time for time in newest_first if time > now}
    kept |= _newest_of_each(newest_first, lambda t: t.date(), now - timedelta(days=_DAYS))
    kept |= _newest_of_each(
        newest_first, lambda t: t.isocalendar()[:2], now - timedelta(weeks=_WEEKS)
    )
    return kept


def set_aside(path: Path, now: datetime) -> Path:
    """Rename a damaged workspace (and its log files) so that it is kept; return its new name."""
    target = path.with_name(f"{path.stem} damaged {now.strftime(_STAMP_FORMAT)}{path.suffix}")
    for suffix in ("-wal", "-shm"):
        side = path.with_name(path.name + suffix)
        if side.exists():
            side.replace(target.with_name(target.name + suffix))
    if path.exists():
        path.replace(target)
    return target


def restore(backup: Path, path: Path) -> None:
    """Put a copy of ``backup`` where the workspace was; the backup itself stays. Nothing may stand
    at ``path``.
    """
    part = path.with_name(f"{path.name}.part")
    try:
        with closing(sqlite3.connect(backup)) as old, closing(sqlite3.connect(part)) as new:
            old.backup(new)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def _stamped(text: str) -> datetime:
    # Local time on purpose: a person reads the name, the same machine's clock wrote it.
    return datetime.strptime(text, _STAMP_FORMAT)  # noqa: DTZ007


def _free_name(folder: Path, now: datetime) -> Path:
    base = now.strftime(_STAMP_FORMAT)
    name, count = folder / f"{base}.consultee", 1
    while name.exists():
        count += 1
        name = folder / f"{base} {count}.consultee"
    return name


def _thin_folder(folder: Path, now: datetime) -> None:
    backups = list_backups(folder)
    kept = thinned((time for time, _ in backups), now)
    for time, path in backups:
        if time not in kept:
            path.unlink(missing_ok=True)


def _newest_of_each(
    newest_first: list[datetime], period: Callable[[datetime], Hashable], since: datetime
) -> set[datetime]:
    seen: dict[Hashable, datetime] = {}
    for time in newest_first:
        if time >= since:
            seen.setdefault(period(time), time)
    return set(seen.values())
