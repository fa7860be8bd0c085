"""The real window on a real workspace, with a person who answers every question from a script."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.core.edits import SetBody
from desktop.core.response import Response
from desktop.paths import Paths
from desktop.session import Session
from desktop.ui.appearance import Appearance
from desktop.ui.memory import Memory
from desktop.ui.window import Window
from tests.ui.fakes import FakeDialogs

OpenWindow = Callable[[], Window]


@pytest.fixture
def memory(paths: Paths) -> Memory:
    return Memory(paths.config)


@pytest.fixture
def appearance(qapp: QApplication, paths: Paths, memory: Memory) -> Iterator[Appearance]:
    """Dress the application as the program does, and undress it afterwards."""
    font, palette, style = qapp.font(), qapp.palette(), qapp.style().objectName()
    qapp.setStyle("Fusion")
    look = Appearance(qapp, paths.resources, memory)
    yield look
    qapp.styleHints().colorSchemeChanged.disconnect(look.follow_system)
    look.deleteLater()
    qapp.setStyleSheet("")
    qapp.setStyle(style)
    qapp.setPalette(palette)
    qapp.setFont(font)


@pytest.fixture
def dialogs() -> FakeDialogs:
    return FakeDialogs()


@pytest.fixture
def open_window(
    qtbot: QtBot,
    session: Session,
    appearance: Appearance,
    memory: Memory,
    dialogs: FakeDialogs,
) -> Iterator[OpenWindow]:
    """Give a function that opens the window of the session, as the program does."""
    opened: list[Window] = []

    def open_one() -> Window:
        window = Window(session, appearance, memory, dialogs)
        qtbot.addWidget(window)
        window.resize(1360, 840)
        window.come_back()
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        opened.append(window)
        return window

    yield open_one
    for window in opened:
        # Whatever a test left unsaved on purpose: closing is not what it tests.
        dialogs.confirms.append(True)
        window.close()
        window.deleteLater()


@pytest.fixture
def window(open_window: OpenWindow) -> Window:
    return open_window()


@pytest.fixture
def draft_response(session: Session, response: Response) -> Response:
    """A response with something written at its first two questions."""
    session.apply(SetBody(response.id, "1", "What people do for one another, unpaid."))
    session.apply(SetBody(response.id, "2", "Two of the five halls in our area have closed."))
    return response


def visible_texts(parent: QWidget) -> str:
    """Return all that can be read in a widget, for a test to look for words in."""
    from PySide6.QtWidgets import QAbstractButton, QLabel

    labels = [label.text() for label in parent.findChildren(QLabel) if label.isVisible()]
    buttons = [b.text() for b in parent.findChildren(QAbstractButton) if b.isVisible()]
    return "\n".join([*labels, *buttons])
