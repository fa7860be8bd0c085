"""The running program with a person in front of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.app import application
from desktop.paths import Paths
from desktop.ui.program import Program
from tests.features.person import Person
from tests.support.workspace import SetClock
from tests.ui.fakes import FakeDialogs

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What a person does in front of the window may take its time on a busy machine."""
    for item in items:
        if item.path.parent == HERE and not item.get_closest_marker("timeout"):
            item.add_marker(pytest.mark.timeout(300))


@pytest.fixture
def dialogs() -> FakeDialogs:
    return FakeDialogs()


@pytest.fixture
def program(
    qapp: QApplication, paths: Paths, dialogs: FakeDialogs, clock: SetClock
) -> Iterator[Program]:
    program = Program(application(), paths, dialogs, clock)
    yield program
    program.close()


@pytest.fixture
def person(qtbot: QtBot, program: Program, dialogs: FakeDialogs) -> Iterator[Person]:
    person = Person(qtbot, program, dialogs)
    yield person
    person.flashes.end()
    assert person.flashes.seen == []
    assert dialogs.errors == [], "an error that the test did not expect"
