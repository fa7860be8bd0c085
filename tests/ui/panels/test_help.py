from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.core.edits import (
    SetBody,
    SetKeyPoint,
    TickPrompt,
    response_scope,
)
from desktop.core.response import Organisation, Response
from desktop.ui.context import Context
from desktop.ui.pages.question import QuestionPage
from desktop.ui.panels.help import HelpPanel, Tab
from desktop.ui.panels.version_card import VersionCard
from desktop.ui.place import PageId, Place
from tests.ui.fakes import FakeDialogs

# The guide is there in a course alone; see tests/ui/courses.
_TABS = [tab for tab in Tab if tab is not Tab.GUIDE]
CITED = "[@blume-reconfigure-big-society, paragraph 3]"


@pytest.fixture
def panel(qtbot: QtBot, context: Context, response: Response) -> HelpPanel:
    panel = HelpPanel(context)
    qtbot.addWidget(panel)
    panel.resize(396, 760)
    panel.show()
    qtbot.waitExposed(panel)
    panel.open(Place(PageId.QUESTION, response.id, "2"))
    return panel


@pytest.fixture
def page(qtbot: QtBot, context: Context, response: Response, panel: HelpPanel) -> QuestionPage:
    page = QuestionPage(context)
    qtbot.addWidget(page)
    page.attach(panel)
    page.show()
    qtbot.waitExposed(page)
    page.open(Place(PageId.QUESTION, response.id, "2"))
    return page


def body(context: Context, response: Response, number: str = "2") -> str:
    return context.session.draft(response.id).answer(number).body


# Tabs


def test_the_tabs_say_how_much_is_in_them(panel: HelpPanel, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: panel.titles()[2] != "Checks" and panel.titles()[1] != "Prompts")
    names = [title.rstrip("0123456789 ") for title in panel.titles()]
    assert names == [tab.value for tab in _TABS]
    assert int(panel.titles()[1].split()[1]) >= 6


@pytest.mark.parametrize("name", ["History", "history", 4])
def test_a_tab_can_be_shown_by_name_or_place(panel: HelpPanel, name: str | int) -> None:
    panel.show_tab(name)
    assert panel.tab() is Tab.HISTORY
    assert panel.history.isVisible()


def test_the_evidence_tab_puts_the_keyboard_into_the_search(panel: HelpPanel) -> None:
    panel.activateWindow()
    panel.show_tab("Prompts")
    panel.show_tab("Evidence")
    assert panel.focusWidget() is panel.evidence.search_box


def test_arrow_keys_go_from_tab_to_tab(panel: HelpPanel) -> None:
    panel.activateWindow()
    panel.show_tab("Prompts")
    QTest.keyClick(panel.focusWidget(), Qt.Key.Key_Right)
    assert panel.tab() is Tab.CHECKS
    QTest.keyClick(panel.focusWidget(), Qt.Key.Key_Left)
    QTest.keyClick(panel.focusWidget(), Qt.Key.Key_Left)
    QTest.keyClick(panel.focusWidget(), Qt.Key.Key_Left)
    assert panel.tab() is Tab.HISTORY


@pytest.mark.parametrize("width", [280, 320, 396])
def test_nothing_is_wider_than_a_narrow_panel(panel: HelpPanel, qtbot: QtBot, width: int) -> None:
    panel.resize(width, 700)
    qtbot.waitUntil(lambda: bool(panel.evidence.cards()))
    for tab in _TABS:
        panel.show_tab(tab.value)
        QTest.qWait(0)
        wide = [
            widget.accessibleName() or type(widget).__name__
            for widget in seen(panel)
            if widget.mapTo(panel, QPoint(widget.width(), 0)).x() > width
        ]
        assert wide == []


def seen(panel: QWidget) -> Iterator[QWidget]:
    for kind in (QLabel, QAbstractButton, QLineEdit):
        yield from (widget for widget in panel.findChildren(kind) if widget.isVisible())


