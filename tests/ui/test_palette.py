"""The palette: one field that finds everything."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.core.edits import BinResponse, SetBody
from desktop.core.response import Response
from desktop.session import Session
from desktop.ui.palette import Palette
from desktop.ui.palette_model import DETAIL
from desktop.ui.place import PageId, Place
from desktop.ui.window import Window


@pytest.fixture
def palette(window: Window, draft_response: Response, qtbot: QtBot) -> Palette:
    window.go(Place(PageId.QUESTION, draft_response.id, "1"))
    window.search()
    assert window.finder is not None
    return window.finder


def press(palette: Palette, key: Qt.Key, qtbot: QtBot) -> None:
    qtbot.keyClick(palette.field, key)


def test_the_keys_open_it_with_the_keyboard_in_its_field(window: Window, qtbot: QtBot) -> None:
    qtbot.keySequence(window, QKeySequence("Ctrl+K"))
    assert window.finder is not None
    assert window.finder.isVisible()
    assert QApplication.focusWidget() is window.finder.field


def test_the_search_field_of_the_header_opens_it(window: Window, qtbot: QtBot) -> None:
    qtbot.mouseClick(window.header.search_button, Qt.MouseButton.LeftButton)
    assert window.finder is not None
    assert window.finder.isVisible()


def test_before_anything_is_typed_it_offers_the_questions(palette: Palette) -> None:
    assert palette.entries()[:2] == ["1  What the Big Society is", "2  Effects of spending cuts"]


def test_a_command_is_found_by_parts_of_its_words_and_run_with_enter(
    palette: Palette, window: Window, qtbot: QtBot
) -> None:
    qtbot.keyClicks(palette.field, "next q")
    assert palette.entries()[0] == "Next question"
    press(palette, Qt.Key.Key_Return, qtbot)
    assert window.place.item == "2"
    assert not palette.isVisible()


def test_a_question_is_found_by_what_it_asks(
    palette: Palette, window: Window, qtbot: QtBot
) -> None:
    qtbot.keyClicks(palette.field, "postcode lotteries")
    assert "9  Uniform standards" in palette.entries()


def test_an_answer_is_found_by_what_was_written(
    palette: Palette, window: Window, qtbot: QtBot
) -> None:
    qtbot.keyClicks(palette.field, "five halls")
    assert palette.entries()[0] == "2  Effects of spending cuts"
    press(palette, Qt.Key.Key_Return, qtbot)
    assert window.place.item == "2"


def test_a_response_is_found_by_its_organisation(palette: Palette, qtbot: QtBot) -> None:
    qtbot.keyClicks(palette.field, "fernbrook")
    assert "Smaller Government: Bigger Society?" in palette.entries()


def test_evidence_is_found_and_inserted_at_the_question(
    palette: Palette, window: Window, session: Session, draft_response: Response, qtbot: QtBot
) -> None:
    before = session.draft(draft_response.id).answer("1").body
    qtbot.keyClicks(palette.field, "volunteers training")
    known = {snippet.claim for snippet in session.snippets()}
    qtbot.waitUntil(lambda: bool(known & set(palette.entries())))
    place = next(i for i, words in enumerate(palette.entries()) if words in known)
    for _ in range(place):
        press(palette, Qt.Key.Key_Down, qtbot)
    press(palette, Qt.Key.Key_Return, qtbot)
    after = session.draft(draft_response.id).answer("1").body
    assert len(after) > len(before)
    assert "[@" in after


def test_evidence_leads_to_the_library_from_other_pages(
    palette: Palette, window: Window, session: Session, draft_response: Response, qtbot: QtBot
) -> None:
    palette.close_palette()
    window.go(Place(PageId.REVIEW, draft_response.id))
    window.search()
    qtbot.keyClicks(palette.field, "volunteers training")
    known = {snippet.claim: snippet.id for snippet in session.snippets()}
    qtbot.waitUntil(lambda: bool(set(known) & set(palette.entries())))
    place = next(i for i, words in enumerate(palette.entries()) if words in known)
    claim = palette.entries()[place]
    for _ in range(place):
        press(palette, Qt.Key.Key_Down, qtbot)
    press(palette, Qt.Key.Key_Return, qtbot)
    assert window.place == Place(PageId.LIBRARY, "", known[claim])


def test_nothing_found_says_so(palette: Palette, qtbot: QtBot) -> None:
    qtbot.keyClicks(palette.field, "qqqzzzxx")
    qtbot.waitUntil(lambda: palette.nothing.isVisible())
    assert palette.entries() == []
    press(palette, Qt.Key.Key_Return, qtbot)
    assert palette.isVisible()


def test_escape_puts_it_away_and_the_keyboard_back(
    palette: Palette, window: Window, qtbot: QtBot
) -> None:
    press(palette, Qt.Key.Key_Escape, qtbot)
    assert not palette.isVisible()
    focused = QApplication.focusWidget()
    assert focused is not None
    assert window.navigation.isAncestorOf(focused)


def test_the_arrows_go_round_and_skip_headings(palette: Palette, qtbot: QtBot) -> None:
    first = palette.list.currentIndex()
    press(palette, Qt.Key.Key_Up, qtbot)
    last = palette.list.currentIndex()
    assert last.row() > first.row()
    press(palette, Qt.Key.Key_Down, qtbot)
    assert palette.list.currentIndex() == first


def test_a_click_runs_an_entry(palette: Palette, window: Window, qtbot: QtBot) -> None:
    row = next(
        palette.list.model().index(row, 0)
        for row in range(palette.list.model().rowCount())
        if palette.list.model().index(row, 0).data() == "4  Commissioning"
    )
    place = palette.list.visualRect(row).center()
    qtbot.mouseClick(palette.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert window.place.item == "4"


def test_opened_again_it_is_empty(palette: Palette, window: Window, qtbot: QtBot) -> None:
    qtbot.keyClicks(palette.field, "exp")
    palette.close_palette()
    window.search()
    assert palette.field.text() == ""
    assert palette.entries()[0].startswith("1  ")


def test_it_goes_when_the_person_clicks_elsewhere(
    palette: Palette, window: Window, qtbot: QtBot
) -> None:
    window.focus_page()
    qtbot.waitUntil(lambda: not palette.isVisible())


def test_without_a_response_open_questions_and_answers_of_all_are_found(
    window: Window, session: Session, draft_response: Response, qtbot: QtBot
) -> None:
    binned = session.start_response(draft_response.consultation, draft_response.organisation)
    session.apply(SetBody(binned.id, "2", "We run five halls too."))
    session.apply(BinResponse(binned.id, session.clock()))
    window.go(Place(PageId.LIBRARY))
    window.search()
    palette = window.finder
    assert palette is not None
    qtbot.keyClicks(palette.field, "five halls")
    assert palette.entries() == ["2  Effects of spending cuts"]
    detail = palette.list.currentIndex().data(DETAIL)
    assert detail.startswith("Smaller Government: Bigger Society?, Fernbrook")
    assert "five halls" in detail
    palette.field.clear()
    qtbot.keyClicks(palette.field, "postcode lotteries")
    assert "9  Uniform standards" in palette.entries()
    palette.field.clear()
    qtbot.keyClicks(palette.field, "five halls")
    press(palette, Qt.Key.Key_Return, qtbot)
    assert window.place == Place(PageId.QUESTION, draft_response.id, "2")


def test_in_large_text_the_results_begin_with_their_heading(
    window: Window, palette: Palette, qtbot: QtBot
) -> None:
    palette.close_palette()
    window.appearance.set_text_size(200)
    window.resize(1024, 700)
    window.search()

    def top() -> int:
        return palette.list.visualRect(palette.list.model().index(0, 0)).top()

    for typed in ("", "big"):
        qtbot.keyClicks(palette.field, typed)
        assert top() >= 0
        for _ in palette.entries():
            press(palette, Qt.Key.Key_Down, qtbot)
        assert top() >= 0
