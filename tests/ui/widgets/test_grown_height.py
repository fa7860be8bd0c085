"""A box as tall as its text, in a column that scrolls to the cursor."""

from __future__ import annotations

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextEdit
from pytestqt.qtbot import QtBot

from desktop.ui.widgets.grown_height import GrownHeight
from desktop.ui.widgets.page_column import PageColumn


def test_a_box_grows_with_its_text_and_the_column_follows_the_cursor(qtbot: QtBot) -> None:
    column = PageColumn("Column")
    qtbot.addWidget(column)
    box = QTextEdit()
    GrownHeight(box, 3)
    column.add(box)
    column.end()
    column.resize(400, 300)
    with qtbot.waitActive(column):
        column.show()
        column.activateWindow()
    box.setFocus()
    line = box.fontMetrics().lineSpacing()
    qtbot.waitUntil(lambda: 3 * line <= box.height() < 5 * line)
    box.setPlainText("\n".join(["Words."] * 60))
    qtbot.waitUntil(lambda: box.height() >= 60 * line)
    assert box.verticalScrollBar().maximum() == 0
    assert column.verticalScrollBar().value() == 0
    box.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.waitUntil(lambda: column.verticalScrollBar().value() > 30 * line)
