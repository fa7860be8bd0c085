"""What a trainer collects: refused with what to do next, kept while its course is gone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.core import edits
from desktop.core.edits import WORKSPACE_SCOPE
from desktop.errors import DesktopError
from desktop.paths import Paths
from desktop.session import Session
from desktop.session.course_collecting import Gathered

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
    courses.save(replace(courses.read(FIRST), id="ours", title="Ours"))
    file = tmp_path / "first.consultee-work"
    file.write_text(text.replace(f'"id": "{FIRST}"', '"id": "ours"'), encoding="utf-8")
    teaching.keep(gathered(session, file))
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
