from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.core.edits import MarkAnswer, RetireSnippet, SetBody, response_scope
from desktop.core.response import AnswerMark, Response
from desktop.paths import Paths
from desktop.session import Session
from desktop.ui.first_draft.opening import offer_first_draft
from desktop.ui.first_draft.window import FirstDraftWindow
from desktop.ui.place import PageId, Place
from desktop.ui.window import Window
from tests.ui.conftest import visible_texts
from tests.ui.fakes import FakeDialogs

PATIENCE_MS = 20_000
Offer = Callable[..., FirstDraftWindow]


@pytest.fixture
def offer(window: Window, response: Response, qtbot: QtBot) -> Offer:
    """Give a function that opens the dialogue for some questions and waits for the plan."""
    window.go(Place(PageId.QUESTION, response.id, "4"))

    def opened(*numbers: str) -> FirstDraftWindow:
        found = offer_first_draft(window.context, response.id, numbers or None, window)
        qtbot.waitUntil(
            lambda: found.said.text() != "Looking through the library…", timeout=PATIENCE_MS
        )
        return found

    return opened


def test_it_shows_what_would_go_where_and_writes_nothing_yet(
    offer: Offer, session: Session, response: Response
) -> None:
    dialogue = offer("4")
    assert dialogue.heading.text() == "First draft of answer 4"
    (card,) = dialogue.cards
    said = visible_texts(dialogue)
    assert "4  Commissioning" in said
    assert f"{card.pieces} pieces, {card.words} of 300 words." in said
    assert "Not found in the library: a key point of your own" in said
    assert f"The submission then has {card.words + 5:,} of 3,000." in said
    assert all(row.tick.accessibleName() and row.tick.isChecked() for row in card.rows)
    assert session.draft(response.id).answers == {}
    dialogue.reject()


def test_cancel_and_escape_change_nothing(
    offer: Offer, session: Session, response: Response, qtbot: QtBot
) -> None:
    dialogue = offer("4")
    with qtbot.waitSignal(dialogue.rejected):
        QTest.keyClick(dialogue, Qt.Key.Key_Escape)
    assert session.draft(response.id).answers == {}


def test_what_is_not_ticked_is_counted_out_and_left_out(
    offer: Offer, session: Session, response: Response
) -> None:
    dialogue = offer("4")
    (card,) = dialogue.cards
    pieces, words = card.pieces, card.words
    row = card.rows[0]
    row.tick.setChecked(False)
    assert (card.pieces, card.words) == (pieces - 1, words - row.placed.length.words)
    dialogue.accept()
    draft = session.draft(response.id)
    assert len(draft.unreviewed["4"]) == pieces - 1
    assert row.placed.candidate.text not in draft.answer("4").body


def test_with_nothing_ticked_there_is_nothing_to_put_in(offer: Offer) -> None:
    dialogue = offer("4")
    for row in dialogue.cards[0].rows:
        row.tick.setChecked(False)
    assert not dialogue.put_button.isEnabled()
    assert dialogue.said.text() == "Nothing is ticked, so nothing would be put in."
    assert "Left out by you: " in dialogue.cards[0].missing.text()
    dialogue.reject()


def test_a_piece_can_be_read_whole_before_it_is_put_in(offer: Offer) -> None:
    dialogue = offer("4")
    row = dialogue.cards[0].rows[0]
    assert not row.text.isVisible()
    row.read_button.click()
    assert row.text.isVisible()
    assert row.placed.candidate.text[:40] in row.text.text().replace("\u200b", "")
    row.read_button.click()
    assert not row.text.isVisible()
    dialogue.reject()


def test_the_notice_takes_it_back_as_long_as_nothing_was_done_since(
    offer: Offer, session: Session, response: Response, dialogs: FakeDialogs
) -> None:
    offer("4").accept()
    assert dialogs.notices[-1].startswith("First draft: ")
    session.apply(SetBody(response.id, "1", "Ours."))
    dialogs.ways_back[-1]()
    assert session.draft(response.id).answer("1").body == "Ours."
    assert session.draft(response.id).answer("4").body
    assert dialogs.notices[-1] == "Something else was done since, so this was not taken back."
    session.undo(response_scope(response.id))
    dialogs.ways_back[-1]()
    assert not session.draft(response.id).answer("4").body


def test_an_empty_library_says_that_there_is_nothing_to_put_in(
    offer: Offer, session: Session
) -> None:
    for snippet in session.snippets():
        session.apply(RetireSnippet(snippet.id, retired=True))
    dialogue = offer("4")
    assert dialogue.said.text().startswith("The library has nothing good enough to put in here.")
    assert not dialogue.put_button.isEnabled()
    dialogue.reject()


def test_where_everything_is_written_it_says_so(
    offer: Offer, session: Session, response: Response
) -> None:
    session.apply(SetBody(response.id, "4", "Ours."))
    session.apply(MarkAnswer(response.id, "5", AnswerMark.SKIPPED, "Not for us."))
    dialogue = offer("4", "5")
    assert dialogue.heading.text() == "First draft"
    assert dialogue.said.text() == "There is no empty answer here to put anything into."
    said = visible_texts(dialogue)
    assert "Something is written already, so it is left as it is." in said
    assert "It is skipped, so it is left as it is." in said
    dialogue.reject()


def test_templates_that_cannot_be_read_are_named_in_the_dialogue(
    window: Window, response: Response, qtbot: QtBot, tmp_path: Path, session: Session
) -> None:
    broken = tmp_path / "broken"
    (broken / "templates" / "written-evidence").mkdir(parents=True)
    session.paths = replace(session.paths, content=broken)
    window.go(Place(PageId.QUESTION, response.id, "4"))
    dialogue = offer_first_draft(window.context, response.id, ["4"], window)
    qtbot.waitUntil(lambda: "plan.toml" in dialogue.said.text(), timeout=PATIENCE_MS)
    assert not dialogue.put_button.isEnabled()
    dialogue.accept()
    assert dialogue.isVisible()
    dialogue.reject()


def test_the_menu_offers_it_for_this_answer_and_for_all(
    window: Window, response: Response, qtbot: QtBot
) -> None:
    window.go(Place(PageId.QUESTION, response.id, "4"))
    qtbot.waitUntil(lambda: bool(window.menus.actions), timeout=PATIENCE_MS)
    for command, cards in (("draft.question", 1), ("draft.all", 9)):
        window.run(command)
        dialogue = window.findChildren(FirstDraftWindow)[-1]
        qtbot.waitUntil(
            lambda dialogue=dialogue, cards=cards: len(dialogue.cards) == cards, timeout=PATIENCE_MS
        )
        dialogue.reject()


def test_a_skipped_question_offers_no_first_draft(
    window: Window, response: Response, session: Session
) -> None:
    session.apply(MarkAnswer(response.id, "4", AnswerMark.SKIPPED, "Not for us."))
    window.go(Place(PageId.QUESTION, response.id, "4"))
    assert not window.page_can("draft.question")


def test_what_was_typed_a_moment_ago_is_kept(
    window: Window, response: Response, qtbot: QtBot, session: Session, paths: Paths
) -> None:
    window.go(Place(PageId.QUESTION, response.id, "4"))
    page = window.navigation.page
    assert page is not None
    QTest.keyClicks(page.first_focus(), "Ours")
    window.run("draft.question")
    dialogue = window.findChildren(FirstDraftWindow)[-1]
    qtbot.waitUntil(lambda: bool(dialogue.cards), timeout=PATIENCE_MS)
    assert not dialogue.cards[0].open
    assert session.draft(response.id).answer("4").body == "Ours"
    dialogue.reject()
