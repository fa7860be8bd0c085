"""A mock hearing: questions made from the draft, two minutes for each, notes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.core.edits import SetKeyPoint
from desktop.core.learning import WorkKind
from desktop.session import Session
from desktop.ui.courses.countdown import Countdown
from desktop.ui.courses.hearing import HearingView
from desktop.ui.place import PageId, Place
from desktop.ui.window import Window
from tests.ui.conftest import visible_texts
from tests.ui.courses.practising import AtStep

POINT = "Nearly half of our journeys are to hospital."


@pytest.fixture
def view(at_step: AtStep, practice: Session, qtbot: QtBot) -> HearingView:
    practice.apply(SetKeyPoint("practice", "1", POINT))
    found = at_step("hearing").view
    assert isinstance(found, HearingView)
    qtbot.waitUntil(lambda: bool(found.questions()), timeout=20_000)
    return found


def test_one_question_at_a_time_says_what_it_came_from(view: HearingView, learner: Window) -> None:
    assert f"You say: “{POINT}”" in view.asks.text()
    assert "Your answer cites nothing" in visible_texts(view)
    assert view.read.text() == "Read your answer to question 1"
    assert not view.before.isEnabled()
    view.next.click()
    assert "Question 2 of" in view.number.text()
    assert view.before.isEnabled()
    while view.asks.text() != "What would you have told us about “What stands in the way”?":
        view.next.click()
    assert view.read.text() == "Go to question 2"
    for _ in view.questions():
        view.next.click()
    assert "It is one that this course brings." in visible_texts(view)
    assert not view.next.isEnabled()
    assert not view.read.isVisible()
    for _ in view.questions():
        view.before.click()
    view.read.click()
    assert learner.place == Place(PageId.QUESTION, "practice", "1")


def test_at_either_end_the_keyboard_goes_to_the_button_that_leads_back(
    view: HearingView, qtbot: QtBot
) -> None:
    view.next.setFocus()
    for _ in view.questions()[1:]:
        assert view.next.hasFocus()
        qtbot.keyClick(view.next, Qt.Key.Key_Space)
    assert view.before.hasFocus()
    for _ in view.questions()[1:]:
        qtbot.keyClick(view.before, Qt.Key.Key_Space)
    assert view.next.hasFocus()


def test_notes_belong_to_their_question(view: HearingView, practice: Session) -> None:
    view.notes.setPlainText("Say the number first.")
    view.next.click()
    assert view.notes.toPlainText() == ""
    view.before.click()
    assert view.notes.toPlainText() == "Say the number first."
    key = view.questions()[0].key
    work = practice.learning.work(WorkKind.HEARING, key)  # type: ignore[union-attr]
    assert work is not None
    assert work.data["asked"] == view.asks.text()
    view.notes.setPlainText("")
    view.flush()
    assert practice.learning.work(WorkKind.HEARING, key) is None  # type: ignore[union-attr]


def test_the_timer_is_started_stopped_and_started_again(view: HearingView) -> None:
    timer = view.countdown
    told: list[str] = []
    timer.told.connect(told.append)
    timer.start.click()
    assert timer.running
    assert timer.start.text() == "Stop"
    timer.pass_by(60)
    timer.start.click()
    assert not timer.running
    assert timer.left <= 60
    assert timer.start.text() == "Go on"
    timer.start.click()
    timer.pass_by(35)
    timer.pass_by(2)
    assert told == ["30 seconds left"]
    timer.pass_by(60)
    assert told == ["30 seconds left", "Two minutes are over"]
    assert not timer.running
    assert timer.time.text() == "0:00"
    timer.start.click()
    assert timer.left > 118
    timer.again.click()
    assert (timer.running, timer.time.text()) == (False, "2:00")


def test_the_timer_stops_when_somebody_goes_elsewhere(view: HearingView, at_step: AtStep) -> None:
    view.countdown.start.click()
    at_step("peer")
    assert not view.countdown.running


def test_time_left_is_said_in_words(qtbot: QtBot) -> None:
    timer = Countdown()
    qtbot.addWidget(timer)
    timer.pass_by(59)
    assert timer.time.accessibleName() == "1 minute 1 second left"
    timer.pass_by(61)
    assert timer.time.accessibleName() == "0 seconds left"
