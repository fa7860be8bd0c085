"""Tabs in one line, or in two where one has no room."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QLineEdit, QToolButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.widgets.tab_strip import TabStrip

NAMES = ["Evidence", "Prompts", "Checks", "Past answers", "History"]
# What is left for the strip in the help panel at its usual width.
ROOM = 376


@pytest.fixture
def ground(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


def strip_in(ground: QWidget, width: int, family: str = "", pixels: int = 13) -> TabStrip:
    if family:
        font = QFont(family)
        font.setPixelSize(pixels)
        ground.setFont(font)
    strip = TabStrip(NAMES)
    column = QVBoxLayout(ground)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(strip)
    column.addStretch(1)
    ground.resize(width, 300)
    ground.show()
    return strip


def settle() -> None:
    """Let the layouts do what they have been asked."""
    for _ in range(3):
        QCoreApplication.sendPostedEvents()


def rows(strip: TabStrip) -> int:
    return len({tab.geometry().top() for tab in strip.findChildren(QWidget)})


@pytest.mark.parametrize(("family", "pixels"), [("DejaVu Sans", 12), ("Liberation Sans", 13)])
def test_the_help_tabs_stand_in_one_line_with_their_counts(
    ground: QWidget, family: str, pixels: int
) -> None:
    strip = strip_in(ground, ROOM, family, pixels)
    strip.set_title(1, "Prompts 35")
    strip.set_title(2, "Checks 12")
    settle()
    assert rows(strip) == 1
    for tab in strip.findChildren(QWidget):
        assert strip.rect().contains(tab.geometry())


def test_tabs_go_on_in_a_second_line_rather_than_be_cut(ground: QWidget) -> None:
    strip = strip_in(ground, 200)
    settle()
    assert rows(strip) > 1
    for tab in strip.findChildren(QWidget):
        assert strip.rect().contains(tab.geometry())


def test_with_room_enough_the_tabs_stand_apart_again(ground: QWidget) -> None:
    strip = strip_in(ground, ROOM, "DejaVu Sans", 12)
    strip.set_title(1, "Prompts 35")
    strip.set_title(2, "Checks 12")
    settle()
    first = strip.findChildren(QWidget)[0]
    near = first.width()
    ground.resize(900, 300)
    settle()
    assert first.width() > near


def test_the_keyboard_goes_along_to_the_tab_that_is_chosen(ground: QWidget, qtbot: QtBot) -> None:
    strip = strip_in(ground, ROOM)
    field = QLineEdit(ground)
    field.show()
    ground.activateWindow()
    tabs = strip.findChildren(QToolButton)
    strip.focus_current()
    qtbot.waitUntil(tabs[0].hasFocus)
    strip.choose(2)
    assert tabs[2].hasFocus()
    field.setFocus()
    strip.choose(1)
    assert field.hasFocus()
