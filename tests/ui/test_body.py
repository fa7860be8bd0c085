"""The three sheets: beside the page where there is room, over it where there is not."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.core.response import Response
from desktop.ui.body import Side
from desktop.ui.place import PageId, Place
from desktop.ui.window import Window


@pytest.fixture
def at_question(window: Window, response: Response) -> Window:
    window.go(Place(PageId.QUESTION, response.id, "1"))
    return window


def make_narrow(window: Window, qtbot: QtBot) -> None:
    window.resize(QSize(1024, 700))
    qtbot.waitUntil(lambda: not window.body.docks(Side.RIGHT))


def test_a_question_has_sheets_on_both_sides_and_other_pages_have_what_helps(
    at_question: Window,
) -> None:
    body, response = at_question.body, at_question.place.response
    assert [body.shown(side) for side in Side] == [True, True]
    at_question.go(Place(PageId.REVIEW, response))
    assert [body.shown(side) for side in Side] == [True, False]
    at_question.go(Place(PageId.START))
    assert [body.shown(side) for side in Side] == [False, False]


def test_a_side_sheet_can_be_hidden_and_stays_hidden(at_question: Window) -> None:
    body, response = at_question.body, at_question.place.response
    at_question.run("view.help")
    assert not body.shown(Side.RIGHT)
    assert at_question.header.help_button.isVisible()
    at_question.go(Place(PageId.QUESTION, response, "2"))
    assert not body.shown(Side.RIGHT)
    at_question.run("view.help")
    assert body.shown(Side.RIGHT)
    assert not at_question.header.help_button.isVisible()


def test_in_a_narrow_window_the_help_is_a_drawer_that_escape_closes(
    at_question: Window, qtbot: QtBot
) -> None:
    make_narrow(at_question, qtbot)
    body, header = at_question.body, at_question.header
    assert not body.shown(Side.RIGHT)
    assert body.shown(Side.LEFT)
    before = QApplication.focusWidget()
    qtbot.mouseClick(header.help_button, Qt.MouseButton.LeftButton)
    assert body.shown(Side.RIGHT)
    drawer = body.sheets[Side.RIGHT]
    assert drawer.geometry().right() == body.rect().right()
    focused = QApplication.focusWidget()
    assert focused is not None
    assert drawer.isAncestorOf(focused)
    qtbot.keyClick(focused, Qt.Key.Key_Escape)
    assert not body.shown(Side.RIGHT)
    assert QApplication.focusWidget() is before


def test_a_drawer_docks_when_the_window_grows(at_question: Window, qtbot: QtBot) -> None:
    make_narrow(at_question, qtbot)
    at_question.run("tab.2")
    assert at_question.body.shown(Side.RIGHT)
    at_question.resize(QSize(1360, 840))
    qtbot.waitUntil(lambda: at_question.body.docks(Side.RIGHT))
    assert at_question.body.shown(Side.RIGHT)
    assert at_question.body.sheets[Side.RIGHT].objectName() != "drawer"


def test_a_drawer_goes_when_the_person_goes_elsewhere(at_question: Window, qtbot: QtBot) -> None:
    make_narrow(at_question, qtbot)
    at_question.run("view.help")
    at_question.go(Place(PageId.START))
    assert not at_question.body.shown(Side.RIGHT)


def test_large_text_needs_more_room_beside_the_page(at_question: Window, qtbot: QtBot) -> None:
    at_question.appearance.set_text_size(200)
    qtbot.waitUntil(lambda: not at_question.body.shown(Side.RIGHT))
    assert not at_question.body.shown(Side.LEFT)
    assert at_question.header.questions_button.isVisible()
    at_question.run("view.questions")
    assert at_question.body.shown(Side.LEFT)


def test_the_layout_is_remembered_as_words_and_nonsense_changes_nothing(
    at_question: Window,
) -> None:
    body = at_question.body
    at_question.run("view.questions")
    words = body.layout_words()
    at_question.run("view.questions")
    body.recall_layout("wide please")
    assert body.shown(Side.LEFT)
    body.recall_layout(words)
    assert not body.shown(Side.LEFT)


def test_side_sheets_keep_the_width_that_they_were_given(at_question: Window) -> None:
    body = at_question.body
    body.recall_layout("300 450 1 1")
    assert body.sheets[Side.LEFT].width() == pytest.approx(300, abs=2)
    assert body.sheets[Side.RIGHT].width() == pytest.approx(450, abs=2)
    body.recall_layout("5 5 1 1")
    assert body.sheets[Side.LEFT].width() >= 180
