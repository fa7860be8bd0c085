from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.core.drafting_edits import AssembleDraft, Fill, Inserted
from desktop.core.edits import MarkAnswer, response_scope
from desktop.core.response import AnswerMark, Response
from desktop.session import Session
from desktop.ui.pages.question import QuestionPage
from desktop.ui.place import PageId, Place
from tests.ui.editor.cursors import put_cursor
from tests.ui.fakes import FakeDialogs

TWO = Fill(
    "2",
    "Halls close for want of people.",
    "The hall closed.[@blume-reconfigure-big-society, paragraph 3]\n\nNobody came.",
    (
        Inserted("a", "Halls close for want of people."),
        Inserted("b", "The hall closed."),
        Inserted("c", "Nobody came."),
    ),
)
FOUR = Fill("4", "", "Contracts are long.", (Inserted("d", "Contracts are long."),))


@pytest.fixture
def page(
    show: Callable[..., Any], session: Session, response: Response, qtbot: QtBot
) -> QuestionPage:
    session.apply(AssembleDraft(response.id, (TWO, FOUR)))
    shown: QuestionPage = show(QuestionPage, Place(PageId.QUESTION, response.id, "2"))
    shown.activateWindow()
    shown.sheet.editor.setFocus()
    qtbot.waitUntil(shown.sheet.editor.hasFocus)
    return shown


def left(session: Session, response: Response) -> dict[str, tuple[str, ...]]:
    return dict(session.draft(response.id).unreviewed)


def test_the_offer_of_a_first_draft_is_there_only_while_nothing_is_written(
    show: Callable[..., Any], response: Response
) -> None:
    page: QuestionPage = show(QuestionPage, Place(PageId.QUESTION, response.id, "1"))
    offer = page.sheet.draft_offer
    assert offer.isVisible()
    QTest.keyClicks(page.sheet.editor, "O")
    assert not offer.isVisible()
    QTest.keyClick(page.sheet.editor, Qt.Key.Key_Backspace)
    assert offer.isVisible()
    QTest.keyClicks(page.sheet.key_point, "A point.")
    assert not offer.isVisible()


def test_what_a_first_draft_put_in_is_marked_and_counted(page: QuestionPage) -> None:
    bar = page.sheet.unreviewed_bar
    assert bar.isVisible()
    assert bar.accessibleName().startswith("3 pieces of the first draft unreviewed.")
    assert page.sheet.editor.unreviewed.count == 2
    assert "3 pieces" in page.sheet.editor.accessibleDescription()


def test_confirming_is_saved_and_one_undo_takes_it_back(
    page: QuestionPage, session: Session, response: Response, dialogs: FakeDialogs
) -> None:
    put_cursor(page.sheet.editor, "closed")
    page.actions_here()["piece.confirm"]()
    assert "The hall closed." not in left(session, response)["2"]
    assert page.sheet.editor.unreviewed.count == 1
    assert dialogs.notices[-1].startswith("Confirmed")
    session.undo(response_scope(response.id))
    assert page.sheet.editor.unreviewed.count == 2


def test_the_button_confirms_the_paragraph_that_had_the_keyboard(
    page: QuestionPage, session: Session, response: Response
) -> None:
    put_cursor(page.sheet.editor, "came")
    QTest.mouseClick(page.sheet.unreviewed_bar.confirm_button, Qt.MouseButton.LeftButton)
    assert left(session, response)["2"] == ("Halls close for want of people.", "The hall closed.")


def test_an_unreviewed_key_point_is_confirmed_like_any_other_piece(
    page: QuestionPage, session: Session, response: Response, qtbot: QtBot
) -> None:
    page.sheet.key_point.setFocus()
    qtbot.waitUntil(page.sheet.key_point.hasFocus)
    page.actions_here()["piece.confirm"]()
    assert left(session, response)["2"] == ("The hall closed.", "Nobody came.")
    assert "piece.confirm" not in page.actions_here()


def test_a_changed_paragraph_needs_no_confirming(
    page: QuestionPage, session: Session, response: Response
) -> None:
    put_cursor(page.sheet.editor, "closed")
    QTest.keyClicks(page.sheet.editor, "has ")
    assert page.sheet.editor.unreviewed.count == 1
    assert "piece.confirm" not in page.actions_here()
    page.flush()
    assert session.draft(response.id).answer("2").body.startswith("The hall has closed.")


def test_the_next_piece_after_the_last_is_at_another_question(
    page: QuestionPage, visited: list[Place], response: Response
) -> None:
    page.sheet.editor.moveCursor(QTextCursor.MoveOperation.Start)
    page.reviewing.go_to_next()
    assert page.sheet.editor.unreviewed.at_cursor() == "Nobody came."
    page.reviewing.go_to_next()
    assert visited == [Place(PageId.QUESTION, response.id, "4")]


def test_coming_round_to_the_same_question_begins_at_its_key_point(
    show: Callable[..., Any], session: Session, response: Response, qtbot: QtBot
) -> None:
    session.apply(AssembleDraft(response.id, (TWO,)))
    page: QuestionPage = show(QuestionPage, Place(PageId.QUESTION, response.id, "2"))
    page.activateWindow()
    page.sheet.editor.setFocus()
    qtbot.waitUntil(page.sheet.editor.hasFocus)
    page.sheet.editor.moveCursor(QTextCursor.MoveOperation.End)
    page.reviewing.go_to_next()
    qtbot.waitUntil(page.sheet.key_point.hasFocus)
    page.reviewing.go_to_next()
    assert page.sheet.editor.unreviewed.at_cursor() == "The hall closed."


def test_when_all_is_reviewed_it_says_so(
    show: Callable[..., Any], session: Session, response: Response, dialogs: FakeDialogs
) -> None:
    session.apply(AssembleDraft(response.id, (FOUR,)))
    page: QuestionPage = show(QuestionPage, Place(PageId.QUESTION, response.id, "4"))
    QTest.keyClicks(page.sheet.editor, "Some ")
    page.reviewing.go_to_next()
    assert dialogs.notices[-1] == "No piece of the first draft is left to review."
    assert not page.sheet.unreviewed_bar.isVisible()


def test_a_skipped_answer_has_nothing_to_confirm(
    page: QuestionPage, session: Session, response: Response
) -> None:
    session.apply(MarkAnswer(response.id, "2", AnswerMark.SKIPPED, "Not for us."))
    assert "piece.confirm" not in page.actions_here()
    assert not page.sheet.unreviewed_bar.isVisible()


def test_the_context_menu_confirms_the_piece_it_is_opened_on(
    page: QuestionPage, session: Session, response: Response
) -> None:
    editor = page.sheet.editor
    put_cursor(editor, "came")
    menu = page.helping.menu.make(editor.cursorRect().center())
    action = next(item for item in menu.actions() if item.objectName() == "piece.confirm")
    action.trigger()
    menu.deleteLater()
    assert "Nobody came." not in left(session, response)["2"]
    menu = page.helping.menu.make(editor.cursorRect().center())
    assert "piece.confirm" not in [item.objectName() for item in menu.actions()]
    menu.deleteLater()


def test_calling_an_answer_ready_says_what_in_it_nobody_has_read(
    page: QuestionPage, session: Session, response: Response, dialogs: FakeDialogs
) -> None:
    page.toggle_ready()
    assert session.draft(response.id).answer("2").mark is AnswerMark.READY
    assert dialogs.notices[-1] == (
        "Marked as ready. 3 pieces of the first draft are unreviewed, at question 2."
    )
    page.toggle_ready()
    assert len(dialogs.notices) == 1
