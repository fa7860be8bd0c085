"""What the check of approval says where the house rules tell who approves."""

from __future__ import annotations

from datetime import date

import pytest

from desktop.checks import check
from desktop.core.finding import Finding, FindingLevel
from tests.checks.example_keys import KEYS
from tests.checks.sound_draft import sound

TOP = 'source = "Standing orders"\naddress = "https://example.org/orders"\n[sign_off]\n'
WHO = f'{TOP}who = "The chair of trustees"\n'


def said(**given: object) -> Finding:
    picture = sound()
    for key, value in given.items():
        picture = KEYS[key](picture, value)
    (finding,) = (one for one in check(picture.draft, picture.known) if one.check == "sign-off")
    return finding


def test_it_says_who_approves_it_and_where_that_stands() -> None:
    finding = said(house=WHO)
    assert finding.level is FindingLevel.ERROR
    assert finding.sentence == "The chair of trustees has not approved this yet."
    assert finding.remedy.startswith("Your house rules say who approves it: The chair of trustees.")
    assert (finding.authority, finding.address) == ("Standing orders", "https://example.org/orders")


def test_whoever_is_named_for_this_response_is_waited_for_by_that_name() -> None:
    finding = said(house=WHO, sign_off={"who": "Grace Adeyemi"})
    assert finding.sentence == "Grace Adeyemi has not approved this yet."
    assert "The chair of trustees" in finding.remedy


@pytest.mark.parametrize(
    ("closes", "day"),
    [(date(2027, 2, 26), ", by 21 February 2027. Ask early. Have it"), (date.min, "s. Ask early.")],
)
def test_it_says_by_when_if_the_rules_and_the_call_say_so(closes: date, day: str) -> None:
    finding = said(house=f'{WHO}days = 5\nsays = "Ask early."\n', closes=closes)
    assert day in finding.remedy
