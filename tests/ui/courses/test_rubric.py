"""Looking at work by the rubric and by a peer's eyes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from desktop.core.edits import SetBody, SetKeyPoint
from desktop.core.learning import Column, WorkKind
from desktop.session import Session
from desktop.store.packs.course_text import course_text
from desktop.ui.courses.criterion_card import CriterionCard
from desktop.ui.courses.peer import PeerView
from desktop.ui.courses.place_picker import Written, sentences
from desktop.ui.courses.rubric import RubricView
from desktop.ui.place import PageId, Place
from desktop.ui.window import Window
from tests.ui.conftest import visible_texts
from tests.ui.courses.practising import AtStep

BODY = "We made 4,860 journeys [@wheels-figures, paragraph 2]. They went to 312 people."


@pytest.fixture
def view(at_step: AtStep, practice: Session) -> RubricView:
    practice.apply(SetKeyPoint("practice", "1", "We drive people."))
    practice.apply(SetBody("practice", "1", BODY))
    found = at_step("own-rubric").view
    assert isinstance(found, RubricView)
    return found


@pytest.fixture
def card(view: RubricView) -> CriterionCard:
    return view.cards["evidence"]


def kept(practice: Session, item: str) -> object:
    work = practice.learning.work(WorkKind.RUBRIC, item)  # type: ignore[union-attr]
    return dict(work.data) if work else None


def test_self_and_peer_give_levels_beside_each_other(
    view: RubricView, card: CriterionCard, practice: Session
) -> None:
    assert view.cards["answers"].grid.button(Column.SELF, 0).hasFocus()
    assert not card.whys[Column.PEER].isVisible()
    card.grid.button(Column.SELF, 2).click()
    card.grid.button(Column.PEER, 1).click()
    assert kept(practice, "self/evidence") == {"level": 2}
    assert kept(practice, "peer/evidence") == {"level": 1}
    assert card.whys[Column.PEER].isVisible()
    assert card.grid.button(Column.SELF, 2).accessibleName() == "Quality of evidence, you: 2"
    card.whys[Column.PEER].nothing.click()
    assert kept(practice, "peer/evidence") is None
    assert not card.grid.button(Column.PEER, 1).isChecked()
    practice.undo("response:practice")
    practice.undo("response:practice")
    assert not card.grid.button(Column.SELF, 2).isChecked()


def test_a_level_is_given_by_keyboard(card: CriterionCard, practice: Session, qtbot: QtBot) -> None:
    buttons = [card.grid.button(Column.SELF, level) for level in range(4)]
    reached = [bool(each.focusPolicy() & Qt.FocusPolicy.TabFocus) for each in buttons]
    assert reached == [True, False, False, False]
    buttons[0].setFocus()
    qtbot.keyClick(buttons[0], Qt.Key.Key_Down)
    assert buttons[1].hasFocus()
    qtbot.keyClick(buttons[1], Qt.Key.Key_Space)
    assert kept(practice, "self/evidence") == {"level": 1}


def test_a_place_is_pointed_at_and_why_is_said(
    view: RubricView, card: CriterionCard, practice: Session, qtbot: QtBot
) -> None:
    why = card.whys[Column.SELF]
    why.point.click()
    rows = card.picker.rows
    assert [row.accessibleName() for row in rows] == [
        "Question 1: We drive people.",
        "Question 1: We made 4,860 journeys.",
        "Question 1: They went to 312 people.",
    ]
    assert rows[0].hasFocus()
    qtbot.keyClick(rows[0], Qt.Key.Key_Down)
    qtbot.keyClick(rows[1], Qt.Key.Key_Return)
    assert why.point.hasFocus()
    qtbot.keyClicks(why.why, "It has its place.")
    view.flush()
    said = {"question": "1", "quote": "We made 4,860 journeys.", "text": "It has its place."}
    assert kept(practice, "self/evidence") == said
    assert "“We made 4,860 journeys.”, question 1" in visible_texts(card)
    why.no_place.click()
    assert kept(practice, "self/evidence") == {"text": "It has its place."}
    why.point.click()
    qtbot.keyClick(card.picker, Qt.Key.Key_Escape)
    assert not card.picker.isVisible()


def test_what_the_trainer_gave_is_to_be_read(card: CriterionCard, practice: Session) -> None:
    practice.courses.set(WorkKind.RUBRIC, "trainer/evidence", level=3, text="Well told.")
    assert [sign.text() for sign in card.grid.trainer] == ["", "", "", "●"]
    assert "Trainer: Well told." in visible_texts(card)


def test_without_an_answer_there_is_nothing_to_point_at(
    at_step: AtStep, practice: Session, qtbot: QtBot
) -> None:
    found = at_step("own-rubric").view
    assert isinstance(found, RubricView)
    card = found.cards["clarity"]
    card.whys[Column.SELF].point.click()
    qtbot.waitUntil(lambda: "nothing to point at yet" in visible_texts(card))
    assert card.picker.close_button.hasFocus()
    practice.apply(SetBody("practice", "2", "Costs. Rates."))
    draft = practice.courses.practice_draft()
    assert list(sentences(draft)) == [Written("2", "Costs."), Written("2", "Rates.")]


def test_a_peer_writes_into_the_boxes_of_the_course(
    at_step: AtStep, practice: Session, learner: Window, qtbot: QtBot
) -> None:
    found = at_step("peer").view
    assert isinstance(found, PeerView)
    first = found.fields[0].field
    assert isinstance(first, QPlainTextEdit)
    assert first.hasFocus()
    assert first.accessibleName() == "The strongest point is …, because …"
    first.setPlainText("The logs of twelve drivers.")
    found.flush()
    assert practice.learning.text(WorkKind.PEER, "0") == "The logs of twelve drivers."  # type: ignore[union-attr]
    practice.apply(SetBody("practice", "1", BODY))
    practice.apply(SetKeyPoint("practice", "3", "Pay the miles."))
    found = at_step("peer").view
    assert isinstance(found, PeerView)
    assert found.written.tabs is not None
    tabs = found.written.tabs.strip
    assert learner.focusWidget() is first
    assert tabs.titles() == ["Answer 1", "Answer 3"]
    qtbot.waitUntil(lambda: "paragraph 2" in visible_texts(found.written))
    tabs.choose(1)
    assert "Pay the miles." in visible_texts(found.written)
    assert "Nothing is written yet." not in visible_texts(found.written)
    found.read.click()
    assert learner.place == Place(PageId.PREVIEW, "practice")


def test_a_newer_edition_brings_its_own_criteria_and_what_it_asks_a_peer(
    at_step: AtStep, practice: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    course = practice.course
    assert course is not None
    peer = at_step("peer").view
    rubric = at_step("own-rubric").view
    assert isinstance(peer, PeerView)
    assert isinstance(rubric, RubricView)
    fewer = replace(course.rubric, id="ours", criteria=course.rubric.criteria[:2])
    models = tuple(replace(each, marks=()) for each in course.models)
    newer = replace(course, peer=("What surprised you?",), rubric=fewer, models=models)
    file = tmp_path / "newer.toml"
    file.write_text(course_text(newer, practice.courses.shelf().rubric), encoding="utf-8")
    practice.courses.import_course(file)
    assert at_step("own-rubric").view is rubric
    assert list(rubric.cards) == [each.id for each in fewer.criteria]
    qtbot.waitUntil(rubric.first_focus().isVisible)
    assert at_step("peer").view is peer
    assert [field.field.accessibleName() for field in peer.fields] == ["What surprised you?"]
    peer.fields[0].field.insertPlainText("The miles.")  # type: ignore[union-attr]
    peer.flush()
    assert practice.learning.text(WorkKind.PEER, "0") == "The miles."  # type: ignore[union-attr]
