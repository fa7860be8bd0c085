"""A call is answered under the rules of the body that makes it, where these are known."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

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


def test_a_call_of_a_body_that_is_not_known_is_answered_under_what_suits_any(
    session: Session,
) -> None:
    call = Call("Libraries", "Fernbrook Assembly", date(2027, 3, 1), questions=QUESTIONS)
    (key,) = bring_in(session, a_call(call))
    assert session.intake.consultation_of(key).rules == "any-body"
