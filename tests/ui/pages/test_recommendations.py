from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.core.edits import SaveRecommendation, SetKeyPoint
from desktop.core.response import Recommendation, Response
from desktop.core.rules_changes import CallChanges
from desktop.session import Session
from desktop.ui.pages.recommendations import RecommendationsPage
from desktop.ui.place import PageId, Place

Show = Callable[..., RecommendationsPage]


@pytest.fixture
def page(session: Session, response: Response, show: Show) -> RecommendationsPage:
    for place, (key, question, who, what) in enumerate(
        [
            ("fund", "2", "HM Treasury", "ring-fence a fund"),
            ("lots", "4", "councils", "let contracts in lots"),
            ("bids", "4", "Buyers", "say what it costs to bid"),
        ]
    ):
        item = Recommendation(key, response.id, question, who, what, "", place)
        session.apply(SaveRecommendation(response.id, item))
    return show(RecommendationsPage, Place(PageId.RECOMMENDATIONS, response.id))


def stored(session: Session, response: Response) -> tuple[Recommendation, ...]:
    return session.draft(response.id).recommendations


def test_every_recommendation_shows_the_sentence_that_will_be_printed(
    page: RecommendationsPage,
) -> None:
    assert [row.printed.text() for row in page.rows] == [
        "HM Treasury should ring-fence a fund.",
        "Councils should let contracts in lots.",
        "Buyers should say what it costs to bid.",
    ]
    assert page.words.text() == "3 recommendations, 17 words"


def test_who_what_and_when_are_edited_in_place(
    page: RecommendationsPage, session: Session, response: Response, qtbot: QtBot
) -> None:
    qtbot.keyClicks(page.rows[0].when, "April 2012")
    assert page.rows[0].printed.text() == "HM Treasury should ring-fence a fund by April 2012."
    qtbot.waitUntil(lambda: stored(session, response)[0].by_when == "April 2012")
    assert stored(session, response)[0].who == "HM Treasury"


def test_alt_and_arrow_keys_put_them_in_another_order(
    page: RecommendationsPage, session: Session, response: Response, qtbot: QtBot
) -> None:
    who = page.rows[2].who
    who.setFocus()
    qtbot.keyClick(who, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [item.id for item in stored(session, response)] == ["fund", "bids", "lots"]
    assert who.hasFocus()
    session.undo(f"response:{response.id}")
    assert [row.item.id for row in page.rows] == ["fund", "lots", "bids"]


def test_moving_one_saves_what_was_being_typed_in_another(
    page: RecommendationsPage, session: Session, response: Response, qtbot: QtBot
) -> None:
    qtbot.keyClicks(page.rows[0].when, "June")
    page.column.cards()[1].down.click()
    kept = {item.id: item.by_when for item in stored(session, response)}
    assert kept["fund"] == "June"
    assert [row.item.id for row in page.rows] == ["fund", "bids", "lots"]


def test_a_recommendation_can_belong_to_another_question(
    page: RecommendationsPage, session: Session, response: Response, visited: list[Place]
) -> None:
    row = page.rows[0]
    row.picker.pick("7")
    assert stored(session, response)[0].question == "7"
    row.link.click()
    assert visited == [Place(PageId.QUESTION, response.id, "7")]


def test_one_is_added_to_the_question_of_the_last_and_removed_again(
    page: RecommendationsPage, session: Session, response: Response
) -> None:
    page.add_button.click()
    assert len(page.rows) == 4
    assert page.rows[3].who.hasFocus()
    assert stored(session, response)[3].question == "4"
    assert page.rows[3].printed.text() == "[Who] should [do what]."
    page.rows[3].remove_button.click()
    assert len(stored(session, response)) == 3
    assert page.rows[2].who.hasFocus()


def test_without_recommendations_the_page_says_what_to_ask_for(
    session: Session, response: Response, show: Show
) -> None:
    session.apply(SetKeyPoint(response.id, "3", "Capacity first."))
    page = show(RecommendationsPage, Place(PageId.RECOMMENDATIONS, response.id))
    assert page.empty.isVisible()
    page.empty.button.click()
    assert stored(session, response)[0].question == "3"


def test_a_change_from_the_question_page_is_shown(
    page: RecommendationsPage, session: Session, response: Response
) -> None:
    item = Recommendation("fund", response.id, "2", "The Treasury", "ring-fence a fund", "", 0)
    session.apply(SaveRecommendation(response.id, item))
    assert page.rows[0].who.text() == "The Treasury"


def test_evidence_on_a_bill_names_clause_and_amendment(
    session: Session, response: Response, show: Show, qtbot: QtBot
) -> None:
    rules = session.calls.of(session.draft(response.id))
    session.calls.change(rules, CallChanges(follows="public-bill-committee"), "following a body")
    item = Recommendation("fund", response.id, "2", "The Bill", "protect halls", "", 0)
    session.apply(SaveRecommendation(response.id, item))
    page = show(RecommendationsPage, Place(PageId.RECOMMENDATIONS, response.id))
    (row,) = page.rows
    assert row.bill.isVisible()
    qtbot.keyClicks(row.bill.clause, "Clause 4")
    qtbot.keyClicks(row.bill.amendment, "after grants insert and loans")
    page.flush()
    kept = stored(session, response)[0]
    assert (kept.clause, kept.amendment) == ("Clause 4", "after grants insert and loans")
    assert row.printed.text().startswith("Clause 4: The Bill should protect halls.")


def test_elsewhere_nobody_is_asked_for_a_clause(page: RecommendationsPage) -> None:
    assert not any(row.bill.isVisible() for row in page.rows)
