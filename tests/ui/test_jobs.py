"""Work on other threads, as a page sees it."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from desktop.ui.jobs import BUSY_AFTER_MS, Jobs


@pytest.fixture
def failures() -> list[Exception]:
    return []


@pytest.fixture
def jobs(qapp: QObject, failures: list[Exception]) -> Iterator[Jobs]:
    made = Jobs(failures.append)
    yield made
    made.finish()
    made.deleteLater()


def test_the_result_comes_back_to_the_window(jobs: Jobs, qtbot: QtBot) -> None:
    lane, got = jobs.lane(), []
    lane.run(lambda: threading.current_thread() is threading.main_thread(), got.append)
    assert lane.running
    qtbot.waitUntil(lambda: got == [False])
    assert not lane.running


def test_a_newer_job_makes_the_older_result_void(jobs: Jobs, qtbot: QtBot) -> None:
    lane, got, gate = jobs.lane(), [], threading.Event()

    def slow() -> str:
        gate.wait(10)
        return "old"

    lane.run(slow, got.append)
    lane.run(lambda: "new", got.append)
    gate.set()
    qtbot.waitUntil(lambda: got == ["new"])
    jobs.finish()
    qtbot.wait(20)
    assert got == ["new"]


def test_a_page_that_is_gone_hears_nothing_of_its_jobs(
    jobs: Jobs, qtbot: QtBot, failures: list[Exception]
) -> None:
    page, got, gate = QObject(), [], threading.Event()
    lane = jobs.lane(page)
    lane.run(lambda: gate.wait(10), got.append)
    with qtbot.waitSignal(lane.destroyed):
        page.deleteLater()
    del lane
    gate.set()
    jobs.finish()
    qtbot.wait(20)
    assert (got, failures) == ([], [])


def test_a_window_that_closes_hears_nothing_of_what_ended_meanwhile(
    jobs: Jobs, qtbot: QtBot, failures: list[Exception]
) -> None:
    lane, got, gate = jobs.lane(), [], threading.Event()
    lane.run(lambda: gate.wait(10), got.append)
    gate.set()
    jobs.close()
    qtbot.wait(20)
    assert (got, failures) == ([], [])


def test_an_error_goes_to_whoever_wants_it(
    jobs: Jobs, qtbot: QtBot, failures: list[Exception]
) -> None:
    lane, heard = jobs.lane(), []
    lane.run(lambda: 1 // 0, heard.append, heard.append)
    qtbot.waitUntil(lambda: len(heard) == 1)
    assert isinstance(heard[0], ZeroDivisionError)
    lane.run(lambda: 1 // 0, heard.append)
    qtbot.waitUntil(lambda: len(failures) == 1)


def test_a_job_that_is_given_up_soon_is_not_said_to_have_ended(jobs: Jobs, qtbot: QtBot) -> None:
    """Typing gives up a check with each key, and whoever shows the state would do so each time."""
    lane, gate, told = jobs.lane(), threading.Event(), []
    lane.busy.connect(told.append)
    lane.run(lambda: gate.wait(10), lambda _: None)
    lane.cancel()
    lane.run(lambda: 1, told.append)
    gate.set()
    qtbot.waitUntil(lambda: told == [1])


def test_only_a_job_that_takes_long_is_called_busy(jobs: Jobs, qtbot: QtBot) -> None:
    lane, gate, told = jobs.lane(), threading.Event(), []
    lane.busy.connect(told.append)
    with qtbot.waitSignal(lane.busy, timeout=BUSY_AFTER_MS * 5):
        lane.run(lambda: gate.wait(10), lambda _: None)
    assert told == [True]
    gate.set()
    qtbot.waitUntil(lambda: told == [True, False])
