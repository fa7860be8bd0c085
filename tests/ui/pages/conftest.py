"""A page on a real session, with a person who answers every question from a script."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeVar

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.session import Session
from desktop.ui.bridge import Bridge
from desktop.ui.context import Context
from desktop.ui.debounce import Debounce
from desktop.ui.jobs import Jobs
from desktop.ui.page import Page
from desktop.ui.place import Place
from tests.ui.fakes import FakeDialogs

PageT = TypeVar("PageT", bound=Page)


@pytest.fixture
def dialogs() -> FakeDialogs:
    return FakeDialogs()


@pytest.fixture
def visited() -> list[Place]:
    """The places that a page asked to go to."""
    return []


@pytest.fixture
def context(
    qapp: QObject, session: Session, dialogs: FakeDialogs, visited: list[Place]
) -> Iterator[Context]:
    failures: list[Exception] = []
    bridge = Bridge(session)
    jobs = Jobs(failures.append)
    yield Context(session, bridge, jobs, dialogs, visited.append)
    # As the window does when it closes: what waits for a quiet would read a closed workspace.
    for shown in QApplication.topLevelWidgets():
        for waiting in shown.findChildren(Debounce):
            waiting.cancel()
    jobs.finish()
    bridge.close()
    jobs.deleteLater()
    bridge.deleteLater()
    assert failures == []


@pytest.fixture
def show(qtbot: QtBot, context: Context) -> Iterator[Callable[[type[PageT], Place], PageT]]:
    """Give a function that shows a page at a place, as the window does.

    The pages go before the session does: what their jobs still bring home then finds nobody there.
    """
    pages: list[Page] = []

    def shown(kind: type[PageT], place: Place, size: tuple[int, int] = (1060, 720)) -> PageT:
        page = kind(context)
        pages.append(page)
        page.resize(*size)
        with qtbot.waitActive(page):
            page.show()
            page.activateWindow()
        page.open(place)
        return page

    yield shown
    for page in pages:
        page.flush()
        page.close()
        page.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
