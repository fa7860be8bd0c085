"""Quiet words at the top of the window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.core.response import Response
from desktop.ui import notice as module
from desktop.ui.notice import Notice
from desktop.ui.place import PageId, Place
from desktop.ui.window import Window


@pytest.fixture
def ground(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.resize(900, 600)
    widget.show()
    return widget


def test_a_word_is_shown_at_the_top_and_goes_by_itself(
    ground: QWidget, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "SHOWN_MS", 30)
    notice = Notice(ground)
    assert notice.message == ""
    notice.say("Cited")
    assert notice.message == "Cited"
    assert ground.rect().contains(notice.geometry())
    qtbot.waitUntil(lambda: notice.message == "")


@pytest.mark.parametrize("page", list(PageId))
def test_the_notice_covers_nothing_that_can_be_pressed(
    window: Window, draft_response: Response, page: PageId
) -> None:
    window.resize(1024, 700)
    window.go(Place(page, draft_response.id, "2" if page is PageId.QUESTION else ""))
    window.notice.say("The recommendation is removed. Undo brings it back.")
    QTest.qWait(0)
    place = window.notice.geometry()
    assert window.rect().contains(place)
    bar = window.menuBar()
    menus = [bar.actionGeometry(action).translated(bar.pos()) for action in bar.actions()]
    assert not any(menu.intersects(place) for menu in menus)
    covered = [
        widget.accessibleName() or type(widget).__name__
        for kind in (QAbstractButton, QAbstractScrollArea, QLineEdit)
        for widget in window.findChildren(kind)
        if widget.isVisible()
        and not window.notice.isAncestorOf(widget)
        and QRect(widget.mapTo(window, QPoint(0, 0)), widget.size()).intersects(place)
    ]
    assert covered == []


def test_a_long_word_wraps_within_the_window(ground: QWidget) -> None:
    notice = Notice(ground)
    notice.say("The damaged file is kept as “workspace damaged 2026-11-23 090000.consultee”. " * 2)
    assert ground.rect().contains(notice.geometry())
    ground.resize(300, 600)
    assert notice.width() < 300


def test_a_button_does_what_it_says_once(ground: QWidget, qtbot: QtBot) -> None:
    notice, done = Notice(ground), []
    notice.say("In the bin.", "Undo", lambda: done.append(1))
    qtbot.mouseClick(notice.button, Qt.MouseButton.LeftButton)
    assert done == [1]
    assert notice.message == ""
    notice.say("Something else.")
    assert not notice.button.isVisible()


def test_a_click_puts_it_away(ground: QWidget, qtbot: QtBot) -> None:
    notice = Notice(ground)
    notice.say("Cited")
    qtbot.mouseClick(notice, Qt.MouseButton.LeftButton)
    assert notice.message == ""
