from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFont
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop.core.edits import MarkAnswer, SaveRecommendation
from desktop.core.response import AnswerMark, Recommendation, Response
from desktop.ui.context import Context
from desktop.ui.pages.question import QuestionPage
from desktop.ui.panels.help import HelpPanel, Tab
from desktop.ui.panels.walk import WalkPanel
from desktop.ui.place import PageId, Place

# The guide is there in a course alone; see tests/ui/courses.
_TABS = [tab for tab in Tab if tab is not Tab.GUIDE]
CONTROLS = (QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit, QTextEdit)


def controls(top: QWidget) -> Iterator[QWidget]:
    for kind in CONTROLS:
        yield from (widget for widget in top.findChildren(kind) if widget.isVisible())


def stops(top: QWidget) -> Iterator[QWidget]:
    """Yield what Tab reaches, in its order."""
    widget = top.nextInFocusChain()
    while widget is not None and widget is not top:
        tabbed = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if tabbed and widget.isVisible() and widget.isEnabled() and top.isAncestorOf(widget):
            yield widget
        widget = widget.nextInFocusChain()


def place(widget: QWidget, top: QWidget) -> tuple[int, int]:
    """Return the line of a widget and its place in that line, as they are read."""
    at = widget.mapTo(top, QPoint(0, 0))
    return at.y() // 4, at.x()


@pytest.fixture
def page(show: Callable[..., Any], context: Context, response: Response) -> QuestionPage:
    session = context.session
    for number, who in enumerate(("Councils", "Ministers")):
        item = Recommendation(who, response.id, "2", who, "act", position=number)
        session.apply(SaveRecommendation(response.id, item))
    page: QuestionPage = show(
        QuestionPage, Place(PageId.QUESTION, response.id, "2"), size=(700, 1200)
    )
    page.sheet.open_cite_bar()
    page.sheet.recommendations.add()
    QTest.qWait(0)
    return page


@pytest.fixture
def panel(qtbot: QtBot, context: Context, response: Response) -> HelpPanel:
    panel = HelpPanel(context)
    qtbot.addWidget(panel)
    panel.resize(396, 900)
    panel.show()
    panel.open(Place(PageId.QUESTION, response.id, "2"))
    qtbot.waitUntil(lambda: bool(panel.evidence.cards()))
    return panel


def test_tab_follows_the_reading_order_of_the_page(page: QuestionPage) -> None:
    order = [widget for widget in stops(page) if page.sheet.isAncestorOf(widget)]
    assert len(order) > 20
    inner = page.sheet.widget()
    assert inner is not None
    assert order == sorted(order, key=lambda widget: place(widget, inner))
    assert list(stops(page))[len(order) :] == [
        page.footer.skip_button,
        page.footer.ready_button,
        page.footer.previous_button,
        page.footer.next_button,
    ]


@pytest.mark.parametrize("tab", _TABS)
def test_tab_follows_the_reading_order_of_the_help_panel(panel: HelpPanel, tab: Tab) -> None:
    panel.show_tab(tab.value)
    QTest.qWait(0)
    order = list(stops(panel))
    assert order[1:] == sorted(order[1:], key=lambda widget: place(widget, panel))


def test_every_control_has_a_name(
    page: QuestionPage, panel: HelpPanel, context: Context, response: Response, qtbot: QtBot
) -> None:
    walk = WalkPanel(context)
    qtbot.addWidget(walk)
    walk.show()
    walk.open(Place(PageId.QUESTION, response.id, "2"))
    nameless: list[QWidget] = []
    for tab in _TABS:
        panel.show_tab(tab.value)
        QTest.qWait(0)
        for top in (page, panel, walk):
            nameless += [
                widget
                for widget in controls(top)
                if not widget.accessibleName() and not _inner(widget)
            ]
    assert nameless == []


def _inner(widget: QWidget) -> bool:
    """Whether Qt made the widget as a part of another, such as the cross of a search box."""
    return widget.objectName().startswith("qt_") or isinstance(
        widget.parentWidget(), (QLineEdit, QComboBox)
    )


@pytest.mark.parametrize(("width", "size"), [(400, 13), (720, 26)])
def test_nothing_is_wider_than_the_page(
    page: QuestionPage, qtbot: QtBot, width: int, size: int
) -> None:
    font = QFont(page.font())
    font.setPixelSize(size)
    page.setFont(font)
    page.resize(width, 700)
    QTest.qWait(0)
    assert page.width() == width
    wide = [
        widget.accessibleName()
        for widget in controls(page)
        if widget.mapTo(page, QPoint(widget.width(), 0)).x() > width
    ]
    assert wide == []


def test_a_skipped_question_leaves_only_what_can_be_done(
    page: QuestionPage, context: Context, response: Response
) -> None:
    context.session.apply(MarkAnswer(response.id, "2", AnswerMark.SKIPPED, "Not ours."))
    assert list(stops(page)) == [
        page.sheet.skipped.reopen_button,
        page.sheet.skipped.reword_button,
        page.footer.previous_button,
        page.footer.next_button,
    ]
