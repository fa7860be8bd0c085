"""Checks of whether the evidence behind a claim is still what it was when it was cited."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.checks.advice import FULL_FACT
from desktop.checks.reading import Reading
from desktop.checks.registry import Check
from desktop.checks.spans import claim_before, spot_of, where_cited
from desktop.core.citing import CitedPlace, ConfirmCitation, Since
from desktop.core.evidence import first_sentence
from desktop.core.finding import Finding, FindingLevel, Fix, Group, TextField
from desktop.core.moments import printed_day


def cited_evidence_is_unchanged(reading: Reading) -> Iterator[Finding]:
    """What a cited place says is what it said when it was cited."""
    yield from _since(reading, Since.CHANGED, "citation-changed")


def cited_evidence_is_in_use(reading: Reading) -> Iterator[Finding]:
    """What is cited has not been retired from the library since."""
    yield from _since(reading, Since.RETIRED, "citation-retired")


def _since(reading: Reading, since: Since, check: str) -> Iterator[Finding]:
    wanted = {
        (place.question, place.source, place.locator): place
        for place in reading.known.cited
        if place.since is since
    }
    if not wanted:
        return
    for place, line in reading.lines:
        if line.field is not TextField.BODY:
            continue
        for cite, at in where_cited(line.line):
            cited = wanted.get((line.question, cite.key, cite.locator))
            if cited is None:
                continue
            start, end = claim_before(line.text, at)
            yield Finding(
                check,
                FindingLevel.WARNING,
                line.part,
                _sentence(cited),
                _remedy(cited),
                question=line.question,
                excerpt=line.text[start:end],
                spot=spot_of(line, start, end, place),
                basis=line.text,
                fixes=(_confirm(reading, cited),),
            )


def _sentence(cited: CitedPlace) -> str:
    day = printed_day(cited.noted.isoformat())
    if cited.since is Since.CHANGED:
        return f"The evidence cited here has changed in the library since {day}."
    return f"The evidence cited here has been retired from the library since {day}."


def _remedy(cited: CitedPlace) -> str:
    if cited.since is Since.CHANGED:
        said = first_sentence(cited.now).rstrip(".")
        return f"Read what it says now, “{said}”, and change the sentence if it no longer fits."
    return "Look for evidence that is still good, or confirm that this may be cited all the same."


def _confirm(reading: Reading, cited: CitedPlace) -> Fix:
    response = reading.draft.response.id
    edit = ConfirmCitation(response, cited.question, cited.source, cited.locator)
    return Fix("I have read it again", edit=edit)


CHECKS = (
    Check(
        "citation-changed",
        Group.EVIDENCE,
        "Cited evidence is what it was",
        cited_evidence_is_unchanged,
        authority=FULL_FACT.authority,
        address=FULL_FACT.address,
    ),
    Check(
        "citation-retired",
        Group.EVIDENCE,
        "Cited evidence is still in use",
        cited_evidence_is_in_use,
        authority=FULL_FACT.authority,
        address=FULL_FACT.address,
    ),
)
