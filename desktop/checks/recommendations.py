"""Checks of recommendations: an ask is of use when it says who should do what by when."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from desktop.checks.advice import CHWARAE_TEG
from desktop.checks.reading import Reading
from desktop.checks.registry import Check
from desktop.core.finding import (
    Finding,
    FindingLevel,
    Fix,
    Group,
    Replacement,
    Spot,
    TextField,
)
from desktop.core.lacking import recommends
from desktop.core.moments import MONTHS
from desktop.core.recommending import is_blank
from desktop.core.response import AnswerMark, Recommendation
from desktop.core.rules import Part
from desktop.core.text import plain_text
from desktop.markup import parse

_TIME = (
    r"(?:the (?:end|start|beginning|middle) of )?(?:the )?(?:next |following |coming |this )?"
    rf"(?:(?:\d{{1,2}}(?:st|nd|rd|th)? )?(?:{'|'.join(MONTHS)})(?: (?:19|20)\d\d)?"
    r"|(?:spring|summer|autumn|winter)(?: of)?(?: (?:19|20)\d\d)?|(?:19|20)\d\d(?:[-–/]\d\d)?"
    r"|(?:financial |parliamentary |calendar )?year(?: \d{4})?|spending review|parliament|session"
    r"|budget|general election|christmas|easter)"
)
_WHILE = (
    r"(?:\d+|an?|one|two|three|four|five|six|nine|ten|twelve|eighteen) "
    r"(?:(?:working )?day|week|month|year)s?"
)
_BY_WHEN = re.compile(
    rf",?\s+(?P<when>(?:by|before|from|no later than|not later than) {_TIME}|(?:with)?in {_WHILE}"
    rf"(?: of [^,.;]+)?)\s*(?=[.]?\s*\Z)",
    re.IGNORECASE,
)
_WHO = re.compile(
    r"\A(?:we (?:recommend|urge|ask|propose) that |we call on )?"
    r"(?P<who>(?:the |every |each |all )?[A-Z][\w’'&-]*(?: (?:of|for|and|the|to|[\w’'&-]+)){0,7}?)"
    r"(?P<should>\s+(?:should|must|ought to|needs to|need to)\s+)",
)
_MOST_ASKS = 10
_TEXTS = 256


def something_is_asked_for(reading: Reading) -> Iterator[Finding]:
    """A submission asks for something."""
    draft = reading.draft
    started = tuple(reading.started())
    if not started or any(not is_blank(item) for item in draft.recommendations):
        return
    said = any(_asks(item.answer.body) for item in started)
    yield Finding(
        "recommendations",
        FindingLevel.WARNING,
        Part.RECOMMENDATIONS,
        "The answers ask for something, but there is no list of recommendations."
        if said
        else "The submission recommends nothing.",
        "Add each ask as a recommendation, so that it is found: who should do what, by when."
        if said
        else "Add at least one recommendation: who should do what, by when.",
    )


@lru_cache(maxsize=_TEXTS)
def _asks(body: str) -> bool:
    return any(map(recommends, plain_text(parse(body)).splitlines()))


def each_says_who_what_and_when(reading: Reading) -> Iterator[Finding]:
    """Each recommendation names who acts, what they do and by when."""
    for item in reading.draft.recommendations:
        missing = [
            words
            for value, words in (
                (item.who, "who should act"),
                (item.what, "what they should do"),
                (item.by_when, "by when"),
            )
            if not value.strip()
        ]
        if not missing:
            continue
        field = TextField.WHAT if item.what.strip() else TextField.WHO
        text = item.what if item.what.strip() else item.who
        yield Finding(
            "recommendation-complete",
            FindingLevel.WARNING,
            Part.RECOMMENDATIONS,
            f"A recommendation does not say {' or '.join(missing)}.",
            "Complete it: a committee can repeat an ask that names who, what and when.",
            question=item.question,
            excerpt=text,
            spot=Spot(field, item.id, 0, 0, len(text)) if text.strip() else None,
            basis=text,
            fixes=tuple(_splits(item)),
        )


def _splits(item: Recommendation) -> Iterator[Fix]:
    """Yield how to move a date, or who is meant, out of what should be done."""
    text = item.what
    when = None if item.by_when.strip() else _BY_WHEN.search(text)
    if when and text[: when.start()].strip():
        yield Fix(
            "Move the date into its own field",
            (
                Replacement(_spot(item, TextField.WHAT, *when.span()), when[0], ""),
                Replacement(_spot(item, TextField.BY_WHEN, 0, 0), "", when["when"]),
            ),
        )
    who = None if item.who.strip() else _WHO.match(text)
    if who:
        yield Fix(
            f"Say that “{who['who']}” should act",
            (
                Replacement(_spot(item, TextField.WHAT, 0, who.end()), who[0], ""),
                Replacement(_spot(item, TextField.WHO, 0, 0), "", who["who"]),
            ),
        )


def _spot(item: Recommendation, field: TextField, start: int, end: int) -> Spot:
    return Spot(field, item.id, 0, start, end)


def each_is_argued_for(reading: Reading) -> Iterator[Finding]:
    """Each recommendation follows from an answer."""
    draft = reading.draft
    known = {question.number for question in draft.consultation.questions}
    for item in draft.recommendations:
        tied = item.question in known
        if is_blank(item) or (tied and draft.answer(item.question).mark is not AnswerMark.SKIPPED):
            continue
        yield Finding(
            "recommendation-tied",
            FindingLevel.NUDGE,
            Part.RECOMMENDATIONS,
            f"Question {item.question}, which should argue for this, is skipped."
            if tied
            else "No answer argues for this recommendation.",
            "Choose the answer that it follows from, and write a sentence there that leads to it.",
            question=item.question if tied else "",
            excerpt=item.what,
            spot=_spot(item, TextField.WHAT, 0, len(item.what)) if item.what.strip() else None,
            basis=item.what,
        )


def not_too_much_is_asked(reading: Reading) -> Iterator[Finding]:
    """A reader takes a few asks along, not a score of them."""
    asks = [item for item in reading.draft.recommendations if not is_blank(item)]
    if len(asks) > _MOST_ASKS:
        yield Finding(
            "many-asks",
            FindingLevel.NUDGE,
            Part.RECOMMENDATIONS,
            f"There are {len(asks)} recommendations.",
            "Lead with the few that matter most; join or leave out the others.",
            basis=str(len(asks)),
        )


CHECKS = (
    Check(
        "recommendations",
        Group.RECOMMENDATIONS,
        "Something is asked for",
        something_is_asked_for,
        rule="recommendations",
        authority=CHWARAE_TEG.authority,
        address=CHWARAE_TEG.address,
    ),
    Check(
        "recommendation-complete",
        Group.RECOMMENDATIONS,
        "Who, what and when",
        each_says_who_what_and_when,
        rule="recommendations",
        authority=CHWARAE_TEG.authority,
        address=CHWARAE_TEG.address,
    ),
    Check(
        "recommendation-tied",
        Group.RECOMMENDATIONS,
        "Recommendations follow from answers",
        each_is_argued_for,
        rule="recommendations",
        authority=CHWARAE_TEG.authority,
        address=CHWARAE_TEG.address,
    ),
    Check(
        "many-asks",
        Group.RECOMMENDATIONS,
        "Not too much is asked for",
        not_too_much_is_asked,
        authority=CHWARAE_TEG.authority,
        address=CHWARAE_TEG.address,
    ),
)
