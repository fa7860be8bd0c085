"""The Welsh page: each text with its Welsh beside it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.core.edits import SaveRecommendation, SetBody, SetKeyPoint
from desktop.core.finding import TextField
from desktop.core.response import Recommendation, Response
from desktop.core.translating import Language, TextKey
from desktop.core.translating_edits import SetTranslation
from desktop.session import Session
from desktop.ui.pages.welsh import WelshPage
from desktop.ui.place import PageId, Place

BODY = TextKey(Language.WELSH, TextField.BODY, "1")


@pytest.fixture
def page(session: Session, response: Response, show: Callable[..., WelshPage]) -> WelshPage:
    session.apply(SetBody(response.id, "1", "Four halls closed."))
    session.apply(SetKeyPoint(response.id, "1", "Halls are closing."))
    ask = Recommendation("a", response.id, "1", "Ministers", "act", "May")
    session.apply(SaveRecommendation(response.id, ask))
    return show(WelshPage, Place(PageId.WELSH, response.id))


def names(page: WelshPage) -> list[str]:
    return [page.list.item(row).text() for row in range(page.list.count())]


def go_to(page: WelshPage, name: str) -> None:
    page.list.setCurrentRow([words.split("  ")[1] for words in names(page)].index(name))


def test_every_text_that_is_printed_is_listed_with_where_it_stands(page: WelshPage) -> None:
    assert "○  Question 1, answer" in names(page)
    assert "○  Question 1, key point" in names(page)
    assert "○  Recommendation 1, what they should do" in names(page)
    assert "0 of" in page.said.text()


def test_what_is_typed_in_welsh_is_kept_beside_the_english(
    page: WelshPage, session: Session, response: Response
) -> None:
    go_to(page, "Question 1, answer")
    assert "Four halls closed." in page.pane.english.toPlainText()
    QTest.keyClicks(page.pane.field, "Caeodd pedair neuadd.")
    page.flush()
    assert session.draft(response.id).translations[BODY].text == "Caeodd pedair neuadd."
    assert "✓  Question 1, answer" in names(page)
    go_to(page, "Question 1, key point")
    QTest.keyClicks(page.pane.field, "Mae neuaddau'n cau.")
    go_to(page, "Question 1, answer")
    assert page.pane.long.toPlainText() == "Caeodd pedair neuadd."
    assert "✓  Question 1, key point" in names(page)


def test_a_translation_of_english_that_has_changed_says_so_and_can_be_kept(
    page: WelshPage, session: Session, response: Response
) -> None:
    session.apply(SetTranslation(response.id, BODY, "Caeodd tair.", "Three halls closed."))
    go_to(page, "Question 1, answer")
    assert "Three halls closed." in page.pane.changed.text()
    page.pane.keep_button.click()
    assert "✓  Question 1, answer" in names(page)
    assert page.pane.changed.text() == ""


def test_one_can_start_from_the_english_with_its_citations(
    page: WelshPage, session: Session, response: Response
) -> None:
    session.apply(SetBody(response.id, "1", "Four halls closed. [@bs69, paragraph 2]"))
    go_to(page, "Question 1, answer")
    page.pane.copy_button.click()
    kept = session.draft(response.id).translations[BODY].text
    assert kept == "Four halls closed. [@bs69, paragraph 2]"


def test_the_next_text_is_one_key_away(page: WelshPage, qtbot: QtBot) -> None:
    page.list.setCurrentRow(0)
    page.pane.after_button.click()
    assert page.list.currentRow() == 1
    page.pane.before_button.click()
    assert page.list.currentRow() == 0


def test_without_texts_the_page_says_where_to_begin(
    session: Session, response: Response, show: Callable[..., WelshPage]
) -> None:
    page = show(WelshPage, Place(PageId.WELSH, response.id))
    assert page.empty.isVisibleTo(page) == (page.items == ())
