"""What is wrong with the files of a course is said in a sentence, and nothing is half done."""

from __future__ import annotations

import os
import re
import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from desktop.core import edits
from desktop.core.commenting import BankComment, anchor_at
from desktop.core.learning import Column, WorkKind
from desktop.errors import DesktopError, ExportError, WorkspaceError
from desktop.paths import Paths
from desktop.session import Session, practising
from desktop.session.course_gathering import Gathered
from desktop.store.packs.problems import Level, PackError
from tests.support.learners import as_from_practice

FIRST, INQUIRY = "first-written-evidence", "big-society-inquiry"


@pytest.fixture
def learner(session: Session, paths: Paths) -> Iterator[Session]:
    opened = Session.open(session.courses.beginning(FIRST, "Bo")(), paths)
    opened.apply(edits.SetBody("practice", "1", "We drove 40 people. They got there."))
    yield opened
    opened.close()


@pytest.fixture
def text(learner: Session, tmp_path: Path) -> str:
    return learner.courses.hand_in(tmp_path / "first").read_text(encoding="utf-8")


def gathered(session: Session, *paths: Path, course: str = "") -> Gathered:
    return session.courses.teaching.collecting(list(paths), course)()


def refusal(session: Session, file: Path, course: str = "") -> str:
    found = gathered(session, file, course=course)
    assert found.works == ()
    (note,) = found.refused
    return note.says


