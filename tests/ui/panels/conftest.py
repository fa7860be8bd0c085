"""A panel on a real session, as the pages have it."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from desktop.core.response import Response
from desktop.ui.context import Context
from desktop.ui.pages.question import QuestionPage
from desktop.ui.panels.help import HelpPanel
from desktop.ui.place import PageId, Place
from tests.ui.pages.conftest import context, dialogs, visited

__all__ = ["context", "dialogs", "visited"]


@pytest.fixture
def help_panel(qtbot: QtBot, context: Context, response: Response) -> HelpPanel:
    """The help panel beside question 2, as wide as it usually is."""
    panel = HelpPanel(context)
    qtbot.addWidget(panel)
    panel.resize(396, 760)
    panel.move(700, 0)
    panel.show()
    qtbot.waitExposed(panel)
    panel.open(Place(PageId.QUESTION, response.id, "2"))
    return panel


@pytest.fixture
def question_page(
    qtbot: QtBot, context: Context, response: Response, help_panel: HelpPanel
) -> QuestionPage:
    """The page of question 2, which writes for the help panel and is followed by it."""
    page = QuestionPage(context)
    qtbot.addWidget(page)
    page.attach(help_panel)
    page.move(0, 0)
    page.show()
    qtbot.waitExposed(page)
    page.open(Place(PageId.QUESTION, response.id, "2"))
    return page
