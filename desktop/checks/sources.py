"""Checks of what is cited: that it is known, dated, recent, and open to whoever wants to look."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from desktop.checks.advice import FULL_FACT, VISIONARY
from desktop.checks.reading import Reading, WrittenLine
from desktop.checks.registry import Check
from desktop.checks.spans import claim_before, spot_of, where_cited
from desktop.core.evidence import Source, SourceKind
from desktop.core.finding import Finding, FindingLevel, Group
from desktop.core.moments import printed_day
from desktop.core.usage import is_used, shared_places, written

# Older evidence may still be right, but a reader will ask what has happened since.
_OLD_YEARS = 5
_YEAR = re.compile(r"(?:19|20)\d\d")
# What often goes round among a few, as a report or written evidence does not.
_SELDOM_PUBLISHED = frozenset(
    {
        SourceKind.LETTER,
        SourceKind.SLIDES,
        SourceKind.BRIEFING,
        SourceKind.NEWSLETTER,
        SourceKind.PAST_RESPONSE,
    }
)
_KEPT_BACK = re.compile(
    r"\b(?:unpublished|not (?:yet )?published|draft|internal|confidential|forthcoming"
    r"|in (?:press|preparation)|private|for members only)\b",
    re.IGNORECASE,
)


def sources_are_known(reading: Reading) -> Iterator[Finding]:
    """Each citation names a Source of the library."""
    told: set[tuple[str, str]] = set()
    for place, line in reading.lines:
        for cite, at in where_cited(line.line):
            if cite.key in reading.draft.sources or (line.question, cite.key) in told:
                continue
            told.add((line.question, cite.key))
            yield _at_citation(
                "source-known",
                FindingLevel.ERROR,
                f"A citation names “{cite.key}”, which is not in the library.",
                "Add the source to the library, or take the citation out.",
                (place, line, at),
            )


def sources_are_dated(reading: Reading) -> Iterator[Finding]:
    """Each Source says when it was made."""
    for source, cited in _first_cited(reading):
        if source.date.strip() or source.date_note.strip():
            continue
        yield _at_citation(
            "source-undated",
            FindingLevel.WARNING,
            f"“{_name(source)}” has no date.",
            "Give its date in the library, at least the year, or say that it is not dated.",
            cited,
        )


def sources_are_recent(reading: Reading) -> Iterator[Finding]:
    """What is old when the inquiry asks is said to be of its time, or there is newer evidence."""
    asked = _asked_in(reading)
    for source, cited in _first_cited(reading):
        found = _YEAR.match(source.date)
        if not found or asked - int(found[0]) <= _OLD_YEARS or _is_dated(cited[1], found[0]):
            continue
        yield _at_citation(
            "source-old",
            FindingLevel.WARNING,
            f"“{_name(source)}” is of {printed_day(source.date)}, {asked - int(found[0])} years "
            "before this inquiry.",
            "Look for something newer, or say in the text when it was so.",
            cited,
        )


def sources_can_be_looked_up(reading: Reading) -> Iterator[Finding]:
    """A reader can find what is cited: a claim that nobody can check is of little use."""
    for source, cited in _first_cited(reading):
        if source.address.strip() or not _may_be_kept_back(source):
            continue
        yield _at_citation(
            "source-not-public",
            FindingLevel.NUDGE,
            f"Can a reader look up “{_name(source)}”?",
            "Give its address or reference in the library, or send it as an annex where the body "
            "takes one.",
            cited,
            asks=True,
        )


def evidence_is_reviewed(reading: Reading) -> Iterator[Finding]:
    """Evidence from the library is not past the day by which it was to be reviewed."""
    today = reading.known.today
    due = [s for s in reading.known.snippets if s.review_by is not None and s.review_by < today]
    if not due:
        return
    shared = shared_places((s.source, s.locator) for s in reading.known.snippets)
    texts = {item.question.number: written(item.blocks) for item in reading.started()}
    for source, cited in _every_citation(reading):
        place, line, at, locator = cited
        for snippet in due:
            same = (snippet.source, snippet.locator.split()) == (source, locator.split())
            if not same or not is_used(snippet, texts[line.question], shared):
                continue
            yield _at_citation(
                "review-due",
                FindingLevel.WARNING,
                "This evidence was to be reviewed by "
                f"{printed_day((snippet.review_by or today).isoformat())}.",
                "Check that it is still right, and give it a new date in the library.",
                (place, line, at),
            )


_Cited = tuple[int, WrittenLine, int]


def _first_cited(reading: Reading) -> Iterator[tuple[Source, _Cited]]:
    """Yield each Source that is cited, with the place where it is for the first time."""
    told: set[str] = set()
    for place, line in reading.lines:
        for cite, at in where_cited(line.line):
            source = reading.draft.sources.get(cite.key)
            if source is not None and cite.key not in told:
                told.add(cite.key)
                yield source, (place, line, at)


def _every_citation(reading: Reading) -> Iterator[tuple[str, tuple[int, WrittenLine, int, str]]]:
    for place, line in reading.lines:
        if line.part.value == "answers":
            for cite, at in where_cited(line.line):
                yield cite.key, (place, line, at, cite.locator)


def _at_citation(
    check: str,
    level: FindingLevel,
    sentence: str,
    remedy: str,
    cited: _Cited,
    *,
    asks: bool = False,
) -> Finding:
    """Return a Finding about a citation: it marks the sentence that rests on it."""
    place, line, at = cited
    start, end = claim_before(line.text, at)
    return Finding(
        check,
        level,
        line.part,
        sentence,
        remedy,
        question=line.question,
        excerpt=line.text[start:end],
        spot=spot_of(line, start, end, place),
        basis=line.text,
        asks=asks,
    )


def _name(source: Source) -> str:
    return source.short.strip() or source.title


def _may_be_kept_back(source: Source) -> bool:
    if _KEPT_BACK.search(f"{source.title}\n{source.note}\n{source.reference}"):
        return True
    known = source.reference.strip() or source.author.strip() or source.body.strip()
    return not known or (source.kind in _SELDOM_PUBLISHED and not source.reference.strip())


def _asked_in(reading: Reading) -> int:
    """Return the year in which the inquiry asks: an old inquiry is answered in its own time."""
    call, today = reading.draft.consultation, reading.known.today
    days: tuple[date | None, ...] = (call.closes, call.announced)
    return min(today, next((day for day in days if day is not None), today)).year


def _is_dated(line: WrittenLine, year: str) -> bool:
    """Tell whether a line says itself that it speaks of that time, or of before."""
    return any(found <= year for found in _YEAR.findall(line.text))


CHECKS = (
    Check(
        "source-known",
        Group.EVIDENCE,
        "Citations name a known source",
        sources_are_known,
        authority=VISIONARY.authority,
        address=VISIONARY.address,
    ),
    Check(
        "source-undated",
        Group.EVIDENCE,
        "Sources are dated",
        sources_are_dated,
        authority=VISIONARY.authority,
        address=VISIONARY.address,
    ),
    Check(
        "source-old",
        Group.EVIDENCE,
        "Sources are recent",
        sources_are_recent,
        authority=VISIONARY.authority,
        address=VISIONARY.address,
    ),
    Check(
        "source-not-public",
        Group.EVIDENCE,
        "Sources can be looked up",
        sources_can_be_looked_up,
        authority=FULL_FACT.authority,
        address=FULL_FACT.address,
    ),
    Check(
        "review-due",
        Group.EVIDENCE,
        "Evidence is reviewed in time",
        evidence_is_reviewed,
        authority=FULL_FACT.authority,
        address=FULL_FACT.address,
    ),
)
