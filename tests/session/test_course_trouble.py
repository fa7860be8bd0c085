"""What is wrong with the files of a course is said in a sentence, and nothing is half done."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.core import edits
from desktop.core.learning import WorkKind
from desktop.errors import DesktopError, ExportError
from desktop.paths import Paths
from desktop.session import Session
from desktop.session.course_collecting import Gathered
from desktop.store.packs.problems import Level

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


@pytest.mark.parametrize("tenth", range(10))
def test_a_learner_s_file_that_was_cut_short_is_refused(
    session: Session, text: str, tmp_path: Path, tenth: int
) -> None:
    file = tmp_path / "cut.consultee-work"
    data = text.encode()
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
    learner.courses.hand_in(tmp_path / "second")
    found = gathered(session, tmp_path)
    assert len(found.works) == 2
    assert len({name.casefold() for name in found.names}) == 2
    assert found.notes


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


@pytest.mark.parametrize("what", ["folder", "missing", "giant", "noise"])
def test_what_is_no_trainer_s_file_or_course_is_refused(
    session: Session, learner: Session, tmp_path: Path, what: str
) -> None:
    file = tmp_path / f"{what}.toml"
    if what == "folder":
        file.mkdir()
    elif what == "giant":
        with file.open("wb") as opened:
            opened.truncate(100_000_000)
    elif what == "noise":
        file.write_bytes(bytes(range(256)) * 400)
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


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="nothing is read-only for this user"
)
def test_a_read_only_folder_is_told_and_stays_as_it_was(learner: Session, tmp_path: Path) -> None:
    folder = tmp_path / "locked"
    folder.mkdir()
    folder.chmod(0o500)
    try:
        with pytest.raises(ExportError):
            learner.courses.hand_in(folder / "work")
        assert list(folder.iterdir()) == []
    finally:
        folder.chmod(0o700)


def test_a_question_that_no_unit_uses_is_told(session: Session) -> None:
    text = session.courses.text(FIRST)
    added = '[[question]]\nnumber = "4"\nheading = "More"\ntext = "What else is there?"\n\n'
    more = text.replace("[[question]]", added + "[[question]]", 1)
    problems = session.courses.examining_text("more.toml", more)().problems
    assert any("4" in str(each) and "unit" in str(each) for each in problems)


def test_an_exercise_whose_fault_no_check_finds_is_told(session: Session) -> None:
    course = session.courses.read(FIRST)
    repair = course.repairs[0]
    text = session.courses.text(FIRST)
    quiet = text.replace(repair.text.strip(), "People get to the hospital by bus.")
    assert quiet != text
    problems = session.courses.examining_text("quiet.toml", quiet)().problems
    assert any(repair.faults[0] in str(each) or "check" in str(each) for each in problems)
