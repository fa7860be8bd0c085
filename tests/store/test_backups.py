from __future__ import annotations

import shutil
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core import edits
from desktop.core.response import Response
from desktop.errors import WorkspaceError
from desktop.session import Session
from desktop.store import backups
from tests.support.workspace import SetClock


def test_a_backup_is_made_only_when_something_changed(
    session: Session, response: Response, clock: SetClock
) -> None:
    session.apply(edits.SetBody(response.id, "1", "Worth keeping."))
    job = session.backing_up()
    assert job is not None
    made = job()
    assert made.exists()
    assert session.backing_up() is None
    session.undo(edits.response_scope(response.id))
    assert session.backing_up() is not None


def test_an_untouched_workspace_is_not_backed_up(session: Session) -> None:
    assert session.backing_up() is None


def test_going_back_to_a_backup_brings_the_work_back(
    session: Session, response: Response, clock: SetClock
) -> None:
    session.apply(edits.SetBody(response.id, "1", "Worth keeping."))
    job = session.backing_up()
    assert job is not None
    backup = job()
    copy = session.path.with_name("broken.consultee")
    copy.write_bytes(b"SQLite format 3\x00 then nothing of use")
    aside = backups.set_aside(copy, clock())
    assert aside.read_bytes().startswith(b"SQLite format 3")
    assert not copy.exists()
    backups.restore(backup, copy)
    again = Session.open(copy, session.paths, clock)
    assert again.draft(response.id).answer("1").body == "Worth keeping."
    again.close()
    assert backup.exists()


def test_a_backup_folder_that_cannot_be_written_gets_a_sentence(
    session: Session, response: Response
) -> None:
    folder = session.paths.backups(session.path)
    folder.write_text("a file where the folder should be")
    job = session.backing_up()
    assert job is not None
    with pytest.raises(WorkspaceError, match="backup could not be made"):
        job()
    session.apply(edits.SetBody(response.id, "1", "Work goes on."))


def test_two_backups_within_a_second_are_both_kept(
    session: Session, response: Response, clock: SetClock
) -> None:
    folder = session.paths.backups(session.path)
    first = backups.back_up(session.path, folder, clock())
    second = backups.back_up(session.path, folder, clock())
    assert first != second
    assert [path for _, path in backups.list_backups(folder)] == sorted(
        {first, second}, reverse=True
    )


def test_old_backups_are_thinned(session: Session, response: Response, clock: SetClock) -> None:
    folder = session.paths.backups(session.path)
    newest = backups.back_up(session.path, folder, clock())
    for days in range(1, 120):
        time = clock() - timedelta(days=days)
        shutil.copy(newest, folder / f"{time:%Y-%m-%d %H%M%S}.consultee")
    clock.pass_by(60)
    backups.back_up(session.path, folder, clock())
    kept = backups.list_backups(folder)
    assert 12 <= len(kept) <= 20
    assert kept[0][0] == clock().replace(microsecond=0)


TIMES = st.datetimes(min_value=datetime(2026, 1, 1), max_value=datetime(2027, 1, 1))  # noqa: DTZ001


@given(times=st.lists(TIMES, unique=True), now=TIMES)
def test_thinning_keeps_the_newest_and_never_grows_without_end(
    times: list[datetime], now: datetime
) -> None:
    kept = backups.thinned(times, now)
    assert kept <= set(times)
    assert set(sorted(times, reverse=True)[:5]) <= kept
    assert {time for time in times if time > now} <= kept
    assert len({time for time in kept if time <= now}) <= 5 + 8 + 9
    # Thinning what has been thinned takes no more away.
    assert backups.thinned(kept, now) == kept


def test_an_unreadable_name_in_the_backup_folder_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "my notes.consultee").write_text("mine")
    assert backups.list_backups(tmp_path) == []
