"""A text to read: what is said of its words, and a wheel that scrolls the page."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QEnterEvent, QHelpEvent, QTextCursor, QWheelEvent
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from desktop.ui.courses.model_view import ModelView
from desktop.ui.courses.prose import Prose
from tests.support.courses import COURSE, FIGURES


def test_words_are_found_whatever_footnote_stands_at_their_end(qtbot: QtBot) -> None:
    prose = Prose("Answer")
    qtbot.addWidget(prose)
    prose.show_text("In one week 212 people came. The hall was full.")
    found = prose.find_words("212 people came. [@halls-count]", 1)
    assert found is not None
    assert prose.toPlainText()[found.start : found.end] == "212 people came."
    assert prose.find_words("nobody came", 2) is None
    assert prose.find_words("", 3) is None


@pytest.mark.qt_log_ignore("does not support raise", extend=True)
def test_a_footnote_says_what_it_stands_for_under_the_mouse(qtbot: QtBot) -> None:
    prose = Prose("Answer", {FIGURES.key: FIGURES})
    qtbot.addWidget(prose)
    prose.resize(600, 80)
    prose.show_text("We counted 212. [@halls-count, paragraph 2] More. [@lost-paper, page 4]")
    prose.show()
    said: list[str] = []
    for place in (i for i, sign in enumerate(prose.toPlainText()) if sign == "\ufffc"):
        cursor = QTextCursor(prose.document())
        cursor.setPosition(place)
        at = prose.cursorRect(cursor).center() + QPoint(3, 0)
        event = QHelpEvent(QEvent.Type.ToolTip, at, prose.mapToGlobal(at))
        QApplication.sendEvent(prose.viewport(), event)
        said.append(QToolTip.text())
    assert "A week in two halls" in said[0]
    assert "paragraph 2" in said[0]
    assert said[1] == "lost-paper, page 4"
    QToolTip.hideText()


def test_the_wheel_over_a_text_scrolls_the_page(qtbot: QtBot) -> None:
    prose = Prose("Answer")
    qtbot.addWidget(prose)
    wheel = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    prose.wheelEvent(wheel)
    assert not wheel.isAccepted()


def test_a_note_shows_its_words_under_the_mouse_and_keeps_them_once_clicked(qtbot: QtBot) -> None:
    model = COURSE.models[0]
    view = ModelView(COURSE, model, {FIGURES.key: FIGURES})
    qtbot.addWidget(view)
    with qtbot.waitActive(view):
        view.show()
        view.activateWindow()
    note = view.notes[0]
    enter = QEnterEvent(QPointF(1, 1), QPointF(1, 1), QPointF(1, 1))
    QApplication.sendEvent(note, enter)
    assert note.property("current")
    QApplication.sendEvent(note, QEvent(QEvent.Type.Leave))
    assert not note.property("current")
    qtbot.mouseClick(note, Qt.MouseButton.LeftButton)
    assert note.hasFocus()
    QApplication.sendEvent(note, QEvent(QEvent.Type.Leave))
    assert note.property("current")
    qtbot.keyClick(note, Qt.Key.Key_Up)
    assert note.hasFocus()
