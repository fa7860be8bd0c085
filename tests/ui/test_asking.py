from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from desktop.ui import asking
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
    said = asking.ask_text(None, "Who is answering?", "Name of your organisation", yes="Start")
    assert said == " Mill Lane Hall"
    assert seen == [True, True]
