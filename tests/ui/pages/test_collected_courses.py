"""Work of several courses, and of ones that were removed: all can be seen, none blocks another."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.core.edits import WORKSPACE_SCOPE
from desktop.core.learning_course_edits import KeepWork
from desktop.paths import Paths
from desktop.session import Session
from desktop.ui.pages.collected import CollectedPage
from desktop.ui.place import PageId, Place
from tests.support import learners
from tests.ui.fakes import FakeDialogs

Show = Callable[[type[CollectedPage], Place], CollectedPage]


@pytest.fixture
def course_file(session: Session, paths: Paths, tmp_path: Path) -> Path:
    """The file of a trainer's own course; the work of one learner of it was collected, and that of
    one of a course that ships with the program.
    """
    courses = session.courses
    courses.save(replace(courses.read(learners.FIRST), id="ours", title="Our own course"))
    folder = tmp_path / "in"
    folder.mkdir()
    files = learners.hand_in(session, paths, folder, ["Nia Fell"], "ours")
    files += learners.hand_in(session, paths, tmp_path, ["Bo Larch"])
    courses.teaching.keep(courses.teaching.collecting(files)())
    return courses.export_course("ours", tmp_path / "ours.toml")


def names(page: CollectedPage) -> list[str]:
    return [line.name for line in page.desk.table.shown.lines()]


def offered(page: CollectedPage) -> list[str]:
    box = page.desk.courses
    return [box.itemText(place) for place in range(box.count())]


def test_work_of_a_course_that_was_removed_can_still_be_read(
    show: Show, session: Session, course_file: Path, visited: list[Place], qtbot: QtBot
) -> None:
    page = show(CollectedPage, Place(PageId.COLLECTED, item="ours"))
    qtbot.waitUntil(lambda: names(page) == ["Nia Fell"], timeout=20_000)
    session.courses.remove("ours")
    page.open(Place(PageId.COLLECTED))
    assert names(page) == ["Nia Fell"]
    assert offered(page) == ["Your first written evidence", "Our own course (removed)"]
    page.desk.read()
    page.open(visited[-1])
    assert page.reading.title.text() == "Nia Fell"
    row = page.reading.script.row("answer:1")
    assert row is not None
    assert "412 journeys" in row.text.toPlainText()
    # What is kept for reading is no course to teach with.
    assert "ours" not in {card.id for card in session.courses.list()}
    assert session.undo(WORKSPACE_SCOPE) is not None
    assert "ours" in {card.id for card in session.courses.list()}


def forget_the_course(session: Session) -> None:
    """Leave the workspace as an earlier version of the program did: without a copy."""
    works = session.courses.teaching.collected("ours")
    session.courses.teaching.forget(*(work.id for work in works))
    session.courses.remove("ours")
    session.apply(KeepWork(tuple(works)))


def test_work_without_its_course_says_what_to_do_and_blocks_no_other(
    show: Show, session: Session, course_file: Path, dialogs: FakeDialogs, qtbot: QtBot
) -> None:
    forget_the_course(session)
    page = show(CollectedPage, Place(PageId.COLLECTED, item="ours"))
    desk = page.desk
    assert desk.stack.currentWidget() is desk.gone
    assert page.first_focus() is desk.gone.open_button
    assert "The work of 1 learner is kept" in desk.gone.words.text()
    assert len(offered(page)) == 2
    desk.courses.setCurrentIndex(desk.courses.findData(learners.FIRST))
    desk.courses.wanted.emit(learners.FIRST)
    qtbot.waitUntil(lambda: names(page) == ["Bo Larch"], timeout=20_000)
    desk.show_course("ours")
    dialogs.opens.append(course_file)
    desk.gone.open_button.click()
    qtbot.waitUntil(lambda: names(page) == ["Nia Fell"], timeout=20_000)


def test_work_without_its_course_can_be_removed_and_comes_back(
    show: Show, session: Session, course_file: Path, dialogs: FakeDialogs, qtbot: QtBot
) -> None:
    forget_the_course(session)
    page = show(CollectedPage, Place(PageId.COLLECTED, item="ours"))
    page.desk.gone.remove_button.click()
    assert session.courses.teaching.collected("ours") == []
    qtbot.waitUntil(lambda: names(page) == ["Bo Larch"], timeout=20_000)
    assert page.desk.courses.isHidden()
    dialogs.ways_back[-1]()
    assert len(session.courses.teaching.collected("ours")) == 1


def test_a_course_that_is_not_here_and_has_no_work_leads_to_one_that_has(
    show: Show, course_file: Path, qtbot: QtBot
) -> None:
    page = show(CollectedPage, Place(PageId.COLLECTED, item="long-gone"))
    qtbot.waitUntil(lambda: len(names(page)) == 1, timeout=20_000)


def test_a_file_that_is_refused_says_what_to_do_next(
    show: Show, session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    page = show(CollectedPage, Place(PageId.COLLECTED))
    bad = tmp_path / "bad.consultee-work"
    bad.write_text("{", encoding="utf-8")
    page.desk.collect([bad])
    qtbot.waitUntil(lambda: names(page) == ["bad.consultee-work"], timeout=20_000)
    said = page.desk.detail.text()
    assert "cut short" in said
    assert "Ask for the file again" in said
