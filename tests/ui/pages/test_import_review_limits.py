"""What cannot be done at the review of an import: nothing changes, and where a person would wonder,
it is said why.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from desktop.core.imports import ImportState, Review
from desktop.core.intake_edits import import_scope
from desktop.session import Session
from desktop.ui.imports import review_edits
from desktop.ui.imports.understood_pane import PARTS
from desktop.ui.models.review_rows import picture
from desktop.ui.models.understood_model import ROW, UnderstoodModel
from desktop.ui.pages.import_review import ImportReviewPage
from desktop.ui.place import PageId, Place
from tests.ui.fakes import FakeDialogs
from tests.ui.pages import imported

Show = Callable[..., ImportReviewPage]


@pytest.fixture
def document(session: Session) -> str:
    return imported.bring(session, imported.response())


@pytest.fixture
def page(show: Show, document: str) -> ImportReviewPage:
    return show(ImportReviewPage, Place(PageId.IMPORT_REVIEW, item=document))


def kept(page: ImportReviewPage) -> Review:
    assert page.picture is not None
    return page.context.session.intake.review(page.picture.review.document.id)


def put_caret(page: ImportReviewPage, words: str, at: int = 0) -> None:
    text = page.original.text
    found = text.document().find(words)
    assert not found.isNull(), words
    cursor = text.textCursor()
    cursor.setPosition(found.selectionStart() + at)
    text.setTextCursor(cursor)


def choose_part(page: ImportReviewPage, place: int) -> None:
    page.understood.tabs.choose(PARTS)
    page.understood.parts.setCurrentIndex(page.understood.parts.rows_model.index(place))


# Paragraphs and answers


def test_a_table_is_neither_split_nor_joined(page: ImportReviewPage, document: str) -> None:
    before = kept(page).blocks
    put_caret(page, "Upper", 2)
    page.original.text.moveCursor(QTextCursor.MoveOperation.End)
    assert page.original.text.caret()[0] == before[-1].id
    page.work.split()
    page.work.join()
    assert kept(page).blocks == before
    assert page.context.session.undo_name(import_scope(document)) is None


def test_the_first_paragraph_goes_no_higher_and_joins_nothing(page: ImportReviewPage) -> None:
    before = kept(page).blocks
    put_caret(page, "Response of Fernbrook")
    page.work.move_block(-1)
    page.work.join()
    assert kept(page).blocks == before


def test_an_answer_that_begins_here_does_not_begin_again(page: ImportReviewPage) -> None:
    before = kept(page).parts
    put_caret(page, "Question 2")
    page.work.begin()
    assert kept(page).parts == before


def test_the_first_part_has_none_before_it_and_the_last_none_behind(
    page: ImportReviewPage,
) -> None:
    before = kept(page).parts
    choose_part(page, 0)
    page.work.join_part()
    page.work.move_part(-1)
    choose_part(page, len(before) - 1)
    page.work.move_part(1)
    assert kept(page).parts == before


def test_a_paragraph_that_is_gone_has_no_kind(page: ImportReviewPage) -> None:
    """As when it was joined away by undo while its form was still open."""
    assert page.picture is not None
    assert review_edits.setting_kind(page.picture, "gone", 0) is None
    assert review_edits.splitting(page.picture, "gone", 3, "new") is None
    assert review_edits.beginning(picture(kept(page)), "gone", "new") is None


# What is heard of a row, and what is shown when the pointer rests on it


def test_a_row_is_heard_whole_and_its_tip_has_its_details(page: ImportReviewPage) -> None:
    rows = page.understood.parts.rows_model
    index = rows.index(1)
    assert index.data(Qt.ItemDataRole.DisplayRole) == "Question 1: What are halls for?"
    heard = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert heard.startswith("Answer. Question 1: What are halls for?")
    assert "page 2" in heard
    assert "page 2" in index.data(Qt.ItemDataRole.ToolTipRole)
    assert index.data(ROW) == rows.rows()[1]
    assert index.data(Qt.ItemDataRole.DecorationRole) is None


def test_a_list_without_rows_says_nothing() -> None:
    rows = UnderstoodModel()
    assert rows.rowCount() == 0
    assert rows.data(rows.index(0)) is None
    assert not rows.index_of("gone").isValid()


# The end of it


def test_an_accepted_import_offers_no_second_accepting(
    page: ImportReviewPage, session: Session, document: str, qtbot: QtBot
) -> None:
    assert {"review.accept", "review.accept_next", "review.aside"} <= page.actions_here().keys()
    page.ending.accept()
    qtbot.waitUntil(page.ending.change_button.isVisible)
    assert session.intake.document(document).state is ImportState.ACCEPTED
    assert not {"review.accept", "review.accept_next", "review.aside"} & page.actions_here().keys()


def test_a_call_is_made_a_consultation_and_answered_later(
    show: Show, session: Session, dialogs: FakeDialogs, visited: list[Place]
) -> None:
    document = imported.bring(session, imported.call(), "call.docx")
    page = show(ImportReviewPage, Place(PageId.IMPORT_REVIEW, item=document))
    responses = len(session.responses())
    page.ending.consultation_button.click()
    assert dialogs.asked[-1][1] == "Start a response?"
    assert any(each.title == "Village halls" for each in session.consultations())
    assert len(session.responses()) == responses
    assert visited == []


def test_a_call_without_questions_is_no_consultation_and_says_what_to_do(
    show: Show, session: Session, dialogs: FakeDialogs
) -> None:
    found = imported.call()
    assert found.call is not None
    found = replace(found, call=replace(found.call, questions=()))
    page = show(
        ImportReviewPage,
        Place(PageId.IMPORT_REVIEW, item=imported.bring(session, found, "call.docx")),
    )
    known = len(session.consultations())
    page.actions_here()["review.consultation"]()
    assert [error.title for error in dialogs.errors] == ["No questions were found"]
    assert len(session.consultations()) == known


def test_without_an_import_nothing_becomes_of_it(
    show: Show, session: Session, visited: list[Place]
) -> None:
    """A key pressed before anything was brought in."""
    ending = show(ImportReviewPage, Place(PageId.IMPORT_REVIEW)).ending
    for act in (ending.accept, ending.put_aside, ending.take_back, ending.make_consultation):
        act()
    assert visited == []
    assert session.intake.documents() == []
    ending.go_back()
    assert visited == [Place(PageId.IMPORT)]


def test_after_the_last_import_the_list_of_all_comes(
    page: ImportReviewPage, visited: list[Place], qtbot: QtBot
) -> None:
    page.ending.accept_and_next()
    assert visited == [Place(PageId.IMPORT)]
    qtbot.waitUntil(page.ending.change_button.isVisible)
