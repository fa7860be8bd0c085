"""Findings that a person has dismissed, with the reason; they come back when the text changes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.core.finding import Finding
    from desktop.core.rules import Part

_Key = tuple[str, "Part", str, str, str]


@dataclass(frozen=True, slots=True)
class Dismissal:
    """A Finding that somebody has read and does not want to act on, and why.

    ``basis`` is the text it was said of and ``excerpt`` what of it (as in ``Finding``), for of one
    text several things may be said, and each is dismissed for itself. ``sentence`` is what was
    said.
    """

    check: str
    part: Part
    question: str
    basis: str
    sentence: str
    reason: str
    noted: date
    excerpt: str = ""

    @classmethod
    def of(cls, finding: Finding, reason: str, noted: date) -> Dismissal:
        """Return the Dismissal of a Finding."""
        check, part, question, basis, excerpt = key_of(finding)
        return cls(check, part, question, basis, finding.sentence, reason, noted, excerpt)

    @property
    def key(self) -> _Key:
        """What tells which Findings it is about."""
        return self.check, self.part, self.question, self.basis, self.excerpt


@dataclass(frozen=True, slots=True)
class Checked:
    """What the checks say: what is ``open``, and what was ``dismissed`` and why."""

    open: tuple[Finding, ...]
    dismissed: tuple[tuple[Finding, Dismissal], ...] = ()


def key_of(finding: Finding) -> _Key:
    """Return what tells a Finding from others for a Dismissal."""
    return finding.check, finding.part, finding.question, finding.basis, finding.excerpt


def settle(findings: Iterable[Finding], dismissals: Iterable[Dismissal]) -> Checked:
    """Take what was dismissed out of the Findings; their order stays."""
    known = {dismissal.key: dismissal for dismissal in dismissals}
    open_: list[Finding] = []
    dismissed: list[tuple[Finding, Dismissal]] = []
    for finding in findings:
        dismissal = known.get(key_of(finding))
        if dismissal is None:
            open_.append(finding)
        else:
            dismissed.append((finding, dismissal))
    return Checked(tuple(open_), tuple(dismissed))
