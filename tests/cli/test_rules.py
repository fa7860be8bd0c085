"""`consultee rules`: whose rules are known, what holds for a response, what is wrong in a file."""

from __future__ import annotations

from datetime import date, datetime, time
from pathlib import Path

import pytest

from desktop.core.consultation import LimitUnit
from desktop.core.rules import Authority, Rule, Strength
from desktop.core.rules_changes import CallChanges, with_rule, without_rule
from desktop.paths import Paths
from desktop.session import Session
from tests.cli.conftest import REPOSITORY, Consultee
from tests.store.packs.samples import RULES, spoilt


@pytest.fixture
def changed(example: Path, tmp_path: Path) -> Path:
    """The example, with a limit of its own and without a rule on the date."""
    paths = Paths(content=REPOSITORY, data=tmp_path, config=tmp_path)
    session = Session.open(example, paths, lambda: datetime(2026, 11, 28, 9, 0))  # noqa: DTZ001
    (card,) = session.responses()
    call = session.calls.of(session.draft(card.response.id))
    own = Rule(
        "length",
        "At most 4,000 words.",
        Strength.MUST,
        Authority.OFFICIAL,
        "The call",
        "",
        date(2026, 11, 28),
        4000,
        LimitUnit.WORDS,
    )
    changes = CallChanges(closes=date(2027, 7, 20), closes_time=time(12))
    changes = without_rule(with_rule(changes, call.body, own), call.body, "date")
    session.calls.change(call, changes, "change to the rules")
    session.close()
    return example


def test_every_body_is_listed(consultee: Consultee, example: Path) -> None:
    done = consultee("rules", "list", "--workspace", example)
    assert done.code == 0
    assert len(done.out.splitlines()) == 14
    bodies = consultee("rules", "list", "--workspace", example, "--json").json["bodies"]
    assert {"senedd", "appg", "any-body"} <= {body["id"] for body in bodies}


def test_the_rules_of_a_body_come_with_authority_address_and_day(
    consultee: Consultee, example: Path
) -> None:
    done = consultee("rules", "show", "senedd", "--workspace", example)
    assert "language: should:" in done.out
    assert "checked 2026-11-22" in done.out
    assert "Check the call:" in done.out
    shown = consultee("rules", "show", "senedd", "--workspace", example, "--json").json
    assert shown["venue"] == "senedd"
    assert "anonymity" in shown["check_the_call"]


def test_the_rules_of_a_response_say_what_was_changed(consultee: Consultee, changed: Path) -> None:
    def asked(*more: str) -> tuple[str | Path, ...]:
        (card,) = consultee("list", "--workspace", changed, "--json").json["responses"]
        return ("rules", "show", "--response", card["id"], "--workspace", changed, *more)

    done = consultee(*asked())
    assert "Changed for this consultation:" in done.out
    assert "length (changed); the body says: A submission should be about" in done.out
    shown = consultee(*asked("--json")).json
    assert {each["id"]: each["standing"] for each in shown["changed"]} == {
        "length": "changed",
        "date": "removed",
    }
    assert (shown["closes"], shown["closes_time"]) == ("2027-07-20", "12:00")


def test_a_body_that_is_not_known_is_said_in_a_sentence(
    consultee: Consultee, example: Path
) -> None:
    done = consultee("rules", "show", "fernbrook", "--workspace", example)
    assert done.code == 1
    assert "fernbrook" in done.err


def test_a_sound_file_of_rules_has_nothing_wrong(consultee: Consultee, tmp_path: Path) -> None:
    file = tmp_path / "harbour.toml"
    file.write_text(RULES, encoding="utf-8")
    done = consultee("rules", "check", file)
    assert (done.code, done.out) == (0, "1 file checked: nothing is wrong.\n")


def test_an_unknown_rule_a_wrong_unit_and_a_day_that_is_none_are_named(
    consultee: Consultee, tmp_path: Path
) -> None:
    file = tmp_path / "harbour.toml"
    bad = spoilt(RULES, 'id = "length"', 'id = "lenght"')
    bad = spoilt(bad, "checked = 2026-11-22\n\n", 'checked = "2026-02-30"\n\n')
    file.write_text(bad, encoding="utf-8")
    done = consultee("rules", "check", file, "--json")
    assert done.code == 1
    messages = [problem["message"] for problem in done.json["problems"]]
    assert messages == [
        "'2026-02-30' is not a day of the calendar",
        "'lenght' is not one of them (did you mean 'length'?)",
    ]
