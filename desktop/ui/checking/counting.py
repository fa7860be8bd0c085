"""How much the checks found at each place of the list at the left."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from desktop.core.finding import Finding, FindingLevel
from desktop.core.response import AnswerState, Draft
from desktop.ui.models.words import LEVELS
from desktop.ui.pages.finding_places import place_of
from desktop.ui.place import PageId, Place


@dataclass(frozen=True, slots=True)
class Found:
    """How many errors and warnings. Nudges are for whoever looks for them, and are not counted."""

    errors: int
    warnings: int

    @property
    def sign_and_look(self) -> tuple[str, str]:
        """What a row shows: the number of what weighs most, with its sign, and the look."""
        if self.errors:
            return f"{LEVELS[FindingLevel.ERROR][0]} {self.errors:,}", "danger"
        return f"{LEVELS[FindingLevel.WARNING][0]} {self.warnings:,}", "warn"

    @property
    def short(self) -> str:
        """Both numbers with their signs: "✕ 2  ! 3"."""
        signs = ((self.errors, FindingLevel.ERROR), (self.warnings, FindingLevel.WARNING))
        return "  ".join(f"{LEVELS[level][0]} {count:,}" for count, level in signs if count)

    @property
    def words(self) -> str:
        """The same in words: "2 must be mended, 3 worth mending"."""
        said = ((self.errors, "must be mended"), (self.warnings, "worth mending"))
        return ", ".join(f"{count:,} {words}" for count, words in said if count)


def found(findings: Iterable[Finding]) -> Found | None:
    """Count findings, None where nothing weighs more than a nudge."""
    tally = Counter(finding.level for finding in findings)
    counted = Found(tally[FindingLevel.ERROR], tally[FindingLevel.WARNING])
    return counted if counted.errors or counted.warnings else None


def found_in_all(findings: Iterable[Finding], draft: Draft) -> Found | None:
    """Count what was found in a whole response, as ``counts_by_place`` counts."""
    placed = ((place_of(finding, draft), finding) for finding in findings)
    return found(finding for place, finding in placed if place is None or _begun(place, draft))


def counts_by_place(findings: Iterable[Finding], draft: Draft) -> dict[Place, Found]:
    """Return how much was found at each place where there is anything. That an answer is not begun
    is said by its own sign, so that an empty response is not full of numbers.
    """
    by_place: dict[Place, list[Finding]] = {}
    for finding in findings:
        place = place_of(finding, draft)
        if place is not None and _begun(place, draft):
            by_place.setdefault(place, []).append(finding)
    counted = {place: found(some) for place, some in by_place.items()}
    return {place: count for place, count in counted.items() if count is not None}


def _begun(place: Place, draft: Draft) -> bool:
    if place.page is not PageId.QUESTION:
        return any(answer.body.strip() for answer in draft.answers.values())
    return draft.answer(place.item).state is not AnswerState.NOT_STARTED
