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
from desktop.store.connection import DamagedWorkspace
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
    damaged = b"SQLite format 3\x00 then nothing of use"
    copy.write_bytes(damaged)
    log = copy.with_name("broken.consultee-wal")
    log.write_bytes(b"what was written last")
    aside = backups.go_back(copy, backup, clock())
    assert aside.read_bytes() == damaged
    assert aside.with_name(f"{aside.name}-wal").read_bytes() == b"what was written last"
    assert not log.exists()
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
    assert session.draft(response.id).answer("1").body == "Work goes on."


def test_a_backup_that_failed_is_tried_again(session: Session, response: Response) -> None:
    folder = session.paths.backups(session.path)
    folder.write_text("a file where the folder should be")
    failing = session.backing_up()
    assert failing is not None
    with pytest.raises(WorkspaceError):
        failing()
    folder.unlink()
    again = session.backing_up()
    assert again is not None
    assert again().exists()
    assert session.backing_up() is None


def test_a_backup_that_somebody_deleted_or_broke_is_made_again(
    session: Session, response: Response, clock: SetClock
) -> None:
    first = session.backing_up()
    assert first is not None
    first().write_bytes(b"broken")
    second = session.backing_up()
    assert second is not None
    clock.pass_by(1)
    second().unlink()
    assert session.backing_up() is not None


def test_one_step_undone_here_and_one_done_again_there_make_a_backup_due(
    session: Session, response: Response
) -> None:
    other = session.start_response(response.consultation, response.organisation)
    for one in (response, other):
        session.apply(edits.SetBody(one.id, "1", "Text."))
    session.undo(edits.response_scope(response.id))
    job = session.backing_up()
    assert job is not None
    job()
    session.redo(edits.response_scope(response.id))
    session.undo(edits.response_scope(other.id))
    assert session.backing_up() is not None


def test_looking_at_the_newest_backup_leaves_nothing_beside_it(
    session: Session, response: Response
) -> None:
    job = session.backing_up()
    assert job is not None
    made = job()
    assert session.backing_up() is None
    assert list(made.parent.iterdir()) == [made]


def test_a_backup_cut_short_by_a_crash_is_cleared_away_in_time(
    session: Session, response: Response, clock: SetClock
) -> None:
    folder = session.paths.backups(session.path)
    folder.mkdir()
    for name in ("2026-11-20 090000.part", "2026-11-20 090000.part-wal"):
        (folder / name).write_bytes(b"half")
    (folder / "2026-11-23 085959.part").write_bytes(b"still being written")
    (folder / "notes.part").write_text("mine")
    made = backups.back_up(session.path, folder, clock())
    assert {path.name for path in folder.iterdir()} == {
        made.name,
        "2026-11-23 085959.part",
        "notes.part",
    }


def test_a_damaged_backup_is_not_put_back_and_nothing_is_moved(
    session: Session, response: Response, tmp_path: Path, clock: SetClock
) -> None:
    made = backups.back_up(session.path, tmp_path / "kept", clock())
    content = made.read_bytes()
    made.write_bytes(content[: len(content) // 2 // 4096 * 4096])
    broken = tmp_path / "broken.consultee"
    broken.write_bytes(b"damaged")
    with pytest.raises(DamagedWorkspace, match=made.name):
        backups.go_back(broken, made, clock())
    assert broken.read_bytes() == b"damaged"
    assert sorted(path.name for path in tmp_path.glob("broken*")) == ["broken.consultee"]


def test_a_folder_that_lets_nothing_be_moved_leaves_every_file_its_name(
    tmp_path: Path, clock: SetClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = tmp_path / "broken.consultee"
    log = tmp_path / "broken.consultee-wal"
    broken.write_bytes(b"damaged")
    log.write_bytes(b"log")
    real = Path.replace

    def replace(self: Path, target: Path) -> Path:
        if self == broken:
            raise PermissionError(13, "Permission denied")
        return real(self, target)

    # The system's refusal: no folder refuses root anything.
    monkeypatch.setattr(Path, "replace", replace)
    with pytest.raises(WorkspaceError, match="could not be put back"):
        backups.go_back(broken, None, clock())
    assert sorted(path.name for path in tmp_path.iterdir()) == [broken.name, log.name]


def test_two_damaged_files_of_one_second_are_both_kept(tmp_path: Path, clock: SetClock) -> None:
    broken = tmp_path / "broken.consultee"
    for content in (b"one", b"two"):
        broken.write_bytes(content)
        backups.go_back(broken, None, clock())
    kept = sorted(path.read_bytes() for path in tmp_path.glob("broken damaged *"))
    assert kept == [b"one", b"two"]


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
    (tmp_path / "2026-13-45 999999.consultee").write_text("no such day")
    assert backups.list_backups(tmp_path) == []
