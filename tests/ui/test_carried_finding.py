"""A finding about the summary, mended from the list of checks, which is not on that page."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.core.edits import SetSummary
from desktop.core.response import Response, SummaryPoint
from desktop.session import Session
from desktop.ui.checking.carried import CarriedFinding
from desktop.ui.pages.review import ReviewPage
from desktop.ui.panels.checks_card import FindingCard
from desktop.ui.place import PageId, Place
from desktop.ui.widgets.buttons import Button
from desktop.ui.window import Window
from tests.ui.conftest import OpenWindow
from tests.ui.fakes import FakeDialogs

SENTENCE = "“utilised” has a plainer word."
POINT = SummaryPoint("Our funds are utilised well.", ("2",))


@pytest.fixture
def listed(
    session: Session, draft_response: Response, open_window: OpenWindow, qtbot: QtBot
) -> Window:
    """The window at question 2, with a finding about the summary in the list of checks."""
    session.apply(SetSummary(draft_response.id, (POINT,)))
    window = open_window()
    window.go(Place(PageId.QUESTION, draft_response.id, "2"))
    qtbot.waitUntil(lambda: window.checks.known)
    window.show_checks()
    return window


def card(window: Window) -> FindingCard:
    cards = (one for one in window.findChildren(FindingCard) if one.isVisible())
    return next(one for one in cards if one.finding.sentence == SENTENCE)


def bar(window: Window) -> CarriedFinding:
    made = window.middle.finding
    assert made is not None
    return made


def carries(window: Window) -> bool:
    return window.middle.finding is not None and window.middle.finding.isVisible()


def button(window: Window, words: str) -> Button:
    found = [one for one in bar(window).findChildren(Button) if one.isVisible()]
    return next(one for one in found if one.text() == words)


def summary(session: Session, response: Response) -> str:
    points = session.draft(response.id).response.summary
    assert points is not None
    return points[0].text


def test_a_click_opens_the_card_and_leaves_its_fix_in_reach(
    listed: Window, session: Session, draft_response: Response
) -> None:
    place = listed.place
    QTest.mouseClick(card(listed), Qt.MouseButton.LeftButton, pos=QPoint(12, 12))
    QApplication.processEvents()
    assert listed.place == place
    fix = card(listed).buttons()[0]
    QTest.mouseClick(fix, Qt.MouseButton.LeftButton)
    assert summary(session, draft_response) == "Our funds are used well."


def test_on_its_page_the_finding_stays_at_hand_until_it_is_settled(
    listed: Window, session: Session, draft_response: Response, qtbot: QtBot, dialogs: FakeDialogs
) -> None:
    QTest.keyClick(card(listed), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: carries(listed))
    assert listed.place == Place(PageId.SUMMARY, draft_response.id)
    assert SENTENCE in bar(listed).words()
    listed.run("checks.here")
    assert button(listed, "Write “used”").hasFocus()
    QTest.mouseClick(button(listed, "Write “used”"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bar(listed).words()[0] == "Done: this is no longer found.")
    assert summary(session, draft_response) == "Our funds are used well."
    assert button(listed, "Back to the list of checks").hasFocus()
    dialogs.ways_back[-1]()
    qtbot.waitUntil(lambda: SENTENCE in bar(listed).words())
    button(listed, "Back to the list of checks").click()
    assert listed.place == Place(PageId.QUESTION, draft_response.id, "2")
    assert card(listed).hasFocus()
    assert bar(listed).isHidden()
    qtbot.waitUntil(lambda: listed.navigation.y() == 0)  # and leaves no gap behind


def test_it_can_be_dismissed_there_and_closed(
    listed: Window, session: Session, draft_response: Response, qtbot: QtBot, dialogs: FakeDialogs
) -> None:
    QTest.keyClick(card(listed), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: carries(listed))
    dialogs.texts.append("It is how our funder says it.")
    button(listed, "Dismiss…").click()
    qtbot.waitUntil(lambda: SENTENCE not in bar(listed).words())
    assert len(session.draft(draft_response.id).dismissals) == 1
    QTest.keyClick(button(listed, "Close"), Qt.Key.Key_Escape)
    assert bar(listed).isHidden()
    page = listed.navigation.page
    assert page is not None
    assert page.first_focus().hasFocus()


def test_from_the_review_the_way_back_leads_to_the_review(
    listed: Window, draft_response: Response, qtbot: QtBot
) -> None:
    listed.go(Place(PageId.REVIEW, draft_response.id))
    page = listed.navigation.page
    assert isinstance(page, ReviewPage)
    (finding,) = [one for one in listed.checks.said.open if one.sentence == SENTENCE]
    page.findings.list.go.emit(finding)
    qtbot.waitUntil(lambda: carries(listed))
    button(listed, "Back to the list of checks").click()
    assert listed.place == Place(PageId.REVIEW, draft_response.id)


def test_when_it_is_settled_the_way_back_leads_to_what_is_left(
    listed: Window, qtbot: QtBot
) -> None:
    QTest.keyClick(card(listed), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: carries(listed))
    button(listed, "Write “used”").click()
    qtbot.waitUntil(lambda: SENTENCE not in bar(listed).words())
    button(listed, "Back to the list of checks").click()
    assert isinstance(QApplication.focusWidget(), FindingCard)


def test_tab_goes_from_what_can_be_done_to_the_page_below(listed: Window, qtbot: QtBot) -> None:
    QTest.keyClick(card(listed), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: carries(listed))
    bar(listed).focus_first()
    seen: list[str] = []
    while bar(listed).isAncestorOf(QApplication.focusWidget() or listed):
        taken = QApplication.focusWidget()
        assert isinstance(taken, Button)
        seen.append(taken.text())
        QTest.keyClick(taken, Qt.Key.Key_Tab)
    assert seen == [one for one in bar(listed).words() if one in seen]
    assert seen[-1] == "Close"
    assert listed.navigation.isAncestorOf(QApplication.focusWidget() or listed)
