"""A workspace that was damaged or cut short is recognised, and what can be read is not lost."""

from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from desktop.core import edits
from desktop.core.response import Organisation, Response
from desktop.errors import WorkspaceError
from desktop.session import Session
from desktop.store import backups, reading
from desktop.store.connection import DamagedWorkspace, NotAWorkspace, open_workspace
from tests.support.workspace import SetClock

PAGE = 4096


@pytest.fixture
def written(session: Session, response: Response) -> Session:
    for number in "123456789":
        session.apply(edits.SetBody(response.id, number, f"Evidence {number}. " * 3000))
    return session


def copied(session: Session, *suffixes: str) -> Path:
    """Copy the files of an open workspace as a crash leaves them; return the copy."""
    copy = session.path.with_name("crashed.consultee")
    for suffix in ("", *suffixes):
        shutil.copyfile(f"{session.path}{suffix}", f"{copy}{suffix}")
    return copy


def closed_copy(session: Session) -> Path:
    """Return a copy of the workspace that was closed in order."""
    copy = session.path.with_name("closed.consultee")
    with closing(sqlite3.connect(session.path)) as live, closing(sqlite3.connect(copy)) as new:
        live.backup(new)
    Session.open(copy, session.paths, session.clock).close()
    assert not copy.with_name(f"{copy.name}-wal").exists()
    return copy


def overwrite(path: Path, start: int, length: int) -> None:
    with path.open("r+b") as file:
        file.seek(start)
        file.write(os.urandom(length))


def root_page(path: Path, table: str) -> int:
    """Return the place in the file where a table begins."""
    with closing(sqlite3.connect(path)) as db:
        sql = "SELECT rootpage FROM sqlite_master WHERE name = ?"
        place = (db.execute(sql, [table]).fetchone()[0] - 1) * PAGE
        assert db.execute("PRAGMA page_size").fetchone() == (PAGE,)
    return place


