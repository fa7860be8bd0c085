"""What a trainer collects: refused with what to do next, kept while its course is gone."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from desktop.core import edits
from desktop.core.commenting import anchor_at
from desktop.core.edits import WORKSPACE_SCOPE
from desktop.core.learning import WorkKind
from desktop.core.sending_comments import read_comments
from desktop.core.travelling import Sort, packed, unpacked
from desktop.errors import DesktopError
from desktop.paths import Paths
from desktop.session import Session
from desktop.session.course_gathering import Gathered
from desktop.session.handing_in import HANDED_IN
from desktop.store import backups
from tests.support.learners import as_from_practice
from tests.support.workspace import SetClock

FIRST, INQUIRY = "first-written-evidence", "big-society-inquiry"


@pytest.fixture
def learner(session: Session, paths: Paths, clock: SetClock) -> Iterator[Session]:
    opened = Session.open(session.courses.beginning(FIRST, "Bo")(), paths, clock)
    opened.apply(edits.SetBody("practice", "1", "We drove 40 people. They got there."))
    yield opened
    opened.close()


@pytest.fixture
def text(learner: Session, tmp_path: Path) -> str:
    return learner.courses.hand_in(tmp_path / "first").read_text(encoding="utf-8")


def gathered(session: Session, *paths: Path, course: str = "") -> Gathered:
    return session.courses.teaching.collecting(list(paths), course)()


def test_a_file_that_is_refused_says_what_to_do_about_it(
    session: Session, text: str, tmp_path: Path
) -> None:
    first = gathered(session, tmp_path, course=INQUIRY).refused
    unknown, cut = tmp_path / "unknown.consultee-work", tmp_path / "cut.consultee-work"
    unknown.write_text(text.replace(f'"id": "{FIRST}"', '"id": "ours"'), encoding="utf-8")
    cut.write_text(text[:200], encoding="utf-8")
    refused = (*first, *gathered(session, unknown, cut, tmp_path / "gone").refused)
    assert [note.then for note in refused] == [
        "Collect it with the others of that course.",
        "Open the file of that course, then add this one again.",
        "Ask for the file again; what was sent may have been cut short on the way.",
        "Choose another file.",
    ]
    assert all(note.words == f"{note.says} {note.then}" for note in refused)


def test_a_course_that_was_removed_is_kept_as_long_as_there_is_work_of_it(
    session: Session, text: str, tmp_path: Path
) -> None:
    courses, teaching = session.courses, session.courses.teaching
    teaching.keep(gathered(session, of_ours(session, text, tmp_path)))
    courses.remove("ours")
    with pytest.raises(DesktopError):
        courses.read("ours")
    assert teaching.course("ours").title == "Ours"
    (kept,) = teaching.collected("ours")
    assert teaching.work(kept.id).course.title == "Ours"
    teaching.forget(kept.id)
    with pytest.raises(DesktopError):
        teaching.course("ours")
    session.undo(WORKSPACE_SCOPE)
    assert teaching.work(kept.id).course.title == "Ours"
    # Written again, it is one of those there are.
    courses.save(replace(teaching.course("ours"), title="Ours, again"))
    assert courses.read("ours").title == teaching.course("ours").title == "Ours, again"
    # No new course takes the place of one that is kept for reading.
    courses.remove("ours")
    assert courses.invented("ours").id != "ours"


def of_ours(session: Session, text: str, tmp_path: Path) -> Path:
    """A course of one's own, and work of it that can be collected."""
    session.courses.save(replace(session.courses.read(FIRST), id="ours", title="Ours"))
    file = tmp_path / "first.consultee-work"
    file.write_text(text.replace(f'"id": "{FIRST}"', '"id": "ours"'), encoding="utf-8")
    return file


def own_courses(session: Session) -> list[str]:
    return [card.id for card in session.courses.list() if card.own]


def test_work_can_be_read_after_the_course_was_undone_though_collecting_is_no_step(
    session: Session, text: str, tmp_path: Path
) -> None:
    teaching = session.courses.teaching
    teaching.keep(gathered(session, of_ours(session, text, tmp_path)))
    (kept,) = teaching.collected()
    assert session.undo_name(WORKSPACE_SCOPE) == "change to a course"
    for _ in range(2):
        session.undo(WORKSPACE_SCOPE)
        assert own_courses(session) == []
        assert teaching.work(kept.id).course.title == "Ours"
        session.redo(WORKSPACE_SCOPE)
        assert own_courses(session) == ["ours"]
    session.undo(WORKSPACE_SCOPE)
    # With the last work of it, it goes as it would have.
    teaching.forget(kept.id)
    with pytest.raises(DesktopError):
        teaching.course("ours")
    session.undo(WORKSPACE_SCOPE)
    assert teaching.work(kept.id).course.title == "Ours"


