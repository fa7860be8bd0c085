"""Rules are asked for by their ids."""

from __future__ import annotations

from datetime import date

from desktop.core.rules import Authority, Rule, Rules, Strength

DAY = date(2026, 11, 22)


def test_a_body_says_what_it_demands_and_what_it_only_advises() -> None:
    anonymity = Rule(
        "anonymity",
        "Give your name.",
        Strength.MUST,
        Authority.OFFICIAL,
        "Guide",
        "",
        DAY,
        choices=("refused",),
    )
    advice = Rule("date", "Date it.", Strength.ADVICE, Authority.OFFICIAL, "Guide", "", DAY)
    rules = Rules("larch", "Larch", "Larch", DAY, rules=(anonymity, advice))
    assert rules.choice("anonymity") == "refused"
    assert rules.choices("anonymity") == ("refused",)
    assert rules.choice("date") == ""
    assert rules.choice("channel") == ""
    assert rules.demands("anonymity")
    assert not rules.demands("date")
    assert not rules.demands("channel")
