"""No two contents of a course go out under one number."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from desktop.core.edits import WORKSPACE_SCOPE
from desktop.paths import Paths
from desktop.session import Session
from tests.support.workspace import SetClock

FIRST = "first-written-evidence"


@pytest.fixture
def trainer(session: Session) -> Session:
    """A workspace with a course of one's own."""
    courses = session.courses
    courses.save(replace(courses.read(FIRST), id="ours", version=1, title="Ours"))
    return session


def given(trainer: Session, file: Path, title: str = "") -> Path:
    """Change the title of the course, if there is another one, and save it as a file."""
    courses = trainer.courses
    if title:
        courses.save(replace(courses.read("ours"), title=title), what=title)
    return courses.export_course("ours", file, replace=True)


def edition(trainer: Session) -> tuple[int, str]:
    course = trainer.courses.read("ours")
    return course.version, course.title


def test_an_older_edition_that_is_given_out_again_does_not_have_a_number_used_twice(
    trainer: Session, tmp_path: Path
) -> None:
    given(trainer, tmp_path / "one")
    second = given(trainer, tmp_path / "two", "Ours, mended")
    text = second.read_text(encoding="utf-8")
    given(trainer, tmp_path / "three", "Ours, mended twice")
    assert edition(trainer) == (3, "Ours, mended twice")
    trainer.undo(WORKSPACE_SCOPE)
    assert given(trainer, second).read_text(encoding="utf-8") == text
    assert edition(trainer) == (2, "Ours, mended")
    courses = trainer.courses
    assert courses.save(courses.read("ours")) is None
    courses.save(replace(courses.read("ours"), title="Ours, otherwise"), what="otherwise")
    assert edition(trainer) == (4, "Ours, otherwise")


def test_handouts_of_an_old_file_do_not_lower_the_number_of_the_next_edition(
    trainer: Session, tmp_path: Path
) -> None:
    first = given(trainer, tmp_path / "one")
    given(trainer, tmp_path / "two", "Ours, mended")
    old = trainer.courses.examining(first)().course
    assert old is not None
    trainer.courses.editions.note_given(old)
    trainer.courses.save(replace(trainer.courses.read("ours"), title="Ours, otherwise"))
    assert edition(trainer) == (3, "Ours, otherwise")


def test_a_course_that_came_as_a_file_is_another_edition_once_it_is_changed(
    trainer: Session, paths: Paths, clock: SetClock, tmp_path: Path
) -> None:
    given(trainer, tmp_path / "one")
    file = given(trainer, tmp_path / "two", "Ours, mended")
    (tmp_path / "other").mkdir()
    other = Session.open(tmp_path / "other" / "work.consultee", paths, clock)
    other.courses.import_course(file)
    assert other.courses.save(other.courses.read("ours")) is None
    assert edition(other) == (2, "Ours, mended")
    other.courses.save(replace(other.courses.read("ours"), title="Theirs"))
    assert edition(other) == (3, "Theirs")
    # Taken in again, it is as it came, and what was not given out was in nobody's hands.
    other.courses.import_course(file)
    assert edition(other) == (2, "Ours, mended")
    other.close()
