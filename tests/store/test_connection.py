from __future__ import annotations

import os
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
    DamagedWorkspace,
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
    assert len(workspace.read_bytes()) == len(before)


def test_a_workspace_from_a_newer_version_is_refused_and_left_alone(workspace: Path) -> None:
    open_workspace(workspace).close()
    with closing(sqlite3.connect(workspace)) as db:
        db.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    with pytest.raises(NewerWorkspace, match="newer version of Consultee"):
        open_workspace(workspace)
    with closing(sqlite3.connect(workspace)) as db:
        assert db.execute("PRAGMA user_version").fetchone()[0] == SCHEMA_VERSION + 1


def test_damage_in_the_middle_is_found_on_opening_after_a_crash(
    session: Session, response: Response
) -> None:
    for number in "123456789":
        session.apply(edits.SetBody(response.id, number, "Evidence. " * 3000))
    session._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    copy = session.path.with_name("crashed.consultee")
    data = bytearray(session.path.read_bytes())
    middle = len(data) // 2
    data[middle : middle + 8192] = os.urandom(8192)
    copy.write_bytes(data)
    with pytest.raises(DamagedWorkspace, match="cannot be read whole"):
        Session.open(copy, session.paths, session.clock)


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


def test_the_reader_for_other_threads_cannot_write(workspace: Path) -> None:
    open_workspace(workspace).close()
    with closing(open_reader(workspace)) as db, pytest.raises(sqlite3.OperationalError):
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
