"""What a receiving body demands, as dated data: each rule with its authority and its address."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop.core.consultation import LimitUnit


class Strength(StrEnum):
    """How binding a rule is."""

    MUST = "must"
    SHOULD = "should"
    ADVICE = "advice"


class Authority(StrEnum):
    """How a rule is known."""

    OFFICIAL = "official"
    SECOND_HAND = "second-hand"
    ASSUMED = "assumed"


class Numbering(StrEnum):
    """How paragraphs are numbered."""

    CONTINUOUS = "continuous"
    BY_SECTION = "by-section"
    NONE = "none"


class SummaryForm(StrEnum):
    """What a summary looks like."""

    BULLETS = "bullets"
    PROSE = "prose"
    NONE = "none"


class Part(StrEnum):
    """The parts of a submission, named in the order a body wants them."""

    TITLE = "title"
    ABOUT = "about"
    SUMMARY = "summary"
    ANSWERS = "answers"
    RECOMMENDATIONS = "recommendations"
    ORAL_EVIDENCE = "oral-evidence"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Rule:
    """One demand: what it says, how binding, on whose authority, checked when."""

    id: str
    says: str
    strength: Strength
    authority: Authority
    source: str
    address: str
    checked: date
    value: int | None = None
    unit: LimitUnit | None = None


@dataclass(frozen=True, slots=True)
class DocumentRules:
    """The demands that shape the document itself."""

    title_line: str = "Written evidence submitted by {{ organisation }}"
    numbering: Numbering = Numbering.CONTINUOUS
    page_numbers: str = "either"
    summary: SummaryForm = SummaryForm.BULLETS
    parts: tuple[Part, ...] = tuple(Part)
    formats: tuple[str, ...] = ("docx",)


@dataclass(frozen=True, slots=True)
class Rules:
    """The submission rules of one receiving body."""

    id: str
    title: str
    body: str
    checked: date
    document: DocumentRules = DocumentRules()
    rules: tuple[Rule, ...] = ()

    def rule(self, rule_id: str) -> Rule | None:
        """Return the rule with this id, or None if the body has no such demand."""
        return next((rule for rule in self.rules if rule.id == rule_id), None)
