"""Marking what is what in a text, and comparing it with the key."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QHelpEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from desktop.core.course import Marked, PartKind
from desktop.core.exercises import marks_of
from desktop.core.learning import WorkKind
from desktop.session import Session
from desktop.ui.courses.marked_text import with_room
from desktop.ui.courses.spot import SpotView
from desktop.ui.courses.spot_compared import MISSED, RIGHT, WRONG
from desktop.ui.widgets.buttons import Button
from tests.ui.conftest import visible_texts
from tests.ui.courses.practising import AtStep
from tests.ui.fakes import FakeDialogs

CLAIM = "Somebody who cares for a parent"
FIGURE = "640 journeys"


@pytest.fixture
def view(at_step: AtStep) -> SpotView:
    found = at_step("spot-first").view
    assert isinstance(found, SpotView)
    return found


def to(view: SpotView, words: str, *, select: bool = False) -> None:
    """Put the cursor into some words, or select them."""
    start = view.text.toPlainText().index(words)
    cursor = view.text.textCursor()
    cursor.setPosition(start)
    if select:
        cursor.setPosition(start + len(words), QTextCursor.MoveMode.KeepAnchor)
    view.text.setTextCursor(cursor)


def marked(view: SpotView) -> list[tuple[PartKind, str]]:
    text = view.text.toPlainText()
    return [(mark.part, text[mark.start : mark.end]) for mark in view.marks()]


def test_a_number_marks_the_sentence_at_the_cursor(
    view: SpotView, practice: Session, qtbot: QtBot
) -> None:
    assert view.text.hasFocus()
    to(view, CLAIM)
    qtbot.keyClick(view.text, Qt.Key.Key_1)
    ((part, words),) = marked(view)
    assert part is PartKind.CLAIM
    assert words.startswith(CLAIM)
    assert words.endswith("get to it.")
    work = practice.learning.work(WorkKind.SPOT, "spot-carers")  # type: ignore[union-attr]
    assert work is not None
    assert marks_of(work.data["marks"]) == view.marks()
    assert view.text.accessibleDescription().startswith("Claim: Somebody who cares")
    qtbot.keyClick(view.text, Qt.Key.Key_9)
    assert len(view.marks()) == 1
    qtbot.keyClick(view.text, Qt.Key.Key_Delete)
    assert marked(view) == []


def test_selected_words_are_marked_by_a_button_and_whole(view: SpotView) -> None:
    to(view, "40 journ", select=True)
    view.parts[1].click()
    assert marked(view) == [(PartKind.EVIDENCE, FIGURE)]
    to(view, "journeys", select=True)
    view.away.click()
    assert marked(view) == [(PartKind.EVIDENCE, "640 ")]


def test_the_key_says_what_is_right_missed_and_not_in_it(
    view: SpotView, practice: Session, qtbot: QtBot
) -> None:
    to(view, CLAIM)
    qtbot.keyClick(view.text, Qt.Key.Key_1)
    to(view, "It has been a hard winter")
    qtbot.keyClick(view.text, Qt.Key.Key_2)
    to(view, "The Minister for Transport")
    qtbot.keyClick(view.text, Qt.Key.Key_1)
    view.compare.click()
    states = [row.state for row in view.compared.rows]
    assert states == [RIGHT, MISSED, MISSED, MISSED, WRONG, WRONG]
    assert "1 of 4 found, and 2 marks that the key does not have." in visible_texts(view)
    assert view.compared.rows[4].why == "The key marks nothing here."
    assert view.compared.rows[5].why.startswith("The key has this as ask. Who, what")
    mine = view.text.marks()
    view.key.click()
    assert len(view.text.marks()) == 4
    assert not view.parts[0].isEnabled()
    qtbot.keyClick(view.text, Qt.Key.Key_1)
    view.key.click()
    assert view.text.marks() == mine
    work = practice.learning.work(WorkKind.SPOT, "spot-carers")  # type: ignore[union-attr]
    assert work is not None
    assert work.data["looked"] == 1
    to(view, "We are eleven families")
    qtbot.keyClick(view.text, Qt.Key.Key_3)
    assert not view.compared.isVisible()
    assert view.compare.isVisible()


def test_a_part_of_what_the_key_has_is_told_just_what_it_marks(
    view: SpotView, qtbot: QtBot
) -> None:
    to(view, "Somebody", select=True)
    view.parts[0].click()
    view.compare.click()
    assert view.compared.rows[-1].why.startswith("The key marks as claim just this: “Somebody who")
    to(view, CLAIM)
    qtbot.keyClick(view.text, Qt.Key.Key_1)
    view.compare.click()
    qtbot.waitUntil(lambda: "1 of 4 found. The key is" in visible_texts(view))
    assert "Not in the key" not in visible_texts(view.compared)


@pytest.mark.qt_log_ignore("does not support raise", extend=True)
def test_a_mark_says_what_it_is_under_the_mouse_and_why_where_the_key_is_shown(
    view: SpotView, qtbot: QtBot
) -> None:
    def said(words: str) -> str:
        cursor = QTextCursor(view.text.document())
        cursor.setPosition(view.text.toPlainText().index(words) + 3)
        at = view.text.cursorRect(cursor).center()
        event = QHelpEvent(QEvent.Type.ToolTip, at, view.text.mapToGlobal(at))
        QApplication.sendEvent(view.text.viewport(), event)
        return QToolTip.text()

    to(view, CLAIM)
    view.parts[0].click()
    assert "Claim" in said(CLAIM)
    view.compare.click()
    view.key.click()
    why = next(each.why for each in view.course.spot("spot-carers").key if CLAIM in each.at)
    assert why in said(CLAIM)
    qtbot.waitUntil(lambda: said("It has been a hard winter") == "")


def test_starting_again_can_be_taken_back(view: SpotView, dialogs: FakeDialogs) -> None:
    to(view, CLAIM)
    view.parts[0].click()
    view.again.click()
    assert marked(view) == []
    dialogs.ways_back[-1]()
    assert len(marked(view)) == 1


def test_marks_are_there_again_and_the_next_exercise_has_its_own(
    view: SpotView, at_step: AtStep, practice: Session
) -> None:
    to(view, CLAIM)
    view.parts[0].click()
    view.compare.click()
    at_step("spot-other-side")
    assert marked(view) == []
    assert not view.compared.isVisible()
    assert [button.text() for button in view.parts] == ["1  Counter-argument"]
    shown = [each.text() for each in view.findChildren(Button) if each.isVisible()]
    assert "1  Claim" not in shown
    at_step("spot-first")
    assert len(marked(view)) == 1
    practice.undo("response:practice")
    assert marked(view) == []


def test_a_text_that_cites_is_shown_with_small_figures_and_what_they_stand_for(
    view: SpotView, practice: Session, qtbot: QtBot
) -> None:
    spot = view.course.spot("spot-carers")
    cited = replace(spot, text=f"{FIGURE} were for carers. [@wheels-figures, paragraph 2] So ask.")
    view.open_spot(replace(cited, key=(Marked(PartKind.EVIDENCE, f"{FIGURE} were", "Counted."),)))
    assert view.text.toPlainText() == f"{FIGURE} were for carers.¹ So ask."
    assert view.cited.text().startswith("1  ")
    assert "paragraph 2" in view.cited.text()
    to(view, "So ask")
    qtbot.keyClick(view.text, Qt.Key.Key_1)
    work = practice.learning.work(WorkKind.SPOT, "spot-carers")  # type: ignore[union-attr]
    assert work is not None
    ((start, end, _),) = work.data["marks"]  # type: ignore[misc]
    assert cited.text[start:end] == "So ask."
    view.refresh()
    assert [words for _, words in marked(view)] == ["So ask."]


def test_a_mark_over_two_paragraphs_is_coloured_in_both_and_not_between(
    view: SpotView, qtbot: QtBot
) -> None:
    spot = view.course.spot("spot-carers")
    view.open_spot(replace(spot, text="Soup 🍲 is hot.\n\nBread is new. More.", key=()))
    cursor = view.text.textCursor()
    cursor.setPosition(len("Soup "))
    cursor.setPosition(view.text.toPlainText().index(" More") + 1, cursor.MoveMode.KeepAnchor)
    view.text.setTextCursor(cursor)
    qtbot.keyClick(view.text, Qt.Key.Key_1)
    looks = view.text.extraSelections()
    assert [look.cursor.selectedText() for look in looks] == ["🍲 is hot.", "Bread is new."]


def test_a_mark_that_begins_at_the_end_of_a_line_is_named_in_the_next() -> None:
    lines = (QRectF(300, 0, 12, 20), QRectF(0, 40, 200, 20))
    assert with_room(lines, 60) == lines[1]
    assert with_room(lines, 10) == lines[0]
    assert with_room(lines[:1], 60) is None
