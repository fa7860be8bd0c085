"""At twice the usual text size in a small window, what matters can still be read and reached."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.core.edits import (
    SaveRecommendation,
    SetBody,
    SetKeyPoint,
    SetOrganisationField,
)
from desktop.core.finding import Finding
from desktop.core.response import Organisation, Recommendation, Response
from desktop.session import Session
from desktop.ui.body import Side
from desktop.ui.pages.review import ReviewPage
from desktop.ui.pages.welsh import WelshPage
from desktop.ui.place import PageId, Place
from desktop.ui.window import Window
from tests.ui.conftest import OpenWindow


@pytest.fixture
def large(
    session: Session,
    response: Response,
    organisation: Organisation,
    open_window: OpenWindow,
    qtbot: QtBot,
) -> Window:
    """The window at question 2, which has something to mend, in twice the usual size."""
    session.apply(SetKeyPoint(response.id, "2", "Halls shut."))
    session.apply(SetBody(response.id, "2", "Our hall shut (see paragraph 99). We utilise two."))
    session.apply(SetOrganisationField(organisation.id, "languages", "cy-GB"))
    window = open_window()
    window.resize(QSize(1024, 700))
    window.appearance.set_text_size(200)
    window.go(Place(PageId.QUESTION, response.id, "2"))
    qtbot.waitUntil(lambda: window.checks.known)
    return window


def top_of(widget: QWidget, window: Window) -> int:
    return widget.mapTo(window, QPoint(0, 0)).y()


def test_the_header_keeps_what_the_checks_found(large: Window, qtbot: QtBot) -> None:
    header = large.header
    qtbot.waitUntil(lambda: bool(header.checks_button.text()))
    shown = (
        header.questions_button,
        header.search_button,
        header.help_button,
        header.checks_button,
        header.words,
        header.saved,
    )
    for part in shown:
        assert part.isVisible(), part.text()
        assert part.width() >= part.sizeHint().width(), part.text()
    right = [part.mapTo(header, QPoint(part.width(), 0)).x() for part in shown]
    assert right == sorted(right)
    assert right[-1] <= header.width()


def test_a_drawer_makes_way_for_the_words_that_are_gone_to(large: Window, qtbot: QtBot) -> None:
    large.show_tab(2)
    assert large.body.shown(Side.RIGHT)
    large.run("checks.next")
    qtbot.waitUntil(lambda: not large.body.shown(Side.RIGHT))
    page = large.navigation.page
    assert page is not None
    qtbot.waitUntil(lambda: page.isAncestorOf(large.focusWidget()))


def test_some_rows_of_the_table_of_questions_are_seen_at_once(
    large: Window, response: Response, qtbot: QtBot
) -> None:
    large.go(Place(PageId.REVIEW, response.id))
    page = large.navigation.page
    assert isinstance(page, ReviewPage)
    page.tabs.choose(3)
    table = page.questions.table
    qtbot.waitUntil(lambda: table.viewport().height() >= sum(map(table.rowHeight, range(5))))
    page.questions.ensureWidgetVisible(table.horizontalHeader())
    assert page.questions.verticalScrollBar().maximum() > 0


def test_a_line_of_the_report_stays_together_where_it_folds(
    large: Window, response: Response, qtbot: QtBot
) -> None:
    large.go(Place(PageId.REVIEW, response.id))
    page = large.navigation.page
    assert isinstance(page, ReviewPage)
    qtbot.waitUntil(lambda: len(page.report.lines) > 1)
    first, second = page.report.lines[:2]
    qtbot.waitUntil(lambda: top_of(first.says, large) > top_of(first.topic, large))
    middle = top_of(first.topic, large) + first.topic.height() // 2
    assert abs(middle - top_of(first.state, large) - first.state.height() // 2) <= 2
    inside = top_of(first.says, large) - top_of(first.topic, large) - first.topic.height()
    between = top_of(second.topic, large) - top_of(first.says, large) - first.says.height()
    assert between > inside


def test_some_texts_of_the_welsh_page_are_seen_at_once(
    large: Window, response: Response, qtbot: QtBot
) -> None:
    large.go(Place(PageId.WELSH, response.id))
    page = large.navigation.page
    assert isinstance(page, WelshPage)
    row = page.list.sizeHintForRow(0)
    qtbot.waitUntil(lambda: page.list.viewport().height() >= 2 * row)
    assert page.list.horizontalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAlwaysOff


def test_the_field_that_a_finding_is_about_stays_in_sight_below_it(
    large: Window, session: Session, response: Response, qtbot: QtBot
) -> None:
    session.apply(
        SaveRecommendation(response.id, Recommendation("r", response.id, "2", "Councils"))
    )
    large.go(Place(PageId.REVIEW, response.id))
    page = large.navigation.page
    assert isinstance(page, ReviewPage)

    def said() -> list[Finding]:
        return [one for one in large.checks.said.open if one.check == "recommendation-complete"]

    qtbot.waitUntil(lambda: bool(said()))
    page.findings.list.go.emit(said()[0])
    qtbot.waitUntil(lambda: large.middle.finding is not None)
    bar = large.middle.finding
    assert bar is not None
    qtbot.waitUntil(bar.isVisible)

    def field_is_seen() -> bool:
        field = large.navigation.page and large.focusWidget()
        if not field or not large.navigation.isAncestorOf(field):
            return False
        return field.visibleRegion().boundingRect().height() == field.height()

    qtbot.waitUntil(field_is_seen)
