"""Opening the workspace file: what it must be, how it is set up, and what its failures mean to the
person.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from desktop.errors import WorkspaceError
from desktop.store.database import Database, Parameters
from desktop.store.version import APPLICATION_ID, SCHEMA_VERSION

_SQLITE_HEADER = b"SQLite format 3\x00"
_WORK_TABLES = ("organisations", "responses", "answers", "recommendations", "prompt_ticks")
_BUSY_SECONDS = 5.0
# By the beginning of SQLite's own name for a failure.
_NOT_WRITTEN = {
    ("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM"): "it is read-only, or its folder is gone",
    ("SQLITE_FULL",): "the disk is full",
    ("SQLITE_IOERR",): "the disk reported an error",
    ("SQLITE_BUSY", "SQLITE_LOCKED"): "another program is using it",
}


class DamagedWorkspace(WorkspaceError):
    """The file was a workspace, but it can no longer be read whole."""


class NotAWorkspace(WorkspaceError):
    """The file is something else."""


class NewerWorkspace(WorkspaceError):
    """The file was written by a newer version of the program."""


class Connection(Database):
    """A connection to the workspace at ``path``; what a person can do something about fails with a
    sentence, wherever in the program it is used.

    ``before_first_write``, where it is set, is called once, inside the first transaction: what it
    writes is kept or lost together with that.
    """

    def __init__(self, conn: sqlite3.Connection, path: Path, *, writes: bool = True) -> None:
        self._path = path
        self.before_first_write: Callable[[Connection], None] | None = None
        super().__init__(conn)
        if writes:
            self.execute("PRAGMA recursive_triggers = ON")

    def execute(self, sql: str, parameters: Parameters = None) -> sqlite3.Cursor:
        """Execute one statement; raises WorkspaceError as ``known_errors`` says."""
        with known_errors(self._path):
            return super().execute(sql, parameters)

    def query(self, sql: str, params: Parameters = None) -> Iterator[dict[str, Any]]:
        """Yield the rows of a query; raises WorkspaceError as ``known_errors`` says."""
        with known_errors(self._path):
            yield from super().query(sql, params)

    @contextmanager
    def atomic(self) -> Generator[Database, None, None]:
        """Make what is done inside happen whole or not at all; raises WorkspaceError likewise."""
        first, self.before_first_write = self.before_first_write, None
        try:
            with known_errors(self._path), super().atomic():
                if first is not None:
                    first(self)
                yield self
        except BaseException:
            self.before_first_write = self.before_first_write or first
            raise


def open_workspace(path: Path, before_migrating: Callable[[], object] | None = None) -> Connection:
    """Open or create the workspace at ``path`` for reading and writing, migrated to the present
    schema.

    ``before_migrating`` is called once it is certain that an older workspace will be migrated, to
    back it up; if it raises, nothing has been changed. Raises NotAWorkspace, NewerWorkspace,
    DamagedWorkspace, or WorkspaceError when the place cannot be written or the migration fails.
    """
    examine(path)
    with known_errors(path):
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise _cannot_write(path, error.strerror or str(error)) from error
        conn = sqlite3.connect(path, timeout=_BUSY_SECONDS)
        try:
            db = Connection(conn, path)
            _guard(db, path)
            _set_up(db)
            version = _version(db)
            if 0 < version < SCHEMA_VERSION:
                if before_migrating is not None:
                    before_migrating()
                _bring_up_to_date(db, path)
            elif version == 0:
                _migrate(db)
            _prove_writable(db)
        except BaseException:
            conn.close()
            raise
    return db


def open_reader(path: Path) -> Connection:
    """Open a read-only connection of its own, for a worker thread. Close it when done."""
    with known_errors(path):
        conn = sqlite3.connect(
            f"{path.resolve().as_uri()}?mode=ro", uri=True, timeout=_BUSY_SECONDS
        )
        db = Connection(conn, path, writes=False)
        db.execute("PRAGMA query_only = ON")
        return db


def open_writer(path: Path) -> Connection:
    """Open a connection of its own for a worker thread that writes into a workspace which is open
    already. Keep its transactions short, and close it when done.
    """
    with known_errors(path):
        conn = sqlite3.connect(
            f"{path.resolve().as_uri()}?mode=rw", uri=True, timeout=_BUSY_SECONDS
        )
        try:
            db = Connection(conn, path)
            db.execute("PRAGMA foreign_keys = ON")
            db.execute("PRAGMA synchronous = NORMAL")
        except BaseException:
            conn.close()
            raise
        return db


def examine(path: Path) -> None:
    """Raise if the file at ``path`` is there and is clearly not a whole workspace (cheap: reads 100
    bytes).
    """
    try:
        if path.is_dir():
            raise NotAWorkspace(
                "That is a folder",
                f"“{path}” is a folder, not a workspace file.",
                "Choose a file, or leave the choice out to use your usual workspace.",
            )
        if path.exists() and not path.is_file():
            raise NotAWorkspace(
                "That is not a workspace",
                f"“{path}” is a device or a pipe, not a workspace file.",
                "Choose a file, or leave the choice out to use your usual workspace.",
            )
        size = path.stat().st_size
        with path.open("rb") as file:
            header = file.read(100)
    except FileNotFoundError:
        return
    except OSError as error:
        raise WorkspaceError(
            "The workspace cannot be read",
            f"“{path}” cannot be read: {error.strerror}.",
            "Check that you may open this file and that its disk is connected, then try again.",
        ) from error
    if size == 0:
        return
    if not header.startswith(_SQLITE_HEADER):
        raise NotAWorkspace(
            "That is not a workspace",
            f"“{path}” is not a Consultee workspace.",
            "The file has not been changed. Choose another file, or a new name to start one.",
        )
    if len(header) < 100 or size < _page_size(header):
        raise damaged(path)
    application_id = int.from_bytes(header[68:72], "big")
    if application_id not in (0, APPLICATION_ID):
        raise NotAWorkspace(
            "That is not a workspace",
            f"“{path}” belongs to another program.",
            "The file has not been changed. Choose another file.",
        )


def was_left_open(path: Path) -> bool:
    """Tell whether the file was not closed in order, or is open in another program just now.

    The last to close a workspace takes its write-ahead log away. Ask before opening.
    """
    log = path.with_name(f"{path.name}-wal")
    return log.is_file() and log.stat().st_size > 0


def check_integrity(db: Database, path: Path) -> None:
    """Read the whole file and raise DamagedWorkspace if anything in it is broken."""
    with known_errors(path):
        verdict = db.execute("PRAGMA quick_check(1)").fetchone()[0]
    if verdict != "ok":
        raise damaged(path)


def check_work(db: Database, path: Path) -> None:
    """Do so for what a person has written alone: no long read, however big the library is."""
    for table in _WORK_TABLES:
        with known_errors(path):
            verdict = db.execute(f"PRAGMA quick_check({table})").fetchone()[0]
        if verdict != "ok":
            raise damaged(path)


@contextmanager
def known_errors(path: Path) -> Iterator[None]:
    """Turn the SQLite failures that a person can do something about into sentences; let bugs
    through.
    """
    try:
        yield
    except sqlite3.OperationalError as error:
        if why := why_not_written(error):
            raise _cannot_write(path, why) from error
        if str(error).startswith("Could not decode to UTF-8"):
            raise damaged(path) from error  # a text that was overwritten with something else
        raise
    except sqlite3.DatabaseError as error:
        name = getattr(error, "sqlite_errorname", "")
        if name.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB", "SQLITE_FORMAT")):
            raise damaged(path) from error
        raise


def why_not_written(error: sqlite3.OperationalError) -> str:
    """Return why SQLite could not write, in words for the person; "" if it was something else."""
    name = getattr(error, "sqlite_errorname", "")
    return next((why for starts, why in _NOT_WRITTEN.items() if name.startswith(starts)), "")


def _set_up(db: Connection) -> None:
    db.execute("PRAGMA foreign_keys = ON")
    db.execute("PRAGMA journal_mode = WAL")
    # In WAL mode NORMAL survives any death of the program, and a power cut costs the last commits
    # but never the file; FULL would wait for the disk at every pause in typing.
    db.execute("PRAGMA synchronous = NORMAL")


def _guard(db: Connection, path: Path) -> None:
    """Refuse what is not ours to write in, before anything is written in it."""
    application_id = db.execute("PRAGMA application_id").fetchone()[0]
    tables = db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    if application_id != APPLICATION_ID and tables:
        raise NotAWorkspace(
            "That is not a workspace",
            f"“{path}” is a database of another program.",
            "The file has not been changed. Choose another file.",
        )
    if _version(db) > SCHEMA_VERSION:
        raise NewerWorkspace(
            "This workspace is from a newer version",
            f"“{path}” was last opened with a newer version of Consultee.",
            "Nothing has been changed. Install the newer version to go on with it.",
        )


def _bring_up_to_date(db: Connection, path: Path) -> None:
    try:
        _migrate(db)
    except WorkspaceError:
        raise
    except Exception as error:
        # Whatever it was, the person's question is the same: is my work still there?
        raise WorkspaceError(
            "The workspace could not be brought up to date",
            f"“{path}” is from an older version of Consultee, and taking it over failed: {error}.",
            "It is as it was, and a backup of it has been made. The older version still opens it.",
        ) from error


def _migrate(db: Connection) -> None:
    """Apply the missing migrations, all of them or none: half a workspace would be no workspace."""
    from desktop.store.migrations import workspace

    with db.atomic():
        workspace.apply(db.tables())
        db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        db.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")


def _prove_writable(db: Connection) -> None:
    """Find a read-only disk now rather than at the first word typed."""
    db.execute("BEGIN IMMEDIATE")  # not enough by itself: a read-only file allows it
    try:
        db.execute(f"PRAGMA user_version = {_version(db)}")
    finally:
        db.execute("ROLLBACK")


def _version(db: Connection) -> int:
    return int(db.execute("PRAGMA user_version").fetchone()[0])


def _page_size(header: bytes) -> int:
    size = int.from_bytes(header[16:18], "big")
    return 65536 if size == 1 else size


def damaged(path: Path) -> DamagedWorkspace:
    """Return the error for a workspace that cannot be read whole."""
    return DamagedWorkspace(
        "The workspace is damaged",
        f"“{path}” cannot be read whole.",
        "The damaged file is kept. You can go back to the last backup.",
    )


def _cannot_write(path: Path, why: str) -> WorkspaceError:
    return WorkspaceError(
        "The workspace cannot be written",
        f"“{path}” cannot be written: {why}.",
        "What was saved is safe. Put it where you may write, or free some space, and try again.",
    )
