"""The start page: what a person sees first, and the way to every response."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.core.edits import AddOrganisation, BinResponse, MarkAnswer, SetBody
from desktop.core.response import AnswerMark, Organisation, Response
from desktop.core.rules_changes import CallChanges
from desktop.core.rules_edits import SetCallChanges
from desktop.session import Session
from desktop.ui.pages.start import WELCOME, StartPage
from desktop.ui.pages.start_cards import edited_words
from desktop.ui.place import PageId, Place
from desktop.ui.widgets.breakable import unbroken
from tests.support.workspace import SetClock
from tests.ui.conftest import visible_texts
from tests.ui.fakes import FakeDialogs

Show = Callable[[], StartPage]


@pytest.fixture
def start(show: Callable[..., Any]) -> Show:
    """Give a function that shows the start page and lets its cards appear."""

    def shown() -> StartPage:
        page = show(StartPage, Place(PageId.START))
        QApplication.processEvents()
        return page

    return shown


def press(qtbot: QtBot, button: QWidget) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_the_first_run_explains_itself_in_three_sentences(start: Show) -> None:
    page = start()
    assert len(WELCOME) == 3
    assert all(sentence in visible_texts(page) for sentence in WELCOME)
    assert page.first_focus() is page.inquiries[0].button


def test_the_built_in_inquiry_is_one_click_and_a_name_away(
    start: Show, session: Session, dialogs: FakeDialogs, visited: list[Place], qtbot: QtBot
) -> None:
    page = start()
    dialogs.texts = ["  Mill Lane   Hall "]
    press(qtbot, page.inquiries[0].button)
    (card,) = session.responses()
    assert card.organisation.name == "Mill Lane Hall"
    assert visited == [Place(PageId.QUESTION, card.response.id, "1")]
    press(qtbot, page.inquiries[0].button)  # the name is known now: nothing is asked
    assert len(session.responses()) == 2
    assert [kind for kind, *_ in dialogs.asked] == ["text"]


@pytest.mark.parametrize("name", [None, "", "   "])
def test_without_a_name_nothing_is_started(
    start: Show, session: Session, dialogs: FakeDialogs, qtbot: QtBot, name: str | None
) -> None:
    page = start()
    dialogs.texts = [name]
    press(qtbot, page.inquiries[0].button)
    assert session.responses() == []
    assert session.organisations() == []


def test_an_endless_name_is_cut_to_what_fits(
    start: Show, session: Session, dialogs: FakeDialogs, qtbot: QtBot
) -> None:
    page = start()
    dialogs.texts = ["Hall & <Co> " * 100]
    press(qtbot, page.inquiries[0].button)
    QApplication.processEvents()
    (organisation,) = session.organisations()
    assert len(organisation.name) <= 300
    assert page.rows[0].open_button.isVisible()


def test_of_several_organisations_one_is_chosen_or_another_added(
    start: Show,
    session: Session,
    organisation: Organisation,
    dialogs: FakeDialogs,
    qtbot: QtBot,
) -> None:
    session.apply(AddOrganisation(Organisation("second", "Second Hall")))
    page = start()
    dialogs.choices = [1]
    press(qtbot, page.inquiries[0].button)
    assert session.responses()[0].organisation.name == "Second Hall"
    dialogs.choices, dialogs.texts = [2], ["Third Hall"]
    press(qtbot, page.inquiries[0].button)
    assert "Third Hall" in [card.organisation.name for card in session.responses()]
    dialogs.choices = [None]
    press(qtbot, page.inquiries[0].button)
    assert len(session.responses()) == 2


def test_a_response_says_how_far_it_has_come(
    start: Show, session: Session, response: Response, qtbot: QtBot
) -> None:
    session.apply(SetBody(response.id, "1", "Four words of text."))
    session.apply(MarkAnswer(response.id, "1", AnswerMark.READY))
    session.apply(MarkAnswer(response.id, "2", AnswerMark.SKIPPED, "Not ours."))
    page = start()
    qtbot.waitUntil(lambda: "words" in page.rows[0].so_far.text())
    text = visible_texts(page)
    (card,) = session.responses()
    assert f"1 of 9 ready, 1 skipped · {card.words} of 3,000 words" in text
    assert "Fernbrook Community Trust, to the Public Administration Committee" in text
    assert "Edited just now" in text


def test_the_words_are_counted_again_after_a_change(
    start: Show, session: Session, response: Response, qtbot: QtBot
) -> None:
    session.apply(SetBody(response.id, "1", "Four words of text."))
    page = start()
    qtbot.waitUntil(lambda: "words" in page.rows[0].so_far.text())
    before = page.rows[0].so_far.text()
    session.apply(SetBody(response.id, "1", "Now there are five words."))
    assert page.rows[0].so_far.text() == before  # until it is known better
    words = f"{session.responses()[0].words} of 3,000 words"
    assert words not in before
    qtbot.waitUntil(lambda: words in page.rows[0].so_far.text())


def test_a_response_opens_by_click_and_by_enter(
    start: Show, response: Response, visited: list[Place], qtbot: QtBot
) -> None:
    page = start()
    qtbot.mouseClick(page.rows[0], Qt.MouseButton.LeftButton, pos=page.rows[0].rect().center())
    page.first_focus().setFocus()
    qtbot.keyClick(page.first_focus(), Qt.Key.Key_Return)
    assert visited == [Place(PageId.QUESTION, response.id, "1")] * 2


def test_a_deleted_response_lies_in_the_bin_and_can_be_put_back(
    start: Show, session: Session, response: Response, dialogs: FakeDialogs, qtbot: QtBot
) -> None:
    page = start()
    press(qtbot, page.rows[0].delete_button)
    QApplication.processEvents()
    assert session.responses() == []
    assert "bin" in dialogs.notices[-1]
    assert page.rows == []
    assert not page.binned[0].isVisible()
    assert page.bin_button is not None
    press(qtbot, page.bin_button)
    assert page.binned[0].isVisible()
    press(qtbot, page.binned[0].restore_button)
    assert [card.response.id for card in session.responses()] == [response.id]
    assert page.binned == []


def test_a_change_elsewhere_is_seen_at_once(
    start: Show, session: Session, response: Response
) -> None:
    page = start()
    session.apply(BinResponse(response.id, session.clock()))
    assert page.rows == []
    session.undo("workspace")
    assert len(page.rows) == 1


def test_the_workspace_is_named_and_another_can_be_opened(
    start: Show, session: Session, qtbot: QtBot
) -> None:
    assert str(session.path) in unbroken(visible_texts(start()))


def test_a_deadline_says_how_many_working_days_are_left(
    start: Show, session: Session, response: Response, qtbot: QtBot
) -> None:
    changes = CallChanges(closes=date(2026, 12, 4))
    session.apply(SetCallChanges(response.id, response.consultation, changes))
    (row,) = start().rows
    assert "Closes Friday 4 December 2026" in row.when.text()
    qtbot.waitUntil(lambda: "working days left" in row.when.text())
    assert row.when.text().endswith("Closes Friday 4 December 2026: 10 working days left")


def test_times_are_said_as_people_do(clock: SetClock) -> None:
    now = clock.now
    assert edited_words(now, now) == "Edited just now"
    assert edited_words(datetime.fromisoformat("2026-11-22T14:05"), now) == (
        "Edited yesterday at 14:05"
    )
    assert edited_words(datetime.fromisoformat("2026-03-02T08:30"), now) == (
        "Edited 2 March at 8:30"
    )
    assert edited_words(datetime.fromisoformat("2026-11-20T08:30"), now) == (
        "Edited Friday at 8:30"
    )
