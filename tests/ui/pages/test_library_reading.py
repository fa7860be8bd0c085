"""From a row, a passage or a footnote to the text that it comes from, and back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from desktop.core.edits import SaveSnippet, SetBody
from desktop.core.imports import ImportedDocument
from desktop.core.response import Response
from desktop.session import Session
from desktop.ui.models.library_places import library_item, passage_place, reading_place
from desktop.ui.pages.library import LibraryPage
from desktop.ui.pages.library_parts.reader import SourceReader
from desktop.ui.place import PageId, Place
from desktop.ui.window import Window
from tests.ui.conftest import appearance, memory, open_window, window
from tests.ui.fakes import FakeDialogs
from tests.ui.imported import CLOSED, RECOMMENDED, bring_in
from tests.ui.pages.library_case import HEATING, choose, fill, names

__all__ = ["appearance", "memory", "open_window", "window"]

Show = Callable[..., LibraryPage]


@pytest.fixture
def document(session: Session, tmp_path: Path) -> ImportedDocument:
    fill(session)
    return bring_in(session, tmp_path)


@pytest.fixture
def page(document: ImportedDocument, show: Show, qtbot: QtBot) -> LibraryPage:
    page = show(LibraryPage, Place(PageId.LIBRARY))
    qtbot.waitUntil(lambda: page.model.rowCount() > 0)
    return page


def reader(page: LibraryPage) -> SourceReader:
    shown = page.views.currentWidget()
    assert isinstance(shown, SourceReader)
    return shown


def test_a_source_is_read_from_its_beginning(
    page: LibraryPage, document: ImportedDocument, qtbot: QtBot
) -> None:
    choose(page, document.source)
    page.desk.detail.read_button.click()
    shown = reader(page)
    assert shown.title.text().startswith("Response of Larchfield Halls")
    assert "File: larchfield-2019.md" in shown.about.text()
    assert CLOSED in shown.text.toPlainText()
    assert shown.place == ""
    assert shown.text.hasFocus()
    qtbot.keyClick(shown.text, Qt.Key.Key_Escape)
    assert page.views.currentWidget() is page.browser
    assert page.table.hasFocus()


def test_a_passage_is_shown_marked_in_its_place(
    page: LibraryPage, session: Session, document: ImportedDocument
) -> None:
    passage = next(p for p in session.intake.passages_of(document.id) if p.text == CLOSED)
    page.open(passage_place(passage.id))
    shown = reader(page)
    assert shown.text.marked_words() == CLOSED
    assert shown.text.marked_in_view()
    assert shown.place.startswith("Marked: passage 2 of 5, under “Question 2: ")


def test_the_bare_id_of_a_passage_leads_to_its_place_too(
    page: LibraryPage, session: Session, document: ImportedDocument, qtbot: QtBot
) -> None:
    """As the palette gives it."""
    passage = session.intake.passages_of(document.id)[2]
    page.open(Place(PageId.LIBRARY, item=passage.id))
    assert reader(page).text.marked_words() == passage.text
    reader(page).back_button.click()
    qtbot.waitUntil(lambda: page.table.currentIndex() == page.model.index_of(document.source))


def test_one_goes_from_passage_to_passage_by_key(
    page: LibraryPage, session: Session, document: ImportedDocument, qtbot: QtBot
) -> None:
    passages = session.intake.passages_of(document.id)
    page.open(passage_place(passages[0].id))
    shown = reader(page)
    assert not shown.previous_button.isEnabled()
    qtbot.keyClick(shown.text, Qt.Key.Key_N)
    assert shown.text.marked_words() == passages[1].text
    shown.next_button.click()
    assert shown.text.marked_words() == passages[2].text
    qtbot.keyClick(shown.text, Qt.Key.Key_P)
    assert shown.text.marked_words() == passages[1].text
    for _ in passages:
        shown.next_button.click()
    assert not shown.next_button.isEnabled()


def test_a_snippet_of_an_imported_source_is_read_at_its_locator(
    page: LibraryPage, session: Session, document: ImportedDocument, qtbot: QtBot
) -> None:
    passage = next(p for p in session.intake.passages_of(document.id) if p.text == RECOMMENDED)
    made = replace(HEATING, id="fund", source=document.source, locator=passage.locator)
    session.apply(SaveSnippet(made))
    qtbot.waitUntil(lambda: "fund" in names(page))
    choose(page, "fund")
    assert "library.read" in page.actions_here()
    page.actions_here()["library.read"]()
    assert reader(page).text.marked_words() == RECOMMENDED


def test_a_place_that_is_not_in_the_text_is_said_to_be_missing(
    page: LibraryPage, document: ImportedDocument
) -> None:
    page.open(reading_place(document.source, "page 400"))
    assert reader(page).place.startswith("This place is not in the text")


def test_a_source_that_was_not_brought_in_is_shown_in_the_table_with_a_word_why(
    page: LibraryPage, dialogs: FakeDialogs, qtbot: QtBot
) -> None:
    page.open(reading_place("our-survey", "table 2"))
    assert page.views.currentWidget() is page.browser
    qtbot.waitUntil(lambda: page.table.currentIndex() == page.model.index_of("our-survey"))
    (said,) = dialogs.notices
    assert said.startswith("The text of Fernbrook Community Trust, March 2026 was not brought in.")
    assert "table 2" in said
    choose(page, "heating")
    assert not page.desk.detail.read_button.isVisible()


def test_enter_on_a_row_reads_it(
    page: LibraryPage, document: ImportedDocument, qtbot: QtBot
) -> None:
    choose(page, document.source)
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert CLOSED in reader(page).text.toPlainText()


def test_words_that_were_searched_for_are_marked_in_the_passage_too(
    page: LibraryPage, document: ImportedDocument, qtbot: QtBot
) -> None:
    page.filters.text.setText("walking distance")
    qtbot.waitUntil(lambda: any(row.text == CLOSED for row in page.model.rows()))
    row = next(row for row in page.model.rows() if row.text == CLOSED)
    choose(page, row.id)
    page.desk.detail.read_button.click()
    marked = [
        selection.cursor.selectedText()
        for selection in reader(page).text.extraSelections()
        if selection.format.fontUnderline()
    ]
    assert marked == ["walking", "distance"]


def test_a_snippet_is_made_of_the_words_selected(
    page: LibraryPage, session: Session, document: ImportedDocument, dialogs: FakeDialogs
) -> None:
    page.open(reading_place(document.source))
    shown = reader(page)
    shown.make_button.click()
    assert dialogs.notices == ["Select the words that the snippet is to hold first."]
    found = shown.text.document().find("Two of the five halls in our valley closed")
    shown.text.setTextCursor(found)
    shown.make_button.click()
    form = page.desk.snippet_form
    assert page.views.currentWidget() is page.browser
    assert page.desk.form is form
    assert form.text.toPlainText() == "Two of the five halls in our valley closed"
    assert form.dirty
    form.save_button.click()
    made = next(s for s in session.snippets() if s.text.startswith("Two of the five halls"))
    assert made.source == document.source
    assert made.locator


def test_a_snippet_is_made_of_the_passage_that_is_marked(
    page: LibraryPage, session: Session, document: ImportedDocument, qtbot: QtBot
) -> None:
    passage = next(p for p in session.intake.passages_of(document.id) if p.text == RECOMMENDED)
    page.open(passage_place(passage.id))
    cursor = reader(page).text.textCursor()
    cursor.clearSelection()
    reader(page).text.setTextCursor(cursor)
    reader(page).make_button.click()
    form = page.desk.snippet_form
    qtbot.waitUntil(lambda: form.source.currentData() == document.source)
    assert form.text.toPlainText() == RECOMMENDED
    assert form.locator.text() == passage.locator


def test_a_passage_in_the_table_becomes_a_snippet(
    page: LibraryPage, document: ImportedDocument, qtbot: QtBot
) -> None:
    choose(page, document.source)
    qtbot.keyClick(page.table, Qt.Key.Key_Right)
    row = next(row for row in page.model.rows() if row.text == CLOSED)
    choose(page, row.id)
    detail = page.desk.detail
    assert not detail.edit_button.isVisible()
    assert detail.add_button.text() == "Make a snippet of it…"
    detail.add_button.click()
    assert page.desk.snippet_form.text.toPlainText() == CLOSED


def test_a_file_that_has_gone_is_said_to_have_gone(
    page: LibraryPage, document: ImportedDocument, dialogs: FakeDialogs
) -> None:
    page.open(reading_place(document.source))
    Path(document.path).unlink()
    reader(page).file_button.click()
    (error,) = dialogs.errors
    assert error.title == "The file is not there any more"


def test_places_come_back_from_what_is_stored() -> None:
    item = library_item(reading_place("a-source", "page 3, under “A heading”").item)
    assert (item.source, item.locator) == ("a-source", "page 3, under “A heading”")
    assert library_item(passage_place("abc:3").item).passage == "abc:3"
    assert library_item("heating").row == "heating"
    assert not library_item("").to_read


# From an answer


def test_a_footnote_in_an_answer_leads_to_its_place_and_back_again(
    window: Window, session: Session, response: Response, document: ImportedDocument, qtbot: QtBot
) -> None:
    passage = next(p for p in session.intake.passages_of(document.id) if p.text == RECOMMENDED)
    body = f"A fund is needed. [@{passage.source}, {passage.locator}] And rooms."
    session.apply(SetBody(response.id, "2", body))
    window.go(Place(PageId.QUESTION, response.id, "2"))
    editor = window.navigation.page.sheet.editor  # type: ignore[union-attr]
    editor.moveCursor(QTextCursor.MoveOperation.Start)
    window.run("citation.open")
    assert window.place.page is PageId.QUESTION
    cursor = editor.document().find("\ufffc")
    cursor.clearSelection()
    editor.setTextCursor(cursor)
    window.run("citation.open")
    page = window.navigation.page
    assert isinstance(page, LibraryPage)
    assert reader(page).text.marked_words() == RECOMMENDED
    window.go_back()
    assert window.place == Place(PageId.QUESTION, response.id, "2")


def test_a_click_with_ctrl_on_a_footnote_leads_there_too(
    window: Window, session: Session, response: Response, document: ImportedDocument, qtbot: QtBot
) -> None:
    passage = session.intake.passages_of(document.id)[1]
    body = f"Halls close. [@{passage.source}, {passage.locator}]"
    session.apply(SetBody(response.id, "2", body))
    window.go(Place(PageId.QUESTION, response.id, "2"))
    editor = window.navigation.page.sheet.editor  # type: ignore[union-attr]
    cursor = editor.document().find("\ufffc")
    cursor.setPosition(cursor.selectionStart())
    left = editor.cursorRect(cursor)
    cursor.movePosition(QTextCursor.MoveOperation.Right)
    middle = (left.center() + editor.cursorRect(cursor).center()) / 2
    qtbot.mouseClick(editor.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert window.place.page is PageId.QUESTION
    qtbot.mouseClick(
        editor.viewport(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.ControlModifier,
        pos=middle,
    )
    assert window.place.page is PageId.LIBRARY
