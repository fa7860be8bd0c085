from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from desktop.core import edits
from desktop.core.response import Response
from desktop.errors import WorkspaceError
from desktop.paths import Paths
from desktop.session import Session
from desktop.store.connection import (
    NewerWorkspace,
    NotAWorkspace,
    open_reader,
    open_workspace,
)
from desktop.store.migrations import APPLICATION_ID, SCHEMA_VERSION
from tests.support.workspace import SetClock

JPEG = bytes.fromhex("ffd8ffe000104a464946000101") + bytes(300)


def test_a_new_workspace_says_what_it_is_and_keeps_its_rules(workspace: Path) -> None:
    with closing(open_workspace(workspace)) as db:
        one = {
            pragma: db.execute(f"PRAGMA {pragma}").fetchone()[0]
            for pragma in ("application_id", "user_version", "foreign_keys", "journal_mode")
        }
        strict = [row[0] for row in db.execute("SELECT strict FROM pragma_table_list('answers')")]
    assert one == {
        "application_id": APPLICATION_ID,
        "user_version": SCHEMA_VERSION,
        "foreign_keys": 1,
        "journal_mode": "wal",
    }
    assert strict == [1]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (JPEG, "is not a Consultee workspace"),
        (b"short", "is not a Consultee workspace"),
        (b"SQLite format 3\x00" + bytes(20), "cannot be read whole"),
    ],
    ids=["a photograph", "a few bytes", "a cut-off database"],
)
def test_a_file_that_is_no_workspace_is_refused_and_left_alone(
    workspace: Path, content: bytes, sentence: str
) -> None:
    workspace.write_bytes(content)
    with pytest.raises(WorkspaceError, match=sentence):
        open_workspace(workspace)
    assert workspace.read_bytes() == content


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NotAWorkspace, match="is a folder"):
        open_workspace(tmp_path)


def test_a_database_of_another_program_is_refused_and_left_alone(workspace: Path) -> None:
    with closing(sqlite3.connect(workspace)) as other:
        other.execute("CREATE TABLE songs (title TEXT)")
    before = workspace.read_bytes()
    with pytest.raises(NotAWorkspace, match="database of another program"):
        open_workspace(workspace)
    with closing(sqlite3.connect(workspace)) as other:
        assert other.execute("SELECT count(*) FROM songs").fetchone() == (0,)
    assert workspace.read_bytes() == before


def test_a_workspace_from_a_newer_version_is_refused_and_left_alone(workspace: Path) -> None:
    open_workspace(workspace).close()
    with closing(sqlite3.connect(workspace)) as db:
        db.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    with pytest.raises(NewerWorkspace, match="newer version of Consultee"):
        open_workspace(workspace)
    with closing(sqlite3.connect(workspace)) as db:
        assert db.execute("PRAGMA user_version").fetchone()[0] == SCHEMA_VERSION + 1


def test_a_workspace_on_a_read_only_disk_gets_a_sentence(
    workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Root may write anywhere, so SQLite itself refuses here rather than the file's mode.
    open_workspace(workspace).close()
    before = workspace.read_bytes()
    real = sqlite3.connect

    def read_only(path: Path, timeout: float) -> sqlite3.Connection:
        return real(f"{path.as_uri()}?mode=ro&immutable=1", uri=True, timeout=timeout)

    monkeypatch.setattr(sqlite3, "connect", read_only)
    with pytest.raises(WorkspaceError, match="read-only") as caught:
        open_workspace(workspace)
    assert "Put it where you may write" in caught.value.hint
    assert workspace.read_bytes() == before


def test_a_workspace_in_a_place_that_cannot_exist_gets_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(WorkspaceError, match="cannot be"):
        open_workspace(tmp_path / "file" / "work.consultee")


def test_a_name_too_long_for_any_file_gets_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(WorkspaceError, match="cannot be read: File name too long"):
        open_workspace(tmp_path / ("long" * 200))


def test_another_program_that_is_writing_is_named_as_the_cause(
    session: Session, response: Response
) -> None:
    session._db.execute("PRAGMA busy_timeout = 10")
    with closing(sqlite3.connect(session.path)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(WorkspaceError, match="another program is using it"):
            session.apply(edits.SetBody(response.id, "1", "Text."))
        other.rollback()
    session.apply(edits.SetBody(response.id, "1", "Text."))
    assert session.draft(response.id).answer("1").body == "Text."


def test_a_reader_keeps_its_picture_while_the_window_goes_on_writing(
    session: Session, response: Response
) -> None:
    session.apply(edits.SetBody(response.id, "1", "Before."))
    with closing(open_reader(session.path)) as db:
        db.execute("BEGIN")
        before = db.execute("SELECT body FROM answers").fetchall()
        session.apply(edits.SetBody(response.id, "1", "After."))
        assert db.execute("SELECT body FROM answers").fetchall() == before == [("Before.",)]
        db.execute("COMMIT")
        assert db.execute("SELECT body FROM answers").fetchall() == [("After.",)]


def test_the_reader_for_other_threads_cannot_write(workspace: Path) -> None:
    open_workspace(workspace).close()
    with closing(open_reader(workspace)) as db, pytest.raises(WorkspaceError, match="read-only"):
        db.execute("DELETE FROM settings")


def test_a_full_disk_keeps_what_was_saved(session: Session, response: Response) -> None:
    session.apply(edits.SetBody(response.id, "1", "Safe."))
    pages = session._db.execute("PRAGMA page_count").fetchone()[0]
    session._db.execute(f"PRAGMA max_page_count = {pages + 2}")
    with pytest.raises(WorkspaceError, match="the disk is full"):
        session.apply(edits.SetBody(response.id, "1", "Too long. " * 50_000))
    assert session.draft(response.id).answer("1").body == "Safe."
    session._db.execute("PRAGMA max_page_count = 1000000")
    session.apply(edits.SetBody(response.id, "1", "Safe again."))
    assert session.draft(response.id).answer("1").body == "Safe again."


def test_what_no_word_file_can_hold_never_enters_the_workspace(
    session: Session, response: Response
) -> None:
    session.apply(edits.SetKeyPoint(response.id, "1", "A\x00B\x0bC\ud800D￿E & < 🐝 عربي ​"))
    assert session.draft(response.id).answer("1").key_point == "ABCDE & < 🐝 عربي ​"


def test_content_is_read_again_only_when_a_pack_has_changed(
    tmp_path: Path, paths: Paths, clock: SetClock
) -> None:
    path = tmp_path / "one.consultee"
    Session.open(path, paths, clock).close()
    second = Session.open(path, paths, clock)
    try:
        assert not second.problems
        assert second.snippet_count() >= 90
    finally:
        second.close()
