"""The Rules tab: what holds for the call, what is changed of it, and what nobody knows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time

import pytest
from PySide6.QtWidgets import QDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop.core.consultation import Consultation, LimitUnit
from desktop.core.edits import response_scope
from desktop.core.response import Response
from desktop.core.rule_kinds import RULE_KINDS
from desktop.core.rules import Numbering, Rule, Strength
from desktop.core.rules_changes import CallChanges, Closing, Standing
from desktop.session import Session
from desktop.ui.context import Context
from desktop.ui.pages.review_rules import RulesView
from desktop.ui.rules.closing_sheet import ClosingSheet, read_day
from desktop.ui.rules.document_sheet import DocumentSheet
from desktop.ui.rules.rule_sheet import RuleSheet
from tests.ui.fakes import FakeDialogs


@pytest.fixture
def view(
    qtbot: QtBot, context: Context, session: Session, response: Response
) -> Iterator[RulesView]:
    view = RulesView(context)
    qtbot.addWidget(view)
    view.resize(900, 700)
    view.show_draft(session.draft(response.id))
    view.show()
    yield view
    for sheet in view.findChildren(QDialog):
        sheet.reject()


def again(view: RulesView, session: Session, response: Response) -> None:
    """Show what holds now, as the page does when it hears of a change."""
    view.show_draft(session.draft(response.id))


def said(widget: QWidget) -> list[str]:
    return [label.text().replace("\u200b", "") for label in widget.findChildren(QLabel)]


def sheet_of(view: RulesView, kind: type[QDialog]) -> QDialog:
    return view.findChildren(kind)[-1]


def change(view: RulesView, rule_id: str) -> RuleSheet:
    next(card for card in view.cards if card.held.id == rule_id).change_button.click()
    sheet = sheet_of(view, RuleSheet)
    assert isinstance(sheet, RuleSheet)
    return sheet


def rule_of(session: Session, response: Response, rule_id: str) -> Rule | None:
    return session.draft(response.id).rules.rule(rule_id)


def test_every_rule_is_there_once_with_who_says_so_and_when_that_was_checked(
    view: RulesView, session: Session, response: Response
) -> None:
    rules = session.draft(response.id).rules.rules
    assert sorted(card.held.id for card in view.cards) == sorted(rule.id for rule in rules)
    texts = said(view)
    for rule in rules:
        assert rule.says in texts
        assert any(text.startswith(rule.source) and "checked" in text for text in texts)
    assert "Checked as: 3,000 words." in texts


def test_what_nobody_knows_is_asked_for_and_can_be_written_down(
    view: RulesView, session: Session, response: Response
) -> None:
    names = [button.text() for button in view.asked]
    assert "Anonymity…" in names
    view.asked[names.index("Anonymity…")].click()
    sheet = sheet_of(view, RuleSheet)
    assert isinstance(sheet, RuleSheet)
    sheet.says.set_text("You may ask to stay anonymous.")
    sheet.choices["ok"].setChecked(True)
    sheet.choices["by-request"].setChecked(True)
    sheet.accept()
    assert session.draft(response.id).rules.choice("anonymity") == "by-request"
    again(view, session, response)
    assert "Anonymity…" not in [button.text() for button in view.asked]
    card = next(card for card in view.cards if card.held.id == "anonymity")
    assert card.held.standing is Standing.ADDED
    card.back_button.click()
    assert rule_of(session, response, "anonymity") is None


def test_a_changed_rule_shows_what_the_body_says_and_goes_back_to_it(
    view: RulesView, session: Session, response: Response
) -> None:
    body = rule_of(session, response, "length")
    assert body is not None
    sheet = change(view, "length")
    sheet.says.set_text("At most 4,000 words.")
    sheet.strength.setCurrentIndex(sheet.strength.findData(Strength.MUST.value))
    sheet.number.setText("4,000")
    sheet.accept()
    rule = rule_of(session, response, "length")
    assert rule is not None
    assert (rule.value, rule.unit, rule.strength) == (4000, LimitUnit.WORDS, Strength.MUST)
    limit = session.draft(response.id).consultation.limit
    assert limit is not None
    assert (limit.value, limit.hard) == (4000, True)
    again(view, session, response)
    card = next(card for card in view.cards if card.held.id == "length")
    assert "Changed for this consultation" in said(card)
    assert f"The body says: {body.says} (3,000 words)" in said(card)
    card.back_button.click()
    assert rule_of(session, response, "length") == body


def test_a_rule_may_not_hold_here_and_undo_brings_it_back(
    view: RulesView, session: Session, response: Response
) -> None:
    sheet = change(view, "date")
    sheet.says.set_text("")
    sheet.accept()
    assert sheet.trouble.text() == "Say in a sentence what is asked."
    view.findChildren(RuleSheet)[-1].reject()
    again_sheet = change(view, "date")
    assert again_sheet._remove is not None
    again_sheet._taken_away()
    assert rule_of(session, response, "date") is None
    again(view, session, response)
    card = next(card for card in view.cards if card.held.id == "date")
    assert "Does not hold here" in said(card)
    session.undo(response_scope(response.id))
    assert rule_of(session, response, "date") is not None


@pytest.mark.parametrize(
    ("rule_id", "number", "text", "trouble"),
    [
        ("length", "many", "", "“many” is not a whole number above nought."),
        ("length", "0", "", "“0” is not a whole number above nought."),
        ("length", "12345678901", "", "The number is too large."),
        ("closing-time", "", "25:00", "“25:00” is no time of day: write it as 17:00."),
        ("time-zone", "", "Fernbrook", "“Fernbrook” is no time zone: write it as Europe/London."),
    ],
)
def test_what_cannot_be_read_is_said_and_nothing_is_saved(
    view: RulesView, rule_id: str, number: str, text: str, trouble: str
) -> None:
    view._change(rule_id)
    sheet = sheet_of(view, RuleSheet)
    assert isinstance(sheet, RuleSheet)
    sheet.says.set_text("Something.")
    sheet.number.setText(number)
    sheet.text.setText(text)
    sheet.accept()
    assert sheet.trouble.text() == trouble
    assert sheet.isVisible()


def test_a_rule_of_any_kind_can_be_added(
    view: RulesView, dialogs: FakeDialogs, session: Session, response: Response
) -> None:
    view.add_button.click()
    assert view.findChildren(RuleSheet) == [], "the person changed their mind"
    dialogs.choices.append(0)
    view.add_button.click()
    sheet = sheet_of(view, RuleSheet)
    assert isinstance(sheet, RuleSheet)
    sheet.says.set_text("At most 300 words for each answer.")
    sheet.number.setText("300")
    sheet.accept()
    added = [rule.id for rule in session.draft(response.id).rules.rules][-1]
    assert added == "answer-length"
    assert {
        q.limit.value for q in session.draft(response.id).consultation.questions if q.limit
    } == {300}


def test_another_body_can_be_followed_and_the_own_one_again(
    view: RulesView, dialogs: FakeDialogs, session: Session, response: Response
) -> None:
    ids = [rules.id for rules in session.calls.bodies()]
    dialogs.choices += [ids.index("senedd"), ids.index("pasc-2011"), None]
    view.follow_button.click()
    assert session.draft(response.id).rules.id == "senedd"
    again(view, session, response)
    assert "Welsh" in " ".join(said(view))
    view.follow_button.click()
    assert session.draft(response.id).rules.id == "pasc-2011"
    again(view, session, response)
    view.follow_button.click()
    assert session.calls.of(session.draft(response.id)).changes == CallChanges()


def test_the_closing_time_is_written_down_as_people_write_it(
    view: RulesView, session: Session, response: Response
) -> None:
    view.closing_button.click()
    sheet = sheet_of(view, ClosingSheet)
    assert isinstance(sheet, ClosingSheet)
    for day, clock, zone, trouble in (
        ("soon", "", "", "“soon” is no day: write it as 20 July 2027."),
        ("20 July 2027", "later", "", "“later” is no time of day: write it as 17:00."),
        ("20 July 2027", "noon", "Here", "“Here” is no time zone: write it as Europe/London."),
    ):
        sheet.day.setText(day)
        sheet.clock.setText(clock)
        sheet.zone.setText(zone)
        sheet.accept()
        assert sheet.trouble.text() == trouble
    sheet.zone.setText("")
    sheet.accept()
    call = session.draft(response.id).consultation
    assert (call.closes, call.closes_time) == (date(2027, 7, 20), time(12))
    again(view, session, response)
    assert "Closes on 20 July 2027 at 12:00, UK time." in said(view)
    view.closing_button.click()
    second = sheet_of(view, ClosingSheet)
    assert isinstance(second, ClosingSheet)
    second._back()
    assert session.draft(response.id).consultation.closes is None


def test_a_closing_day_that_the_call_came_with_can_be_emptied_and_brought_back(
    view: RulesView, session: Session, response: Response
) -> None:
    call = replace(
        session.draft(response.id).consultation, closes=date(2027, 7, 20), closes_time=time(17)
    )
    saved = [CallChanges(time_zone="UTC")]

    def sheet_for(call: Consultation) -> ClosingSheet:
        sheet = ClosingSheet(call, saved[-1], saved.append, parent=view)
        sheet.open()
        return sheet

    first = sheet_for(call)
    first.day.clear()
    first.accept()
    assert saved[-1] == CallChanges(time_zone="UTC", unknown=(Closing.DAY,))
    second = sheet_for(replace(call, closes=None))
    second.clock.setText("noon")
    second.accept()
    assert saved[-1].unknown == (Closing.DAY,)
    third = sheet_for(replace(call, closes=None, closes_time=time(12)))
    third.day.setText("21 July 2027")
    third.accept()
    assert (saved[-1].closes, saved[-1].unknown) == (date(2027, 7, 21), ())


def test_a_long_address_shows_its_beginning(
    view: RulesView, session: Session, response: Response
) -> None:
    address = f"https://example.org/{'a/' * 200}"
    call = replace(session.draft(response.id).consultation, address=address)
    saved: list[Rule] = []
    sheet = RuleSheet(
        RULE_KINDS["logos"], None, call, date(2026, 11, 28), saved.append, parent=view
    )
    sheet.open()
    assert sheet.address.cursorPosition() == 0
    sheet.says.set_text("None.")
    sheet.accept()
    assert saved[0].address == address


def test_the_shape_of_the_document_may_differ_and_goes_back(
    view: RulesView, session: Session, response: Response
) -> None:
    view.document_button.click()
    sheet = sheet_of(view, DocumentSheet)
    assert isinstance(sheet, DocumentSheet)
    for box in sheet.formats.values():
        box.setChecked(False)
    sheet.accept()
    assert "at least one" in sheet.trouble.text()
    sheet.formats["pdf"].setChecked(True)
    sheet.title.setText("From {% NAME %}")
    sheet.accept()
    assert "braces" in sheet.trouble.text()
    sheet.title.setText("Views of NAME")
    sheet.numbering.setCurrentIndex(sheet.numbering.findData(Numbering.BY_SECTION.value))
    sheet.accept()
    document = session.draft(response.id).rules.document
    assert document.title_line == "Views of {{ organisation }}"
    assert (document.numbering, document.formats) == (Numbering.BY_SECTION, ("pdf",))
    again(view, session, response)
    assert any(text.startswith("Changed for this consultation.") for text in said(view))
    view.document_button.click()
    second = sheet_of(view, DocumentSheet)
    assert isinstance(second, DocumentSheet)
    second._back()
    assert session.calls.of(session.draft(response.id)).changes.document is None


@pytest.mark.parametrize(
    ("text", "day"),
    [("20 July 2027", date(2027, 7, 20)), ("20/7/2027", date(2027, 7, 20)), ("July 2027", None)],
)
def test_a_day_is_read_as_people_write_it(text: str, day: date | None) -> None:
    assert read_day(text) == day
