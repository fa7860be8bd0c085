"""What the checks of evidence and recommendations offer to mend, and how exactly they point."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.checks import Known, check
from desktop.checks.mending import mended
from desktop.checks.spans import claim_before, quoted, sentence_of, sourced, spans
from desktop.core.checking_edits import MendText
from desktop.core.finding import Finding, FindingLevel, TextField
from desktop.core.response import Draft, Recommendation
from desktop.core.text import lines
from desktop.markup import parse
from tests.checks.example_keys import text
from tests.checks.sound_draft import sound
from tests.support.made import made

KNOWN = sound().known
BASE = sound().draft


def asking(**said: str) -> Draft:
    usual = {"who": "Ministers", "by_when": "at once"}
    item = made(Recommendation, usual | said, id="a", response="r", question="1")
    return replace(BASE, recommendations=(item,))


def found(draft: Draft, check_id: str, known: Known = KNOWN) -> list[Finding]:
    return [one for one in check(draft, known) if one.check == check_id]


def after(draft: Draft, finding: Finding, place: int = 0) -> dict[TextField, str]:
    edit = mended(draft, finding, finding.fixes[place])
    assert isinstance(edit, MendText)
    return {one.field: one.text for one in edit.texts}


@pytest.mark.parametrize(
    ("what", "rest", "when"),
    [
        ("train trustees by April 2028", "train trustees", "by April 2028"),
        ("train trustees, within six months.", "train trustees.", "within six months"),
        (
            "train trustees before the end of the next Parliament",
            "train trustees",
            "before the end of the next Parliament",
        ),
        ("train trustees by 31 March 2027", "train trustees", "by 31 March 2027"),
        (
            "answer within 20 working days of a letter",
            "answer",
            "within 20 working days of a letter",
        ),
        (
            "train trustees by the next Spending Review",
            "train trustees",
            "by the next Spending Review",
        ),
        ("report no later than summer 2027", "report", "no later than summer 2027"),
    ],
)
def test_a_date_in_what_should_be_done_can_be_moved(what: str, rest: str, when: str) -> None:
    draft = asking(what=what, by_when="")
    (finding,) = found(draft, "recommendation-complete")
    assert finding.level is FindingLevel.WARNING
    assert finding.fixes[0].words == "Move the date into its own field"
    assert after(draft, finding) == {TextField.WHAT: rest, TextField.BY_WHEN: when}


@pytest.mark.parametrize(
    "what",
    [
        "train trustees",
        "judge grants by region",
        "by April 2028",
        "pay in full",
        "meet in May each year",
    ],
)
def test_what_is_no_date_at_the_end_stays(what: str) -> None:
    (finding,) = found(asking(what=what, by_when=""), "recommendation-complete")
    assert finding.fixes == ()


@pytest.mark.parametrize(
    ("what", "who", "rest"),
    [
        ("The Department should train trustees", "The Department", "train trustees"),
        ("The Welsh Government must publish a map", "The Welsh Government", "publish a map"),
        ("We recommend that Ministers shall", "", ""),
        ("train trustees", "", ""),
    ],
)
def test_whoever_is_named_in_what_should_be_done_can_be_moved(
    what: str, who: str, rest: str
) -> None:
    draft = asking(who="", what=what)
    (finding,) = found(draft, "recommendation-complete")
    if not who:
        assert finding.fixes == ()
        return
    assert who in finding.fixes[0].words
    assert after(draft, finding) == {TextField.WHO: who, TextField.WHAT: rest}


def test_mixed_quotation_marks_are_made_the_same_as_one_step() -> None:
    said = 'The guide calls it “a right" and "a duty”, and **so** do we.'
    draft = text(sound(), said).draft
    (finding,) = found(draft, "quotation-marks")
    assert after(draft, finding) == {
        TextField.BODY: "The guide calls it “a right” and “a duty”, and **so** do we."
    }


def test_a_hedge_can_be_put_in_the_place_of_a_cause() -> None:
    draft = text(sound(), "The new rent led to the closing of halls.").draft
    (finding,) = found(draft, "causal")
    assert after(draft, finding) == {
        TextField.BODY: "The new rent was followed by the closing of halls."
    }


def test_a_figure_that_names_its_source_without_citing_it_matters_less() -> None:
    named = text(sound(), "According to the Larchfield Institute, 45% of halls are cold.").draft
    bare = text(sound(), "Of all halls 45% are cold.").draft
    levels = [found(draft, "figure-source")[0].level for draft in (named, bare)]
    assert levels == [FindingLevel.NUDGE, FindingLevel.WARNING]


def test_many_without_a_number_matters_less_where_it_is_ones_own_knowledge() -> None:
    own = text(sound(), "Many of our volunteers are over seventy.").draft
    (finding,) = found(own, "vague-quantity")
    assert finding.level is FindingLevel.NUDGE
    assert "cite" not in finding.remedy


def test_the_rule_of_the_body_stands_behind_a_figure_without_a_source() -> None:
    (finding,) = found(text(sound(), "Nearly 40% of halls lost money.").draft, "figure-source")
    assert finding.rule is None
    assert finding.address.startswith("https://fullfact.org/")


@given(st.text(alphabet="abc .!?\"“”‘’'A1%", max_size=80))
def test_sentences_and_quotations_lie_in_their_line(line: str) -> None:
    last = 0
    for start, end in spans(line):
        assert last <= start < end <= len(line)
        last = end
    for start, end in quoted(line):
        assert 0 <= start < end <= len(line)
    for at in range(len(line) + 1):
        start, end = sentence_of(line, at)
        assert 0 <= start <= end <= len(line)
        start, end = claim_before(line, at)
        assert 0 <= start <= end <= len(line)


@given(st.text(alphabet="a> -|\n[@b,1]*.", max_size=120))
def test_every_line_of_an_answer_is_judged_sourced_or_not(body: str) -> None:
    assert len(sourced(body)) == len(list(lines(parse(body))))


@given(st.text(max_size=200))
def test_whatever_is_written_every_finding_points_into_its_line(body: str) -> None:
    draft = text(sound(), body).draft
    told = list(lines(parse(body)))
    for finding in check(draft, KNOWN):
        if finding.spot is not None and finding.spot.field is TextField.BODY:
            assert finding.spot.line < len(told)