def test_damage_in_the_middle_is_found_on_opening_after_a_crash(written: Session) -> None:
    written._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    copy = copied(written)
    overwrite(copy, copy.stat().st_size // 2, 2 * PAGE)
    with pytest.raises(DamagedWorkspace, match="cannot be read whole"):
        Session.open(copy, written.paths, written.clock)


def test_damage_is_looked_for_when_the_log_of_a_crash_is_there(written: Session) -> None:
    # As when a command ended in order beside a window that then died.
    copy = closed_copy(written)
    overwrite(copy, copy.stat().st_size // 2, 2 * PAGE)
    with closing(sqlite3.connect(copy)) as db:
        db.execute("INSERT INTO settings VALUES ('mine', '1')")
        db.commit()
        crashed = copy.with_name("beside.consultee")
        for suffix in ("", "-wal"):
            shutil.copyfile(f"{copy}{suffix}", f"{crashed}{suffix}")
    with pytest.raises(DamagedWorkspace, match="cannot be read whole"):
        Session.open(crashed, written.paths, written.clock)


def test_a_file_that_was_cut_off_is_recognised(written: Session) -> None:
    copy = closed_copy(written)
    whole = copy.read_bytes()
    for pages in (1, len(whole) // PAGE // 2):
        copy.write_bytes(whole[: pages * PAGE])
        with pytest.raises(DamagedWorkspace, match="cannot be read whole"):
            Session.open(copy, written.paths, written.clock)


@pytest.mark.parametrize("log", [None, b""], ids=["no log", "an empty log"])
def test_without_the_files_beside_it_a_closed_workspace_opens_whole(
    written: Session, response: Response, log: bytes | None
) -> None:
    copy = closed_copy(written)
    if log is not None:
        copy.with_name(f"{copy.name}-wal").write_bytes(log)
    again = Session.open(copy, written.paths, written.clock)
    assert again.draft(response.id).answer("9").body.startswith("Evidence 9.")
    again.close()


def test_after_a_crash_the_log_alone_brings_the_work_back(
    written: Session, response: Response
) -> None:
    copy = copied(written, "-wal")  # and no index of the log, which SQLite makes again
    again = Session.open(copy, written.paths, written.clock)
    assert again.draft(response.id).answer("9").body.startswith("Evidence 9.")
    again.close()


def test_a_first_start_that_was_killed_opens_with_all_that_its_log_holds(workspace: Path) -> None:
    killed = workspace.with_name("killed.consultee")
    with closing(open_workspace(workspace)) as db:
        db.execute("INSERT INTO settings VALUES ('mine', '1')")
        assert workspace.read_bytes()[68:72] == bytes(4)  # whose file it is stands in the log only
        for suffix in ("", "-wal"):
            shutil.copyfile(f"{workspace}{suffix}", f"{killed}{suffix}")
    with closing(open_workspace(killed)) as db:
        assert db.execute("SELECT value FROM settings WHERE key = 'mine'").fetchone() == ("1",)


def test_another_program_s_database_in_its_log_is_not_taken_for_ours(workspace: Path) -> None:
    theirs = workspace.with_name("theirs.consultee")
    with closing(sqlite3.connect(workspace)) as db:
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("CREATE TABLE songs (title TEXT)")
        for suffix in ("", "-wal"):
            shutil.copyfile(f"{workspace}{suffix}", f"{theirs}{suffix}")
    with pytest.raises(NotAWorkspace, match="database of another program"):
        open_workspace(theirs)


@pytest.mark.parametrize("table", ["responses", "answers", "recommendations", "organisations"])
def test_damage_in_a_draft_is_found_on_every_opening(
    written: Session, clock: SetClock, table: str
) -> None:
    copy = closed_copy(written)
    overwrite(copy, root_page(copy, table), PAGE)
    with pytest.raises(DamagedWorkspace, match="cannot be read whole"):
        Session.open(copy, written.paths, clock)


def test_a_backup_that_meets_damage_says_so_and_the_next_opening_offers_a_way_back(
    written: Session, response: Response, clock: SetClock
) -> None:
    copy = closed_copy(written)
    good = backups.back_up(copy, written.paths.backups(copy), clock())
    overwrite(copy, root_page(copy, "answer_versions"), PAGE)
    # It was closed in order, so opening reads no more of it than the drafts.
    session = Session.open(copy, written.paths, clock)
    session.apply(edits.AddOrganisation(Organisation("x", "Larchfield")))
    job = session.backing_up()
    assert job is not None
    with pytest.raises(DamagedWorkspace, match="No backup of it could be made") as caught:
        job()
    assert "go back to one of them" in caught.value.hint
    session.close()
    assert [path for _, path in backups.list_backups(good.parent)] == [good]
    with pytest.raises(DamagedWorkspace):
        Session.open(copy, written.paths, clock)
    backups.go_back(copy, good, clock())
    again = Session.open(copy, written.paths, clock)
    assert again.draft(response.id).answer("9").body.startswith("Evidence 9.")
    again.close()


def test_a_false_alarm_is_looked_into_once(session: Session, clock: SetClock) -> None:
    copy = closed_copy(session)
    with closing(open_workspace(copy)) as db:
        reading.set_setting(db, backups.SUSPECT_SETTING, True)
    again = Session.open(copy, session.paths, clock)
    assert again.setting(backups.SUSPECT_SETTING) is False
    again.close()


def test_damage_met_while_reading_is_told_in_a_sentence(
    written: Session, response: Response, clock: SetClock
) -> None:
    copy = closed_copy(written)
    overwrite(copy, root_page(copy, "prompts"), PAGE)
    session = Session.open(copy, written.paths, clock)
    with pytest.raises(DamagedWorkspace, match="cannot be read whole"):
        session.prompts(session.draft(response.id), "1")
    session.close()


def test_letters_overwritten_with_something_else_are_told_in_a_sentence(
    written: Session, response: Response, clock: SetClock
) -> None:
    copy = closed_copy(written)
    with closing(sqlite3.connect(copy)) as db:
        db.execute("UPDATE answers SET body = CAST(x'ff00fe80' AS TEXT) WHERE question = '1'")
        db.commit()
    session = Session.open(copy, written.paths, clock)
    with pytest.raises(DamagedWorkspace, match="cannot be read whole"):
        session.draft(response.id)
    session.close()


def test_a_job_for_another_thread_tells_damage_in_a_sentence(
    written: Session, response: Response, clock: SetClock
) -> None:
    copy = closed_copy(written)
    overwrite(copy, root_page(copy, "snippets"), PAGE)
    session = Session.open(copy, written.paths, clock)
    with pytest.raises(DamagedWorkspace, match="cannot be read whole"):
        session.searching("halls ")()
    session.close()


def test_a_workspace_whose_disk_is_gone_closes_all_the_same(
    session: Session, clock: SetClock
) -> None:
    copy = closed_copy(session)
    again = Session.open(copy, session.paths, clock)
    again._db.execute("PRAGMA query_only = ON")  # as a disk that takes nothing any more
    with pytest.raises(WorkspaceError, match="read-only"):
        again.set_setting("text-size", 150)
    again.close()
    with pytest.raises(sqlite3.ProgrammingError):
        again.organisations()
