"""The real dialogs, answered by keys and clicks as a person would."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop.errors import DesktopError
from desktop.ui.appearance import Appearance
from desktop.ui.qt_dialogs import QtDialogs
from tests.ui.conftest import visible_texts


@pytest.fixture
def said() -> list[str]:
    return []


@pytest.fixture
def ask(qtbot: QtBot, appearance: Appearance, said: list[str]) -> QtDialogs:
    owner = QWidget()
    qtbot.addWidget(owner)
    owner.show()
    return QtDialogs(owner, said.append)


def answer(qtbot: QtBot, act: Callable[[QDialog], object]) -> list[str]:
    """Act on the dialog that is about to open; return what could be read in it, once it has."""
    read: list[str] = []

    def when_open() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QDialog) or not dialog.isActiveWindow():
            QTimer.singleShot(5, when_open)
            return
        try:
            read.append(visible_texts(dialog))
            act(dialog)
        finally:
            # A dialog that stays open would keep the test for ever.
            if dialog.isVisible():
                dialog.reject()

    QTimer.singleShot(0, when_open)
    return read


def press(qtbot: QtBot, words: str) -> Callable[[QDialog], object]:
    def act(dialog: QDialog) -> None:
        button = next(b for b in dialog.findChildren(QPushButton) if b.text() == words)
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    return act


def key(qtbot: QtBot, which: Qt.Key) -> Callable[[QDialog], object]:
    return lambda dialog: qtbot.keyClick(dialog.focusWidget() or dialog, which)


def test_a_question_is_answered_by_one_of_two_verbs(ask: QtDialogs, qtbot: QtBot) -> None:
    read = answer(qtbot, press(qtbot, "Replace"))
    assert ask.confirm("Replace the file?", "There is one of this name.", "Replace")
    assert read[0].splitlines() == [
        "Replace the file?",
        "There is one of this name.",
        "Cancel",
        "Replace",
    ]
    answer(qtbot, press(qtbot, "Keep it"))
    assert not ask.confirm("Replace the file?", "There is one.", "Replace", "Keep it")


def test_escape_declines_and_enter_accepts(ask: QtDialogs, qtbot: QtBot) -> None:
    answer(qtbot, key(qtbot, Qt.Key.Key_Escape))
    assert not ask.confirm("Replace?", "There is one.", "Replace")
    answer(qtbot, key(qtbot, Qt.Key.Key_Return))
    assert ask.confirm("Export all the same?", "One is empty.", "Export")


def test_enter_replaces_nothing_where_that_is_risky(ask: QtDialogs, qtbot: QtBot) -> None:
    answer(qtbot, key(qtbot, Qt.Key.Key_Return))
    assert not ask.confirm("Replace?", "There is one.", "Replace", risky=True)
    answer(qtbot, press(qtbot, "Replace"))
    assert ask.confirm("Replace?", "There is one.", "Replace", risky=True)


def test_one_of_several_is_chosen_by_the_arrow_keys(ask: QtDialogs, qtbot: QtBot) -> None:
    def second(dialog: QDialog) -> None:
        choices = dialog.findChild(QListWidget)
        assert choices is not None
        assert choices.hasFocus()
        qtbot.keyClick(choices, Qt.Key.Key_Down)
        press(qtbot, "Start")(dialog)

    answer(qtbot, second)
    assert ask.choose("Who?", "Choose one.", ["First", "Second", "Third"], "Start") == 1
    answer(qtbot, key(qtbot, Qt.Key.Key_Escape))
    assert ask.choose("Who?", "Choose one.", ["First", "Second"], "Start") is None


def test_a_name_is_typed_and_accepted_with_enter(ask: QtDialogs, qtbot: QtBot) -> None:
    def type_name(dialog: QDialog) -> None:
        field = dialog.findChild(QLineEdit)
        assert field is not None
        assert field.accessibleName() == "Name"
        qtbot.keyClicks(field, "Mill Lane Hall")
        qtbot.keyClick(field, Qt.Key.Key_Return)

    answer(qtbot, type_name)
    assert ask.ask_text("Who?", "Name", "marked, so typing replaces it") == "Mill Lane Hall"
    answer(qtbot, key(qtbot, Qt.Key.Key_Escape))
    assert ask.ask_text("Who?", "Name", "before") is None


def test_a_longer_text_may_have_lines(ask: QtDialogs, qtbot: QtBot) -> None:
    def type_lines(dialog: QDialog) -> None:
        field = dialog.findChild(QPlainTextEdit)
        assert field is not None
        qtbot.keyClicks(field, "one")
        qtbot.keyClick(field, Qt.Key.Key_Return)
        qtbot.keyClicks(field, "two")
        press(qtbot, "Skip")(dialog)

    answer(qtbot, type_lines)
    assert ask.ask_text("Why?", "Reason", yes="Skip", multiline=True) == "one\ntwo"


def test_an_error_says_what_is_wrong_and_what_to_do(ask: QtDialogs, qtbot: QtBot) -> None:
    read = answer(qtbot, key(qtbot, Qt.Key.Key_Return))
    ask.show_error(DesktopError("The file is open", "“a.docx” is open in Word.", "Close it there."))
    assert read[0].splitlines() == [
        "The file is open",
        "“a.docx” is open in Word.",
        "Close it there.",
        "OK",
    ]


def test_words_in_a_dialog_are_never_read_as_markup(ask: QtDialogs, qtbot: QtBot) -> None:
    read = answer(qtbot, key(qtbot, Qt.Key.Key_Escape))
    ask.confirm("<b>Bold</b> & co", "a < b", "Yes & no")
    assert "<b>Bold</b> & co" in read[0]
    assert "Yes && no" in read[0]


def test_files_are_chosen_in_the_systems_own_way(
    ask: QtDialogs, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    chosen = [str(tmp_path / "a.docx"), "", str(tmp_path / "b.consultee"), ""]
    for name in ("getSaveFileName", "getOpenFileName"):
        monkeypatch.setattr(QFileDialog, name, lambda *_, **__: (chosen.pop(0), ""))
    assert ask.save_file("Save", tmp_path / "a.docx", "Word (*.docx)") == tmp_path / "a.docx"
    assert ask.save_file("Save", tmp_path / "a.docx", "Word (*.docx)") is None
    assert ask.open_file("Open", tmp_path, "All (*)") == tmp_path / "b.consultee"
    assert ask.open_file("Open", tmp_path, "All (*)") is None


def test_a_quiet_word_is_handed_on(ask: QtDialogs, said: list[str]) -> None:
    ask.notify("Done")
    assert said == ["Done"]
