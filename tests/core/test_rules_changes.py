"""What holds for one call: the body's rules, with what the call itself says laid over."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.consultation import Consultation, Limit, LimitUnit, Question
from desktop.core.rule_kinds import GROUP_NAMES, RULE_KINDS, RuleGroup
from desktop.core.rules import (
    Authority,
    DocumentRules,
    Form,
    Numbering,
    Rule,
    Rules,
    Strength,
)
from desktop.core.rules_changes import (
    CallChanges,
    Closing,
    Standing,
    as_the_body_says,
    call_in_force,
    changes_count,
    compared,
    is_old,
    rules_in_force,
    to_check,
    with_rule,
    without_rule,
)

CHECKED = date(2026, 11, 22)


def rule(
    key: str,
    value: int | None = None,
    unit: LimitUnit | None = None,
    *,
    strength: Strength = Strength.SHOULD,
    text: str = "",
    says: str = "Be so.",
) -> Rule:
    return Rule(
        key,
        says,
        strength,
        Authority.OFFICIAL,
        "Guide of the Larchfield Committee",
        "https://example.org",
        CHECKED,
        value,
        unit,
        text=text,
    )


LENGTH = rule("length", 3000, LimitUnit.WORDS)
BODY = Rules(
    "larchfield",
    "Larchfield Committee",
    "Larchfield Committee",
    CHECKED,
    rules=(LENGTH, rule("pages", 8, LimitUnit.PAGES), rule("date")),
)
CALL = Consultation(
    "halls",
    "Halls",
    "Larchfield Committee",
    (Question("1", "What do halls need?", "Needs"),),
    "larchfield",
)
OWN_LENGTH = rule("length", 4000, LimitUnit.WORDS, strength=Strength.MUST)


def in_force(changes: CallChanges, body: Rules = BODY, call: Consultation = CALL) -> Consultation:
    return call_in_force(call, rules_in_force(body, changes), changes)


def test_without_changes_the_rules_of_the_body_hold() -> None:
    assert rules_in_force(BODY, CallChanges()) == BODY
    assert all(each.standing is Standing.SAME for each in compared(BODY, CallChanges()))
    assert changes_count(BODY, CallChanges()) == 0


def test_a_changed_an_added_and_a_removed_rule_are_told_apart() -> None:
    changes = with_rule(CallChanges(), BODY, OWN_LENGTH)
    changes = with_rule(changes, BODY, rule("logos"))
    changes = without_rule(changes, BODY, "date")
    assert rules_in_force(BODY, changes).rules == (OWN_LENGTH, BODY.rules[1], rule("logos"))
    assert {each.id: each.standing for each in compared(BODY, changes)} == {
        "length": Standing.CHANGED,
        "pages": Standing.SAME,
        "date": Standing.REMOVED,
        "logos": Standing.ADDED,
    }
    assert compared(BODY, changes)[0].body == LENGTH
    assert changes_count(BODY, changes) == 3


def test_a_rule_goes_back_to_what_the_body_says() -> None:
    changes = without_rule(with_rule(CallChanges(), BODY, OWN_LENGTH), BODY, "date")
    back = as_the_body_says(as_the_body_says(changes, "length"), "date")
    assert back == CallChanges()


def test_saying_what_the_body_says_is_no_change_and_taking_away_what_was_added_leaves_none() -> (
    None
):
    assert with_rule(CallChanges(), BODY, LENGTH) == CallChanges()
    added = with_rule(CallChanges(), BODY, rule("logos"))
    assert without_rule(added, BODY, "logos") == CallChanges()


def test_the_shape_of_the_document_may_differ_too() -> None:
    shape = DocumentRules(numbering=Numbering.BY_SECTION)
    changes = CallChanges(document=shape)
    assert rules_in_force(BODY, changes).document == shape
    assert changes_count(BODY, changes) == 1
    assert changes_count(BODY, CallChanges(document=BODY.document)) == 0


@given(st.lists(st.tuples(st.sampled_from(["length", "date", "logos"]), st.integers(0, 2))))
def test_whatever_is_changed_each_rule_holds_at_most_once(steps: list[tuple[str, int]]) -> None:
    changes = CallChanges()
    for key, step in steps:
        if step == 0:
            changes = with_rule(changes, BODY, rule(key, says="Something else."))
        elif step == 1:
            changes = without_rule(changes, BODY, key)
        else:
            changes = as_the_body_says(changes, key)
    held = [each.id for each in rules_in_force(BODY, changes).rules]
    assert len(held) == len(set(held))
    for key in ("length", "date", "logos"):
        changes = as_the_body_says(changes, key)
    assert changes == CallChanges()


def test_a_limit_comes_from_the_call_then_from_the_rules() -> None:
    assert in_force(CallChanges()).limit == Limit(3000)
    own = replace(CALL, limit=Limit(500, note="At most 500 words."))
    assert in_force(CallChanges(), call=own).limit == own.limit


def test_a_changed_length_is_the_limit_whatever_the_call_said() -> None:
    own = replace(CALL, limit=Limit(500))
    changes = with_rule(CallChanges(), BODY, OWN_LENGTH)
    assert in_force(changes, call=own).limit == Limit(4000, hard=True)
    pages = with_rule(CallChanges(), BODY, rule("pages", 2, LimitUnit.PAGES))
    assert in_force(pages, call=own).limit == Limit(2, LimitUnit.PAGES)


def test_without_a_rule_on_length_the_pages_count_and_without_either_nothing_does() -> None:
    changes = without_rule(CallChanges(), BODY, "length")
    assert in_force(changes).limit == Limit(8, LimitUnit.PAGES)
    assert in_force(without_rule(changes, BODY, "pages")).limit is None
    silent = replace(BODY, rules=(rule("length"),))
    assert in_force(CallChanges(), body=silent).limit is None


def test_the_length_of_an_answer_holds_for_questions_that_have_none_of_their_own() -> None:
    boxes = replace(BODY, rules=(rule("answer-length", 900, LimitUnit.CHARACTERS),))
    own = Question("2", "Why?", "Why", limit=Limit(100))
    call = replace(CALL, questions=(*CALL.questions, own))
    found = in_force(CallChanges(), boxes, call).questions
    assert [each.limit for each in found] == [Limit(900, LimitUnit.CHARACTERS), Limit(100)]
    changed = with_rule(CallChanges(), boxes, rule("answer-length", 200, LimitUnit.WORDS))
    assert {each.limit for each in in_force(changed, boxes, call).questions} == {Limit(200)}
    none = without_rule(CallChanges(), boxes, "answer-length")
    assert {each.limit for each in in_force(none, boxes, call).questions} == {None}


def test_a_closing_day_that_the_call_came_with_may_be_not_known_after_all() -> None:
    noon = replace(BODY, rules=(rule("closing-time", text="12:00"),))
    call = replace(CALL, closes=date(2027, 3, 1), closes_time=time(17))
    nothing = in_force(CallChanges(unknown=(Closing.DAY, Closing.TIME)), noon, call)
    assert (nothing.closes, nothing.closes_time) == (None, None)
    day_only = in_force(CallChanges(unknown=(Closing.TIME,)), noon, call)
    assert (day_only.closes, day_only.closes_time) == (date(2027, 3, 1), None)


def test_a_closing_time_comes_from_the_change_then_the_call_then_the_body() -> None:
    noon = replace(
        BODY, rules=(rule("closing-time", text="12:00"), rule("time-zone", text="Europe/London"))
    )
    assert in_force(CallChanges(), noon).closes_time == time(12)
    assert in_force(CallChanges(), noon).time_zone == "Europe/London"
    call = replace(CALL, closes=date(2027, 3, 1), closes_time=time(17), time_zone="UTC")
    assert in_force(CallChanges(), noon, call).closes_time == time(17)
    changes = CallChanges(closes=date(2027, 4, 1), closes_time=time(9), time_zone="Europe/Paris")
    found = in_force(changes, noon, call)
    assert (found.closes, found.closes_time, found.time_zone) == (
        date(2027, 4, 1),
        time(9),
        "Europe/Paris",
    )


def test_what_a_person_must_know_and_nobody_says_is_asked_for() -> None:
    asked = {kind.id for kind in to_check(BODY, CALL)}
    assert {"publication", "closing-time", "ai-policy", "numbering"} <= asked
    assert "length" not in asked
    assert "answer-length" not in asked, "it is asked for in forms alone"
    form = replace(BODY, form=Form.ANSWERS, rules=())
    asked = {kind.id for kind in to_check(form, CALL)}
    assert "answer-length" in asked
    assert "numbering" not in asked


def test_what_the_call_says_need_not_be_asked_for() -> None:
    form = replace(BODY, form=Form.ANSWERS, rules=())
    question = replace(CALL.questions[0], limit=Limit(100))
    call = replace(CALL, closes_time=time(12), limit=Limit(9), questions=(question,))
    assert not {"closing-time", "answer-length"} & {kind.id for kind in to_check(form, call)}
    assert "length" not in {kind.id for kind in to_check(replace(BODY, rules=()), call)}


@pytest.mark.parametrize(
    ("checked", "today", "old"),
    [
        (date(2026, 11, 22), date(2027, 11, 22), False),
        (date(2026, 11, 22), date(2027, 11, 23), True),
        (date(2026, 11, 22), date(2028, 1, 1), True),
        (date(2026, 11, 22), date(2026, 11, 28), False),
        (date(2024, 2, 29), date(2025, 2, 28), False),
        (date(2024, 2, 29), date(2025, 3, 1), True),
    ],
)
def test_a_rule_is_old_when_it_was_checked_more_than_a_year_ago(
    checked: date, today: date, old: bool
) -> None:
    assert is_old(replace(LENGTH, checked=checked), today) is old


def test_every_kind_of_rule_has_a_name_and_a_group_with_a_name() -> None:
    assert set(GROUP_NAMES) == set(RuleGroup)
    for key, kind in RULE_KINDS.items():
        assert key == kind.id
        assert kind.name[0].isupper()
        assert len(kind.words) == len(kind.choices)
    assert len({kind.name for kind in RULE_KINDS.values()}) == len(RULE_KINDS)


def test_choices_are_said_in_words() -> None:
    assert RULE_KINDS["channel"].said(["email", "post"]) == "by email, by post"
