"""Practices are put away, brought back and deleted whole, and nothing else with them."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.core.edits import SetKeyPoint
from desktop.errors import WorkspaceError
from desktop.paths import Paths
from desktop.session import Session

FIRST = "first-written-evidence"
DAY = "2026-11-28 090000.consultee"


def begun(session: Session, name: str, paths: Paths) -> Path:
    """Begin a course, with a backup and a search index as they come to be."""
    path = session.courses.beginning(FIRST, name)()
    for file in (paths.backups(path) / DAY, paths.search_index(path)):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(name.encode())
    return path


def files_in(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}


def test_backups_go_where_the_practice_goes(session: Session, paths: Paths) -> None:
    path = begun(session, "Bo", paths)
    away = session.courses.put_away.put(path)
    assert (paths.backups(away) / DAY).read_bytes() == b"Bo"
    assert not paths.backups(path).exists()
    assert not paths.search_index(path).exists()
    assert session.courses.beginning(FIRST, "Cy")() == path
    back = session.courses.put_away.bring_back(away)
    assert back != path
    assert (paths.backups(back) / DAY).read_bytes() == b"Bo"


def test_a_new_practice_has_no_backups_of_one_that_is_gone(session: Session, paths: Paths) -> None:
    path = begun(session, "Bo", paths)
    path.unlink()
    assert session.courses.beginning(FIRST, "Cy")() != path


def test_deleting_for_good_takes_all_of_that_practice_and_nothing_else(
    session: Session, paths: Paths
) -> None:
    put_away = session.courses.put_away
    kept = begun(session, "Ann", paths)
    away = [put_away.put(begun(session, name, paths)) for name in ("Bo", "Cy")]
    before = files_in(paths.data)
    away[0].with_name(f"{away[0].name}-wal").write_bytes(b"written last")
    foreign = paths.backups(away[0]) / "mine.txt"
    foreign.write_bytes(b"mine")
    put_away.delete(away[0])
    gone = {away[0], paths.backups(away[0]) / DAY}
    left = before - {str(path.relative_to(paths.data)) for path in gone}
    assert files_in(paths.data) == left | {str(foreign.relative_to(paths.data))}
    assert [card.path for card in put_away.list()] == [away[1]]
    assert [card.path for card in session.courses.practices()] == [kept]
    put_away.delete(away[1])
    assert not paths.backups(away[1]).exists()


def test_only_what_was_put_away_and_previews_can_be_deleted(session: Session) -> None:
    practice = session.courses.beginning(FIRST, "Bo")()
    for path in (practice, session.path):
        with pytest.raises(WorkspaceError, match="not put away"):
            session.courses.put_away.delete(path)
        assert path.exists()


def test_what_cannot_be_deleted_is_told_and_nothing_beside_it_goes(session: Session) -> None:
    put_away = session.courses.put_away
    away = put_away.put(session.courses.beginning(FIRST, "Bo")())
    beside = away.with_name(f"{away.name}-wal")
    beside.write_bytes(b"written last")
    away.unlink()
    away.mkdir()  # what no program can delete as a file
    with pytest.raises(WorkspaceError, match=away.name):
        put_away.delete(away)
    assert beside.exists()


def test_a_preview_lies_apart_from_what_is_gone_on_with(session: Session, paths: Paths) -> None:
    real = session.courses.beginning(FIRST)()
    preview = session.courses.beginning(FIRST, preview=True)()
    opened = Session.open(preview, paths)
    opened.apply(SetKeyPoint("practice", "1", "Tried."))
    opened.close()
    assert [card.path for card in session.courses.practices()] == [real]
    assert session.courses.put_away.list() == []
    assert session.courses.put_away.previews() == [preview]
    session.courses.put_away.delete(preview)
    assert session.courses.put_away.previews() == []
    assert real.exists()