def test_a_learner_s_file_that_was_cut_short_is_refused(
    session: Session, text: str, tmp_path: Path
) -> None:
    file = tmp_path / "cut.consultee-work"
    data = text.encode()
    for tenth in range(10):
        file.write_bytes(data[: len(data) * tenth // 10])
        assert re.search("cut short|no file that Consultee wrote", refusal(session, file))


def test_a_learner_s_file_of_another_course_is_refused(
    session: Session, text: str, tmp_path: Path
) -> None:
    file = tmp_path / "other.consultee-work"
    file.write_text(text, encoding="utf-8")
    assert "another course, “Your first written evidence”" in refusal(session, file, INQUIRY)


def test_a_learner_s_file_of_a_newer_course_is_taken_and_that_is_said(
    session: Session, text: str, tmp_path: Path
) -> None:
    file = tmp_path / "newer.consultee-work"
    newer = re.sub(r'("version": )\d+', r"\g<1>9", text)
    assert newer != text
    file.write_text(newer, encoding="utf-8")
    found = gathered(session, file)
    assert len(found.works) == 1
    assert "edition 9" in " ".join(note.says for note in found.notes)


def test_two_learners_of_one_name_are_kept_apart(
    session: Session, learner: Session, text: str, tmp_path: Path
) -> None:
    learner.courses.set(WorkKind.NAME, text="BO")
    learner.apply(edits.SetBody("practice", "1", "We drove 60 people. They got there."))
    as_from_practice(learner.courses.hand_in(tmp_path / "second"), "another")
    found = gathered(session, tmp_path)
    assert len(found.works) == 2
    assert len({name.casefold() for name in found.names}) == 2
    assert found.notes


def test_a_third_of_one_name_has_a_name_of_their_own_when_two_are_kept(
    session: Session, learner: Session, text: str, tmp_path: Path
) -> None:
    teaching = session.courses.teaching
    for place, body in enumerate(("60 people.", "80 people.")):
        learner.apply(edits.SetBody("practice", "1", body))
        as_from_practice(learner.courses.hand_in(tmp_path / f"more-{place}"), f"{place}")
        teaching.keep(gathered(session, tmp_path))
    assert [work.name for work in teaching.collected()] == ["Bo", "Bo (2)", "Bo (3)"]


def test_what_is_gathered_is_kept_once(session: Session, text: str, tmp_path: Path) -> None:
    found = gathered(session, tmp_path)
    assert [session.courses.teaching.keep(found) for _ in range(2)] == [1, 0]


def test_comments_for_one_of_two_of_one_name_go_by_the_name_that_was_typed(
    session: Session, learner: Session, text: str, tmp_path: Path
) -> None:
    learner.apply(edits.SetBody("practice", "1", "We drove 60 people."))
    as_from_practice(learner.courses.hand_in(tmp_path / "second"), "another")
    teaching = session.courses.teaching
    teaching.keep(gathered(session, tmp_path))
    second = next(work for work in teaching.collected() if work.name == "Bo (2)")
    opened = learner.courses.open_comments(teaching.send_comments(second.id, tmp_path / "back"))
    assert opened.notes == ()


def test_a_folder_gives_the_learners_files_in_it_however_their_endings_are_written(
    session: Session, text: str, tmp_path: Path
) -> None:
    (tmp_path / "first.consultee-work").rename(tmp_path / "FIRST.CONSULTEE-WORK")
    (tmp_path / "._FIRST.consultee-work").write_bytes(b"what a Mac keeps beside a file")
    found = gathered(session, tmp_path)
    assert (len(found.works), found.refused) == (1, ())


def test_a_folder_that_cannot_be_read_is_told(session: Session, tmp_path: Path) -> None:
    gone = tmp_path / ("x" * 300)
    assert "cannot be read" in refusal(session, gone)


def test_a_file_that_vanishes_while_others_are_read_is_told(
    session: Session, text: str, tmp_path: Path
) -> None:
    first = tmp_path / "first.consultee-work"
    second = tmp_path / "second.consultee-work"
    second.write_text(text.replace("40 people", "50 people"), encoding="utf-8")
    teaching = session.courses.teaching
    job = teaching.collecting([tmp_path], "", lambda _done, _all: second.unlink(missing_ok=True))
    found = job()
    assert found.files == (first,)
    assert [(note.file, note.says) for note in found.refused] == [
        (second, "There is no file second.consultee-work.")
    ]


def test_what_a_trainer_said_of_earlier_work_is_not_taken_for_the_learner_s(
    session: Session, learner: Session, tmp_path: Path
) -> None:
    learner.courses.set(WorkKind.RUBRIC, "trainer/evidence", level=3, text="Very good.")
    learner.courses.set(WorkKind.RUBRIC, "self/evidence", level=1)
    learner.courses.hand_in(tmp_path / "again")
    teaching = session.courses.teaching
    teaching.keep(gathered(session, tmp_path))
    (row,) = teaching.looking_at(FIRST)()
    assert row.levels[Column.TRAINER]["evidence"] is None
    assert row.levels[Column.SELF]["evidence"] == 1


def test_who_tries_both_sides_in_one_workspace_keeps_the_comments_on_either(
    learner: Session, text: str, tmp_path: Path
) -> None:
    teaching = learner.courses.teaching
    teaching.keep(gathered(learner, tmp_path))
    (work,) = teaching.collected()
    first = teaching.comment(work.id, anchor_at("answer:1", "We drove 40 people.", 3, 8), "Who?")
    learner.courses.open_comments(teaching.send_comments(work.id, tmp_path / "back"))
    assert [each.text for each in teaching.comments_on(work.id)] == ["Who?"]
    assert [each.text for each in learner.courses.comments()] == ["Who?"]
    teaching.uncomment(first.id)
    teaching.comment(work.id, anchor_at("answer:1", "We drove 40 people.", 3, 8), "When?")
    learner.courses.open_comments(teaching.send_comments(work.id, tmp_path / "back", True))
    assert [each.text for each in learner.courses.comments()] == ["When?"]
    teaching.name = "Another trainer"
    sent = teaching.send_comments(work.id, tmp_path / "theirs").read_text(encoding="utf-8")
    theirs = sent.replace("When?", "How?").replace('"trainer": "', '"trainer": "another-')
    theirs = theirs.replace('"id": "', '"id": "of-another-')
    (tmp_path / "theirs.consultee-comments").write_text(theirs, encoding="utf-8")
    learner.courses.open_comments(tmp_path / "theirs.consultee-comments")
    assert {each.text for each in learner.courses.comments()} == {"When?", "How?"}


def test_counting_the_use_of_a_comment_is_no_step_of_undo(session: Session) -> None:
    teaching = session.courses.teaching
    kept = teaching.save_in_bank(BankComment("", "Which?"))
    before = session.undo_name(edits.WORKSPACE_SCOPE)
    session.undo(edits.WORKSPACE_SCOPE)
    assert teaching.bank() == []
    session.redo(edits.WORKSPACE_SCOPE)
    teaching.use_from_bank(kept)
    assert teaching.bank() == [BankComment(kept.id, "Which?", 1)]
    assert session.undo_name(edits.WORKSPACE_SCOPE) == before


def test_a_comment_on_a_point_of_a_number_that_no_one_counts_to_is_taken(
    session: Session, learner: Session, text: str, tmp_path: Path
) -> None:
    teaching = session.courses.teaching
    teaching.keep(gathered(session, tmp_path))
    (work,) = teaching.collected()
    teaching.comment(work.id, anchor_at(f"summary:{'9' * 5000}", "", 0, 0), "Where?")
    opened = learner.courses.open_comments(teaching.send_comments(work.id, tmp_path / "back"))
    assert opened.comments == 1


def test_noise_a_giant_and_a_folder_are_refused(session: Session, tmp_path: Path) -> None:
    noise = tmp_path / "noise.consultee-work"
    noise.write_bytes(bytes(range(256)) * 400)
    assert "no file that Consultee wrote" in refusal(session, noise)
    giant = tmp_path / "giant.consultee-work"
    with giant.open("wb") as file:
        file.truncate(100_000_000)
    assert "too large" in refusal(session, giant)
    inside = tmp_path / "inside"
    (inside / "folder.consultee-work").mkdir(parents=True)
    assert "no file" in refusal(session, inside)


def test_what_is_no_trainer_s_file_or_course_is_refused(
    session: Session, learner: Session, tmp_path: Path
) -> None:
    files = [tmp_path / f"{what}.toml" for what in ("missing", "folder", "giant", "noise")]
    files[1].mkdir()
    with files[2].open("wb") as opened:
        opened.truncate(100_000_000)
    files[3].write_bytes(bytes(range(256)) * 400)
    for file in files:
        with pytest.raises(DesktopError) as refused:
            learner.courses.open_comments(file)
        assert refused.value.message
        with pytest.raises(DesktopError):
            session.courses.import_course(file)
        problems = session.courses.examining(file)().problems
        assert [each.level for each in problems] == [Level.ERROR]


def test_a_file_that_cannot_be_written_leaves_nothing_behind(
    learner: Session, tmp_path: Path
) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "full").write_text("a file", encoding="utf-8")
    with pytest.raises(ExportError):
        learner.courses.hand_in(folder / "full" / "work")
    assert [each.name for each in folder.rglob("*")] == ["full"]


@contextmanager
def as_somebody_else() -> Iterator[None]:
    """The administrator may write anywhere: step down for a moment."""
    who = os.geteuid()
    if who == 0:
        os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(who)


@pytest.mark.skipif(not hasattr(os, "seteuid"), reason="read-only folders are made otherwise here")
def test_a_read_only_folder_is_told_and_stays_as_it_was(learner: Session, tmp_path: Path) -> None:
    folder = tmp_path / "locked"
    folder.mkdir()
    folder.chmod(0o500)
    try:
        with pytest.raises(ExportError, match="does not let you write"), as_somebody_else():
            learner.courses.hand_in(folder / "work")
        assert list(folder.iterdir()) == []
    finally:
        folder.chmod(0o700)


def test_a_course_that_cannot_be_begun_is_told_and_leaves_nothing_behind(
    session: Session, paths: Paths
) -> None:
    session.courses.folder.write_text("a file where the folder should be", encoding="utf-8")
    with pytest.raises(WorkspaceError, match="Nothing can be written"):
        session.courses.beginning(FIRST)()
    assert session.courses.folder.is_file()
    session.courses.folder.unlink()
    nothing: Any = None
    with pytest.raises(sqlite3.IntegrityError):
        practising.begin(paths, session.courses.read(FIRST), nothing, session.clock())
    assert list(session.courses.folder.iterdir()) == []


def test_a_course_that_cannot_be_worked_through_says_what_is_wrong_not_what_could_be_better(
    session: Session,
) -> None:
    course = session.courses.read(FIRST)
    lost = replace(course.steps[0], unit="gone")
    session.courses.save(replace(course, minutes=5, steps=(lost, *course.steps[1:])))
    card = next(card for card in session.courses.list() if card.id == FIRST)
    assert card.problems[0].level is Level.ADVICE
    with pytest.raises(PackError, match="there is no unit 'gone'"):
        session.courses.beginning(FIRST)


def test_what_lies_beside_a_practice_goes_back_where_that_cannot_be_moved(
    session: Session,
) -> None:
    folder = session.courses.folder
    folder.mkdir(parents=True)
    log = folder / "halls-1.consultee-wal"
    log.write_bytes(b"what was written last")
    with pytest.raises(WorkspaceError, match="stays where it is"):
        session.courses.put_away.put(folder / "halls-1.consultee")
    assert log.read_bytes() == b"what was written last"
    assert [path for path in folder.rglob("*") if path.is_file()] == [log]


def test_a_practice_that_is_damaged_is_listed_with_what_is_wrong(session: Session) -> None:
    first, second = (session.courses.beginning(FIRST, name)() for name in ("Bo", "Cy"))
    whole = first.read_bytes()
    first.write_bytes(whole[: len(whole) // 2])
    cards = {card.path: card for card in session.courses.practices()}
    assert ("cannot be read whole" in cards[first].problem, cards[second].problem) == (True, "")
    db = sqlite3.connect(second)
    db.execute("UPDATE learning SET data = '{' WHERE kind = 'name'")
    db.commit()
    db.close()
    cards = {card.path: card for card in session.courses.practices()}
    assert "cannot be read whole" in cards[second].problem


def test_a_practice_that_is_just_being_made_is_not_listed_yet(session: Session) -> None:
    session.courses.folder.mkdir(parents=True)
    (session.courses.folder / f"{FIRST}-1.consultee").touch()
    assert session.courses.practices() == []


def test_two_who_begin_at_the_same_moment_have_a_workspace_each(session: Session) -> None:
    jobs = [session.courses.beginning(FIRST, name) for name in ("Bo", "Cy")]
    with ThreadPoolExecutor(2) as pool:
        made = [each.result() for each in [pool.submit(job) for job in jobs]]
    assert len(set(made)) == 2
    assert {card.name for card in session.courses.practices()} == {"Bo", "Cy"}


def test_a_question_that_no_unit_uses_is_told(session: Session) -> None:
    text = session.courses.text(FIRST)
    added = '[[question]]\nnumber = "4"\nheading = "More"\ntext = "What else is there?"\n\n'
    more = text.replace("[[question]]", added + "[[question]]", 1)
    problems = session.courses.examining_text("more.toml", more)().problems
    assert "no unit of the course uses question 4" in {each.message for each in problems}


def test_an_exercise_whose_fault_no_check_finds_is_told(session: Session) -> None:
    course = session.courses.read(FIRST)
    repair = course.repairs[0]
    text = session.courses.text(FIRST)
    quiet = text.replace(repair.text.strip(), "People get to the hospital by bus.")
    assert quiet != text
    problems = session.courses.examining_text("quiet.toml", quiet)().problems
    said = [each.message for each in problems if f"({repair.id}), key 'faults'" in each.place]
    assert said == [f"no check “{fault}” finds its fault in the text" for fault in repair.faults]
