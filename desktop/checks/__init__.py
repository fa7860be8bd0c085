"""What a clerk and a critical friend would say about a draft: one small function for each check.

``check`` runs them all on immutable values, so it may run on any thread.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from desktop.checks import drafting, evidence, form, people, recommendations
from desktop.checks.known import Known as Known
from desktop.checks.reading import Reading
from desktop.checks.registry import Check
from desktop.core.finding import Finding, FindingLevel
from desktop.core.response import Draft

# A room each; a check is found by its id.
CHECKS: tuple[Check, ...] = (
    *form.CHECKS,
    *evidence.CHECKS,
    *drafting.CHECKS,
    *recommendations.CHECKS,
    *people.CHECKS,
)
_ORDER = list(FindingLevel)


def check(draft: Draft, known: Known) -> tuple[Finding, ...]:
    """Return the Findings about a draft: errors first, then in the order of the document."""
    reading = Reading(draft, known)
    places = {q.number: place for place, q in enumerate(draft.consultation.questions, 1)}
    findings = [finding for one in CHECKS for finding in _run(one, reading)]
    return tuple(sorted(findings, key=lambda f: (_ORDER.index(f.level), places.get(f.question, 0))))


def _run(one: Check, reading: Reading) -> Iterator[Finding]:
    if one.whole is not None:
        yield from one.whole(reading)
    if one.line is not None:
        for place, line in reading.lines:
            for finding in one.line(line, reading.known):
                spot = finding.spot
                yield replace(finding, spot=replace(spot, line=place)) if spot else finding
