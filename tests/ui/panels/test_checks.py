"""The list of checks beside an answer, on a real session."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.core.changes import Changes, Kind
from desktop.core.dismissing import Checked
from desktop.core.edits import MarkAnswer, SetBody
from desktop.core.finding import Finding, FindingLevel
from desktop.core.response import AnswerMark, Response
from desktop.ui.context import Context
from desktop.ui.panels.checks import ChecksPanel
from desktop.ui.panels.checks_card import FindingCard
from desktop.ui.panels.help import HelpPanel
from desktop.ui.panels.help_tab import CardList
from desktop.ui.place import PageId, Place
from tests.ui.fakes import FakeDialogs

FAULTY = "Nearly 40% of halls lost money last year."


@pytest.fixture
def panel(help_panel: HelpPanel, context: Context, response: Response, qtbot: QtBot) -> ChecksPanel:
    """The list of checks at question 2, whose answer has a figure without a source."""
    context.session.apply(SetBody(response.id, "2", FAULTY))
    help_panel.show_tab("Checks")
    help_panel.activateWindow()
    qtbot.waitUntil(lambda: card(help_panel.checks, "figure-source") is not None)
    return help_panel.checks


def card(panel: ChecksPanel, check: str) -> FindingCard | None:
    return next((one for one in panel.cards() if one.finding.check == check), None)


def the_card(panel: ChecksPanel, check: str) -> FindingCard:
    found = card(panel, check)
    assert found is not None
    return found


def test_findings_stand_by_level_with_how_many_there_are(
    panel: ChecksPanel, help_panel: HelpPanel
) -> None:
    levels = [one.finding.level for one in panel.cards()]
    assert levels == sorted(levels, key=list(FindingLevel).index)
    assert sum(len(group.cards()) for group in panel.groups()) == len(levels)
    assert help_panel.titles()[2] == f"Checks {len(levels)}"
    assert all("(" in group.heading.text() for group in panel.groups())


def test_a_card_opens_to_what_to_do_and_only_one_is_open(panel: ChecksPanel) -> None:
    first, figure = panel.cards()[0], the_card(panel, "figure-source")
    first.setFocus()
    figure.setFocus()
    assert [one for one in panel.cards() if one.is_open] == [figure]
    assert figure.finding.remedy in figure.words()
    assert [button.text() for button in figure.buttons()][-2:] == ["Show", "Dismiss…"]


def test_a_card_with_more_to_say_than_there_is_room_shows_its_beginning(
    panel: ChecksPanel, help_panel: HelpPanel, qtbot: QtBot
) -> None:
    font = help_panel.font()
    font.setPixelSize(30)
    panel.setFont(font)
    help_panel.resize(380, 300)
    figure = the_card(panel, "figure-source")
    room = figure.parentWidget()
    while room is not None and not isinstance(room, CardList):
        room = room.parentWidget()
    assert room is not None
    figure.setFocus()
    qtbot.waitUntil(lambda: figure.is_open and figure.height() > room.viewport().height())
    qtbot.waitUntil(lambda: 0 <= figure.mapTo(room, QPoint(0, 0)).y() <= figure.height() // 4)


def test_arrow_keys_go_from_card_to_card_and_enter_goes_to_the_place(
    panel: ChecksPanel, visited: list[Place], response: Response
) -> None:
    cards = panel.cards()
    assert len(cards) > 1
    panel.focus_first()
    QTest.keyClick(cards[0], Qt.Key.Key_End)
    assert cards[-1].hasFocus()
    QTest.keyClick(cards[-1], Qt.Key.Key_Up)
    assert cards[-2].hasFocus()
    QTest.keyClick(cards[-2], Qt.Key.Key_Return)
    assert visited == [Place(PageId.QUESTION, response.id, "2")]


def test_only_one_card_is_reached_by_tab(panel: ChecksPanel) -> None:
    strong = [one for one in panel.cards() if one.focusPolicy() == Qt.FocusPolicy.StrongFocus]
    assert len(strong) == 1


def test_dismissing_needs_a_reason_and_keeps_it(
    panel: ChecksPanel, dialogs: FakeDialogs, qtbot: QtBot
) -> None:
    dialogs.texts += ["  ", "The figure is our own; the survey is attached."]
    figure = the_card(panel, "figure-source")
    figure.dismiss.emit()
    assert card(panel, "figure-source") is figure
    assert "say why" in dialogs.notices[-1]
    figure.dismiss.emit()
    qtbot.waitUntil(lambda: card(panel, "figure-source") is None)
    assert panel.dismissed.cards() == []
    panel.dismissed.fold_button.click()
    (gone,) = panel.dismissed.cards()
    assert gone.reason.startswith("Reason: The figure is our own; the survey is attached.")
    gone.back_button.click()
    qtbot.waitUntil(lambda: card(panel, "figure-source") is not None)
    assert panel.dismissed.isHidden()


def test_after_dismissing_by_key_the_next_card_has_the_keyboard(
    panel: ChecksPanel, dialogs: FakeDialogs, qtbot: QtBot
) -> None:
    dialogs.texts.append("We know.")
    first, second = panel.cards()[:2]
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: first not in panel.cards())
    assert second.hasFocus()
    assert second.is_open


def test_dismissing_can_be_taken_back_at_once(
    panel: ChecksPanel, dialogs: FakeDialogs, qtbot: QtBot
) -> None:
    dialogs.texts.append("We know.")
    the_card(panel, "figure-source").dismiss.emit()
    qtbot.waitUntil(lambda: card(panel, "figure-source") is None)
    dialogs.ways_back[-1]()
    qtbot.waitUntil(lambda: card(panel, "figure-source") is not None)


def test_the_notice_of_dismissing_does_not_take_back_what_was_written_since(
    panel: ChecksPanel,
    context: Context,
    response: Response,
    dialogs: FakeDialogs,
    qtbot: QtBot,
) -> None:
    dialogs.texts.append("We know.")
    the_card(panel, "figure-source").dismiss.emit()
    qtbot.waitUntil(lambda: card(panel, "figure-source") is None)
    context.session.apply(SetBody(response.id, "2", "In Fernbrook things are hard."))
    dialogs.ways_back[-1]()
    assert context.session.draft(response.id).answer("2").body == "In Fernbrook things are hard."
    assert dialogs.notices[-1].startswith("Something else was done since")


def test_a_card_that_is_open_stays_so_while_the_text_round_it_changes(
    panel: ChecksPanel, context: Context, response: Response, qtbot: QtBot
) -> None:
    figure = the_card(panel, "figure-source")
    figure.setFocus()
    context.session.apply(SetBody(response.id, "2", f"In Fernbrook things are hard. {FAULTY}"))
    qtbot.waitUntil(lambda: "Fernbrook" in the_card(panel, "figure-source").finding.basis)
    assert the_card(panel, "figure-source") is figure
    assert figure.is_open
    assert figure.hasFocus()


def test_the_whole_response_shows_where_each_finding_is(panel: ChecksPanel) -> None:
    here = len(panel.cards())
    panel.whole_button.click()
    assert len(panel.cards()) > here
    assert any("Question 1" in words for one in panel.cards() for words in one.words())
    panel.here_button.click()
    assert len(panel.cards()) == here


def test_the_answer_is_clean_when_it_is_skipped_with_a_reason(
    panel: ChecksPanel, help_panel: HelpPanel, context: Context, response: Response, qtbot: QtBot
) -> None:
    context.session.apply(MarkAnswer(response.id, "2", AnswerMark.SKIPPED, "Not our field."))
    qtbot.waitUntil(lambda: panel.message == "Nothing to mend in this answer.")
    assert help_panel.titles()[2] == "Checks"


def test_a_response_without_answers_says_so_before_it_is_listed(
    panel: ChecksPanel, context: Context, response: Response, qtbot: QtBot
) -> None:
    context.session.apply(SetBody(response.id, "2", ""))
    qtbot.waitUntil(lambda: card(panel, "figure-source") is None)
    assert panel.message == "1 worth mending."
    panel.whole_button.click()
    assert panel.message.startswith("None of the 9 questions is answered yet. 9 worth mending")
    assert {one.finding.check for one in panel.cards()} >= {"question-answered"}


def test_what_takes_no_part_in_checking_asks_for_no_check(
    panel: ChecksPanel, context: Context, qtbot: QtBot
) -> None:
    context.jobs.finish()
    QApplication.processEvents()
    changes: list[Changes] = []
    context.bridge.changed.connect(changes.append)
    context.session.set_setting("anything", 1)
    assert [change.kinds for change in changes] == [{Kind.SETTINGS}]
    assert not context.jobs.working


def say(panel: ChecksPanel, *findings: Finding) -> None:
    """Let the checks say these and nothing else."""
    panel.checks.say(Checked(findings))


def test_the_keyboard_stays_in_the_list_when_its_finding_is_gone(
    panel: ChecksPanel, context: Context, response: Response, qtbot: QtBot
) -> None:
    figure = the_card(panel, "figure-source")
    figure.setFocus()
    context.session.apply(SetBody(response.id, "2", "In Fernbrook things are hard."))
    qtbot.waitUntil(lambda: card(panel, "figure-source") is None)
    (focused,) = [one for one in panel.cards() if one.hasFocus()]
    assert focused.is_open
    say(panel)
    assert panel.here_button.hasFocus()


def test_the_keyboard_follows_a_finding_to_another_level(panel: ChecksPanel) -> None:
    figure = the_card(panel, "figure-source")
    figure.setFocus()
    others = [one.finding for one in panel.cards() if one is not figure]
    say(panel, replace(figure.finding, level=FindingLevel.ERROR), *others)
    (focused,) = [one for one in panel.cards() if one.hasFocus()]
    assert focused.finding.check == "figure-source"
    assert focused.finding.level is FindingLevel.ERROR


def test_the_arrow_keys_lead_to_cards_that_have_come_this_moment(panel: ChecksPanel) -> None:
    """Before anything is painted, and also where the order is another by now."""
    figure = the_card(panel, "figure-source")
    figure.setFocus()
    new = [replace(figure.finding, excerpt=words) for words in ("one", "two", "three")]
    say(panel, new[0], figure.finding, *new[1:])
    walked = []
    for key in (Qt.Key.Key_Home, *[Qt.Key.Key_Down] * 3):
        QTest.keyClick(focused_card(), key)
        walked.append(focused_card().finding)
    assert walked == [new[0], figure.finding, *new[1:]]
    say(panel, *reversed(walked))
    assert focused_card().finding == new[2]
    QTest.keyClick(focused_card(), Qt.Key.Key_Down)
    assert focused_card().finding == new[1]


def focused_card() -> FindingCard:
    focused = QApplication.focusWidget()
    assert isinstance(focused, FindingCard)
    return focused


def test_the_keyboard_stays_on_a_fix_while_the_text_round_it_changes(
    panel: ChecksPanel, context: Context, response: Response, qtbot: QtBot
) -> None:
    context.session.apply(SetBody(response.id, "2", "Funds should be utilised."))
    qtbot.waitUntil(lambda: card(panel, "jargon") is not None)
    jargon = the_card(panel, "jargon")
    jargon.setFocus()
    button = jargon.buttons()[0]
    button.setFocus()
    context.session.apply(SetBody(response.id, "2", "Here it is hard. Funds should be utilised."))
    qtbot.waitUntil(lambda: "hard" in the_card(panel, "jargon").finding.basis)
    assert QApplication.focusWidget() is button
    QTest.keyClick(button, Qt.Key.Key_Space)
    body = context.session.draft(response.id).answer("2").body
    assert body == "Here it is hard. Funds should be used."


def test_where_other_deeds_are_offered_the_keyboard_stays_on_the_same_one(
    panel: ChecksPanel,
) -> None:
    figure = the_card(panel, "figure-source")
    figure.setFocus()
    figure.buttons()[-1].setFocus()
    say(panel, replace(figure.finding, remedy="Do something else."))
    focused = QApplication.focusWidget()
    assert focused is figure.buttons()[-1]
    assert "Do something else." in figure.words()


def test_of_very_many_findings_the_first_are_shown_and_more_when_wanted(
    panel: ChecksPanel, context: Context, response: Response, qtbot: QtBot
) -> None:
    many = "\n\n".join(f"{number}% of halls lost money." for number in range(20, 70))
    context.session.apply(SetBody(response.id, "2", many))
    qtbot.waitUntil(lambda: any(not g.more_button.isHidden() for g in panel.groups()))
    group = next(group for group in panel.groups() if not group.more_button.isHidden())
    assert len(group.cards()) == 20
    group.more_button.click()
    assert len(group.cards()) == 40
