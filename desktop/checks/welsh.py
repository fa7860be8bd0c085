"""Checks of a second language: a call that wants both gets both."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.checks.reading import Reading
from desktop.checks.registry import Check
from desktop.core.finding import Finding, FindingLevel, Group
from desktop.core.rules import Part
from desktop.core.translating import (
    LANGUAGE_NAMES,
    TranslationState,
    originals,
    wanted,
)

# Where the call itself asks for both, and no rule of the body does.
_AUTHORITY = (
    "Providing evidence for committees, Senedd: evidence in English or Welsh; bodies with a "
    "Welsh-language policy are asked for both"
)
_ADDRESS = (
    "https://senedd.wales/en/bus-home/committees/Pages/Providing-evidence-for-committees.aspx"
)


def both_languages(reading: Reading) -> Iterator[Finding]:
    """Where a second language is wanted, every text is in it, and says what the English says."""
    for language in wanted(reading.draft):
        items = originals(reading.draft, language)
        missing = [item for item in items if item.state is TranslationState.MISSING]
        changed = [item for item in items if item.state is TranslationState.CHANGED]
        name = LANGUAGE_NAMES[language]
        if missing:
            whole = len(missing) == len(items)
            yield _finding(
                reading,
                FindingLevel.WARNING,
                f"The {name} version is missing."
                if whole
                else f"The {name} version lacks {_texts(len(missing))}.",
                f"Write the {name} beside the English on the page “{name} version”, or say why "
                "there is none.",
            )
        if changed:
            yield _finding(
                reading,
                FindingLevel.WARNING,
                f"The English of {_texts(len(changed))} has changed since it was written in "
                f"{name}.",
                f"Look at it on the page “{name} version”, and change the {name} or keep it.",
            )


def _finding(reading: Reading, level: FindingLevel, sentence: str, remedy: str) -> Finding:
    rule = reading.draft.rules.rule("language")
    return Finding(
        "welsh",
        level,
        Part.ANSWERS,
        sentence,
        remedy,
        rule=rule,
        authority="" if rule else _AUTHORITY,
        address="" if rule else _ADDRESS,
        basis=sentence,
    )


def _texts(count: int) -> str:
    return "one text" if count == 1 else f"{count} texts"


CHECKS = (Check("welsh", Group.FORM, "Both languages", whole=both_languages),)
