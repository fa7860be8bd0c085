from __future__ import annotations

from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from desktop.ui.debounce import Debounce


def test_it_acts_once_after_the_quiet(qtbot: QtBot) -> None:
    parent = QObject()
    acted: list[str] = []
    debounce = Debounce(20, lambda: acted.append("now"), parent)
    for _ in range(3):
        debounce.poke()
    with qtbot.waitSignal(debounce.due, check_params_cb=lambda due: not due):
        pass
    assert acted == ["now"]
    assert not debounce.waiting


def test_whoever_never_pauses_is_saved_all_the_same(qtbot: QtBot) -> None:
    parent = QObject()
    acted: list[str] = []
    debounce = Debounce(60_000, lambda: acted.append("now"), parent, at_latest=50)
    keys = QTimer(parent, interval=5)
    keys.timeout.connect(debounce.poke)
    keys.start()
    qtbot.waitUntil(lambda: len(acted) >= 3)
    keys.stop()
    debounce.cancel()
    assert not debounce.waiting


def test_flush_acts_at_once_and_only_if_something_is_due(qtbot: QtBot) -> None:
    parent = QObject()
    acted: list[str] = []
    debounce = Debounce(60_000, lambda: acted.append("now"), parent, at_latest=60_000)
    debounce.flush()
    assert acted == []
    debounce.poke()
    debounce.flush()
    debounce.flush()
    assert acted == ["now"]


def test_cancel_forgets_what_was_due(qtbot: QtBot) -> None:
    parent = QObject()
    acted: list[str] = []
    debounce = Debounce(60_000, lambda: acted.append("now"), parent)
    debounce.poke()
    with qtbot.waitSignal(debounce.due, check_params_cb=lambda due: not due):
        debounce.cancel()
    debounce.flush()
    assert acted == []
