"""A window on a practice workspace of the first course, and the keys that a learner presses."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from desktop.paths import Paths
from desktop.session import Session
from desktop.ui.appearance import Appearance
from desktop.ui.memory import Memory
from desktop.ui.pages.course import CoursePage
from desktop.ui.place import PageId, Place
from desktop.ui.window import Window
from tests.support.workspace import SetClock
from tests.ui.fakes import FakeDialogs

COURSE = "first-written-evidence"
AtStep = Callable[[str], CoursePage]


@pytest.fixture
def practice(session: Session, paths: Paths, clock: SetClock) -> Iterator[Session]:
    """Open a practice workspace, as a learner called Bo."""
    opened = Session.open(session.courses.beginning(COURSE, "Bo")(), paths, clock)
    yield opened
    opened.close()


@pytest.fixture
def learner(
    qtbot: QtBot,
    practice: Session,
    appearance: Appearance,
    memory: Memory,
    dialogs: FakeDialogs,
) -> Iterator[Window]:
    """Show the window of the practice workspace, as the program does."""
    window = Window(practice, appearance, memory, dialogs)
    qtbot.addWidget(window)
    window.resize(1360, 840)
    window.come_back()
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    yield window
    dialogs.confirms.append(True)
    window.close()
    window.deleteLater()


@pytest.fixture
def at_step(learner: Window) -> AtStep:
    """Give a function that goes to a step of the course."""

    def go(step: str) -> CoursePage:
        learner.go(Place(PageId.COURSE, "", step))
        page = learner.navigation.page
        assert isinstance(page, CoursePage)
        return page

    return go
