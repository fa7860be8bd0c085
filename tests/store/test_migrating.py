"""An older workspace is backed up and brought up to date, or left exactly as it was."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from desktop.core import edits
from desktop.core.response import Response
from desktop.errors import WorkspaceError
from desktop.paths import Paths
from desktop.session import Session
from desktop.store import backups, connection, migrations
from desktop.store.connection import open_workspace
from desktop.store.migrations import (
    SCHEMA_VERSION,
    m001_first,
    m002_imports,
    m003_index_in_memory,
)
from tests.support.workspace import SetClock

NEXT = SCHEMA_VERSION + 1


def add_a_column(db: Database) -> None:
    db.execute("ALTER TABLE responses ADD COLUMN mood TEXT")


def half_a_migration(db: Database) -> None:
    add_a_column(db)
    db.execute("UPDATE answers SET body = 'gone'")
    raise ValueError("the second half went wrong")


def comes_with(monkeypatch: pytest.MonkeyPatch, change: Callable[[Database], None]) -> None:
    """Let the program be one version newer, with a migration of its own."""
    newer = Migrations("workspace")
    newer(name="m001_first")(m001_first)
    newer(name="m002_imports")(m002_imports)
    newer(name="m003_index_in_memory")(m003_index_in_memory)
    newer(name="m004_next")(change)
    monkeypatch.setattr(migrations, "workspace", newer)
    monkeypatch.setattr(connection, "SCHEMA_VERSION", NEXT)


def version(path: Path) -> int:
    with closing(sqlite3.connect(path)) as db:
        return int(db.execute("PRAGMA user_version").fetchone()[0])


def bodies(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as db:
        return [row[0] for row in db.execute("SELECT body FROM answers")]


@pytest.fixture
def older(session: Session, response: Response) -> Path:
    """A workspace of the present schema, closed in order, with an answer in it."""
    session.apply(edits.SetBody(response.id, "1", "Four halls closed."))
    path = session.path.with_name("older.consultee")
    with closing(sqlite3.connect(session.path)) as live, closing(sqlite3.connect(path)) as copy:
        live.backup(copy)
    return path


def open_it(path: Path, paths: Paths, clock: SetClock) -> None:
    # The program cannot read the column that the made-up migration adds: opening is all.
    opened = open_workspace(path, lambda: backups.back_up(path, paths.backups(path), clock()))
    opened.close()


def test_an_older_workspace_is_backed_up_and_then_brought_up_to_date(
    older: Path, paths: Paths, clock: SetClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    comes_with(monkeypatch, add_a_column)
    open_it(older, paths, clock)
    assert (version(older), bodies(older)) == (NEXT, ["Four halls closed."])
    ((_, kept),) = backups.list_backups(paths.backups(older))
    assert (version(kept), bodies(kept)) == (SCHEMA_VERSION, ["Four halls closed."])
    open_it(older, paths, clock)
    assert len(backups.list_backups(paths.backups(older))) == 1


def test_opening_a_session_makes_that_backup(
    older: Path, paths: Paths, clock: SetClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def nothing_new(_db: Database) -> None:
        """Leave the tables as they are, so that the program can read them."""

    comes_with(monkeypatch, nothing_new)
    session = Session.open(older, paths, clock)
    (card,) = session.responses()
    assert session.draft(card.response.id).answer("1").body == "Four halls closed."
    session.close()
    ((_, kept),) = backups.list_backups(paths.backups(older))
    assert (version(older), version(kept)) == (NEXT, SCHEMA_VERSION)


def test_a_migration_that_fails_leaves_the_file_as_it_was_and_says_so(
    older: Path, paths: Paths, clock: SetClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as newer:
        comes_with(newer, half_a_migration)
        with pytest.raises(WorkspaceError, match="brought up to date") as caught:
            open_it(older, paths, clock)
    assert "the second half went wrong" in caught.value.message
    assert "a backup of it has been made" in caught.value.hint
    assert (version(older), bodies(older)) == (SCHEMA_VERSION, ["Four halls closed."])
    assert len(backups.list_backups(paths.backups(older))) == 1
    session = Session.open(older, paths, clock)
    assert len(session.responses()) == 1
    session.close()


def test_without_room_for_the_backup_nothing_is_migrated(
    older: Path, paths: Paths, clock: SetClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths.backups(older).write_text("a file where the folder should be")
    comes_with(monkeypatch, add_a_column)
    with pytest.raises(WorkspaceError, match="backup could not be made"):
        open_it(older, paths, clock)
    assert version(older) == SCHEMA_VERSION


def test_an_older_workspace_whose_content_is_still_in_the_log_is_backed_up_too(
    workspace: Path, paths: Paths, clock: SetClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    crashed = workspace.with_name("crashed.consultee")
    with closing(open_workspace(workspace)) as db:
        # The head of the file is still that of an empty one: all of it is in the log.
        assert workspace.read_bytes()[60:64] == bytes(4)
        db.execute("INSERT INTO settings VALUES ('mine', '1')")
        for suffix in ("", "-wal"):
            shutil.copyfile(f"{workspace}{suffix}", f"{crashed}{suffix}")
    comes_with(monkeypatch, add_a_column)
    open_it(crashed, paths, clock)
    ((_, kept),) = backups.list_backups(paths.backups(crashed))
    assert (version(crashed), version(kept)) == (NEXT, SCHEMA_VERSION)


def test_a_first_start_that_dies_half_way_leaves_nothing_that_is_refused_later(
    workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as broken:
        comes_with(broken, half_a_migration)
        with pytest.raises(ValueError, match="went wrong"):
            open_workspace(workspace)
    open_workspace(workspace).close()
    assert version(workspace) == SCHEMA_VERSION