def test_a_hidden_panel_waits_with_its_work_until_it_is_seen(
    qtbot: QtBot, context: Context, response: Response
) -> None:
    panel = HelpPanel(context)
    qtbot.addWidget(panel)
    panel.open(Place(PageId.QUESTION, response.id, "2"))
    assert panel.titles()[1] == "Prompts"
    panel.show()
    qtbot.waitUntil(lambda: bool(panel.evidence.cards()) and panel.titles()[1] != "Prompts")


def test_changes_made_while_hidden_show_when_the_panel_comes_back(
    panel: HelpPanel, context: Context, response: Response, qtbot: QtBot
) -> None:
    total = show_prompts(panel, qtbot)
    prompt = panel.prompts.cards()[0].prompt_id
    panel.hide()
    context.session.apply(TickPrompt(response.id, "2", prompt, True))
    panel.show()
    qtbot.waitUntil(lambda: panel.titles()[1] == f"Prompts {total - 1}")


# Prompts


def show_prompts(panel: HelpPanel, qtbot: QtBot) -> int:
    """Show the prompts; return how many are not ticked."""
    panel.show_tab("Prompts")
    qtbot.waitUntil(lambda: bool(panel.prompts.cards()))
    return int(panel.titles()[1].split()[1])


def test_start_writes_the_beginning_of_a_sentence_into_the_answer(
    panel: HelpPanel, page: QuestionPage, context: Context, response: Response, qtbot: QtBot
) -> None:
    show_prompts(panel, qtbot)
    card = panel.prompts.cards()[0]
    starters = {
        c.prompt.id: c.starter
        for c in context.session.prompts(context.session.draft(response.id), "2")
    }
    card.button.click()
    assert body(context, response) == starters[card.prompt_id].strip()


def test_a_ticked_prompt_sinks_stays_readable_and_is_counted_off(
    panel: HelpPanel, context: Context, response: Response, qtbot: QtBot
) -> None:
    total = show_prompts(panel, qtbot)
    card = panel.prompts.cards()[0]
    ticked = card.prompt_id
    card.tick.click()
    assert card.property("card") == "soft"
    qtbot.waitUntil(lambda: panel.titles()[1] == f"Prompts {total - 1}")
    while panel.prompts.more_button.isVisible():
        panel.prompts.more_button.click()
    last = panel.prompts.cards()[-1]
    assert (last.prompt_id, last.tick.isChecked()) == (ticked, True)
    assert last.property("card") == "soft"
    panel.evidence.search_box.setFocus()
    context.session.undo(response_scope(response.id))
    qtbot.waitUntil(lambda: panel.titles()[1] == f"Prompts {total}")
    assert panel.prompts.cards()[0].prompt_id == ticked


def test_a_prompt_says_where_it_comes_from(panel: HelpPanel, qtbot: QtBot) -> None:
    show_prompts(panel, qtbot)
    panel.prompts.more_button.click()
    said = [label.text() for card in panel.prompts.cards() for label in card.findChildren(QLabel)]
    assert any(text.startswith("Drawn from ") for text in said)
    assert any(text.startswith("Good practice: ") for text in said)


# Past answers


@pytest.fixture
def past(context: Context, organisation: Organisation, clock: Any) -> Response:
    """An earlier response, answered at questions 2, 3 and 8."""
    session = context.session
    earlier = session.start_response("pasc-big-society-2011", organisation.id)
    texts = {
        "2": f"Two groups closed.{CITED}",
        "3": "Reductions in public expenditure fall on volunteers.",
        "8": "Nothing of the kind.",
    }
    for number, text in texts.items():
        session.apply(SetBody(earlier.id, number, text))
    return earlier


def test_without_earlier_responses_the_tab_says_what_it_is_for(
    panel: HelpPanel, qtbot: QtBot
) -> None:
    panel.show_tab("Past answers")
    # While it takes longer than a moment it says "Looking…".
    qtbot.waitUntil(lambda: panel.past_answers.message.startswith("Nothing yet."))


