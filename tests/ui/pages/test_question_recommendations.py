from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.core.edits import (
    OrderRecommendations,
    RemoveRecommendation,
    SaveRecommendation,
    response_scope,
)
from desktop.core.response import Recommendation, Response
from desktop.ui.context import Context
from desktop.ui.pages.question import QuestionPage
from desktop.ui.pages.question_parts.recommendation_card import RecommendationCard
from desktop.ui.pages.question_parts.recommendations import RecommendationList
from desktop.ui.place import PageId, Place
from tests.ui.fakes import FakeDialogs

TREASURY = "HM Treasury should ring-fence a fund by April 2012."


@pytest.fixture
def page(show: Callable[..., Any], response: Response) -> QuestionPage:
    page: QuestionPage = show(QuestionPage, Place(PageId.QUESTION, response.id, "2"))
    page.activateWindow()
    return page


@pytest.fixture
def shelf(page: QuestionPage) -> RecommendationList:
    return page.sheet.recommendations


def stored(context: Context, response: Response) -> list[tuple[str, str, str]]:
    draft = context.session.draft(response.id)
    return [(item.who, item.what, item.by_when) for item in draft.recommendations_of("2")]


def write(card: RecommendationCard, who: str = "", what: str = "", when: str = "") -> None:
    for field, words in ((card.who, who), (card.what, what), (card.when, when)):
        QTest.keyClicks(field, words)


def add(context: Context, response: Response, name: str, position: int = 0) -> Recommendation:
    item = Recommendation(name, response.id, "2", name, "act", "", position)
    context.session.apply(SaveRecommendation(response.id, item))
    return item


def test_a_recommendation_is_written_in_three_fields_and_read_as_a_sentence(
    page: QuestionPage, shelf: RecommendationList, context: Context, response: Response
) -> None:
    shelf.add_button.click()
    card = shelf.cards()[0]
    assert page.focusWidget() is card.who
    write(card, "HM Treasury", "ring-fence a fund", "April 2012")
    QTest.keyClick(card.when, Qt.Key.Key_Return)
    assert not card.writing
    assert card.sentence() == TREASURY
    assert card.accessibleName() == f"Recommendation: {TREASURY}"
    assert stored(context, response) == [("HM Treasury", "ring-fence a fund", "April 2012")]
    assert page.focusWidget() is shelf.add_button


def test_enter_adds_one_after_the_other(
    page: QuestionPage, shelf: RecommendationList, context: Context, response: Response
) -> None:
    shelf.add_button.setFocus()
    for who in ("Councils", "Ministers"):
        QTest.keyClick(page.focusWidget(), Qt.Key.Key_Return)
        QTest.keyClicks(page.focusWidget(), who)
        QTest.keyClick(page.focusWidget(), Qt.Key.Key_Return)
    assert [who for who, _, _ in stored(context, response)] == ["Councils", "Ministers"]


def test_tab_goes_from_who_to_what_to_when(page: QuestionPage, shelf: RecommendationList) -> None:
    shelf.add()
    card = shelf.cards()[0]
    passed = []
    for _ in range(3):
        passed.append(page.focusWidget())
        QTest.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
    assert passed == [card.who, card.what, card.when]


def test_typing_is_saved_while_the_fields_are_open(
    shelf: RecommendationList, context: Context, response: Response, qtbot: QtBot
) -> None:
    shelf.add()
    write(shelf.cards()[0], "Councils")
    qtbot.waitUntil(lambda: stored(context, response) == [("Councils", "", "")])
    assert shelf.cards()[0].writing


def test_what_is_saved_meanwhile_does_not_close_a_recommendation_just_opened(
    page: QuestionPage, shelf: RecommendationList, context: Context, response: Response
) -> None:
    page.sheet.editor.setFocus()
    QTest.keyClicks(page.sheet.editor, "Typed a moment before.")
    QTest.mouseClick(shelf.add_button, Qt.MouseButton.LeftButton)
    card = shelf.cards()[0]
    page.flush()  # the answer, as when its box loses the keyboard
    assert shelf.cards() == [card]
    QTest.keyClicks(card.who, "HM Treasury")
    QTest.keyClicks(page.sheet.editor, " And more.")
    page.flush()  # both in one go
    assert card.writing
    assert page.focusWidget() is card.who
    assert stored(context, response) == [("HM Treasury", "", "")]


def test_leaving_the_question_saves_an_open_recommendation(
    page: QuestionPage, shelf: RecommendationList, context: Context, response: Response
) -> None:
    shelf.add()
    write(shelf.cards()[0], "Councils", "pay on time")
    page.open(Place(PageId.QUESTION, response.id, "3"))
    assert stored(context, response) == [("Councils", "pay on time", "")]
    assert shelf.cards() == []


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Escape])
def test_an_empty_recommendation_is_not_kept(
    shelf: RecommendationList, context: Context, response: Response, key: Qt.Key
) -> None:
    shelf.add()
    QTest.keyClick(shelf.cards()[0].who, key)
    assert shelf.cards() == []
    assert stored(context, response) == []


def test_a_recommendation_can_be_changed_in_place(
    page: QuestionPage, shelf: RecommendationList, context: Context, response: Response
) -> None:
    add(context, response, "Councils")
    card = shelf.cards()[0]
    card.change_button.click()
    card.who.select_all()
    write(card, "Ministers")
    QTest.keyClick(card.who, Qt.Key.Key_Return)
    assert stored(context, response) == [("Ministers", "act", "")]


def test_a_removed_recommendation_comes_back_with_undo(
    shelf: RecommendationList, context: Context, response: Response, dialogs: FakeDialogs
) -> None:
    add(context, response, "Councils")
    add(context, response, "Ministers", 1)
    shelf.cards()[0].remove_button.click()
    assert [who for who, _, _ in stored(context, response)] == ["Ministers"]
    assert "Undo" in dialogs.notices[-1]
    context.session.undo(response_scope(response.id))
    assert [card.item.who for card in shelf.cards()] == ["Councils", "Ministers"]


def test_what_was_typed_and_then_removed_stays_removed(
    page: QuestionPage, shelf: RecommendationList, context: Context, response: Response
) -> None:
    add(context, response, "Councils")
    card = shelf.cards()[0]
    card.change_button.click()
    write(card, "", " at once")
    card.removed.emit()
    page.flush()
    assert stored(context, response) == []


def test_the_order_of_the_document_is_followed(
    shelf: RecommendationList, context: Context, response: Response
) -> None:
    add(context, response, "Councils")
    add(context, response, "Ministers", 1)
    context.session.apply(OrderRecommendations(response.id, ("Ministers", "Councils")))
    assert [card.item.who for card in shelf.cards()] == ["Ministers", "Councils"]


def test_what_others_remove_goes_from_the_page(
    shelf: RecommendationList, context: Context, response: Response
) -> None:
    add(context, response, "Councils")
    context.session.apply(RemoveRecommendation(response.id, "Councils"))
    assert shelf.cards() == []


def test_markup_in_a_recommendation_is_shown_as_it_stands(
    shelf: RecommendationList, context: Context, response: Response
) -> None:
    add(context, response, "<i>Councils</i> & partners")
    shown = shelf.cards()[0].shown_html()
    assert "&lt;i&gt;Councils&lt;/i&gt; &amp; partners" in shown
