"""Whoever cannot see or use a mouse gets the same from every page of a submission."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QLabel,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop.core.edits import SaveRecommendation, SetBody, SetKeyPoint
from desktop.core.response import Recommendation, Response
from desktop.session import Session
from desktop.ui.context import Context
from desktop.ui.page import Page
from desktop.ui.pages.about import AboutPage
from desktop.ui.pages.export import ExportPage
from desktop.ui.pages.library import LibraryPage
from desktop.ui.pages.organisations import OrganisationsPage
from desktop.ui.pages.preview import PreviewPage
from desktop.ui.pages.recommendations import RecommendationsPage
from desktop.ui.pages.review import ReviewPage
from desktop.ui.pages.summary import SummaryPage
from desktop.ui.place import PageId, Place
from desktop.ui.spacing import GAP
from desktop.ui.widgets.folding import Folding, FoldingSplitter, page_head

PAGES: dict[PageId, type[Page]] = {
    PageId.ORGANISATIONS: OrganisationsPage,
    PageId.ABOUT: AboutPage,
    PageId.SUMMARY: SummaryPage,
    PageId.RECOMMENDATIONS: RecommendationsPage,
    PageId.REVIEW: ReviewPage,
    PageId.PREVIEW: PreviewPage,
    PageId.EXPORT: ExportPage,
    PageId.LIBRARY: LibraryPage,
}


@pytest.fixture(params=list(PAGES), ids=str)
def page(
    request: pytest.FixtureRequest,
    session: Session,
    response: Response,
    context: Context,
    show: Callable[..., Page],
    qtbot: QtBot,
) -> Page:
    session.apply(SetKeyPoint(response.id, "1", "Groups need rooms."))
    session.apply(SetBody(response.id, "2", "Call 01632 960001."))
    for number in ("1", "2"):
        item = Recommendation(f"r{number}", response.id, number, "Ministers", "act", "May")
        session.apply(SaveRecommendation(response.id, item))
    shown = show(PAGES[request.param], Place(request.param, response.id))
    qtbot.wait(1)
    context.jobs.finish()
    qtbot.wait(50)
    return shown


def stops(page: Page) -> list[QWidget]:
    """Return what Tab stops at, in the order of Tab."""
    found: list[QWidget] = []
    widget = page.nextInFocusChain()
    while widget is not None and widget is not page:
        tabbed = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if tabbed and widget.isVisible() and widget.isEnabled() and not widget.focusProxy():
            found.append(widget)
        widget = widget.nextInFocusChain()
    return found


def test_everything_that_can_be_reached_has_a_name(page: Page) -> None:
    nameless = [
        f"{type(widget).__name__} {widget.objectName()}"
        for widget in stops(page)
        if not widget.accessibleName()
        and not (isinstance(widget, QAbstractButton) and widget.text())
        and not isinstance(widget.parent(), QAbstractScrollArea)
    ]
    assert nameless == []


def test_tab_goes_down_the_page_as_one_reads(page: Page) -> None:
    """In each column: nothing is visited after something that lies wholly below it."""
    jumps = []
    for one, other in zip(stops(page), stops(page)[1:], strict=False):
        if one.parentWidget() is not other.parentWidget():
            continue
        bottom = other.mapTo(page, QPoint(0, other.height())).y()
        if bottom <= one.mapTo(page, QPoint(0, 0)).y():
            jumps.append((one.accessibleName(), other.accessibleName()))
    assert jumps == []


def test_the_keyboard_starts_somewhere_useful(page: Page) -> None:
    first = page.first_focus()
    assert first is not page
    assert first.isVisible()
    assert first.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_large_text_folds_rows_instead_of_clipping_them(qtbot: QtBot) -> None:
    row = Folding(40)
    qtbot.addWidget(row)
    row.add(QWidget(), 1)
    row.add_top(QWidget(), 1)
    row.show()
    character = row.fontMetrics().averageCharWidth()
    row.resize(character * 60, 100)
    assert not row.folded
    font = row.font()
    font.setPointSizeF(font.pointSizeF() * 2)
    row.setFont(font)
    assert row.folded
    row.resize(row.fontMetrics().averageCharWidth() * 60, 100)
    assert not row.folded


def test_panes_stand_one_above_the_other_where_there_is_no_room(qtbot: QtBot) -> None:
    split = FoldingSplitter(60, (1, 1))
    qtbot.addWidget(split)
    split.addWidget(QWidget())
    split.addWidget(QWidget())
    character = split.fontMetrics().averageCharWidth()
    split.resize(character * 80, 300)
    split.show()
    assert split.orientation() == Qt.Orientation.Horizontal
    split.resize(character * 50, 300)
    assert split.orientation() == Qt.Orientation.Vertical
    assert abs(split.sizes()[0] - split.sizes()[1]) <= 2


def test_a_heading_is_not_squeezed_by_its_buttons(qtbot: QtBot) -> None:
    title, buttons = (
        QLabel("Comments"),
        [QPushButton(words) for words in ("Before", "Next", "Open")],
    )
    title.setWordWrap(True)
    row = page_head(title, *buttons)
    qtbot.addWidget(row)
    row.show()
    side_by_side = sum(button.sizeHint().width() + GAP for button in buttons)
    words = title.fontMetrics().horizontalAdvance(title.text())
    row.resize(max(side_by_side + words, 60 * row.fontMetrics().averageCharWidth()), 100)
    assert not row.folded
    title.setText("Comments on the work")
    for button in buttons:
        button.setText(f"{button.text()} the one that somebody wrote")
    qtbot.waitUntil(lambda: row.folded)
    # There is no room for all of them, and so they stand below one another too.
    assert {button.x() for button in buttons} == {buttons[0].x()}