def test_answers_to_the_same_question_come_first(
    past: Response, panel: HelpPanel, qtbot: QtBot
) -> None:
    panel.show_tab("Past answers")
    qtbot.waitUntil(lambda: bool(panel.past_answers.cards()))
    cards = panel.past_answers.cards()
    titles = [card.title() for card in cards]
    assert [title.split(",")[0] for title in titles] == ["Question 2", "Question 3"]
    assert "To this question. Fernbrook Community Trust, edited " in cards[0].accessibleName()
    assert "Mentions reductions, public and expenditure too." in cards[1].accessibleName()


def test_where_no_earlier_answer_is_like_the_question_that_is_said(
    past: Response, panel: HelpPanel, context: Context, qtbot: QtBot
) -> None:
    for number in ("2", "3"):
        context.session.apply(SetBody(past.id, number, "Nothing of the kind."))
        context.session.apply(SetKeyPoint(past.id, number, ""))
    context.session.apply(SetBody(past.id, "2", ""))
    panel.show_tab("Past answers")
    qtbot.waitUntil(
        lambda: panel.past_answers.message.startswith("None of your earlier answers is to this")
    )
    assert panel.past_answers.cards() == []


def test_past_answers_to_another_question_are_gone_before_the_new_ones_come(
    past: Response, panel: HelpPanel, response: Response, qtbot: QtBot
) -> None:
    panel.show_tab("Past answers")
    qtbot.waitUntil(lambda: bool(panel.past_answers.cards()))
    panel.open(Place(PageId.QUESTION, response.id, "8"))
    assert panel.past_answers.cards() == []
    qtbot.waitUntil(lambda: bool(panel.past_answers.cards()))
    assert panel.past_answers.cards()[0].title().startswith("Question 8")


def test_a_past_answer_is_inserted_with_its_citation(
    past: Response,
    panel: HelpPanel,
    page: QuestionPage,
    context: Context,
    response: Response,
    qtbot: QtBot,
) -> None:
    panel.show_tab("Past answers")
    qtbot.waitUntil(lambda: bool(panel.past_answers.cards()))
    panel.past_answers.cards()[0].use_button.click()
    assert body(context, response) == f"Two groups closed.{CITED}"


def test_a_long_past_answer_opens_in_place(
    past: Response, panel: HelpPanel, context: Context, qtbot: QtBot
) -> None:
    context.session.apply(SetBody(past.id, "2", "word " * 60 + "end"))
    panel.show_tab("Past answers")
    qtbot.waitUntil(lambda: bool(panel.past_answers.cards()))
    card = panel.past_answers.cards()[0]
    assert card.words().endswith(" …")
    card.more.click()
    assert card.words().endswith(" end")
    assert card.more.text() == "Show less"


def test_a_past_answer_can_be_compared_with_what_is_typed_now(
    past: Response, panel: HelpPanel, page: QuestionPage, qtbot: QtBot
) -> None:
    QTest.keyClicks(page.sheet.editor, "Three groups closed.")
    panel.show_tab("Past answers")
    qtbot.waitUntil(lambda: bool(panel.past_answers.cards()))
    panel.past_answers.cards()[0].compare_button.click()
    window = panel.past_answers.window_shown
    assert window is not None
    before, after = window.view.shown()
    assert before.startswith("[−Two] groups")
    assert after == "[+Three] groups closed."
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert not window.isVisible()


# History


@pytest.fixture
def written(context: Context, response: Response, clock: Any) -> None:
    """The answer as it was, an hour ago and now."""
    session = context.session
    session.apply(SetKeyPoint(response.id, "2", "Groups close."))
    session.apply(SetBody(response.id, "2", "Four groups closed."))
    clock.pass_by(3600)
    session.apply(SetBody(response.id, "2", "Five groups closed."))
    clock.pass_by(3600)


def test_without_earlier_versions_the_tab_says_when_there_will_be(panel: HelpPanel) -> None:
    panel.show_tab("History")
    assert panel.history.message.startswith("No earlier versions yet.")


def test_versions_are_named_by_time_and_length(written: None, panel: HelpPanel) -> None:
    panel.show_tab("History")
    first = panel.history.cards()[0]
    assert first.title() == "Today at 10:00"
    assert first.accessibleName() == "Today at 10:00, 5 words, worded differently from now"
    assert first.words() == "Groups close.\nFour groups closed."


