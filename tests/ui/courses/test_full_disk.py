"""What a learner does while nothing can be written: it is told once, and none of it is lost."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from desktop.core.learning import Column, WorkKind
from desktop.errors import WorkspaceError
from desktop.session import Session
from desktop.ui.courses.budget import BudgetView
from desktop.ui.courses.hearing import HearingView
from desktop.ui.courses.leaving_draft import leave_draft
from desktop.ui.courses.reading import ReadingView
from desktop.ui.courses.repair import RepairView
from desktop.ui.courses.rubric import RubricView
from desktop.ui.courses.worked import WorkedView
from desktop.ui.place import PageId, Place
from desktop.ui.window import Window
from tests.ui.conftest import visible_texts
from tests.ui.courses.practising import AtStep
from tests.ui.fakes import FakeDialogs


@pytest.fixture
def make_room(
    practice: Session, monkeypatch: pytest.MonkeyPatch, learner: Window
) -> Callable[[], None]:
    """Fill the disk; give a function that makes room on it again."""
    real = practice.apply

    def full(*_: object, **__: object) -> None:
        raise WorkspaceError("The disk is full", "Nothing could be written.", "Make room.")

    monkeypatch.setattr(practice, "apply", full)
    return lambda: monkeypatch.setattr(practice, "apply", real)


def test_notes_are_there_again_and_written_as_soon_as_they_can_be(
    at_step: AtStep,
    practice: Session,
    learner: Window,
    dialogs: FakeDialogs,
    make_room: Callable[[], None],
) -> None:
    view = at_step("paper-figures").view
    assert isinstance(view, ReadingView)
    view.notes.field.insertPlainText("648 refused")  # type: ignore[union-attr]
    view.flush()
    at_step("paper-survey")
    assert [error.title for error in dialogs.errors] == ["The disk is full"]
    assert view.notes.field.toPlainText() == ""  # type: ignore[union-attr]
    at_step("paper-figures")
    assert view.notes.field.toPlainText() == "648 refused"  # type: ignore[union-attr]
    make_room()
    at_step("paper-survey")
    assert practice.learning is not None
    assert practice.learning.text(WorkKind.NOTES, "paper-figures") == "648 refused"
    assert practice.learning.text(WorkKind.NOTES, "paper-survey") == ""
    assert not learner.status.failing


def test_words_given_are_there_again_and_written_as_soon_as_they_can_be(
    at_step: AtStep, practice: Session, dialogs: FakeDialogs, make_room: Callable[[], None]
) -> None:
    view = at_step("share-out").view
    assert isinstance(view, BudgetView)
    view.even.click()
    at_step("welcome")
    assert [error.title for error in dialogs.errors] == ["The disk is full"]
    at_step("share-out")
    assert "✓ All 500 words are shared out." in visible_texts(view)
    make_room()
    view.flush()
    work = practice.learning.work(WorkKind.BUDGET, "budget-500")  # type: ignore[union-attr]
    assert work is not None
    assert work.data["words"] == {"1": 167, "2": 167, "3": 166}


def test_finished_answers_stay_closed_where_the_attempt_cannot_be_kept(
    at_step: AtStep, dialogs: FakeDialogs, make_room: Callable[[], None]
) -> None:
    view = at_step("worked-1").view
    assert isinstance(view, WorkedView)
    told = len(dialogs.errors)
    view.reveal_button.click()
    assert len(dialogs.errors) == told + 1
    assert view.models == []
    make_room()
    view.reveal_button.click()
    assert len(view.models) == 2


def test_the_way_from_an_answer_to_the_course_stays_open(
    learner: Window, at_step: AtStep, dialogs: FakeDialogs, make_room: Callable[[], None]
) -> None:
    at_step("draft-1")
    learner.go(Place(PageId.QUESTION, "practice", "1"))
    told = len(dialogs.errors)
    leave_draft(learner.context, "1")
    assert len(dialogs.errors) > told
    assert learner.place == Place(PageId.COURSE, "", "worked-1")


def test_what_was_typed_in_exercises_waits_until_it_can_be_written(
    at_step: AtStep, practice: Session, qtbot: QtBot, make_room: Callable[[], None]
) -> None:
    hearing = at_step("hearing").view
    assert isinstance(hearing, HearingView)
    qtbot.waitUntil(lambda: bool(hearing.questions()), timeout=20_000)
    hearing.notes.setPlainText("Say the number first.")
    hearing.next.click()
    assert hearing.notes.toPlainText() == ""
    hearing.before.click()
    assert hearing.notes.toPlainText() == "Say the number first."
    repair = at_step("do-figure").view
    assert isinstance(repair, RepairView)
    repair.sheet.editor.insertPlainText("In May. ")
    mended = repair.sheet.text()
    at_step("do-vague")
    assert repair.sheet.text() != mended
    at_step("do-figure")
    assert repair.sheet.text() == mended
    rubric = at_step("own-rubric").view
    assert isinstance(rubric, RubricView)
    rubric.cards["evidence"].grid.button(Column.SELF, 2).click()
    assert rubric.cards["evidence"].grid.button(Column.SELF, 2).isChecked()
    make_room()
    at_step("welcome")
    learning = practice.learning
    assert learning is not None
    key = hearing.questions()[0].key
    assert learning.text(WorkKind.HEARING, key) == "Say the number first."
    assert learning.text(WorkKind.REPAIR, "mend-figure") == mended
    level = learning.work(WorkKind.RUBRIC, "self/evidence")
    assert level is not None
    assert level.level == 2
