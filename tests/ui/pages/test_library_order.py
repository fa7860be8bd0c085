"""Keeping the library fit to use: several rows at once, the review list, pairs, versions, bin."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.core.edits import SaveSnippet, SetBody
from desktop.core.evidence import Snippet
from desktop.core.response import Response
from desktop.errors import DesktopError
from desktop.session import Session
from desktop.ui.models.library_filter import DUE
from desktop.ui.pages.library import LibraryPage
from desktop.ui.pages.library_parts.bulk_actions import tag_changes, typed_day
from desktop.ui.pages.library_parts.desk_actions import months_on
from desktop.ui.pages.library_parts.pair_marks import different_words, figures
from desktop.ui.pages.library_parts.pairs import PairsView
from desktop.ui.pages.library_parts.review_list import ReviewList
from desktop.ui.place import PageId, Place
from tests.ui.conftest import visible_texts
from tests.ui.fakes import FakeDialogs
from tests.ui.imported import bring_in
from tests.ui.pages.library_case import AGAIN, HEATING, KEYS, choose, fill, names, only_ours

Show = Callable[..., LibraryPage]


@pytest.fixture
def page(session: Session, show: Show, qtbot: QtBot) -> LibraryPage:
    fill(session)
    page = show(LibraryPage, Place(PageId.LIBRARY))
    qtbot.waitUntil(lambda: page.model.rowCount() > 0)
    return page


def kept(session: Session, name: str) -> Snippet:
    found = session.snippet(name)
    assert found is not None
    return found


def in_use(session: Session) -> set[str]:
    return {snippet.id for snippet in session.snippets()} & {"heating", "again", "keys"}


# Several rows at once


def test_the_bar_comes_with_the_second_row_and_goes_with_it(page: LibraryPage) -> None:
    bar = page.browser.bulk
    choose(page, "heating")
    assert not bar.isVisible()
    choose(page, "heating", "keys", "our-survey")
    assert bar.isVisible()
    assert bar.said.text() == "2 snippets, 1 other row chosen."
    assert bar.merge_button.isVisible()
    assert not bar.restore_button.isVisible()
    bar.clear_button.click()
    assert not bar.isVisible()
    assert [row.id for row in page.browser.chosen()] == ["our-survey"]


def test_shift_and_arrow_keys_choose_several(page: LibraryPage, qtbot: QtBot) -> None:
    only_ours(page, qtbot)
    page.table.choose(names(page)[0])
    page.table.setFocus()
    for _ in range(2):
        qtbot.keyClick(page.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert len(page.browser.chosen()) == 3
    assert page.browser.bulk.isVisible()


def test_tags_are_added_to_several_and_taken_away_as_one_step(
    page: LibraryPage, session: Session, dialogs: FakeDialogs, qtbot: QtBot
) -> None:
    choose(page, "heating", "keys")
    dialogs.texts = [None, "rooms, -heating"]
    page.browser.bulk.tag_button.click()
    assert "halls, heating" in dialogs.asked[-1][2]
    assert kept(session, "keys").tags == ()
    page.browser.bulk.tag_button.click()
    assert set(kept(session, "heating").tags) == {"halls", "rooms"}
    assert kept(session, "keys").tags == ("rooms",)
    assert dialogs.notices == ["Tags changed: 2 snippets. Undo takes it back."]
    session.undo("workspace")
    assert kept(session, "keys").tags == ()
    assert set(kept(session, "heating").tags) == {"halls", "heating"}


def test_an_owner_and_a_day_are_set_for_several(
    page: LibraryPage, session: Session, dialogs: FakeDialogs
) -> None:
    choose(page, "heating", "keys")
    dialogs.texts = ["Cleo Rowan", "1 June 2027"]
    page.browser.bulk.owner_button.click()
    assert {kept(session, name).owner for name in ("heating", "keys")} == {"Cleo Rowan"}
    choose(page, "heating", "keys")
    page.browser.bulk.review_button.click()
    assert kept(session, "keys").review_by == date(2027, 6, 1)
    choose(page, "heating", "keys")
    dialogs.texts = ["soon", ""]
    page.browser.bulk.review_button.click()
    assert dialogs.notices[-1].startswith("Nothing was changed")
    page.browser.bulk.review_button.click()
    assert kept(session, "keys").review_by is None
    page.bulk.set_review()
    page.bulk.set_owner()
    assert kept(session, "keys").owner == "Cleo Rowan"


def test_several_are_retired_found_in_the_bin_and_brought_back(
    page: LibraryPage, session: Session, qtbot: QtBot
) -> None:
    choose(page, "heating", "keys")
    page.browser.bulk.retire_button.click()
    assert in_use(session) == {"again"}
    qtbot.waitUntil(lambda: page.filters.bin_button.text() == "Bin (2)")
    page.actions_here()["library.bin"]()
    assert set(names(page)) == {"heating", "keys"}
    assert page.said.text() == "2 snippets in the bin."
    assert page.table.hasFocus()
    choose(page, "heating", "keys")
    assert not page.browser.bulk.retire_button.isVisible()
    page.browser.bulk.restore_button.click()
    qtbot.waitUntil(lambda: page.said.text() == "The bin is empty.")
    assert in_use(session) == {"heating", "again", "keys"}


def test_a_source_is_retired_with_all_it_holds_after_a_question(
    page: LibraryPage, session: Session, dialogs: FakeDialogs, qtbot: QtBot
) -> None:
    choose(page, "our-survey")
    page.desk.detail.retire_button.click()
    assert in_use(session) == {"heating", "again", "keys"}
    dialogs.confirms = [True]
    page.desk.detail.retire_button.click()
    qtbot.waitUntil(lambda: "our-survey" not in names(page))
    assert "heating" not in names(page)
    page.show_bin()
    assert set(names(page)) == {"our-survey", "heating", "again", "keys"}
    choose(page, "heating")
    assert "Retired with its source" in visible_texts(page.desk.detail)
    assert page.desk.detail.retire_button.text() == "Bring its source back"
    page.desk.detail.retire_button.click()
    qtbot.waitUntil(lambda: names(page) == [])
    dialogs.confirms = [True]
    page.filters.clear()
    choose(page, "our-survey")
    page.desk.detail.retire_button.click()
    page.show_bin()
    qtbot.waitUntil(lambda: "our-survey" in names(page))
    choose(page, "our-survey", "heating")
    page.browser.bulk.restore_button.click()
    qtbot.waitUntil(lambda: names(page) == [])


def test_documents_in_the_bin_are_there_and_come_back(
    page: LibraryPage, session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    document = bring_in(session, tmp_path)
    session.intake.bin([document.id])
    page.show_bin()
    qtbot.waitUntil(lambda: document.id in names(page))
    choose(page, document.id)
    detail = page.desk.detail
    assert "In the bin" in visible_texts(detail)
    assert not detail.edit_button.isVisible()
    detail.retire_button.click()
    qtbot.waitUntil(lambda: document.id not in names(page))
    assert session.intake.documents()[0].id == document.id
    session.intake.bin([document.id])
    qtbot.waitUntil(lambda: document.id in names(page))
    choose(page, document.id)
    page.bulk.restore()
    assert session.intake.documents()[0].id == document.id


def test_what_cannot_be_done_is_said_and_nothing_changes(
    page: LibraryPage, session: Session, dialogs: FakeDialogs, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> None:
        raise DesktopError("The disk is full", "Nothing could be written.", "Free some room.")

    choose(page, "heating", "keys")
    monkeypatch.setattr(session.library, "retire", fails)
    page.browser.bulk.retire_button.click()
    assert [error.title for error in dialogs.errors] == ["The disk is full"]
    assert in_use(session) == {"heating", "again", "keys"}


@pytest.mark.parametrize(
    ("typed", "add", "remove"),
    [
        ("halls, -heating", ("halls",), ("heating",)),
        (" halls ,halls,, - rooms", ("halls",), ("rooms",)),
        ("-", (), ()),
        ("", (), ()),
    ],
)
def test_tags_are_typed_with_a_minus_for_those_to_go(
    typed: str, add: tuple[str, ...], remove: tuple[str, ...]
) -> None:
    assert tag_changes(typed) == (add, remove)


def test_days_are_typed_as_people_write_them() -> None:
    assert typed_day("1 June 2027") == date(2027, 6, 1)
    assert typed_day("2027-06-01") == date(2027, 6, 1)
    assert typed_day("June") is None
    assert months_on(date(2027, 8, 31), 6) == date(2028, 2, 29)
    assert months_on(date(2027, 12, 1), 12) == date(2028, 12, 1)


# The review list


def review_list(page: LibraryPage) -> ReviewList:
    shown = page.views.currentWidget()
    assert isinstance(shown, ReviewList)
    return shown


def test_what_is_due_is_counted_and_worked_through_with_one_key_each(
    page: LibraryPage, session: Session, qtbot: QtBot
) -> None:
    assert page.browser.due_button.text() == "2 to check…"
    page.browser.due_button.click()
    shown = review_list(page)
    assert shown.said.text() == "1 of 2: does it still hold?"
    assert HEATING.claim in visible_texts(shown)
    assert "! To be checked by 1 June 2026" in visible_texts(shown)
    assert shown.true_button.hasFocus()
    qtbot.keyClick(shown.true_button, Qt.Key.Key_T)
    assert kept(session, "heating").review_by == date(2027, 11, 23)
    assert shown.said.text() == "2 of 2: does it still hold?"
    qtbot.keyClick(shown.true_button, Qt.Key.Key_R)
    assert in_use(session) == {"heating", "keys"}
    assert shown.said.text() == "All done: 2 snippets looked at."
    assert shown.back_button.hasFocus()
    qtbot.keyClick(shown.back_button, Qt.Key.Key_Escape)
    assert page.views.currentWidget() is page.browser
    qtbot.waitUntil(lambda: not page.browser.due_button.isVisible())


def test_one_may_leave_an_item_for_later_and_come_back_to_it(
    page: LibraryPage, qtbot: QtBot
) -> None:
    page.actions_here()["library.review"]()
    shown = review_list(page)
    qtbot.keyClick(shown, Qt.Key.Key_L)
    assert AGAIN.claim in visible_texts(shown)
    qtbot.keyClick(shown, Qt.Key.Key_Left)
    assert HEATING.claim in visible_texts(shown)
    qtbot.keyClick(shown, Qt.Key.Key_Left)
    qtbot.keyClick(shown, Qt.Key.Key_Right)
    shown.later_button.click()
    assert shown.said.text() == ("That was the last: 0 of 2 settled. The others stay on the list.")


def test_how_long_it_is_good_for_is_chosen(
    page: LibraryPage, session: Session, qtbot: QtBot
) -> None:
    page.tidying.review()
    shown = review_list(page)
    shown.again.setCurrentIndex(shown.again.findData(6))
    shown.true_button.click()
    assert kept(session, "heating").review_by == date(2027, 5, 23)


def test_undo_brings_an_item_back_to_the_list(
    page: LibraryPage, session: Session, qtbot: QtBot
) -> None:
    page.tidying.review()
    shown = review_list(page)
    qtbot.keyClick(shown, Qt.Key.Key_T)
    session.undo("workspace")
    qtbot.keyClick(shown, Qt.Key.Key_Left)
    assert HEATING.claim in visible_texts(shown)


def test_editing_from_the_list_leads_back_to_the_list(
    page: LibraryPage, session: Session, qtbot: QtBot
) -> None:
    page.tidying.review()
    qtbot.keyClick(review_list(page), Qt.Key.Key_E)
    form = page.desk.snippet_form
    assert page.views.currentWidget() is page.browser
    assert form.claim.text() == HEATING.claim
    form.claim.setPlainText("Six in ten halls in the valley have no heating.")
    form.save_button.click()
    shown = review_list(page)
    assert "Six in ten halls" in visible_texts(shown)
    shown.source_button.click()
    assert page.views.currentWidget() is shown


def test_without_anything_due_the_list_says_how_things_get_there(
    page: LibraryPage, session: Session
) -> None:
    session.library.set_review_by(["heating", "again"], None)
    page.tidying.review()
    assert review_list(page).said.text().startswith("Nothing is due.")


def test_still_true_can_be_said_on_the_desk(
    page: LibraryPage, session: Session, qtbot: QtBot
) -> None:
    page.filters.reviews.choose(frozenset({DUE}))
    choose(page, "heating")
    assert page.desk.detail.true_button.isVisible()
    page.desk.detail.true_button.click()
    assert kept(session, "heating").review_by == date(2027, 11, 23)
    qtbot.waitUntil(lambda: names(page) == ["again"])


# Pairs


def pairs(page: LibraryPage, qtbot: QtBot) -> PairsView:
    shown = page.views.currentWidget()
    assert isinstance(shown, PairsView)
    qtbot.waitUntil(lambda: not shown.said.text().startswith("Comparing"))
    return shown


def find(page: LibraryPage, qtbot: QtBot) -> PairsView:
    """Show the pair of our own among what is alike."""
    page.actions_here()["library.alike"]()
    shown = pairs(page, qtbot)
    while shown.pair is not None and "heating" not in shown.pair.name:
        shown.next_button.click()
    assert shown.pair is not None
    return shown


def test_snippets_that_say_the_same_stand_side_by_side_and_one_is_kept(
    page: LibraryPage, session: Session, qtbot: QtBot
) -> None:
    shown = find(page, qtbot)
    assert shown.pair is not None
    assert {shown.pair.one.id, shown.pair.other.id} == {"heating", "again"}
    keep = shown.pair.one.id
    qtbot.keyClick(shown, Qt.Key.Key_1)
    assert in_use(session) == {keep, "keys"}
    assert {"halls", "heating", "winter"} <= set(kept(session, keep).tags)
    session.undo("workspace")
    assert in_use(session) == {"heating", "again", "keys"}


def test_uses_of_a_merged_snippet_still_resolve(
    page: LibraryPage, session: Session, response: Response, qtbot: QtBot
) -> None:
    body = f"{AGAIN.text} [@our-survey, table 3]"
    session.apply(SetBody(response.id, "2", body))
    session.library.merge(kept(session, "heating"), ["again"])
    page.show_bin()
    qtbot.waitUntil(lambda: "again" in names(page))
    choose(page, "again")
    qtbot.waitUntil(lambda: page.desk.detail.uses.said.text() == "Used in 1 answer")
    qtbot.waitUntil(lambda: "edited 23 November 2026" in visible_texts(page.desk.detail))


def test_two_that_are_both_right_are_not_shown_again(
    page: LibraryPage, session: Session, qtbot: QtBot
) -> None:
    shown = find(page, qtbot)
    qtbot.keyClick(shown, Qt.Key.Key_B)
    assert in_use(session) == {"heating", "again", "keys"}
    page.tidying.show_alike()
    again = pairs(page, qtbot)
    assert not any("heating" in pair.name for pair in again._pairs)


def test_one_of_a_pair_is_retired_or_mended(
    page: LibraryPage, session: Session, qtbot: QtBot
) -> None:
    shown = find(page, qtbot)
    card = shown.cards[0]
    card.edit_button.click()
    assert page.views.currentWidget() is page.browser
    page.desk.cancel()
    assert page.views.currentWidget() is shown
    assert shown.pair is not None
    gone = shown.pair.other.id
    shown.cards[1].retire_button.click()
    assert gone not in in_use(session)
    qtbot.keyClick(shown, Qt.Key.Key_Escape)
    assert page.views.currentWidget() is page.browser


def test_two_chosen_snippets_are_merged_from_the_table(
    page: LibraryPage, session: Session, qtbot: QtBot
) -> None:
    choose(page, "heating", "keys")
    page.browser.bulk.merge_button.click()
    shown = pairs(page, qtbot)
    assert shown.said.text() == "1 of 1"
    assert shown.pair is not None
    keep = shown.pair.other.id
    qtbot.keyClick(shown, Qt.Key.Key_2)
    assert in_use(session) == {keep, "again"}
    assert shown.said.text() == "That was the last of them."


def test_different_figures_for_the_same_thing_stand_side_by_side(
    page: LibraryPage, session: Session, qtbot: QtBot
) -> None:
    one = replace(
        KEYS,
        id="one",
        claim="In 2025, 62% of village halls were full.",
        text="A count in 2025 found that 62% of village halls were full on weekday evenings.",
    )
    other = replace(
        KEYS,
        id="other",
        claim="In 2025, 48% of village halls were full.",
        text="A count in 2025 found that 48% of village halls were full on weekday evenings.",
    )
    session.apply(SaveSnippet(one))
    session.apply(SaveSnippet(other))
    page.actions_here()["library.figures"]()
    shown = pairs(page, qtbot)
    while shown.pair is not None and {"one", "other"} != set(shown.pair.name.split("|")):
        shown.next_button.click()
    assert shown.pair is not None
    assert shown.about.text().startswith("Both are about: ")
    assert not shown.cards[0].keep_button.isVisible()
    assert shown.both_button.hasFocus()


def test_without_pairs_the_view_says_so(qtbot: QtBot) -> None:
    from desktop.ui.pages.library_parts.pairs import PairKind

    view = PairsView()
    qtbot.addWidget(view)
    view.show()
    view.show_pairs(PairKind.FIGURES, [])
    assert view.said.text().startswith("Nothing here:")
    assert not view.cards[0].isVisible()


def test_figures_and_different_words_are_what_is_marked() -> None:
    def words(text: str, spans: tuple[tuple[int, int], ...]) -> list[str]:
        return [text[start:end] for start, end in spans]

    snippet = replace(HEATING, claim="In 2025, 62% of 1,200 halls.", text="£1.2 million, not 3.")
    marks = figures(snippet)
    assert words(snippet.claim, marks.claim) == ["2025", "62%", "1,200"]
    assert words(snippet.text, marks.text) == ["£1.2 million", "3"]
    one, other = different_words(HEATING, AGAIN)
    assert words(HEATING.claim, one.claim) == ["the"]
    assert words(AGAIN.claim, other.claim) == ["our"]
    assert words(AGAIN.text, other.text) == ["twenty-two", "the"]


# Versions


def test_earlier_versions_are_compared_and_restored(
    page: LibraryPage, session: Session, clock: Callable[[], object], qtbot: QtBot
) -> None:
    choose(page, "heating")
    session.apply(SaveSnippet(replace(HEATING, claim="Most halls have no heating.")))
    qtbot.waitUntil(lambda: page.desk.detail.title.text() == "Most halls have no heating.")
    page.desk.detail.history_button.click()
    history = page.desk.history
    assert history.back_button.hasFocus()
    card = history.cards()[0]
    assert HEATING.claim in card.words()
    card.compare_button.click()
    window = history.window_shown
    assert window is not None
    assert window.view.shown()[0].startswith("[−Half of the]")
    assert window.view.shown()[1].startswith("[+Most]")
    window.act.click()
    assert kept(session, "heating").claim == HEATING.claim
    qtbot.waitUntil(lambda: len(history.cards()) == 2)
    assert page.desk.currentWidget() is history
    qtbot.waitUntil(lambda: history.title.text() == HEATING.claim)
    qtbot.keyClick(history.back_button, Qt.Key.Key_Escape)
    assert page.desk.currentWidget() is page.desk.detail
    assert page.focusWidget() is page.desk.detail.history_button


def test_a_snippet_without_earlier_versions_says_when_there_will_be(page: LibraryPage) -> None:
    choose(page, "keys")
    page.desk.show_history()
    assert page.desk.history.said.text().startswith("No earlier versions.")
    choose(page, "heating")
    assert page.desk.currentWidget() is page.desk.detail


# Little room


def test_where_both_have_no_room_table_and_desk_are_shown_in_turn(
    page: LibraryPage, qtbot: QtBot
) -> None:
    panes = page.browser.panes
    page.resize(520, 700)
    qtbot.waitUntil(lambda: panes.one_at_a_time)
    assert page.table.isVisible()
    assert not page.desk.isVisible()
    choose(page, "keys")
    page.browser.show_button.click()
    assert page.desk.detail.isVisible()
    assert not page.table.isVisible()
    panes.back_button.click()
    assert page.table.isVisible()
    page.new_snippet()
    assert page.desk.snippet_form.isVisible()
    page.desk.cancel()
    assert page.table.isVisible()
    page.resize(1200, 700)
    qtbot.waitUntil(lambda: not panes.one_at_a_time)
    assert page.desk.isVisible()
    assert not panes.back_button.isVisible()


def test_the_table_has_more_room_than_the_desk_until_a_person_moves_the_line_between(
    page: LibraryPage,
) -> None:
    panes = page.browser.panes
    for width in (1000, 1360):
        page.resize(width, 700)
        table, desk = panes.sizes()
        assert 1.5 < table / desk < 2
    panes.moveSplitter(600, 1)
    page.resize(1300, 700)
    table, desk = panes.sizes()
    assert table / desk < 1.5
