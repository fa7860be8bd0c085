"""What a check says about a draft."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from desktop.core.rules import Part, Rule


class FindingLevel(StrEnum):
    """How much a Finding matters."""

    ERROR = "error"
    WARNING = "warning"
    NUDGE = "nudge"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to mend: which check, where, what is wrong, what to do, on whose authority.

    ``question`` is a Question number, or "" for a Finding about another ``part`` of the submission.
    ``excerpt`` is the text concerned, if any. ``rule`` is the receiving body's rule behind it;
    ``authority`` with ``address`` names other sources of the advice.
    """

    check: str
    level: FindingLevel
    part: Part
    sentence: str
    remedy: str
    question: str = ""
    excerpt: str = ""
    rule: Rule | None = None
    authority: str = ""
    address: str = ""
