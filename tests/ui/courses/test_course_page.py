"""The page of a course: one step at a time, nothing forced, everything kept."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.core.learning import WorkKind
from desktop.session import Session
from desktop.store.packs.course_text import course_text
from desktop.ui.body import Side
from desktop.ui.courses.leaving_draft import leave_draft
from desktop.ui.courses.reading import ReadingView
from desktop.ui.pages.course import CoursePage
from desktop.ui.panels.course_walk import CourseWalk
from desktop.ui.place import PageId, Place
from desktop.ui.window import Window
from tests.ui.conftest import visible_texts
from tests.ui.courses.practising import AtStep
from tests.ui.fakes import FakeDialogs


def state(session: Session, step: str) -> str:
    learning = session.learning
    assert learning is not None
    return learning.state(step)


def test_a_practice_workspace_opens_on_its_course_and_says_so(learner: Window) -> None:
    assert learner.place.page is PageId.COURSE
    assert learner.header.practice_button.text() == "Practice: Your first written evidence"
    assert learner.header.leave_button.isVisible()
    said = visible_texts(learner)
    assert "What a committee does with it" in said
    assert "Unit 1 of 6: Who reads this · step 1 of 3 · about 3 minutes" in said


def test_next_is_done_skip_is_skipped_and_back_changes_nothing(
    learner: Window, practice: Session, at_step: AtStep, qtbot: QtBot
) -> None:
    page = at_step("welcome")
    qtbot.mouseClick(page.footer.next_button, Qt.MouseButton.LeftButton)
    assert page.step is not None
    assert (page.step.id, state(practice, "welcome")) == ("spot-first", "done")
    page.footer.skip_button.click()
    assert (page.step.id, state(practice, "spot-first")) == ("spot-again", "skipped")
    page.footer.back_button.click()
    assert (page.step.id, state(practice, "spot-again")) == ("spot-first", "begun")
    walk = learner.panels.panel(Side.LEFT)
    assert isinstance(walk, CourseWalk)
    assert walk.rows()[0].words().startswith("✓ What a committee does with it")
    assert walk.rows()[1].accessibleName().endswith("skipped")
    assert "✓ done · 8 minutes" in visible_texts(walk)
    assert "2 of 21 steps behind you" in visible_texts(walk)


def test_the_way_back_from_a_question_leads_to_the_step_that_was_open(
    learner: Window, at_step: AtStep
) -> None:
    at_step("hearing")
    at_step("draft-1")
    learner.go(Place(PageId.QUESTION, "practice", "1"))
    learner.header.practice_button.click()
    page = learner.navigation.page
    assert isinstance(page, CoursePage)
    assert page.step is not None
    assert page.step.id == "draft-1"
    walk = learner.panels.panel(Side.LEFT)
    assert isinstance(walk, CourseWalk)
    (here,) = [row for row in walk.rows() if row.accessibleDescription() == "You are here"]
    assert here.accessibleName().startswith(page.step.title)
    learner.go(Place(PageId.QUESTION, "practice", "1"))
    leave_draft(learner.context, "1")
    assert page.step.id == "worked-1"
    at_step("hearing")
    learner.go(Place(PageId.QUESTION, "practice", "1"))
    leave_draft(learner.context, "1")
    assert page.step.id == "hearing"


def test_the_keys_of_questions_go_from_step_to_step(learner: Window, at_step: AtStep) -> None:
    page = at_step("welcome")
    learner.run("question.next")
    assert page.step is not None
    assert page.step.id == "spot-first"
    learner.run("question.previous")
    assert page.step.id == "welcome"
    learner.run("course.skip")
    assert page.step.id == "spot-first"


def test_the_list_of_steps_goes_by_arrow_keys_and_enter(learner: Window, qtbot: QtBot) -> None:
    learner.focus_left()
    walk = learner.panels.panel(Side.LEFT)
    assert isinstance(walk, CourseWalk)
    rows = walk.rows()
    assert rows[0].hasFocus()
    qtbot.keyClick(rows[0], Qt.Key.Key_End)
    assert rows[-1].hasFocus()
    qtbot.keyClick(rows[-1], Qt.Key.Key_Up)
    qtbot.keyClick(rows[-2], Qt.Key.Key_Return)
    assert learner.place == Place(PageId.COURSE, "", "own-rubric")


def test_a_paper_is_read_with_the_numbers_it_is_cited_by_and_notes_are_kept(
    practice: Session, at_step: AtStep, learner: Window
) -> None:
    page = at_step("paper-figures")
    view = page.view
    assert isinstance(view, ReadingView)
    assert view.prose.words().startswith("[1] These figures come from")
    view.notes.field.setFocus()
    view.notes.field.insertPlainText("648 refused")  # type: ignore[union-attr]
    at_step("paper-survey")
    assert practice.learning is not None
    assert practice.learning.text(WorkKind.NOTES, "paper-figures") == "648 refused"
    assert view.notes.field.toPlainText() == ""  # type: ignore[union-attr]
    at_step("paper-figures")
    learner.undoing.undo()
    assert practice.learning.text(WorkKind.NOTES, "paper-figures") == ""
    assert view.notes.field.toPlainText() == ""  # type: ignore[union-attr]


def test_a_locked_unit_says_so_and_opens_with_the_newer_file(
    practice: Session, at_step: AtStep, dialogs: FakeDialogs, tmp_path: Path
) -> None:
    course = practice.course
    assert course is not None
    locked = replace(course, units=(replace(course.units[0], locked=True), *course.units[1:]))
    rubric = practice.courses.shelf().rubric
    for name, each in (("locked.toml", locked), ("open.toml", course)):
        (tmp_path / name).write_text(course_text(each, rubric), encoding="utf-8")
    practice.courses.import_course(tmp_path / "locked.toml")
    page = at_step("welcome")
    assert "This unit is locked" in visible_texts(page)
    assert page.view is None
    assert page.head.text.isHidden()
    assert page.first_focus() is page.footer.next_button
    assert page.footer.next_button.text() == "Next unit"
    assert not page.footer.skip_button.isVisible()
    page.footer.next_button.click()
    assert state(practice, "welcome") == "begun"
    assert page.step is not None
    assert page.step.id == "paper-figures"
    page.footer.back_button.click()
    assert not page.footer.back_button.isEnabled()
    dialogs.opens.append(tmp_path / "open.toml")
    page.locked.button.click()
    assert "This unit is locked" not in visible_texts(page)
    assert page.view is not None
    edition = f"You go on with edition {course.version} now."
    assert dialogs.notices[-1] == f"{edition} What you wrote is as it was."
    page.locked.button.click()  # and the person changes their mind
    dialogs.opens.append(tmp_path / "gone.toml")
    page.locked.button.click()
    assert len(dialogs.errors) == 1


def test_the_last_step_says_that_it_is_the_last(
    practice: Session, at_step: AtStep, dialogs: FakeDialogs
) -> None:
    page = at_step("take-home")
    assert page.first_focus() is page.head.text
    assert page.footer.next_button.text() == "Finish"
    assert not page.footer.skip_button.isVisible()
    page.footer.next_button.click()
    assert state(practice, "take-home") == "done"
    assert dialogs.notices == ["That was the last step. Everything you wrote is kept."]


def test_elsewhere_the_page_says_that_no_course_is_practised(window: Window) -> None:
    window.go(Place(PageId.COURSE))
    page = window.navigation.page
    assert page is not None
    assert "No course is practised here" in visible_texts(page)
    assert page.actions_here() == {}
    walk = window.panels.panel(Side.LEFT)
    assert isinstance(walk, CourseWalk)
    assert walk.rows() == []
    walk.focus_list()
    window.go(Place(PageId.COURSES))
    assert window.place.page is PageId.COURSES


def test_evidence_that_is_turned_off_is_said_to_be_and_nothing_else_is_offered(
    learner: Window, practice: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    course = practice.course
    assert course is not None
    off = replace(course, switches=replace(course.switches, snippets=False))
    file = tmp_path / "off.toml"
    file.write_text(course_text(off, practice.courses.shelf().rubric), encoding="utf-8")
    practice.courses.import_course(file)
    learner.go(Place(PageId.QUESTION, "practice", "1"))
    learner.show_tab(0)
    side = learner.panels.panel(Side.RIGHT)
    assert side is not None
    qtbot.waitUntil(lambda: "Your trainer has turned evidence off" in visible_texts(side))
    assert "Add to the library" not in visible_texts(side)
