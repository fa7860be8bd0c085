"""Evidence follows what is being argued: after a pause, never stale, never under one's hands."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QCursor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.core.edits import SaveSnippet
from desktop.core.evidence import Origin, Snippet, SnippetKind, Suggestion
from desktop.core.response import Response
from desktop.ui.body import Side
from desktop.ui.context import Context
from desktop.ui.pages.question import QuestionPage
from desktop.ui.panels.evidence import EvidencePanel
from desktop.ui.panels.following import follows
from desktop.ui.panels.help import HelpPanel
from desktop.ui.place import PageId, Place
from desktop.ui.window import Window

QUESTION = "For this question, best first."
FOLLOWED = "For this question and the paragraph you are writing, best first."
OWN = Snippet(
    "kestrel",
    "blume-reconfigure-big-society",
    "The Kestrel ferry carried 400 carers to respite breaks after the bus was cut.",
    "After the bus was cut the Kestrel ferry carried 400 carers to their respite breaks in a year.",
    SnippetKind.STATISTIC,
    "paragraph 3",
    origin=Origin.OWN,
)
WRITTEN = "Carers lost their respite breaks when the bus was cut, until the ferry came."


@pytest.fixture
def panel(
    help_panel: HelpPanel, question_page: QuestionPage, context: Context, qtbot: QtBot
) -> EvidencePanel:
    context.session.apply(SaveSnippet(OWN))
    evidence = help_panel.evidence
    qtbot.waitUntil(lambda: not evidence.looking and bool(evidence.cards()))
    QCursor.setPos(QPoint(5, 5))
    return evidence


def claims(panel: EvidencePanel) -> list[str]:
    return [card.suggestion.piece.claim for card in panel.cards() if card.suggestion]


def test_the_paragraph_that_is_written_brings_what_fits_it(
    panel: EvidencePanel, question_page: QuestionPage, qtbot: QtBot
) -> None:
    assert OWN.claim not in claims(panel)[:3]
    assert panel.message == QUESTION
    QTest.keyClicks(question_page.sheet.editor, WRITTEN)
    qtbot.waitUntil(lambda: panel.message == FOLLOWED)
    assert OWN.claim in claims(panel)[:3]


def test_moving_to_an_empty_paragraph_goes_back_to_the_question_alone(
    panel: EvidencePanel, question_page: QuestionPage, qtbot: QtBot
) -> None:
    before = claims(panel)
    QTest.keyClicks(question_page.sheet.editor, WRITTEN)
    qtbot.waitUntil(lambda: panel.message == FOLLOWED)
    QTest.keyClick(question_page.sheet.editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: panel.message == QUESTION)
    assert claims(panel) == before


def test_a_few_words_are_no_argument_yet(
    panel: EvidencePanel, question_page: QuestionPage, qtbot: QtBot
) -> None:
    QTest.keyClicks(question_page.sheet.editor, "Carers lost")
    qtbot.waitUntil(lambda: not panel.following.waiting)
    assert panel.following.paragraph == ""
    assert panel.message == QUESTION


def test_the_switch_turns_following_off_and_on(
    panel: EvidencePanel, question_page: QuestionPage, qtbot: QtBot
) -> None:
    QTest.keyClicks(question_page.sheet.editor, WRITTEN)
    qtbot.waitUntil(lambda: panel.message == FOLLOWED)
    panel.head.follow.click()
    qtbot.waitUntil(lambda: panel.message == QUESTION)
    QTest.keyClicks(question_page.sheet.editor, " And more.")
    assert not panel.following.waiting
    panel.head.follow.click()
    qtbot.waitUntil(lambda: panel.message == FOLLOWED)


def test_another_question_starts_with_itself(
    panel: EvidencePanel,
    question_page: QuestionPage,
    response: Response,
    qtbot: QtBot,
) -> None:
    QTest.keyClicks(question_page.sheet.editor, WRITTEN)
    qtbot.waitUntil(lambda: panel.message == FOLLOWED)
    question_page.open(Place(PageId.QUESTION, response.id, "5"))
    qtbot.waitUntil(lambda: panel.message == QUESTION)
    question_page.open(Place(PageId.QUESTION, response.id, "2"))
    qtbot.waitUntil(lambda: panel.message == QUESTION)


def held_back(
    context: Context, monkeypatch: pytest.MonkeyPatch, gate: threading.Event
) -> list[str]:
    """Hold every suggestion for a paragraph back until the gate opens; return the paragraphs."""
    real, asked = context.session.suggesting, list[str]()

    def held(*args: Any, paragraph: str = "", **filters: Any) -> Callable[[], list[Suggestion]]:
        job = real(*args, paragraph=paragraph, **filters)
        asked.append(paragraph)

        def wait() -> list[Suggestion]:
            if paragraph:
                gate.wait(10)
            return job()

        return wait

    monkeypatch.setattr(context.session, "suggesting", held)
    return asked


def test_what_was_found_for_words_that_have_changed_since_is_never_shown(
    panel: EvidencePanel,
    question_page: QuestionPage,
    context: Context,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    gate = threading.Event()
    asked = held_back(context, monkeypatch, gate)
    before = claims(panel)
    QTest.keyClicks(question_page.sheet.editor, WRITTEN)
    qtbot.waitUntil(lambda: asked == [WRITTEN])
    QTest.keyClicks(question_page.sheet.editor, " Nobody counted them.")
    gate.set()
    qtbot.waitUntil(lambda: not panel._finding.running)
    if panel.following.waiting:
        assert claims(panel) == before
    qtbot.waitUntil(lambda: panel.message == FOLLOWED)
    assert asked[-1] == f"{WRITTEN} Nobody counted them."


def test_going_back_to_the_same_words_still_brings_what_fits_them(
    panel: EvidencePanel,
    question_page: QuestionPage,
    context: Context,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    gate = threading.Event()
    asked = held_back(context, monkeypatch, gate)
    editor = question_page.sheet.editor
    QTest.keyClicks(editor, WRITTEN)
    qtbot.waitUntil(lambda: asked == [WRITTEN])
    QTest.keyClicks(editor, "xy")
    gate.set()
    qtbot.waitUntil(lambda: not panel._finding.running)
    for _ in "xy":
        QTest.keyClick(editor, Qt.Key.Key_Backspace)
    qtbot.waitUntil(lambda: panel.message == FOLLOWED)
    assert asked[-1] == WRITTEN


def test_cards_do_not_change_while_the_keyboard_is_among_them(
    panel: EvidencePanel, question_page: QuestionPage, qtbot: QtBot
) -> None:
    before = claims(panel)
    QTest.keyClicks(question_page.sheet.editor, WRITTEN)
    panel.window().activateWindow()
    panel.cards()[0].buttons[0].setFocus()
    qtbot.waitUntil(lambda: panel.state.held_button.isVisible())
    assert claims(panel) == before
    assert panel.state.held_button.text() == "Show evidence for this paragraph"
    panel.focus_search()
    qtbot.waitUntil(lambda: panel.message == FOLLOWED)
    assert OWN.claim in claims(panel)[:3]
    assert not panel.state.held_button.isVisible()


def test_cards_do_not_change_under_the_mouse_and_can_be_asked_to(
    panel: EvidencePanel, question_page: QuestionPage, qtbot: QtBot
) -> None:
    before = claims(panel)
    QTest.keyClicks(question_page.sheet.editor, WRITTEN)
    QCursor.setPos(panel.list.mapToGlobal(QPoint(40, 200)))
    qtbot.waitUntil(lambda: panel.state.held_button.isVisible())
    assert claims(panel) == before
    panel.state.held_button.click()
    assert panel.message == FOLLOWED


def test_cards_change_when_the_mouse_has_left(
    panel: EvidencePanel, question_page: QuestionPage, qtbot: QtBot
) -> None:
    QTest.keyClicks(question_page.sheet.editor, WRITTEN)
    QCursor.setPos(panel.list.mapToGlobal(QPoint(40, 200)))
    qtbot.waitUntil(lambda: panel.state.held_button.isVisible())
    QCursor.setPos(QPoint(5, 5))
    qtbot.waitUntil(lambda: panel.message == FOLLOWED)


def test_a_mouse_that_was_left_lying_over_the_cards_holds_nothing_up(
    panel: EvidencePanel, question_page: QuestionPage, qtbot: QtBot
) -> None:
    QCursor.setPos(panel.list.mapToGlobal(QPoint(40, 200)))
    QTest.keyClicks(question_page.sheet.editor, WRITTEN)
    qtbot.waitUntil(lambda: panel.message == FOLLOWED)


def test_nothing_is_followed_while_something_else_is_looked_for(
    panel: EvidencePanel, question_page: QuestionPage, qtbot: QtBot
) -> None:
    panel.search_for("mutuals")
    qtbot.waitUntil(lambda: "found for “mutuals”" in panel.message)
    QTest.keyClicks(question_page.sheet.editor, WRITTEN)
    qtbot.waitUntil(lambda: not panel.looking)
    assert "found for “mutuals”" in panel.message


# In the window


def test_the_switch_is_in_the_menu_and_is_remembered(
    window: Window, response: Response, qtbot: QtBot
) -> None:
    window.go(Place(PageId.QUESTION, response.id, "2"))
    qtbot.waitUntil(lambda: bool(window.menus.actions))
    help_panel: Any = window.panels.panel(Side.RIGHT)
    assert follows(window.memory)
    window.run("evidence.follow")
    assert not follows(window.memory)
    assert not help_panel.evidence.head.follow.isChecked()
    window.menus.refresh_shown()
    assert not window.menus.actions["evidence.follow"].isChecked()
    help_panel.evidence.head.follow.click()
    assert follows(window.memory)
