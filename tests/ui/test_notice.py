"""Quiet words at the foot of the window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.ui import notice as module
from desktop.ui.notice import Notice


@pytest.fixture
def ground(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.resize(900, 600)
    widget.show()
    return widget


def test_a_word_is_shown_at_the_foot_and_goes_by_itself(
    ground: QWidget, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "SHOWN_MS", 30)
    notice = Notice(ground)
    assert notice.message == ""
    notice.say("Inserted")
    assert notice.message == "Inserted"
    assert notice.geometry().bottom() < ground.height()
    assert notice.geometry().top() > ground.height() / 2
    qtbot.waitUntil(lambda: notice.message == "")


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
    notice.say("Inserted")
    qtbot.mouseClick(notice, Qt.MouseButton.LeftButton)
    assert notice.message == ""
