"""Prompts beside an answer: first those about what it lacks, in the order of the moment."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QCursor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.core.edits import SetBody
from desktop.core.evidence import Prompt, Purpose, Reason
from desktop.core.response import Response
from desktop.session.prompting import PromptCard
from desktop.ui.context import Context
from desktop.ui.pages.question import QuestionPage
from desktop.ui.panels.help import HelpPanel
from desktop.ui.panels.prompts import PromptsPanel, lacks_words
from desktop.ui.place import PageId, Place

# Twenty words and more without a figure, an example, a citation, or what should be done.
BARE = (
    "Small groups matter a great deal to people who live nearby, and without them streets would be "
    "lonelier places where nobody knows the neighbours or cares about them."
)
FIGURE = "Your answer gives no figure"


@pytest.fixture
def prompts(help_panel: HelpPanel, question_page: QuestionPage, qtbot: QtBot) -> PromptsPanel:
    QCursor.setPos(QPoint(5, 5))
    help_panel.show_tab("Prompts")
    qtbot.waitUntil(lambda: not help_panel.prompts.looking and bool(help_panel.prompts.cards()))
    return help_panel.prompts


def card(key: str, *reasons: str, lacking: bool = False, ticked: bool = False) -> PromptCard:
    prompt = Prompt(key, "How many?", "In all, ", Purpose.EVIDENCE, ("*",))
    return PromptCard(prompt, "In all, ", ticked, None, tuple(map(Reason, reasons)), lacking)


def test_before_anything_is_written_nothing_is_said_to_be_missing(prompts: PromptsPanel) -> None:
    assert prompts.message == "Questions a committee would ask you. Start a sentence from one."
    assert all(card.why for card in prompts.cards())


def test_what_the_answer_lacks_is_said_and_asked_about_first(
    prompts: PromptsPanel, context: Context, response: Response, qtbot: QtBot
) -> None:
    context.session.apply(SetBody(response.id, "2", BARE))
    qtbot.waitUntil(lambda: not prompts.looking and FIGURE in prompts.message)
    assert prompts.cards()[0].why.startswith("Your answer ")
    context.session.apply(SetBody(response.id, "2", f"{BARE} We lost 14 of 40 groups in 2010."))
    qtbot.waitUntil(lambda: not prompts.looking and FIGURE not in prompts.message)


def test_prompts_keep_their_order_while_the_keyboard_is_among_them(
    prompts: PromptsPanel, context: Context, response: Response, qtbot: QtBot
) -> None:
    prompts.window().activateWindow()
    before = [card.prompt_id for card in prompts.cards()]
    prompts.cards()[0].button.setFocus()
    context.session.apply(SetBody(response.id, "2", BARE))
    qtbot.waitUntil(lambda: not prompts.looking)
    assert [card.prompt_id for card in prompts.cards()] == before
    prompts.cards()[0].button.clearFocus()
    qtbot.waitUntil(lambda: FIGURE in prompts.message)


def test_a_few_prompts_come_at_first_and_the_keyboard_goes_on_with_the_next(
    prompts: PromptsPanel,
) -> None:
    prompts.window().activateWindow()
    few = len(prompts.cards())
    prompts.more_button.setFocus()
    QTest.keyClick(prompts.more_button, Qt.Key.Key_Return)
    assert len(prompts.cards()) > few
    assert prompts.focusWidget() is prompts.cards()[few].button


def test_another_question_shows_its_own_prompts_from_the_top(
    prompts: PromptsPanel, question_page: QuestionPage, response: Response, qtbot: QtBot
) -> None:
    before = [card.prompt_id for card in prompts.cards()]
    prompts.more_button.click()
    question_page.open(Place(PageId.QUESTION, response.id, "5"))
    assert prompts.cards() == []
    qtbot.waitUntil(lambda: bool(prompts.cards()))
    now = [card.prompt_id for card in prompts.cards()]
    assert len(now) == len(before)
    assert now != before


def test_a_tick_shows_at_once_and_the_card_stays_under_the_mouse(
    prompts: PromptsPanel, qtbot: QtBot
) -> None:
    prompts.window().activateWindow()
    first = prompts.cards()[0]
    key = first.prompt_id
    first.tick.setFocus()
    QTest.keyClick(first.tick, Qt.Key.Key_Space)
    assert first.property("card") == "soft"
    qtbot.waitUntil(lambda: not prompts.looking)
    assert prompts.cards()[0].prompt_id == key


def test_what_is_missing_is_said_once_for_all_prompts_about_it() -> None:
    cards = [
        card("a", f"{FIGURE} yet", "Made for this question", lacking=True),
        card("b", f"{FIGURE} yet", lacking=True),
        card("c", "Your answer cites nothing yet", lacking=True),
        card("d", "Your answer recommends nothing yet", lacking=True, ticked=True),
        card("e", "Good practice at any question"),
    ]
    assert lacks_words(cards) == f"{FIGURE} and cites nothing yet."
    assert lacks_words(cards[4:]) == ""
