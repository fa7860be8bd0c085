"""Checks of what is settled before sending: approval, interests, what was published before."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache

from desktop.checks.known import Known
from desktop.checks.reading import LineKind, Reading, WrittenLine
from desktop.checks.registry import Check
from desktop.checks.spans import spot_of
from desktop.checks.worded import said_of
from desktop.checks.wording import matches
from desktop.core.finding import Finding, FindingLevel, Group
from desktop.core.line_words import has_one_of
from desktop.core.moments import printed_day
from desktop.core.published import MOST_SHARED, runs_of
from desktop.core.response import Draft
from desktop.core.rules import Part
from desktop.core.signing import Approval, approval, approver

_NO_INTERESTS = re.compile(r"(?:none|no|nil|n/?a|not applicable|nothing)\W*", re.IGNORECASE)
_TIES = re.compile(
    r"\b(?:our (?:\w+ ){0,2}(?:contract|grant|funding|service level agreement) (?:with|from|by) "
    r"|we (?:are|were) (?:\w+ )?(?:funded|paid|commissioned) by |(?:is|are) (?:\w+ )?funds? us\b"
    r"|\bwe (?:hold|have|run|deliver) (?:\w+ ){0,3}contracts? (?:with|for|from) )",
    re.IGNORECASE,
)
# Without one of these there is nothing to look for.
_OF_TIES = frozenset(
    (
        *("contract", "contracts", "grant", "funding", "agreement"),
        *("fund", "funds", "funded", "paid", "commissioned"),
    )
)
_SHARED_WORDS = 4


def approved_as_it_stands(reading: Reading) -> Iterator[Finding]:
    """Whoever has to approve it has done so, and of these words."""
    draft = reading.draft
    policy, given = approver(draft), draft.sign_off
    who = given.who.strip() if given and given.who.strip() else policy
    where, house = approval(draft), draft.house_sign_off
    if where is Approval.WAITED_FOR:
        sentence = f"{who} has not approved this yet."
    elif where is Approval.OUTDATED and given is not None and given.approved is not None:
        day = f"{given.approved.day} {given.approved:%B %Y}"
        sentence = f"The text has changed since {who} approved it on {day}."
    else:
        return
    yield Finding(
        "sign-off",
        FindingLevel.ERROR if policy else FindingLevel.WARNING,
        Part.ANSWERS,
        sentence,
        f"{_by_the_house(draft)}Have it approved, and record who did and when on the review page.",
        authority=house.source if house else "",
        address=house.address if house else "",
        basis=sentence,
    )


def _by_the_house(draft: Draft) -> str:
    """Return what the house rules say of it, in a sentence or two ("" where they say nothing)."""
    house, closes = draft.house_sign_off, draft.consultation.closes
    if house is None:
        return ""
    by_when = ""
    if house.days and closes is not None and closes - date.min >= timedelta(house.days):
        by_when = f", by {printed_day((closes - timedelta(house.days)).isoformat())}"
    said = f"{house.says.rstrip('.')}. " if house.says.strip() else ""
    return f"Your house rules say who approves it: {house.who}{by_when}. {said}"


def interests_are_declared(reading: Reading) -> Iterator[Finding]:
    """What an organisation has at stake with those it writes to is said in the open."""
    draft = reading.draft
    interests = draft.organisation.interests.strip()
    if _NO_INTERESTS.fullmatch(interests):
        return
    said = f"{draft.about} {draft.response.reason}"
    if interests and not _mentions(said, interests):
        yield _undeclared(f"Should About us say this: “{interests.rstrip('.')}”?", interests)
    elif not interests:
        yield from _ties(reading, said)


def _mentions(said: str, interests: str) -> bool:
    """Tell whether enough of the words of a declaration stand in a text."""
    wanted = set(re.findall(r"\w{5,}", interests.casefold()))
    there = set(re.findall(r"\w{5,}", said.casefold()))
    return bool(wanted) and len(wanted & there) >= min(_SHARED_WORDS, (len(wanted) + 1) // 2)


def _ties(reading: Reading, said: str) -> Iterator[Finding]:
    for place, line in reading.lines:
        found = _tie(line.text)
        if found and not _TIES.search(said):
            spot = replace(spot_of(line, found.start(), found.end()), line=place)
            yield replace(
                _undeclared("Is this an interest to declare in About us?", line.text),
                part=line.part,
                question=line.question,
                excerpt=found[0].strip(),
                spot=spot,
            )
            return


@lru_cache(maxsize=16_384)
def _tie(text: str) -> re.Match[str] | None:
    return _TIES.search(text) if has_one_of(_OF_TIES, text) else None


def _undeclared(sentence: str, basis: str) -> Finding:
    return Finding(
        "interests",
        FindingLevel.NUDGE,
        Part.ABOUT,
        sentence,
        "A sentence in About us is enough: who pays you for what. Keep what is at stake with the "
        "organisation's details.",
        basis=basis,
        asks=True,
    )


def is_written_for_this_body(line: WrittenLine, known: Known) -> Iterator[Finding]:
    """Nothing says that it was published before, or stands word for word in what was."""
    text = line.text
    words = known.wording["prior-publication"]
    for match in matches(words, text):
        sentence = "Does “{found}” mean that this was published before?"
        yield replace(said_of(words, match, line, sentence, _ANEW), asks=True)
        return
    runs = runs_of(text) if known.published and line.kind is not LineKind.QUOTE else frozenset()
    for earlier in known.published:
        if runs and len(runs & earlier.runs) / len(runs) >= MOST_SHARED:
            yield Finding(
                "prior-publication",
                FindingLevel.WARNING,
                line.part,
                f"Was this paragraph published in “{earlier.title}”?",
                _ANEW,
                question=line.question,
                excerpt=text[:80],
                spot=spot_of(line, 0, len(text)),
                asks=True,
            )
            return


_ANEW = (
    "If it was, write it anew for this body, or refer to the earlier publication: most want "
    "evidence that was written for them."
)


def published_by_the_body_first(reading: Reading) -> Iterator[Finding]:
    """Those who share a submission know that the body publishes it first."""
    rules = reading.draft.rules
    rule = rules.rule("self-publication")
    if rule is None or rules.choice("self-publication") == "allowed":
        return
    if any(True for _ in reading.started()):
        yield Finding(
            "publish-first",
            FindingLevel.NUDGE,
            Part.ANSWERS,
            "Does everybody who will share this know that the body publishes it first?",
            "Keep it off your website and out of the press until the body has published it or says "
            "that you may.",
            rule=rule,
            asks=True,
        )


CHECKS = (
    Check(
        "sign-off",
        Group.PEOPLE,
        "It is approved as it stands",
        approved_as_it_stands,
        authority="Speaking out: guidance on campaigning and political activity by charities (CC9),"
        " which leaves what is said to the trustees",
        address="https://www.gov.uk/government/publications/speaking-out-guidance-on-campaigning-"
        "and-political-activity-by-charities-cc9/speaking-out-guidance-on-campaigning-and-political-"
        "activity-by-charities",
    ),
    Check(
        "interests",
        Group.PEOPLE,
        "Interests are declared",
        interests_are_declared,
        rule="capacity",
        authority="Independence and balance in what charities say, UNW",
        address="https://www.unw.co.uk/news/charity-during-a-general-election/",
    ),
    Check(
        "prior-publication",
        Group.PEOPLE,
        "It was written for this body",
        line=is_written_for_this_body,
        rule="originality",
        authority="Guidance on submitting evidence, Public Administration Select Committee",
        address="http://www.parliament.uk/business/committees/committees-a-z/commons-select/"
        "public-administration-select-committee/guidance-on-submitting-written-evidence/",
    ),
    Check(
        "publish-first",
        Group.PEOPLE,
        "The body publishes first",
        published_by_the_body_first,
        rule="self-publication",
    ),
)
