"""Checking while somebody writes: what was said of a line stands until it changes."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from desktop.checks import Checker, Known, check, checker
from desktop.checks.mending import mended
from desktop.checks.reading import WrittenLine
from desktop.checks.registry import Check
from desktop.core.checking_edits import MendText
from desktop.core.finding import Finding, FindingLevel, Fix, Group, Replacement, Spot
from desktop.core.response import Draft
from desktop.core.rules import Authority, Rule, Rules, Strength
from tests.support.drafts import DAY, SNIPPET, make_draft, make_rules

KNOWN = Known(DAY.date(), (SNIPPET,))
TEXTS = st.sampled_from(
    [
        "",
        "Nearly 40% of halls lost money.",
        "Ring 01632 960123.\n\nNearly 40% of halls lost money.",
        f"{SNIPPET.text} [@larch-2024, page 4]",
        "So they say. [@lost-source]\n\n- One\n- Some 5,000 went.",
        "Nearly 40% of halls lost money.\n\nNearly 40% of halls lost money.",
    ]
)


class Counting:
    """A check of lines that counts what it was shown."""

    def __init__(self) -> None:
        self.seen: list[str] = []

    def look(self, line: WrittenLine, _known: Known) -> Iterator[Finding]:
        self.seen.append(line.text)
        at = line.text.find("bad")
        if at >= 0:
            spot = Spot(line.field, line.item, 0, at, at + 3)
            level = FindingLevel.NUDGE
            fix = Fix("Take it out", (Replacement(spot, "bad", ""),))
            said = (line.part, "It is bad.", "Mend it.", line.question)
            yield Finding("c", level, *said, spot=spot, fixes=(fix,))


def counted(rule: str = "", authority: str = "") -> tuple[Counting, Checker]:
    counting = Counting()
    one = Check("c", Group.LANGUAGE, "Bad", line=counting.look, rule=rule, authority=authority)
    return counting, Checker((one,))


def body(text: str, rules: Rules | None = None) -> Draft:
    return make_draft({"1": text}, questions=1, key_points=False, rules=rules, reason="")


def test_only_the_line_that_changed_is_looked_at_again() -> None:
    counting, own = counted()
    own.check(body("One.\n\nTwo.\n\nThree."), KNOWN)
    counting.seen.clear()
    own.check(body("One.\n\nTwo bad.\n\nThree."), KNOWN)
    assert counting.seen == ["Two bad."]


def test_a_place_moves_with_its_line() -> None:
    _, own = counted()
    own.check(body("A bad hall."), KNOWN)
    (finding,) = own.check(body("New.\n\nA bad hall."), KNOWN)
    assert finding.spot == Spot(line=1, start=2, end=5)
    assert finding.basis == "A bad hall."


def test_what_is_offered_fits_the_line_where_it_is_offered() -> None:
    _, own = counted()
    draft = body("New.\n\nA bad hall.\n\nA bad roof.")
    hall, roof = own.check(draft, KNOWN)
    for finding, left in ((hall, "A hall.\n\nA bad roof."), (roof, "A bad hall.\n\nA roof.")):
        edit = mended(draft, finding, finding.fixes[0])
        assert isinstance(edit, MendText)
        assert [text.text for text in edit.texts] == [f"New.\n\n{left}"]


def test_the_same_line_twice_is_said_of_twice() -> None:
    counting, own = counted()
    found = own.check(body("A bad hall.\n\nA bad hall."), KNOWN)
    assert [finding.spot and finding.spot.line for finding in found] == [0, 1]
    assert counting.seen.count("A bad hall.") == 1


def test_everything_is_looked_at_again_when_something_else_is_known() -> None:
    counting, own = counted()
    own.check(body("One."), KNOWN)
    counting.seen.clear()
    own.check(body("One."), replace(KNOWN, today=KNOWN.today + timedelta(days=1)))
    assert "One." in counting.seen


def test_what_has_left_the_draft_is_forgotten() -> None:
    counting, own = counted()
    for text in ("One.", "Two.", "One."):
        own.check(body(text), KNOWN)
    assert counting.seen.count("One.") == 2


def test_a_finding_gets_the_rule_that_holds_now_and_the_authority_of_its_check() -> None:
    _, own = counted(rule="facts", authority="A guide")
    rule = Rule("facts", "Facts.", Strength.MUST, Authority.OFFICIAL, "Guide", "", date(2026, 1, 1))
    (before,) = own.check(body("A bad hall."), KNOWN)
    (after,) = own.check(body("A bad hall.", replace(make_rules(), rules=(rule,))), KNOWN)
    assert (before.rule, after.rule) == (None, rule)
    assert before.authority == after.authority == "A guide"


@given(st.lists(st.tuples(TEXTS, TEXTS), min_size=2, max_size=6))
def test_what_is_remembered_changes_nothing_of_what_is_said(
    drafts: list[tuple[str, str]],
) -> None:
    remembering = checker()
    for first, second in drafts:
        draft = make_draft({"1": first, "2": second})
        assert remembering.check(draft, KNOWN) == check(draft, KNOWN)


def test_two_threads_may_ask_at_once() -> None:
    remembering = checker()
    drafts = [make_draft({"1": f"Nearly {n}% of halls shut."}) for n in range(10, 30)]
    with ThreadPoolExecutor(4) as threads:
        found = list(threads.map(lambda draft: remembering.check(draft, KNOWN), drafts * 3))
    assert found == [check(draft, KNOWN) for draft in drafts * 3]
