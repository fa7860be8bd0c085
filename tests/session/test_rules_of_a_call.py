"""A call is answered under the rules of the body that makes it, where these are known."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest

from desktop.core.rules import Rules
from desktop.core.understanding import Call, CalledQuestion
from desktop.session import Session
from desktop.session.making import rules_for
from tests.support.imported import a_call, bring_in

QUESTIONS = (CalledQuestion("1", "What do halls need?"),)


def of_body(key: str, body: str, title: str = "") -> Rules:
    return Rules(key, title or body, body, date(2026, 11, 27))


KNOWN = (
    of_body("any", "Any body"),
    of_body("assembly", "Fernbrook Assembly"),
    of_body("halls", "Fernbrook Assembly Committee on Halls"),
    of_body("halls-2011", "Fernbrook Assembly Committee on Village Halls", "The halls, 2011"),
)


@pytest.mark.parametrize(
    ("body", "rules"),
    [
        ("Fernbrook Assembly", "assembly"),
        ("The Committee on Buses of the Fernbrook Assembly", "assembly"),
        ("Fernbrook Assembly Committee on Village Halls", "halls"),
        ("Thornley Council", "any-body"),
        ("", "any-body"),
    ],
)
def test_the_closest_rules_of_the_body_are_taken(body: str, rules: str) -> None:
    assert rules_for(Call("Halls", body, date(2027, 3, 1)), KNOWN) == rules


def test_rules_of_a_year_are_taken_for_that_year_alone() -> None:
    call = Call("Halls", "Fernbrook Assembly Committee on Village Halls", date(2011, 3, 1))
    assert rules_for(call, KNOWN) == "halls-2011"
    assert rules_for(replace(call, closes=date(2012, 3, 1)), KNOWN) == "halls"
    assert rules_for(replace(call, closes=None), KNOWN) == "halls"


def test_a_call_of_the_commons_is_answered_under_the_rules_of_the_commons(
    session: Session,
) -> None:
    asks = "House of Commons Education Committee"
    call = Call("Libraries", asks, date(2027, 3, 1), questions=QUESTIONS)
    (key,) = bring_in(session, a_call(call))
    assert session.intake.consultation_of(key).rules == "commons-select-committee"


@pytest.mark.parametrize(
    ("body", "rules"),
    [
        ("House of Lords Public Services Committee", "lords-select-committee"),
        ("House of Commons Education Committee", "commons-select-committee"),
        ("Children (Halls) Public Bill Committee", "public-bill-committee"),
        ("Senedd Cymru Culture Committee", "senedd"),
        ("Welsh Parliament Finance Committee", "senedd"),
        ("Scottish Parliament Health Committee", "scottish-parliament"),
        ("Public Petitions Committee of the Scottish Parliament", "scottish-petition"),
        ("Northern Ireland Assembly Committee for Communities", "ni-assembly"),
        ("Department for Education", "uk-government"),
        ("Ministry of Justice", "uk-government"),
        ("HM Treasury", "uk-government"),
        ("Scottish Government", "scottish-government"),
        ("All-Party Parliamentary Group on Halls", "appg"),
        ("APPG for Village Halls", "appg"),
        ("Thornley Borough Council", "local-authority"),
        ("Thornley Combined Authority", "local-authority"),
        # None of these is what one of its words might suggest.
        ("Department for Communities, Northern Ireland", "any-body"),
        ("Welsh Government", "any-body"),
        ("Arts Council of Thornley", "any-body"),
        ("Department of Sociology, University of Thornley", "any-body"),
        ("Thornley Housing Association", "any-body"),
    ],
)
def test_each_body_that_is_known_is_told_by_its_names(
    session: Session, body: str, rules: str
) -> None:
    assert rules_for(Call("Halls", body, date(2027, 3, 1)), session.calls.bodies()) == rules


@pytest.mark.parametrize(("written", "at"), [("12 noon", time(12)), ("soon", None)])
def test_the_time_of_day_that_a_call_gives_is_kept_and_one_that_cannot_be_read_is_not(
    session: Session, written: str, at: time | None
) -> None:
    call = Call(
        "Libraries", "Thornley", date(2027, 3, 1), closing_time=written, questions=QUESTIONS
    )
    (key,) = bring_in(session, a_call(call))
    assert session.intake.consultation_of(key).closes_time == at


def test_a_call_of_a_body_that_is_not_known_is_answered_under_what_suits_any(
    session: Session,
) -> None:
    call = Call("Libraries", "Fernbrook Assembly", date(2027, 3, 1), questions=QUESTIONS)
    (key,) = bring_in(session, a_call(call))
    assert session.intake.consultation_of(key).rules == "any-body"
