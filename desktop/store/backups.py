"""Backups of the workspace: made with SQLite's own backup, thinned, and put back when the file is
damaged.

Whether a backup is due is worked out by comparing the workspace with its newest backup, so that a
backup that failed, or that somebody deleted, is made the next time.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Hashable, Iterable
from contextlib import closing, suppress
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from desktop.errors import WorkspaceError
from desktop.store import reading
from desktop.store.connection import (
    Connection,
    DamagedWorkspace,
    check_integrity,
    known_errors,
    why_not_written,
)

# Set in a workspace that a backup could not read whole: the next opening looks.
SUSPECT_SETTING = "workspace.suspect"

_STAMP_FORMAT = "%Y-%m-%d %H%M%S"
_SUFFIX = ".consultee"
_NAME = re.compile(r"(\d{4}-\d\d-\d\d \d{6})(?: \d+)?\.consultee")
_PART = re.compile(r"(\d{4}-\d\d-\d\d \d{6})\.part(?:-\w+)?")
_PART_IS_OLD = timedelta(days=1)
_RECENT, _DAYS, _WEEKS = 5, 7, 8

_Work = tuple[list[Any], ...]
_NO_WORK: _Work = ([], [], [])


def changed_since_backup(db: Connection, folder: Path) -> bool:
    """Tell whether anything a person made differs from the newest backup in ``folder``.

    Where there is no backup, or none that can be read, anything at all that a person made counts.
    """
    newest = next((backup for _, backup in list_backups(folder)), None)
    return _work(db) != (_work_in(newest) if newest else _NO_WORK)


def back_up(path: Path, folder: Path, now: datetime) -> Path:
    """Copy the workspace into ``folder`` under the present time and thin the older copies; return
    the copy.

    Safe while other connections write: the copy is one consistent picture. It is checked before it
    counts, and nothing half-written is left behind. Raises WorkspaceError if the folder cannot be
    written, DamagedWorkspace if the workspace cannot be read whole; the next opening then looks.
    """
    part = folder / f"{now.strftime(_STAMP_FORMAT)}.part"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        target = _free_name(folder, now.strftime(_STAMP_FORMAT), _SUFFIX)
        _copy(path, part)
        part.replace(target)
        _thin_folder(folder, now)
    except DamagedWorkspace as error:
        _have_it_checked(path)
        raise DamagedWorkspace(
            error.title,
            f"{error.message} No backup of it could be made.",
            "The backups made before are whole. Close Consultee and open it again: it will offer "
            "to go back to one of them.",
        ) from error
    except OSError as error:
        raise WorkspaceError(
            "The backup could not be made",
            f"“{folder}” cannot be written: {error.strerror or error}.",
            "Your work is saved in the workspace. Check the disk, then open the program again.",
        ) from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
    return target


def list_backups(folder: Path) -> list[tuple[datetime, Path]]:
    """Return the backups in a folder, newest first; files of other names are somebody else's."""
    found = [
        (time, path)
        for path in (folder.iterdir() if folder.is_dir() else ())
        if (match := _NAME.fullmatch(path.name)) and (time := _stamped(match[1]))
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


def go_back(path: Path, backup: Path | None, now: datetime) -> Path:
    """Keep a damaged workspace aside and put a copy of ``backup`` in its place (None: nothing, so
    that the next opening starts an empty one); return where the damaged file is kept.

    Raises WorkspaceError if the backup cannot be read whole or the folder cannot be written; the
    backup is read first, so the damaged file is where it was unless the very last step failed.
    """
    part = path.with_name(f"{path.name}.part")
    try:
        if backup is not None:
            _copy(backup, part)
        aside = _set_aside(path, now)
        if backup is not None:
            part.replace(path)
    except OSError as error:
        raise WorkspaceError(
            "The workspace could not be put back",
            f"“{path.parent}” cannot be written: {error.strerror or error}.",
            "The damaged file and the backups are kept. Check the disk, then start the program "
            "again.",
        ) from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
    return aside


def _set_aside(path: Path, now: datetime) -> Path:
    """Rename a damaged workspace (and its log files) so that it is kept; return its new name.

    Raises OSError if that cannot be done; then every file has its old name.
    """
    stem = f"{path.stem} damaged {now.strftime(_STAMP_FORMAT)}"
    target = _free_name(path.parent, stem, path.suffix)
    moved: list[tuple[Path, Path]] = []
    try:
        # The log first: beside a new file of the old name it would be taken for that file's own.
        for suffix in ("-wal", "-shm", ""):
            old, new = (file.with_name(file.name + suffix) for file in (path, target))
            if old.exists():
                old.replace(new)
                moved.append((old, new))
    except OSError:
        for old, new in reversed(moved):
            new.replace(old)
        raise
    return target


def _copy(source: Path, target: Path) -> None:
    """Copy a workspace, which may be in use, and read the copy whole.

    Raises DamagedWorkspace, naming the source, or OSError if the target cannot be written.
    """
    with known_errors(source):
        try:
            with closing(sqlite3.connect(source)) as old, closing(sqlite3.connect(target)) as new:
                old.backup(new)
                check_integrity(Connection(new, source), source)
        except sqlite3.OperationalError as error:
            if why := why_not_written(error):
                raise OSError(why) from error
            raise


def _have_it_checked(path: Path) -> None:
    # Damage may lie where a person writes on beside it for weeks: have the next opening look. If
    # not even this can be written, there is nothing more to be done here.
    with suppress(sqlite3.Error, WorkspaceError), closing(sqlite3.connect(path)) as live:
        reading.set_setting(Connection(live, path), SUSPECT_SETTING, True)


def _work_in(backup: Path) -> _Work:
    """Return the work that a backup holds; none if it cannot be read or is of an older schema."""
    # Nothing else may be written beside a backup, not even the files of a database that is in use.
    address = f"{backup.resolve().as_uri()}?mode=ro&immutable=1"
    try:
        with closing(sqlite3.connect(address, uri=True)) as conn:
            return _work(Connection(conn, backup, writes=False))
    except (sqlite3.Error, WorkspaceError):
        return _NO_WORK


def _work(db: Connection) -> _Work:
    """Return what differs whenever something a person made has changed, whatever the clock does."""
    steps = db.execute("SELECT id, touched, undone FROM journal ORDER BY id").fetchall()
    responses = db.execute("SELECT id, edited FROM responses ORDER BY id").fetchall()
    return steps, responses, db.execute("SELECT id, state FROM documents ORDER BY id").fetchall()


def _stamped(text: str) -> datetime | None:
    try:
        # Local time on purpose: a person reads the name, the same machine's clock wrote it.
        return datetime.strptime(text, _STAMP_FORMAT)  # noqa: DTZ007
    except ValueError:
        return None


def _free_name(folder: Path, stem: str, suffix: str) -> Path:
    name, count = folder / f"{stem}{suffix}", 1
    while name.exists():
        count += 1
        name = folder / f"{stem} {count}{suffix}"
    return name


def _thin_folder(folder: Path, now: datetime) -> None:
    backups = list_backups(folder)
    kept = thinned((time for time, _ in backups), now)
    for time, path in backups:
        if time not in kept:
            path.unlink(missing_ok=True)
    # A backup during which the program was killed left its part behind.
    for path in tuple(folder.iterdir()):
        match = _PART.fullmatch(path.name)
        if match and (time := _stamped(match[1])) and time < now - _PART_IS_OLD:
            path.unlink(missing_ok=True)


def _newest_of_each(
    newest_first: list[datetime], period: Callable[[datetime], Hashable], since: datetime
) -> set[datetime]:
    seen: dict[Hashable, datetime] = {}
    for time in newest_first:
        if time >= since:
            seen.setdefault(period(time), time)
    return set(seen.values())
