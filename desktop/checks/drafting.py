"""Checks of a first draft: what it put in is read by a person before it is sent."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.checks.advice import IDENTICAL_TEXT
from desktop.checks.reading import Reading, WrittenAnswer
from desktop.checks.registry import Check
from desktop.core.finding import Finding, FindingLevel, Group, Spot
from desktop.core.rules import Part
from desktop.core.text import one_line
from desktop.markup.unreviewed import unreviewed

UNREVIEWED = "unreviewed"


def pieces_are_reviewed(reading: Reading) -> Iterator[Finding]:
    """Each piece of a first draft is changed or confirmed by a person."""
    for item in reading.answers:
        texts = unreviewed(reading.draft, item.question.number)
        if texts:
            many = len(texts) > 1
            yield Finding(
                UNREVIEWED,
                FindingLevel.WARNING,
                Part.ANSWERS,
                f"{len(texts)} pieces of the first draft are unreviewed."
                if many
                else "A piece of the first draft is unreviewed.",
                "Read each one: change it, take it out, or confirm that it may stand as it is."
                if many
                else "Read it: change it, take it out, or confirm that it may stand as it is.",
                question=item.question.number,
                excerpt=texts[0],
                spot=_where(item, texts[0]),
                basis="\n".join(texts),
            )


def _where(item: WrittenAnswer, text: str) -> Spot | None:
    """Return where a piece stands: in the key point or in a line of the answer."""
    return next(
        (
            Spot(line.field, line.item, place, 0, len(line.text))
            for place, line in item.lines
            if one_line(line.text) == text
        ),
        None,
    )


CHECKS = (
    Check(
        UNREVIEWED,
        Group.EVIDENCE,
        "A first draft is read",
        pieces_are_reviewed,
        authority=IDENTICAL_TEXT.authority,
        address=IDENTICAL_TEXT.address,
    ),
)
