"""The closing day: whether it has passed, is near, or falls in a week when people are away."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time
from zoneinfo import ZoneInfo

from desktop.checks.reading import Reading
from desktop.checks.registry import Check
from desktop.core.deadline import LONDON, Deadline, deadline
from desktop.core.finding import Finding, FindingLevel, Group
from desktop.core.rules import Part

_AUTHORITY = "Visionary: top tips for responding to a consultation"
_ADDRESS = "https://visionary.org.uk/knowledge/top-tips-for-responding-to-a-consultation/"


def time_is_left(reading: Reading) -> Iterator[Finding]:
    """The call is still open, and there is time to finish and to have it signed off."""
    found = _deadline(reading)
    if found is None:
        return
    if found.passed:
        yield _finding(
            reading,
            found,
            FindingLevel.WARNING,
            f"The call closed on {found.when}.",
            "Ask the body whether it still takes submissions before you send this.",
        )
        return
    if found.near:
        yield _finding(
            reading,
            found,
            FindingLevel.NUDGE,
            f"{found.sentence}.",
            "Leave time for whoever signs it off, and for sending it.",
        )
    if found.away:
        yield _finding(
            reading,
            found,
            FindingLevel.NUDGE,
            f"The last day falls in a holiday week ({found.away}).",
            "Ask early whoever must see it: they may be away, and so may the body's staff.",
        )


def _deadline(reading: Reading) -> Deadline | None:
    asked, known = reading.draft.consultation, reading.known
    now = known.now or datetime.combine(known.today, time(), ZoneInfo(LONDON))
    return deadline(asked.closes, asked.closes_time, asked.time_zone, now, known.calendar)


def _finding(
    reading: Reading, found: Deadline, level: FindingLevel, sentence: str, remedy: str
) -> Finding:
    rule = reading.draft.rules.rule("late") if level is FindingLevel.WARNING else None
    return Finding(
        "deadline",
        level,
        Part.DATE,
        sentence,
        remedy,
        rule=rule,
        authority="" if rule else _AUTHORITY,
        address="" if rule else _ADDRESS,
        # Dismissed once is dismissed until the call gets another last day.
        basis=f"{remedy} {found.moment.isoformat()}",
    )


CHECKS = (Check("deadline", Group.FORM, "Time is left", time_is_left),)
