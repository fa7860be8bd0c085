"""Findings that a person has dismissed, with the reason; they come back when the text changes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from desktop.core.finding import Finding
from desktop.core.rules import Part


@dataclass(frozen=True, slots=True)
class Dismissal:
    """A Finding that somebody has read and does not want to act on, and why.

    ``basis`` is the text it was said of (``Finding.basis``), ``sentence`` what was said.
    """

    check: str
    part: Part
    question: str
    basis: str
    sentence: str
    reason: str
    noted: date

    def covers(self, finding: Finding) -> bool:
        """Tell whether it is this Finding, of the same text, that was dismissed."""
        return key_of(finding) == (self.check, self.part, self.question, self.basis)


@dataclass(frozen=True, slots=True)
class Checked:
    """What the checks say: what is ``open``, and what was ``dismissed`` and why."""

    open: tuple[Finding, ...]
    dismissed: tuple[tuple[Finding, Dismissal], ...] = ()


def key_of(finding: Finding) -> tuple[str, Part, str, str]:
    """Return what tells a Finding from others for a Dismissal."""
    return finding.check, finding.part, finding.question, finding.basis


def settle(findings: Iterable[Finding], dismissals: Iterable[Dismissal]) -> Checked:
    """Take what was dismissed out of the Findings; their order stays."""
    known = {(d.check, d.part, d.question, d.basis): d for d in dismissals}
    open_: list[Finding] = []
    dismissed: list[tuple[Finding, Dismissal]] = []
    for finding in findings:
        dismissal = known.get(key_of(finding))
        if dismissal is None:
            open_.append(finding)
        else:
            dismissed.append((finding, dismissal))
    return Checked(tuple(open_), tuple(dismissed))
