from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from desktop.errors import DesktopError
from desktop.ui import asking
from desktop.ui.appearance import Appearance
from desktop.ui.sheet import SheetDialog


def test_enter_in_an_empty_field_leaves_the_question_open(qtbot: QtBot) -> None:
    seen: list[bool] = []

    def press_enter_too_early() -> None:
        sheet = QApplication.activeModalWidget()
        assert isinstance(sheet, SheetDialog)
        field = sheet.findChild(QLineEdit)
        assert field is not None
        start = next(b for b in sheet.findChildren(QPushButton) if b.text() == "Start")
        for typed in ("", " "):
            qtbot.keyClicks(field, typed)
            qtbot.keyClick(field, Qt.Key.Key_Return)
            seen.append(sheet.isVisible() and not start.isEnabled())
        qtbot.keyClicks(field, "Mill Lane Hall")
        qtbot.keyClick(field, Qt.Key.Key_Return)

    QTimer.singleShot(0, press_enter_too_early)
    said = asking.ask_text(
        None, "Who is answering?", "Name of your organisation", "", yes="Start", multiline=False
    )
    assert said == " Mill Lane Hall"
    assert seen == [True, True]


def test_an_error_takes_no_more_room_than_its_words(qtbot: QtBot, appearance: Appearance) -> None:
    heights: list[tuple[int, int]] = []

    def measure() -> None:
        sheet = QApplication.activeModalWidget()
        assert isinstance(sheet, SheetDialog)
        words = [label for label in sheet.findChildren(QLabel) if label.text()]
        needed = sum(label.heightForWidth(label.width()) for label in words)
        heights.append((sheet.height(), needed))
        sheet.accept()

    hint = "Your answers are safe in the program. If it is on a memory stick, connect it. "
    QTimer.singleShot(0, measure)
    asking.show_error(
        None, DesktopError("The file cannot be written", "The folder is not there.", hint * 2)
    )
    height, needed = heights[0]
    assert height <= needed + 160
