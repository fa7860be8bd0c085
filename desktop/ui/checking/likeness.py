"""What a finding is known by while the text round it changes and the checks speak anew."""

from __future__ import annotations

from collections.abc import Container, Iterable

from desktop.core.finding import Finding

Likeness = tuple[object, ...]


def likeness(finding: Finding, taken: Container[Likeness] = ()) -> Likeness:
    """Return what tells a finding from others; of those that are alike each has its number."""
    spot = finding.spot
    place = (spot.field, spot.item) if spot else ()
    said = finding.excerpt or finding.sentence
    number = 0
    while (key := (finding.check, finding.question, place, said, number)) in taken:
        number += 1
    return key


def found_again(finding: Finding, said: Iterable[Finding]) -> Finding | None:
    """Return what is said now in the stead of a finding, None if it is said no more."""
    wanted = likeness(finding)
    alike = [one for one in said if likeness(one) == wanted]
    if finding in alike:
        return finding
    return next(iter(alike), None)
