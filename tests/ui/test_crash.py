"""Bugs: logged each time, shown once, with details to copy; the program goes on."""

from __future__ import annotations

import faulthandler
import logging
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from desktop.ui.crash import CrashReporter, Log, crash_sheet
from desktop.ui.widgets.breakable import unbroken
from tests.ui.conftest import visible_texts


@pytest.fixture
def reporter(qapp: QApplication, tmp_path: Path) -> Iterator[CrashReporter]:
    before = sys.excepthook, threading.excepthook
    made = CrashReporter(tmp_path / "consultee.log", lambda: None)
    yield made
    made.close()
    made.deleteLater()
    assert (sys.excepthook, threading.excepthook) == before


def break_down() -> None:
    raise LookupError("the wheel came off")


def strike() -> None:
    try:
        break_down()
    except LookupError as error:
        sys.excepthook(type(error), error, error.__traceback__)


@pytest.mark.expected_logs("the wheel came off")
def test_a_bug_is_shown_once_with_details_to_copy(reporter: CrashReporter, qtbot: QtBot) -> None:
    strike()
    strike()
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None)
    sheet = QApplication.activeModalWidget()
    assert sheet is not None
    assert "What you wrote is saved" in unbroken(visible_texts(sheet))
    copy = next(b for b in sheet.findChildren(QPushButton) if b.text() == "Copy details")
    copy.click()
    assert "the wheel came off" in QApplication.clipboard().text()
    assert "break_down" in QApplication.clipboard().text()
    sheet.close()
    QApplication.processEvents()
    assert QApplication.activeModalWidget() is None


@pytest.mark.expected_logs("the wheel came off")
def test_a_bug_on_another_thread_is_shown_in_the_window(
    reporter: CrashReporter, qtbot: QtBot
) -> None:
    worker = threading.Thread(target=break_down)
    worker.start()
    worker.join()
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None)
    sheet = QApplication.activeModalWidget()
    assert sheet is not None
    sheet.close()


@pytest.fixture
def start_log() -> Iterator[Callable[[Path], None]]:
    """Give a function that starts a log; what a test started ends with it."""
    started: list[Log] = []
    yield lambda path: started.append(Log(path))
    for log in started:
        log.close()
    faulthandler.enable(sys.__stderr__ or 2)


@pytest.mark.expected_logs("the wheel came off")
def test_a_bug_is_written_to_the_log_file(
    reporter: CrashReporter, start_log: Callable[[Path], None], tmp_path: Path
) -> None:
    log = tmp_path / "logs" / "consultee.log"
    start_log(log)
    strike()
    assert "LookupError: the wheel came off" in log.read_text(encoding="utf-8")
    QApplication.processEvents()
    sheet = QApplication.activeModalWidget()
    assert sheet is not None
    sheet.close()


def test_a_log_that_has_grown_long_begins_anew(
    start_log: Callable[[Path], None], tmp_path: Path
) -> None:
    log = tmp_path / "consultee.log"
    log.write_text("old\n" * 200_000, encoding="utf-8")
    start_log(log)
    logging.getLogger("desktop").info("new")
    assert log.read_text(encoding="utf-8").endswith("new\n")
    assert log.stat().st_size < 1000
    assert (tmp_path / "consultee.old.log").stat().st_size > 500_000


def test_without_a_place_for_the_log_the_program_goes_on(
    start_log: Callable[[Path], None], tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    before = list(logging.getLogger().handlers)
    start_log(tmp_path / "file" / "consultee.log")
    assert logging.getLogger().handlers == before


def test_the_crash_sheet_names_the_log(qtbot: QtBot, tmp_path: Path) -> None:
    sheet = crash_sheet("Trace", tmp_path / "consultee.log", None)
    qtbot.addWidget(sheet)
    sheet.show()
    assert str(tmp_path / "consultee.log") in unbroken(visible_texts(sheet))
