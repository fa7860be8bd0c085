"""Checks of what is asked for in the answers: something for each problem, of whoever can do it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from desktop.checks.advice import IMPERIAL, NICVA
from desktop.checks.reading import LineKind, Reading, WrittenAnswer, WrittenLine
from desktop.checks.registry import Check
from desktop.checks.spans import is_quoted, sentence_of, spot_of
from desktop.checks.wording import Match, found_in, matches
from desktop.core.finding import Finding, FindingLevel, Group, Spot, TextField
from desktop.core.lacking import recommends
from desktop.core.recommending import is_blank
from desktop.core.rules import Part, Venue

# One word such as "lost" makes no problem of an answer.
_PROBLEMS = 2
_LONGEST_NAME = 8  # words: a longer one is no name of who should act
_KINDS = frozenset({LineKind.PARAGRAPH, LineKind.ITEM})
_ASKS = re.compile(
    r"\b(?:should|must|ought to|needs? to|needed|recommend|propose|urge|call (?:up)?on|call for"
    r"|would (?:help|solve|end|mend)|could be (?:solved|mended|met))\b",
    re.IGNORECASE,
)
_INSIDE = re.compile(r"\b(?:Government|Department|Ministers?|Secretary)\b")
_UK = frozenset({"remit-uk"})
_DEVOLVED = frozenset({"remit-scotland", "remit-wales", "remit-northern-ireland"})
_OTHERS = frozenset({"remit-councils", "remit-others"})
# Whom each sort of body cannot tell what to do.
_OUTSIDE = {
    Venue.COMMONS_COMMITTEE: _DEVOLVED | _OTHERS,
    Venue.LORDS_COMMITTEE: _DEVOLVED | _OTHERS,
    Venue.BILL_COMMITTEE: _DEVOLVED | _OTHERS,
    Venue.APPG: _DEVOLVED | _OTHERS,
    Venue.UK_GOVERNMENT: _DEVOLVED | _OTHERS,
    Venue.SENEDD: _UK | (_DEVOLVED - {"remit-wales"}) | {"remit-others"},
    Venue.SCOTTISH_PARLIAMENT: _UK | (_DEVOLVED - {"remit-scotland"}) | {"remit-others"},
    Venue.PETITION: _UK | (_DEVOLVED - {"remit-scotland"}) | {"remit-others"},
    Venue.NI_ASSEMBLY: _UK | (_DEVOLVED - {"remit-northern-ireland"}) | {"remit-others"},
    Venue.DEVOLVED_GOVERNMENT: _UK | {"remit-others"},
    Venue.COUNCIL: _UK | _DEVOLVED | {"remit-others"},
}


def problems_lead_to_an_ask(reading: Reading) -> Iterator[Finding]:
    """An answer that tells of problems says what should be done about them."""
    asked = {item.question for item in reading.draft.recommendations if not is_blank(item)}
    for item in reading.started():
        text = item.text
        if item.question.number in asked or _asks_for_something(text):
            continue
        found = _problems(item, reading)
        if len({(place, span) for place, _, span in found}) < _PROBLEMS:
            continue
        place, line, (start, end) = found[0]
        yield Finding(
            "problem-without-ask",
            FindingLevel.NUDGE,
            Part.ANSWERS,
            "What should be done about this, and by whom?",
            "Say it here, or add a recommendation that this answer argues for.",
            question=item.question.number,
            excerpt=line.text[start:end],
            spot=spot_of(line, start, end, place),
            basis=text,
            asks=True,
        )


@lru_cache(maxsize=256)
def _asks_for_something(text: str) -> bool:
    return _ASKS.search(text) is not None or any(map(recommends, text.splitlines()))


def _problems(
    item: WrittenAnswer, reading: Reading
) -> list[tuple[int, WrittenLine, tuple[int, int]]]:
    """Return the sentences of an answer that tell of a problem."""
    words = reading.known.wording["problem-without-ask"]
    return [
        (place, line, sentence_of(line.text, match.start))
        for place, line in reading.lines_of(item.question.number)
        if line.kind in _KINDS
        for match in found_in(words, line.text)
        if not is_quoted(line.text, match.start)
    ]


def asks_are_for_whoever_can_act(reading: Reading) -> Iterator[Finding]:
    """What is asked for is something that the receiving body can do or call for."""
    draft = reading.draft
    outside = _OUTSIDE.get(draft.rules.venue)
    if not outside:
        return
    body = draft.consultation.body_short or draft.consultation.body
    for item in draft.recommendations:
        match = _first(reading, item.who, outside)
        if match is None:
            continue
        found = item.who[match.start : match.end]
        yield Finding(
            "remit",
            FindingLevel.NUDGE,
            Part.RECOMMENDATIONS,
            f"Can {_named(body)} see to what “{item.who.strip()}” should do?",
            "Ask for what this body can do or call for, such as money, guidance or a change of the "
            "law that lets others act; or say why it stands here.",
            question=item.question,
            excerpt=found,
            spot=Spot(TextField.WHO, item.id, 0, match.start, match.end),
            basis=item.who,
            asks=True,
        )


def _first(reading: Reading, who: str, outside: frozenset[str]) -> Match | None:
    """Return who is outside the remit, where nobody is named who is inside it."""
    if len(who.split()) > _LONGEST_NAME:
        return None
    found = list(matches(reading.known.wording["remit"], who))
    if not found or any(match.wording.id not in outside for match in found):
        return None
    # "The Department, with councils": somebody else is named first.
    return None if _INSIDE.search(who[: found[0].start]) else found[0]


def _named(body: str) -> str:
    return body if body.casefold().startswith("the ") else f"the {body}"


CHECKS = (
    Check(
        "problem-without-ask",
        Group.RECOMMENDATIONS,
        "A problem leads to an ask",
        problems_lead_to_an_ask,
        rule="recommendations",
        authority=IMPERIAL.authority,
        address=IMPERIAL.address,
    ),
    Check(
        "remit",
        Group.RECOMMENDATIONS,
        "Asks are for whoever can act",
        asks_are_for_whoever_can_act,
        rule="remit",
        authority=NICVA.authority,
        address=NICVA.address,
    ),
)
