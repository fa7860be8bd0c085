"""The check of when something was said: words of somebody named, with no date and no source.

It would rather miss one than speak of words that were said to the writers themselves.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from desktop.checks.advice import VISIONARY
from desktop.checks.known import Known
from desktop.checks.names import Named, NameKind, recognise
from desktop.checks.quotations import (
    INTRODUCED,
    SIGNED,
    SPEAKS,
    displayed,
    long_quotations,
    unsourced,
)
from desktop.checks.reading import Reading, WrittenLine
from desktop.checks.registry import Check
from desktop.checks.spans import quoted, sentence_of, spot_of
from desktop.checks.wording import matches
from desktop.core.finding import Finding, FindingLevel, Group
from desktop.core.first_hand import is_first_hand
from desktop.core.moments import MONTHS

_ID = "quotation-date"
_LIST = "public-speaker"
_NEAR = 120  # letters before or behind a quotation in which its speaker is named
_UNITS = r"(?:day|week|fortnight|month|year|spring|summer|autumn|winter|session|term|Parliament)"
# When, or on what occasion: either is enough to find it again.
_WHEN = re.compile(
    r"\b(?:19|20)\d\d\b|\b\d{1,2}/\d{1,2}(?:/\d{2,4})?\b"
    rf"|\b(?:in|on|since|of|by|from|last|this|until|early|late|mid-?|\d{{1,2}}(?:st|nd|rd|th)?)\s+"
    rf"(?:{'|'.join(MONTHS)})\b|\b(?:{'|'.join(MONTHS)})\s+\d"
    rf"|\b(?:last|this|that|next|earlier that|earlier this|the same) {_UNITS}\b"
    rf"|\b{_UNITS}s? (?:ago|before|earlier|later)\b|\b(?:yesterday|today|recently|at the time)\b"
    r"|\b(?:on|last|this) (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"
    r"|\b(?:oral evidence|evidence (?:session|to)|hansard|maiden speech|(?:queen|king)[’']s speech"
    r"|spending review|HC Deb|HL Deb|Q\d+|col(?:umn|\.) \d+|white paper|green paper)\b",
    re.IGNORECASE,
)
_SAID_TO_US = re.compile(r"\b(?:to|with) (?:us|me|our)\b|\b(?:told|tells|shared) (?:us|me|our)\b")


def quotations_say_when(reading: Reading) -> Iterator[Finding]:
    """What somebody named is quoted with has a date, an occasion or a source."""
    for place, line, above in unsourced(reading):
        for start, end in long_quotations(line.text):
            speaker = _speaker(line.text, start, end, reading.known)
            if speaker and not _says_when(line.text) and not _says_when(above):
                yield _undated(line, place, start, end, speaker)
                break
    yield from _displayed(reading)


def _displayed(reading: Reading) -> Iterator[Finding]:
    for told, start, end in displayed(reading):
        around = [line.text for _, line in (*told[start - 1 : start], *told[end : end + 1])]
        if any(_says_when(text) for text in (*around, *(line.text for _, line in told[start:end]))):
            continue
        place, line = told[start]
        speaker = _of_displayed(told, start, end, reading.known)
        if speaker:
            yield _undated(line, place, 0, len(line.text), speaker)


def _of_displayed(told: list[tuple[int, WrittenLine]], start: int, end: int, known: Known) -> str:
    """Return who is named at the end of a displayed quotation, or in what introduces it."""
    last = told[end - 1][1].text
    signed = re.search(r"(?:[–—]|\s-)\s*(?=[A-Z])|[\[(](?=[A-Z][^\])]*[\])]\s*\Z)", last)
    if signed:
        return _named(last, signed.end(), len(last), known)
    before = told[start - 1][1].text if start else ""
    first = sentence_of(before, len(before))[0]
    if SPEAKS.search(before, first) or INTRODUCED.search(before):
        return _named(before, first, len(before), known)
    return ""


def _speaker(text: str, start: int, end: int, known: Known) -> str:
    """Return who is named as having said a quotation of a line ("" for nobody, and for somebody who
    said it to the writers).
    """
    for first, last in _beside(text, start, end):
        name = _named(text, first, last, known)
        if name:
            return name
    return ""


@lru_cache(maxsize=1024)
def _beside(text: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """Return where beside a quotation its speaker may be named."""
    found: list[tuple[int, int]] = []
    others = quoted(text)
    after = min((begin for begin, _ in others if begin >= end), default=len(text))
    stop = re.compile(r"[.!?](?=\s|\Z)|\Z").search(text, end + 1)
    last = min(after, end + _NEAR, stop.start() if stop else len(text))
    behind = text[end:last]
    if SIGNED.match(behind) or SPEAKS.search(behind):
        found.append((end, last))
    before = max((finish for _, finish in others if finish <= start), default=0)
    begin = max(before, start - _NEAR, _sentence_before(text, start))
    ahead = text[begin:start]
    if INTRODUCED.search(ahead) or SPEAKS.search(ahead):
        found.append((begin, start))
    return tuple(found)


def _sentence_before(text: str, start: int) -> int:
    """Return where the words begin that lead to a quotation in the same sentence."""
    stops = [found.end() for found in re.finditer(r"[.!?][”’\"')\]]*\s", text[:start])]
    return stops[-1] if stops else 0


def _named(text: str, first: int, last: int, known: Known) -> str:
    """Return the person or organisation named in a part of a line, or who speaks in public."""
    part = text[first:last]
    if is_first_hand(part) or _SAID_TO_US.search(part):
        return ""
    names = [one for one in recognise(text, known.names) if first <= one.start and one.end <= last]
    speakers = [one.text for one in names if _may_speak(one)]
    speakers += [f"the {part[at:to]}" for _, at, to in matches(known.wording[_LIST], part)]
    return speakers[0] if speakers else ""


def _may_speak(one: Named) -> bool:
    """Tell whether words of somebody could be found: of a given name alone nobody is known."""
    known = one.public or " " in one.text
    return one.kind is NameKind.BODY or (one.kind is NameKind.PERSON and known)


@lru_cache(maxsize=1024)
def _says_when(text: str) -> bool:
    return _WHEN.search(text) is not None


def _undated(line: WrittenLine, place: int, start: int, end: int, speaker: str) -> Finding:
    return Finding(
        _ID,
        FindingLevel.WARNING,
        line.part,
        f"Nothing says when {speaker} said this.",
        "Say when and where it was said, or cite it: a reader will look it up.",
        question=line.question,
        excerpt=line.text[start:end],
        spot=spot_of(line, start, end, place),
        basis=line.text,
    )


CHECKS = (
    Check(
        _ID,
        Group.EVIDENCE,
        "Quotations say when",
        quotations_say_when,
        authority=VISIONARY.authority,
        address=VISIONARY.address,
    ),
)