def test_versions_say_how_they_differ_from_now(
    written: None, panel: HelpPanel, context: Context, response: Response
) -> None:
    panel.show_tab("History")
    session = context.session
    session.apply(SetBody(response.id, "2", "Five groups closed in one street."))

    def card() -> VersionCard:
        return next(c for c in panel.history.cards() if c.words().endswith("Four groups closed."))

    assert card().accessibleName().endswith("5 words, 3 words fewer than now")
    assert card().use_button.isEnabled()
    session.apply(SetBody(response.id, "2", "Four closed."))
    assert card().accessibleName().endswith("5 words, 1 word more than now")
    session.apply(SetBody(response.id, "2", "Four groups closed."))
    assert card().accessibleName().endswith("5 words, same as now")
    assert not card().use_button.isEnabled()
    session.apply(SetBody(response.id, "2", ""))
    assert card().use_button.isEnabled()


def test_a_version_can_be_restored_and_the_restoring_undone(
    written: None,
    panel: HelpPanel,
    page: QuestionPage,
    context: Context,
    response: Response,
    dialogs: FakeDialogs,
) -> None:
    panel.show_tab("History")
    panel.history.cards()[0].use_button.click()
    assert body(context, response) == "Four groups closed."
    assert page.sheet.editor.markdown() == "Four groups closed."
    assert "Undo" in dialogs.notices[-1]
    context.session.undo(response_scope(response.id))
    assert page.sheet.editor.markdown() == "Five groups closed."


def test_restoring_keeps_what_was_typed_a_moment_ago(
    written: None, panel: HelpPanel, page: QuestionPage, context: Context, response: Response
) -> None:
    panel.show_tab("History")
    QTest.keyClicks(page.sheet.editor, " Six soon.")
    panel.history.cards()[-1].use_button.click()
    kept = [version.body for version in context.session.versions(response.id, "2")]
    assert "Five groups closed. Six soon." in kept


def test_a_version_is_compared_side_by_side(
    written: None, panel: HelpPanel, page: QuestionPage, context: Context, response: Response
) -> None:
    panel.show_tab("History")
    panel.history.cards()[0].compare_button.click()
    window = panel.history.window_shown
    assert window is not None
    before, after = window.view.shown()
    assert "[−Four] groups closed." in before
    assert "[+Five] groups closed." in after
    window.act.click()
    assert body(context, response) == "Four groups closed."
    assert not window.isVisible()


# Inserting, end to end


def test_insert_on_a_card_writes_at_the_cursor_and_marks_the_card_as_used(
    panel: HelpPanel, page: QuestionPage, context: Context, response: Response, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: bool(panel.evidence.cards()))
    card = panel.evidence.cards()[0]
    assert card.suggestion is not None
    card.buttons[0].click()
    assert body(context, response).startswith(card.suggestion.piece.text[:40])
    qtbot.waitUntil(lambda: "Used above" in card.words())


def test_the_first_piece_of_evidence_can_be_inserted_by_command(
    panel: HelpPanel, page: QuestionPage, context: Context, response: Response, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: bool(panel.evidence.cards()))
    page.actions_here()["insert.first"]()
    first = panel.evidence.first()
    assert first is not None
    assert first.piece.source in body(context, response)


def test_commands_show_the_tab_that_they_need(panel: HelpPanel, page: QuestionPage) -> None:
    wanted: list[str] = []
    page.help_wanted.connect(wanted.append)
    page.actions_here()["question.history"]()
    assert panel.tab() is Tab.HISTORY
    page.actions_here()["insert.prompt"]()
    assert panel.tab() is Tab.PROMPTS
    assert wanted == ["History", "Prompts"]


def test_another_question_brings_its_own_help(
    panel: HelpPanel, page: QuestionPage, response: Response, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: bool(panel.evidence.cards()))
    first = panel.evidence.first()
    page.open(Place(PageId.QUESTION, response.id, "5"))
    qtbot.waitUntil(lambda: panel.evidence.first() not in {None, first})
