from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.appearance import Appearance
from desktop.ui.widgets.sentence_field import SentenceField

SENTENCE = (
    "Cuts to local transport grants fall first on the people whom volunteers are asked to help."
)


@pytest.fixture
def field(qtbot: QtBot, appearance: Appearance) -> Iterator[SentenceField]:
    """A field with room to grow, in a column, dressed as in the program."""
    ground = QWidget()
    column = QVBoxLayout(ground)
    shown = SentenceField()
    column.addWidget(shown)
    column.addStretch()
    ground.resize(420, 300)
    with qtbot.waitActive(ground):
        ground.show()
        ground.activateWindow()
    shown.setFocus()
    yield shown
    ground.close()
    ground.deleteLater()


def test_a_sentence_that_wraps_while_it_is_typed_shows_its_beginning(
    field: SentenceField, qtbot: QtBot
) -> None:
    one_line = field.height()
    QTest.keyClicks(field, SENTENCE)
    qtbot.waitUntil(lambda: field.height() > one_line)
    start = field.textCursor()
    start.setPosition(0)
    qtbot.waitUntil(lambda: field.cursorRect(start).top() >= 0)
    assert field.viewport().rect().contains(field.cursorRect())
