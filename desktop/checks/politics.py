"""Checks that keep a charity out of party politics, and its words those of a witness."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from desktop.checks.known import Known
from desktop.checks.names import NameKind, recognise
from desktop.checks.reading import LineKind, Reading, WrittenLine
from desktop.checks.registry import Check
from desktop.checks.spans import is_quoted, sentence_of, spot_of
from desktop.checks.worded import said_of
from desktop.checks.wording import matches
from desktop.core.finding import Finding, FindingLevel, Group
from desktop.core.rules import Part

_CC9 = "Speaking out: guidance on campaigning and political activity by charities (CC9)"
_CC9_ADDRESS = (
    "https://www.gov.uk/government/publications/speaking-out-guidance-on-campaigning-and-political-"
    "activity-by-charities-cc9/speaking-out-guidance-on-campaigning-and-political-activity-by-charities"
)


def takes_no_side(line: WrittenLine, known: Known) -> Iterator[Finding]:
    """No sentence both names a party or a politician and passes judgement on them."""
    if line.kind is LineKind.QUOTE:
        return
    text = line.text
    for verdict in matches(known.wording["party-verdict"], text):
        start, end = sentence_of(text, verdict.start)
        named = _political(text[start:end], known)
        if named is None or is_quoted(text, verdict.start):
            continue
        yield Finding(
            "party-political",
            FindingLevel.WARNING,
            line.part,
            f"Could “{text[verdict.start : verdict.end]}” beside {named} read as taking a side?",
            "Judge the policy and what came of it, not the party or the person: a charity must "
            "not be party-political.",
            question=line.question,
            excerpt=text[verdict.start : verdict.end],
            spot=spot_of(line, verdict.start, verdict.end),
            asks=True,
        )
        return


def _political(sentence: str, known: Known) -> str | None:
    """Return the party or politician that a sentence names, or None."""
    for words in ("party", "politician"):
        for match in matches(known.wording[words], sentence):
            return sentence[match.start : match.end]
    for one in recognise(sentence, known.names):
        if one.kind is NameKind.PERSON and one.text.endswith((" MP", " MSP", " MS", " MLA")):
            return one.text
    return None


def says_it_soberly(line: WrittenLine, known: Known) -> Iterator[Finding]:
    """No word is so strong that it says more of the writer than of the matter."""
    if line.kind is LineKind.QUOTE:
        return
    words = known.wording["emotive"]
    for match in matches(words, line.text):
        if is_quoted(line.text, match.start):
            continue
        finding = said_of(
            words,
            match,
            line,
            "Would a plain fact say more than “{found}”?",
            "Say what happened, to whom and how many: readers judge strong words for themselves.",
        )
        yield replace(finding, asks=True)


def watches_elections(reading: Reading) -> Iterator[Finding]:
    """Before an election more care is taken over what is said and published."""
    rule = reading.draft.rules.rule("election-period")
    if rule is not None:
        yield Finding(
            "election-period",
            FindingLevel.NUDGE,
            Part.ANSWERS,
            "An election is near: has somebody read this with that in mind?",
            "Let a trustee read it before it is sent, and before it is used in public.",
            rule=rule,
            authority="Charity campaigning: a guide for trustees, Sailfin: extra sign-off near "
            "elections",
            address="https://sailfin.co.uk/resource/charity-campaigning-trustee-guide/",
            asks=True,
        )


CHECKS = (
    Check(
        "party-political",
        Group.PEOPLE,
        "It takes no party's side",
        line=takes_no_side,
        authority=_CC9,
        address=_CC9_ADDRESS,
    ),
    Check(
        "emotive",
        Group.PEOPLE,
        "Strong words are left to the reader",
        line=says_it_soberly,
    ),
    Check("election-period", Group.PEOPLE, "Care before an election", watches_elections),
)
