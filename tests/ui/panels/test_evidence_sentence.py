"""Support for a sentence, and what speaks against it: from the text to the panel and back."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from desktop.core.edits import MarkAnswer, SetBody
from desktop.core.response import AnswerMark, Response
from desktop.session import Session
from desktop.ui.body import Side
from desktop.ui.pages.question import QuestionPage
from desktop.ui.panels.evidence import EvidencePanel
from desktop.ui.panels.help import HelpPanel, Tab
from desktop.ui.place import PageId, Place
from desktop.ui.window import Window
from tests.ui.fakes import FakeDialogs

SENTENCE = "Networks in which organisations pool their knowledge are disappearing."
BODY = f"Grants end. {SENTENCE} Nobody counts them."


@pytest.fixture
def page(window: Window, session: Session, response: Response, qtbot: QtBot) -> QuestionPage:
    """Question 2 in the real window, with the cursor in the second sentence."""
    session.apply(SetBody(response.id, "2", BODY))
    window.go(Place(PageId.QUESTION, response.id, "2"))
    qtbot.waitUntil(lambda: bool(window.menus.actions))
    page: Any = window.navigation.page
    assert isinstance(page, QuestionPage)
    put_cursor(page, "organisations pool")
    page.sheet.editor.setFocus()
    return page


@pytest.fixture
def help_(window: Window, page: QuestionPage) -> HelpPanel:
    panel: Any = window.panels.panel(Side.RIGHT)
    assert isinstance(panel, HelpPanel)
    return panel


@pytest.fixture
def evidence(help_: HelpPanel) -> EvidencePanel:
    return help_.evidence


def put_cursor(page: QuestionPage, behind: str) -> None:
    found = page.sheet.editor.document().find(behind)
    found.setPosition(found.selectionEnd())
    page.sheet.editor.setTextCursor(found)


def look_for_support(page: QuestionPage, evidence: EvidencePanel, qtbot: QtBot) -> None:
    QTest.keyClick(page.sheet.editor, Qt.Key.Key_F3)
    qtbot.waitUntil(lambda: not evidence.looking and bool(evidence.cards()))


def test_support_for_the_sentence_at_the_cursor_is_found_by_its_shortcut(
    page: QuestionPage, help_: HelpPanel, evidence: EvidencePanel, qtbot: QtBot
) -> None:
    help_.show_tab("History")
    page.sheet.editor.setFocus()
    look_for_support(page, evidence, qtbot)
    assert help_.tab() is Tab.EVIDENCE
    assert evidence.looked_for.words == f"Support for “{SENTENCE}”"
    card = evidence.cards()[0]
    assert card.piece is not None
    assert "etworks" in card.piece.text
    assert not evidence.head.follow.isVisible()


def test_what_is_selected_is_looked_for_rather_than_the_sentence(
    page: QuestionPage, evidence: EvidencePanel, window: Window
) -> None:
    page.sheet.editor.setTextCursor(page.sheet.editor.document().find("pool their knowledge"))
    window.run("evidence.support")
    assert evidence.looked_for.words == "Support for “pool their knowledge”"


def test_escape_goes_back_to_the_question_and_to_the_answer(
    page: QuestionPage, evidence: EvidencePanel, qtbot: QtBot
) -> None:
    look_for_support(page, evidence, qtbot)
    assert QApplication.focusWidget() is evidence.looked_for.back_button
    QTest.keyClick(evidence.looked_for.back_button, Qt.Key.Key_Escape)
    assert evidence.looked_for.words == ""
    assert page.sheet.editor.hasFocus()
    qtbot.waitUntil(lambda: evidence.message.startswith("For this question"))
    assert evidence.head.follow.isVisible()


def test_escape_in_the_answer_goes_back_as_well(
    page: QuestionPage, evidence: EvidencePanel, qtbot: QtBot
) -> None:
    look_for_support(page, evidence, qtbot)
    page.sheet.editor.setFocus()
    QTest.keyClick(page.sheet.editor, Qt.Key.Key_Escape)
    assert evidence.looked_for.words == ""
    assert page.sheet.editor.hasFocus()


def test_the_way_back_is_a_button_too(
    page: QuestionPage, evidence: EvidencePanel, qtbot: QtBot
) -> None:
    look_for_support(page, evidence, qtbot)
    evidence.looked_for.back_button.click()
    qtbot.waitUntil(lambda: evidence.message.startswith("For this question"))


def test_a_citation_goes_behind_the_sentence_it_was_found_for(
    page: QuestionPage, evidence: EvidencePanel, session: Session, response: Response, qtbot: QtBot
) -> None:
    look_for_support(page, evidence, qtbot)
    page.sheet.editor.moveCursor(page.sheet.editor.textCursor().MoveOperation.Start)
    card = evidence.cards()[0]
    assert card.piece is not None
    card.buttons[1].click()
    body = session.draft(response.id).answer("2").body
    assert f"are disappearing.[@{card.piece.source}, " in body
    assert body.startswith("Grants end. ")


def test_arguments_against_it_come_with_questions_that_help_to_think_of_more(
    page: QuestionPage, evidence: EvidencePanel, session: Session, response: Response, qtbot: QtBot
) -> None:
    QTest.keyClick(page.sheet.editor, Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: bool(evidence.list.prompts()))
    assert evidence.looked_for.words == f"Arguments against “{SENTENCE}”"
    prompt = evidence.list.prompts()[0]
    assert not prompt.tick.isVisible()
    prompt.button.click()
    starters = [
        card.starter.strip()
        for card in session.prompts(session.draft(response.id), "2")
        if card.prompt.id == prompt.prompt_id
    ]
    assert starters[0] in session.draft(response.id).answer("2").body
    evidence.stop_looking()
    qtbot.waitUntil(lambda: evidence.message.startswith("For this question"))
    assert evidence.list.prompts() == []


def test_the_menu_of_the_answer_offers_both_above_the_usual_things(
    page: QuestionPage, evidence: EvidencePanel, qtbot: QtBot
) -> None:
    editor = page.sheet.editor
    place = editor.document().find("Nobody counts")
    point = editor.cursorRect(place).center()
    put_cursor(page, "Grants")
    menu = page.helping.menu.make(point)
    names = [action.objectName() for action in menu.actions()[:2]]
    assert names == ["evidence.support", "evidence.counter"]
    assert menu.actions()[0].text() == "Find support for this sentence\tF3"
    assert "Copy" in " ".join(action.text().replace("&", "") for action in menu.actions())
    menu.actions()[0].trigger()
    menu.deleteLater()
    assert evidence.looked_for.words == "Support for “Nobody counts them.”"


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_menu_opens_where_it_is_asked_for(page: QuestionPage, qtbot: QtBot) -> None:
    editor = page.sheet.editor
    editor.customContextMenuRequested.emit(editor.cursorRect().center())
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert menu.accessibleName() == "Answer"
    menu.close()
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is None)


def test_without_a_sentence_it_is_said_what_to_do(
    page: QuestionPage,
    evidence: EvidencePanel,
    window: Window,
    session: Session,
    response: Response,
    dialogs: FakeDialogs,
) -> None:
    session.apply(SetBody(response.id, "2", ""))
    window.run("evidence.support")
    assert dialogs.notices[-1].startswith("Put the cursor into a sentence first")
    assert evidence.looked_for.words == ""


def test_both_are_found_by_the_palette_at_a_question_that_is_answered(
    page: QuestionPage, window: Window, session: Session, response: Response
) -> None:
    window.search()
    assert window.finder is not None
    window.finder.field.setText("counter-argument")
    assert "Find the counter-argument" in window.finder.entries()
    window.finder.close_palette()
    session.apply(MarkAnswer(response.id, "2", AnswerMark.SKIPPED, "Not our field."))
    assert not window.page_can("evidence.support")


def test_another_question_ends_the_search_for_a_sentence(
    page: QuestionPage,
    evidence: EvidencePanel,
    window: Window,
    response: Response,
    qtbot: QtBot,
) -> None:
    look_for_support(page, evidence, qtbot)
    window.go(Place(PageId.QUESTION, response.id, "5"))
    qtbot.waitUntil(lambda: evidence.message.startswith("For this question"))
    assert evidence.looked_for.words == ""


def test_typing_into_the_search_box_ends_it_too(
    page: QuestionPage, evidence: EvidencePanel, qtbot: QtBot
) -> None:
    look_for_support(page, evidence, qtbot)
    QTest.keyClicks(evidence.search_box, "mutuals")
    qtbot.waitUntil(lambda: "found for “mutuals”" in evidence.message)
    assert evidence.looked_for.words == ""


def test_a_narrow_window_shows_what_was_found_in_its_drawer(
    page: QuestionPage, evidence: EvidencePanel, window: Window, qtbot: QtBot
) -> None:
    window.resize(1024, 700)
    qtbot.waitUntil(lambda: not window.body.shown(Side.RIGHT))
    look_for_support(page, evidence, qtbot)
    assert window.body.shown(Side.RIGHT)
    back = evidence.looked_for.back_button
    assert back.hasFocus()
    QTest.keyClick(back, Qt.Key.Key_Escape)
    assert evidence.looked_for.words == ""


def test_a_page_that_was_selected_is_shown_by_its_beginning(
    page: QuestionPage, evidence: EvidencePanel, session: Session, response: Response
) -> None:
    session.apply(SetBody(response.id, "2", "Halls close every year. " * 40))
    page.sheet.editor.selectAll()
    page.helping.actions()["evidence.support"]()
    assert evidence.looked_for.words.endswith(" …”")
    assert len(evidence.looked_for.words) < 250