def test_work_can_be_read_after_its_course_was_removed_again_by_redo(
    session: Session, text: str, tmp_path: Path
) -> None:
    courses, teaching = session.courses, session.courses.teaching
    file = of_ours(session, text, tmp_path)
    courses.remove("ours")
    session.undo(WORKSPACE_SCOPE)
    teaching.keep(gathered(session, file))
    (kept,) = teaching.collected()
    session.redo(WORKSPACE_SCOPE)
    assert own_courses(session) == []
    assert teaching.work(kept.id).course.title == "Ours"
    # To remove what is removed is no step.
    assert courses.remove("ours") is None
    session.undo(WORKSPACE_SCOPE)
    assert own_courses(session) == ["ours"]
    session.undo(WORKSPACE_SCOPE)
    assert own_courses(session) == []
    assert teaching.work(kept.id).course.title == "Ours"


def test_work_of_a_course_that_ships_is_not_read_by_ones_own_edition_that_was_removed(
    session: Session, text: str, tmp_path: Path
) -> None:
    courses, teaching = session.courses, session.courses.teaching
    shipped = courses.read(FIRST)
    courses.save(replace(shipped, version=9, title="My first"))
    teaching.keep(gathered(session, tmp_path))
    assert teaching.course(FIRST).title == "My first"
    courses.remove(FIRST)
    (kept,) = teaching.collected()
    assert teaching.course(FIRST) == teaching.work(kept.id).course == shipped
    assert not any(card.removed for card in courses.list(removed=True))
    assert gathered(session, tmp_path).refused == ()


def corrected(learner: Session, file: Path, body: str = "We drove 60 people.") -> Path:
    """Hand in again, with another first answer."""
    learner.apply(edits.SetBody("practice", "1", body))
    return learner.courses.hand_in(file)


def test_what_a_learner_hands_in_again_takes_the_place_of_the_first_and_comments_follow(
    session: Session, learner: Session, clock: SetClock, text: str, tmp_path: Path
) -> None:
    teaching = session.courses.teaching
    teaching.keep(gathered(session, tmp_path))
    (first,) = teaching.collected()
    teaching.rename(first.id, "Bo of the van")
    body = "We drove 40 people. They got there."
    for words in ("We drove 40 people", "They got there"):
        start = body.index(words)
        anchor = anchor_at("answer:1", body, start, start + len(words))
        teaching.comment(first.id, anchor, f"On {words}.")
    teaching.mark(first.id, "evidence", level=2)
    clock.now += timedelta(minutes=1)
    found = gathered(session, corrected(learner, tmp_path / "a second one"))
    assert [note.says for note in found.notes] == [
        "It takes the place of what Bo of the van handed in before. 2 comments went along. "
        "2 are about words that have changed, and at the nearest place."
    ]
    assert teaching.keep(found) == 1
    (kept,) = teaching.collected()
    assert (kept.id, kept.name) == (first.id, "Bo of the van")
    work = teaching.work(kept.id)
    assert work.draft.answer("1").body == "We drove 60 people."
    assert (len(work.comments), len(teaching.marks(kept.id))) == (2, 1)
    (row,) = teaching.looking_at(FIRST, found)()
    assert (row.id, row.comments) == (kept.id, 2)
    # The first file says nothing new, however often its folder is read again.
    again = gathered(session, tmp_path)
    assert (again.works, len(again.notes)) == ((), 2)
    assert any("older work" in note.says for note in again.notes)
    session.undo(WORKSPACE_SCOPE)
    assert teaching.collected()[0].text == first.text.replace("Bo of the van", "Bo")


def test_of_two_files_of_one_learner_in_a_folder_the_newer_is_kept(
    session: Session, learner: Session, clock: SetClock, text: str, tmp_path: Path
) -> None:
    clock.now += timedelta(minutes=1)
    # Read first, for its name comes first.
    corrected(learner, tmp_path / "a corrected one")
    clock.now += timedelta(minutes=1)
    corrected(learner, tmp_path / "the last", "We drove 61 people.")
    found = gathered(session, tmp_path)
    assert [answer.body for work in found.works for answer in work.answers] == [
        "We drove 61 people."
    ]
    assert found.replaced == frozenset()
    assert session.courses.teaching.keep(found) == 1
    assert session.courses.teaching.keep(gathered(session, tmp_path)) == 0


def test_somebody_else_in_the_same_practice_and_a_file_that_cannot_tell_are_kept_beside_it(
    session: Session, learner: Session, clock: SetClock, text: str, tmp_path: Path
) -> None:
    teaching = session.courses.teaching
    teaching.keep(gathered(session, tmp_path))
    clock.now += timedelta(minutes=1)
    learner.courses.set(WorkKind.NAME, text="Nia")
    found = gathered(session, corrected(learner, tmp_path / "nia"))
    assert [note.says for note in found.notes] == [
        "It is from the same practice as the work of Bo; all are kept."
    ]
    teaching.keep(found)
    # As versions before this one wrote it.
    as_from_practice(tmp_path / "first.consultee-work", "")
    teaching.keep(gathered(session, tmp_path))
    assert [work.name for work in teaching.collected()] == ["Bo", "Bo (2)", "Nia"]


