"""Checks of recommendations: an ask is of use when it says who should do what by when."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.checks.reading import Reading
from desktop.checks.registry import Check
from desktop.core.finding import Finding, FindingLevel, Group
from desktop.core.rules import Part


def something_is_asked_for(reading: Reading) -> Iterator[Finding]:
    """A submission asks for something."""
    if not reading.draft.recommendations and any(True for _ in reading.started()):
        yield Finding(
            "recommendations",
            FindingLevel.WARNING,
            Part.RECOMMENDATIONS,
            "The submission recommends nothing.",
            "Add at least one recommendation: who should do what, by when.",
            rule=reading.draft.rules.rule("recommendations"),
        )


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
        yield Finding(
            "recommendation-complete",
            FindingLevel.WARNING if missing[0] != "by when" else FindingLevel.NUDGE,
            Part.RECOMMENDATIONS,
            f"A recommendation does not say {' or '.join(missing)}.",
            "Complete it: a committee can repeat an ask that names who, what and when.",
            question=item.question,
            excerpt=item.what or item.who,
            rule=reading.draft.rules.rule("recommendations"),
        )


CHECKS = (
    Check(
        "recommendations", Group.RECOMMENDATIONS, "Something is asked for", something_is_asked_for
    ),
    Check(
        "recommendation-complete",
        Group.RECOMMENDATIONS,
        "Who, what and when",
        each_says_who_what_and_when,
    ),
)
