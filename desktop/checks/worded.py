"""What is said where words of a list stand in a line."""

from __future__ import annotations

from desktop.checks.reading import WrittenLine
from desktop.checks.wording import Match, WordList, instead_of
from desktop.core.finding import Finding, FindingLevel, Fix, Replacement, Spot


def said_of(
    words: WordList,
    match: Match,
    line: WrittenLine,
    sentence: str,
    remedy: str,
    *,
    level: FindingLevel | None = None,
    fixed: bool = True,
) -> Finding:
    """Return the Finding about a match in a line.

    What the Wording says of itself comes before ``sentence`` and ``remedy``, which are for lists
    that leave it to their check; ``{found}`` and ``{instead}`` in either are filled in. Where the
    list says what to write instead and ``fixed``, there is a Fix that does it.
    """
    wording, start, end = match
    found = line.text[start:end]
    instead = instead_of(words, match, line.text)
    spot = Spot(line.field, line.item, 0, start, end)
    fix = Fix(f"Write “{instead}”", (Replacement(spot, found, instead),))

    def filled(template: str) -> str:
        return template.replace("{found}", found).replace("{instead}", instead)

    return Finding(
        wording.check,
        level or wording.level,
        line.part,
        filled(wording.says or sentence),
        filled(wording.remedy or remedy),
        question=line.question,
        excerpt=found,
        authority=wording.source,
        address=wording.address,
        spot=spot,
        basis=line.text,
        fixes=(fix,) if instead and fixed else (),
    )
