"""Opening the workspace file: what it must be, how it is set up, and what its failures mean to the
person.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlite_utils import Database

from desktop.errors import WorkspaceError
from desktop.store.migrations import APPLICATION_ID, SCHEMA_VERSION, workspace

# What the session holds of an open workspace, without knowing what it is made of.
Connection = Database

_SQLITE_HEADER = b"SQLite format 3\x00"
_BUSY_SECONDS = 5.0


class DamagedWorkspace(WorkspaceError):
    """The file was a workspace, but it can no longer be read whole."""


class NotAWorkspace(WorkspaceError):
    """The file is something else."""


class NewerWorkspace(WorkspaceError):
    """The file was written by a newer version of the program."""


def open_workspace(path: Path) -> Database:
    """Open or create the workspace at ``path`` for reading and writing, migrated to the present
    schema.

    The caller backs the file up first when ``needs_migration(path)`` says so. Raises NotAWorkspace,
    NewerWorkspace, DamagedWorkspace, or WorkspaceError when the place cannot be written.
    """
    examine(path)
    with known_errors(path):
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise _cannot_write(path, error.strerror or str(error)) from error
        conn = sqlite3.connect(path, timeout=_BUSY_SECONDS)
        try:
            db = _prepared(conn)
            _guard(db, path)
            if _version(db) < SCHEMA_VERSION:
                _migrate(db)
            _prove_writable(db)
        except BaseException:
            conn.close()
            raise
    return db


def open_reader(path: Path) -> Database:
    """Open a read-only connection of its own, for a worker thread. Close it when done."""
    with known_errors(path):
        conn = sqlite3.connect(
            f"{path.resolve().as_uri()}?mode=ro", uri=True, timeout=_BUSY_SECONDS
        )
        db = Database(conn, execute_plugins=False, recursive_triggers=False)
        db.execute("PRAGMA query_only = ON")
        return db


def examine(path: Path) -> None:
    """Raise if the file at ``path`` is there and is clearly not a whole workspace (cheap: reads 100
    bytes).
    """
    if path.is_dir():
        raise NotAWorkspace(
            "That is a folder",
            f"“{path}” is a folder, not a workspace file.",
            "Choose a file, or leave the choice out to use your usual workspace.",
        )
    try:
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
        raise _damaged(path)
    application_id = int.from_bytes(header[68:72], "big")
    if application_id not in (0, APPLICATION_ID):
        raise NotAWorkspace(
            "That is not a workspace",
            f"“{path}” belongs to another program.",
            "The file has not been changed. Choose another file.",
        )


def needs_migration(path: Path) -> bool:
    """Tell whether the file holds an older schema than the present one (False for a new file)."""
    if not path.exists() or path.stat().st_size == 0:
        return False
    with path.open("rb") as file:
        header = file.read(100)
    version = int.from_bytes(header[60:64], "big")
    # A file whose first transaction is still in the write-ahead log has a header of zeros.
    return 0 < version < SCHEMA_VERSION


def check_integrity(db: Database, path: Path) -> None:
    """Read the whole file and raise DamagedWorkspace if anything in it is broken."""
    with known_errors(path):
        verdict = db.execute("PRAGMA quick_check(1)").fetchone()[0]
    if verdict != "ok":
        raise _damaged(path)


@contextmanager
def known_errors(path: Path) -> Iterator[None]:
    """Turn the SQLite failures that a person can do something about into sentences; let bugs
    through.
    """
    try:
        yield
    except sqlite3.OperationalError as error:
        name = getattr(error, "sqlite_errorname", "")
        if name.startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM")):
            raise _cannot_write(path, "it is read-only, or its folder is gone") from error
        if name.startswith("SQLITE_FULL"):
            raise _cannot_write(path, "the disk is full") from error
        if name.startswith("SQLITE_IOERR"):
            raise _cannot_write(path, "the disk reported an error") from error
        if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
            raise _cannot_write(path, "another program is using it") from error
        raise
    except sqlite3.DatabaseError as error:
        name = getattr(error, "sqlite_errorname", "")
        if name.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB", "SQLITE_FORMAT")):
            raise _damaged(path) from error
        raise


def _prepared(conn: sqlite3.Connection) -> Database:
    db = Database(conn, execute_plugins=False)
    db.execute("PRAGMA foreign_keys = ON")
    with db.ensure_autocommit_on():
        db.execute("PRAGMA journal_mode = WAL")
    # In WAL mode NORMAL survives any death of the program, and a power cut costs the last commits
    # but never the file; FULL would wait for the disk at every pause in typing.
    db.execute("PRAGMA synchronous = NORMAL")
    return db


def _guard(db: Database, path: Path) -> None:
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


def _migrate(db: Database) -> None:
    workspace.apply(db)
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    db.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")


def _prove_writable(db: Database) -> None:
    """Find a read-only disk now rather than at the first word typed."""
    db.execute("BEGIN IMMEDIATE")  # not enough by itself: a read-only file allows it
    try:
        db.execute(f"PRAGMA user_version = {_version(db)}")
    finally:
        db.execute("ROLLBACK")


def _version(db: Database) -> int:
    return int(db.execute("PRAGMA user_version").fetchone()[0])


def _page_size(header: bytes) -> int:
    size = int.from_bytes(header[16:18], "big")
    return 65536 if size == 1 else size


def _damaged(path: Path) -> DamagedWorkspace:
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
