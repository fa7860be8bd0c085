"""Checking while somebody writes, in the real window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from desktop.core.edits import SaveRecommendation, SetBody, SetKeyPoint, SetResponseText
from desktop.core.finding import Finding
from desktop.core.response import Recommendation, Response
from desktop.core.rules import Part
from desktop.session import Session
from desktop.ui.checking.acting import Acting
from desktop.ui.checking.said_card import SaidCard
from desktop.ui.checking.stepping import ahead, in_order
from desktop.ui.editor.marks import Layer
from desktop.ui.pages.about import AboutPage
from desktop.ui.pages.question import QuestionPage
from desktop.ui.panels.checks_card import FindingCard
from desktop.ui.place import PageId, Place
from desktop.ui.widgets.row_button import RowButton
from desktop.ui.window import Window
from tests.ui.conftest import OpenWindow
from tests.ui.fakes import FakeDialogs

BODY = "Our hall shut in May (see paragraph 99). Funds should be utilised.\n\nNobody came."


@pytest.fixture
def faulty(session: Session, response: Response, open_window: OpenWindow, qtbot: QtBot) -> Window:
    """The window at question 2, whose answer has faults, with all checked."""
    session.apply(SetBody(response.id, "2", BODY))
    session.apply(SetKeyPoint(response.id, "2", "Halls shut."))
    window = open_window()
    window.go(Place(PageId.QUESTION, response.id, "2"))
    qtbot.waitUntil(lambda: window.checks.known)
    return window


def page_of(window: Window) -> QuestionPage:
    page = window.navigation.page
    assert isinstance(page, QuestionPage)
    return page


def underlined(window: Window) -> list[str]:
    """Return the words in the answer that a finding is about."""
    found = (mark.what for mark in page_of(window).sheet.editor.marks.all(Layer.FINDINGS))
    return [finding.excerpt for finding in found if isinstance(finding, Finding)]


def selected(window: Window) -> str:
    return page_of(window).sheet.editor.textCursor().selectedText()


def row_of(window: Window, number: str) -> RowButton:
    rows = [
        row
        for row in window.findChildren(RowButton)
        if f"Question {number}," in row.accessibleName()
    ]
    return rows[0]


def test_what_is_typed_is_checked_in_the_next_pause_without_being_moved(
    faulty: Window, qtbot: QtBot
) -> None:
    editor = page_of(faulty).sheet.editor
    assert "paragraph 99" in underlined(faulty)
    caret = editor.textCursor().position()
    QTest.keyClicks(editor, " See paragraph 98.")
    assert "paragraph 99" in underlined(faulty)
    qtbot.waitUntil(lambda: "paragraph 98" in underlined(faulty))
    assert editor.textCursor().position() == caret + len(" See paragraph 98.")
    assert editor.document().isUndoAvailable()


def test_a_slip_put_right_at_once_gives_the_words_their_mark_back(
    faulty: Window, qtbot: QtBot
) -> None:
    editor = page_of(faulty).sheet.editor
    cursor = editor.document().find("utili")
    cursor.clearSelection()
    editor.setTextCursor(cursor)
    assert "utilised" in underlined(faulty)
    QTest.keyClicks(editor, "x")
    assert "utilised" not in underlined(faulty)
    QTest.keyClick(editor, Qt.Key.Key_Backspace)
    qtbot.waitUntil(lambda: "utilised" in underlined(faulty))


def test_f5_goes_from_finding_to_finding_and_says_what_is_wrong(
    faulty: Window, qtbot: QtBot
) -> None:
    editor = page_of(faulty).sheet.editor
    QTest.keyClick(editor, Qt.Key.Key_F5)
    qtbot.waitUntil(lambda: selected(faulty) == "paragraph 99")
    card = faulty.findChild(SaidCard)
    assert card is not None
    qtbot.waitUntil(card.isVisible)
    assert "There is no paragraph 99." in card.words()
    box = QRect(editor.mapTo(faulty, QPoint()), editor.size())
    assert box.left() <= card.geometry().left() <= card.geometry().right() <= box.right()
    assert any("F5" in words for words in card.words())
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert not card.isVisible()
    QTest.keyClick(editor, Qt.Key.Key_F5)
    qtbot.waitUntil(lambda: selected(faulty) == "utilised")
    QTest.keyClick(editor, Qt.Key.Key_F5, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: selected(faulty) == "paragraph 99")


def test_after_the_last_finding_here_comes_the_next_question(faulty: Window, qtbot: QtBot) -> None:
    editor = page_of(faulty).sheet.editor
    for _ in range(len(faulty.checks.at("2"))):
        faulty.run("checks.next")
        QApplication.processEvents()
    faulty.run("checks.next")
    qtbot.waitUntil(lambda: faulty.place.item == "3")
    assert editor.hasFocus()


# Without a screen Qt cannot raise a menu, and says so.
@pytest.mark.qt_log_ignore("This plugin does not support")
def test_what_to_do_is_offered_at_the_cursor_and_done_as_one_step(
    faulty: Window, qtbot: QtBot, session: Session, response: Response, dialogs: FakeDialogs
) -> None:
    page = page_of(faulty)
    faulty.run("checks.next")
    qtbot.waitUntil(lambda: selected(faulty) == "paragraph 99")
    QTest.keyClick(page.sheet.editor, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    words = [action.text() for action in menu.actions()]
    assert words[0] == "There is no paragraph 99."
    assert words[-2:] == ["Dismiss…", "Show in the list of checks"]
    menu.actions()[1].trigger()
    menu.close()
    qtbot.waitUntil(lambda: "paragraph 99" not in session.draft(response.id).answer("2").body)
    qtbot.waitUntil(lambda: "paragraph 99" not in underlined(faulty))
    assert "utilised" in underlined(faulty)
    dialogs.ways_back[-1]()
    assert session.draft(response.id).answer("2").body == BODY


def test_away_from_any_finding_that_is_said(faulty: Window, dialogs: FakeDialogs) -> None:
    page_of(faulty).sheet.editor.moveCursor(
        page_of(faulty).sheet.editor.textCursor().MoveOperation.End
    )
    faulty.run("checks.here")
    assert dialogs.notices == ["Nothing is said of the words at the cursor."]


def test_a_finding_can_be_shown_in_the_list_from_the_text(faulty: Window, qtbot: QtBot) -> None:
    page = page_of(faulty)
    faulty.run("checks.next")
    qtbot.waitUntil(lambda: selected(faulty) == "paragraph 99")
    page.helping.menu.make_here().actions()[-1].trigger()
    focused = QApplication.focusWidget()
    assert focused is not None
    assert "There is no paragraph 99." in focused.accessibleName()


def listed(window: Window, sentence: str) -> FindingCard:
    """Return the card of a finding in the list of checks beside the answer."""
    cards = (one for one in window.findChildren(FindingCard) if one.isVisible())
    return next(one for one in cards if one.finding.sentence == sentence)


def test_a_click_on_a_finding_shows_its_words_and_leaves_the_keyboard_in_the_list(
    faulty: Window, qtbot: QtBot, session: Session, response: Response, dialogs: FakeDialogs
) -> None:
    faulty.show_checks()
    card = listed(faulty, "There is no paragraph 99.")
    QTest.mouseClick(card, Qt.MouseButton.LeftButton, pos=QPoint(12, 12))
    qtbot.waitUntil(lambda: selected(faulty) == "paragraph 99")
    assert card.hasFocus()
    assert card.is_open
    # Delete belongs to the list, not to the words that are selected: it asks why they may stay.
    dialogs.texts.append("The annex has it.")
    QTest.keyClick(card, Qt.Key.Key_Delete)
    assert session.draft(response.id).answer("2").body == BODY
    assert [one.reason for one in session.draft(response.id).dismissals] == ["The annex has it."]


def test_a_double_click_or_enter_goes_to_the_words(faulty: Window, qtbot: QtBot) -> None:
    editor = page_of(faulty).sheet.editor
    faulty.show_checks()
    card = listed(faulty, "There is no paragraph 99.")
    where = QPoint(12, 12)
    QTest.mouseClick(card, Qt.MouseButton.LeftButton, pos=where)
    QTest.mouseDClick(card, Qt.MouseButton.LeftButton, pos=where)
    qtbot.waitUntil(lambda: editor.hasFocus() and selected(faulty) == "paragraph 99")
    QApplication.processEvents()
    assert editor.hasFocus()
    faulty.show_checks()
    QTest.keyClick(card, Qt.Key.Key_Return)
    qtbot.waitUntil(editor.hasFocus)


def test_a_click_on_a_finding_of_another_answer_turns_to_it_and_stays_in_the_list(
    faulty: Window, qtbot: QtBot, session: Session, response: Response
) -> None:
    session.apply(SetBody(response.id, "1", "Our work is described in paragraph 77."))
    faulty.show_checks()
    qtbot.waitUntil(lambda: any(one.excerpt == "paragraph 77" for one in faulty.checks.said.open))
    card = listed(faulty, "There is no paragraph 77.")
    QTest.mouseClick(card, Qt.MouseButton.LeftButton, pos=QPoint(12, 12))
    qtbot.waitUntil(lambda: selected(faulty) == "paragraph 77")
    assert faulty.place.item == "1"
    assert card.hasFocus()
    assert card.is_open


def test_a_recommendation_beside_its_question_is_underlined_and_gone_to(
    faulty: Window, qtbot: QtBot, session: Session, response: Response
) -> None:
    what = "should utilise the fund"
    item = Recommendation("ask", response.id, "2", who="The Department", what=what)
    session.apply(SaveRecommendation(response.id, item))
    faulty.show_checks()
    qtbot.waitUntil(lambda: any(one.excerpt == "utilise" for one in faulty.checks.said.open))
    (finding,) = [one for one in faulty.checks.said.open if one.excerpt == "utilise"]
    card = listed(faulty, finding.sentence)
    place = faulty.place
    QTest.mouseClick(card, Qt.MouseButton.LeftButton, pos=QPoint(12, 12))
    QApplication.processEvents()
    assert (faulty.place, card.hasFocus()) == (place, True)
    (field,) = [one.what for one in page_of(faulty).sheet.recommendations.cards()]
    marked = [what[mark.start : mark.end] for mark in field.marks.all(Layer.FINDINGS)]
    assert "utilise" in marked
    QTest.keyClick(card, Qt.Key.Key_Return)
    qtbot.waitUntil(field.hasFocus)
    assert field.textCursor().selectedText() == "utilise"
    assert faulty.place == place


def test_the_list_of_questions_and_the_header_count_what_was_found(faulty: Window) -> None:
    row = row_of(faulty, "2")
    errors = sum(one.level == "error" for one in faulty.checks.at("2"))
    assert row.words().endswith(f"✕ {errors}")
    assert f"{errors} must be mended" in row.accessibleName()
    # An answer that is not begun says so itself.
    assert "!" not in row_of(faulty, "3").words()
    assert faulty.header.checks_button.text().startswith("✕")
    faulty.header.checks_button.click()
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.objectName() == "findingCard"


def test_elsewhere_the_header_leads_to_the_review(faulty: Window, response: Response) -> None:
    faulty.go(Place(PageId.ABOUT, response.id))
    faulty.show_checks()
    assert faulty.place == Place(PageId.REVIEW, response.id)


def test_what_frames_the_answers_is_underlined_too(
    faulty: Window, session: Session, response: Response, qtbot: QtBot
) -> None:
    session.apply(SetResponseText(response.id, "reason", "Our funds are utilised well."))
    faulty.go(Place(PageId.ABOUT, response.id))
    page = faulty.navigation.page
    assert isinstance(page, AboutPage)
    qtbot.waitUntil(lambda: bool(page.reason.marks.all(Layer.FINDINGS)))
    (mark,) = page.reason.marks.all(Layer.FINDINGS)
    assert page.reason.toPlainText()[mark.start : mark.end] == "utilised"


def test_a_response_without_anything_to_mend_says_so(
    window: Window, response: Response, dialogs: FakeDialogs
) -> None:
    window.go(Place(PageId.QUESTION, response.id, "2"))
    assert not window.checks.known
    window.run("checks.next")
    assert dialogs.notices == ["Nothing to mend in the response."]


def test_f5_goes_on_over_the_pages_of_the_response_and_round_again(
    faulty: Window, session: Session, response: Response, qtbot: QtBot
) -> None:
    session.apply(SetResponseText(response.id, "reason", "Our funds are utilised well."))
    qtbot.waitUntil(lambda: any(one.part is Part.ABOUT for one in faulty.checks.said.open))
    stops = in_order(faulty.checks.said.open, faulty.checks.draft or session.draft(response.id))
    first, last = stops[0], stops[-1]
    elsewhere = Place(PageId.REVIEW, response.id)
    assert ahead(faulty.checks, elsewhere, 1) == first[1]
    faulty.go(last[0])
    faulty.checks.show(last[1])
    assert ahead(faulty.checks, last[0], 1) == first[1]
    assert ahead(faulty.checks, first[0], -1) == last[1]


def test_a_finding_is_dismissed_only_with_a_reason_and_undo_brings_it_back(
    faulty: Window, dialogs: FakeDialogs, qtbot: QtBot
) -> None:
    acting = Acting(faulty.context, faulty.checks, faulty)
    finding = next(one for one in faulty.checks.said.open if one.excerpt == "utilised")
    dialogs.texts = [None, "  ", "It is what the Act says."]
    assert not acting.dismiss(finding)
    assert not acting.dismiss(finding)
    assert dialogs.notices == ["Nothing is dismissed: say why in a few words."]
    assert acting.dismiss(finding)
    qtbot.waitUntil(lambda: finding not in faulty.checks.said.open)
    dialogs.ways_back[-1]()
    qtbot.waitUntil(lambda: finding in faulty.checks.said.open)


def test_a_fix_for_words_that_have_changed_since_changes_nothing_and_says_so(
    faulty: Window, session: Session, response: Response, dialogs: FakeDialogs, qtbot: QtBot
) -> None:
    acting = Acting(faulty.context, faulty.checks, faulty)
    finding = next(one for one in faulty.checks.said.open if one.excerpt == "utilised")
    session.apply(SetBody(response.id, "2", "Funds should be used."))
    assert not acting.mend(finding, finding.fixes[0])
    assert dialogs.notices == ["The text has changed since, so nothing was mended."]
    assert session.draft(response.id).answer("2").body == "Funds should be used."


def test_where_no_response_is_open_nothing_is_done_about_a_finding(
    faulty: Window, dialogs: FakeDialogs
) -> None:
    acting = Acting(faulty.context, faulty.checks, faulty)
    finding = next(one for one in faulty.checks.said.open if one.fixes)
    faulty.go(Place(PageId.START))
    assert faulty.checks.draft is None
    assert not acting.mend(finding, finding.fixes[0])
    assert not acting.dismiss(finding)
    acting.go(finding)
    assert faulty.place == Place(PageId.START)
    assert ahead(faulty.checks, faulty.place, 1) is None
    assert dialogs.asked == []
