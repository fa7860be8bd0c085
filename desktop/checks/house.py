"""Checks of an organisation's own rules about words."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.checks.known import Known
from desktop.checks.reading import LineKind, Reading, WrittenLine
from desktop.checks.registry import Check
from desktop.checks.spans import is_quoted
from desktop.checks.worded import said_of
from desktop.checks.wording import expression, found_in
from desktop.core.finding import Finding, FindingLevel, Group
from desktop.core.rules import Part
from desktop.core.wording import HOUSE

_MISSING = "house-missing"


def house_rules_are_kept(line: WrittenLine, known: Known) -> Iterator[Finding]:
    """The organisation's own words are written as it wants them; those of others are left."""
    words = known.wording[HOUSE]
    if not words.wordings or line.kind is LineKind.QUOTE:
        return
    for match in found_in(words, line.text):
        if not is_quoted(line.text, match.start):
            wanted = match.wording.instead or match.wording.swaps
            yield said_of(
                words,
                match,
                line,
                "Your house rules say “{instead}”, not “{found}”."
                if wanted
                else "Your house rules avoid “{found}”.",
                "Write “{instead}”." if wanted else "Say it in other words.",
            )


def what_belongs_is_there(reading: Reading) -> Iterator[Finding]:
    """What house rules want in every submission is there; a rule that cannot be used is told of."""
    words = reading.known.wording[HOUSE]
    if not words.wordings or not any(True for _ in reading.started()):
        return
    texts = [line.text for _, line in reading.lines]
    for wording in words.wordings:
        if wording.required and not _stands(wording.required, texts):
            wanted = " or ".join(f"“{each}”" for each in wording.required)
            yield Finding(
                _MISSING,
                wording.level,
                Part.ABOUT,
                wording.says or f"Your house rules want {wanted}, which is not there.",
                wording.remedy or "Say it once, where it fits.",
                authority=wording.source,
                address=wording.address,
                basis=wanted,
            )
    for text in texts:
        found_in(words, text)  # which finds out what is too slow; the checks of lines use it again
    for wording in words.wordings:
        if wording.id in words.slow:
            yield Finding(
                _MISSING,
                FindingLevel.NUDGE,
                Part.ANSWERS,
                "A pattern of your house rules takes too long and was left out.",
                f"Write “{wording.pattern}” without one repetition inside another, and add the "
                "file again.",
                excerpt=wording.pattern,
                authority=wording.source,
                address=wording.address,
                basis=wording.pattern,
            )


def _stands(required: tuple[str, ...], texts: list[str]) -> bool:
    sought = [expression(words) for words in required]
    return any(each.search(text) for text in texts for each in sought)


CHECKS = (
    Check(HOUSE, Group.LANGUAGE, "Your house rules are kept", line=house_rules_are_kept),
    Check(
        _MISSING,
        Group.LANGUAGE,
        "What your house rules want in every submission is there",
        what_belongs_is_there,
    ),
)