def test_what_was_written_after_going_back_to_a_backup_is_kept_beside_what_was_handed_in_before(
    session: Session, paths: Paths, clock: SetClock, tmp_path: Path
) -> None:
    teaching, place = session.courses.teaching, session.courses.beginning(FIRST, "Bo")()

    def handing_in(*bodies: str) -> Path:
        learner = Session.open(place, paths, clock)
        files = [corrected(learner, tmp_path / body, body) for body in bodies]
        learner.close()
        return files[-1]

    first = handing_in("At first.")
    shutil.copy(place, tmp_path / "backup")
    teaching.keep(gathered(session, handing_in("Second.", "Third.")))
    backups.go_back(place, tmp_path / "backup", clock())
    found = gathered(session, handing_in("After the backup."))
    assert [note.says for note in found.notes] == [
        "There is work of somebody called Bo already; this is kept as Bo (2).",
        "It is from the same practice as the work of Bo, and neither was written on from the "
        "other; all are kept.",
    ]
    teaching.keep(found)
    assert bodies_kept(session) == {"Bo": "Third.", "Bo (2)": "After the backup."}
    # Each goes on from there, and what both were written on from is older than either.
    teaching.keep(gathered(session, handing_in("And on.", "And on and on.")))
    assert bodies_kept(session) == {"Bo": "Third.", "Bo (2)": "And on and on."}
    again = gathered(session, first, tmp_path / "After the backup..consultee-work")
    assert again.works == ()
    assert all("older work" in note.says for note in again.notes)


def bodies_kept(session: Session) -> dict[str, str]:
    """Return the first answer of everybody whose work is kept."""
    teaching = session.courses.teaching
    return {
        each.name: teaching.work(each.id).draft.answer("1").body for each in teaching.collected()
    }


def test_files_of_a_version_that_wrote_numbers_alone_are_told_apart_by_them(
    session: Session, learner: Session, text: str, tmp_path: Path
) -> None:
    second = corrected(learner, tmp_path / "second")
    for file in (tmp_path / "first.consultee-work", second):
        said, _ = unpacked(Sort.WORK, file.read_text(encoding="utf-8"))
        plain = {key: value for key, value in said.items() if key != "saves"}
        file.write_text(packed(Sort.WORK, plain), encoding="utf-8")
    found = gathered(session, second, tmp_path / "first.consultee-work")
    assert [work.number for work in found.works] == [2]
    # What is written on from there says more, and is the newer one.
    learner.set_setting(
        HANDED_IN, {"practice": found.works[0].practice, "number": 2, "digest": "of the second"}
    )
    session.courses.teaching.keep(found)
    third = gathered(session, corrected(learner, tmp_path / "third", "We drove 70 people."))
    assert len(third.replaced) == 1


def test_a_learner_who_is_renamed_keeps_the_name_that_they_typed(
    session: Session, learner: Session, text: str, tmp_path: Path
) -> None:
    teaching = session.courses.teaching
    teaching.keep(gathered(session, tmp_path))
    (kept,) = teaching.collected()
    teaching.rename(kept.id, "  Bo   of the van ")
    assert teaching.collected()[0].name == "Bo of the van"
    assert teaching.work(kept.id).typed_name == "Bo"
    sent = teaching.send_comments(kept.id, tmp_path / "back").read_text(encoding="utf-8")
    assert read_comments(sent).to == "Bo"
    assert "van" not in sent
    teaching.rename(kept.id, "")
    assert teaching.collected()[0].name == "Bo"
    session.undo(WORKSPACE_SCOPE)
    assert teaching.collected()[0].name == "Bo of the van"


def test_a_comment_that_followed_newer_work_comes_back_once(
    session: Session, learner: Session, clock: SetClock, text: str, tmp_path: Path
) -> None:
    teaching = session.courses.teaching
    teaching.keep(gathered(session, tmp_path))
    (kept,) = teaching.collected()
    teaching.comment(kept.id, anchor_at("answer:1", "We drove 40 people.", 3, 8), "Who?")
    learner.courses.open_comments(teaching.send_comments(kept.id, tmp_path / "back"))
    clock.now += timedelta(minutes=1)
    teaching.keep(gathered(session, corrected(learner, tmp_path / "second")))
    learner.courses.open_comments(teaching.send_comments(kept.id, tmp_path / "back", True))
    assert [each.text for each in learner.courses.comments()] == ["Who?"]
