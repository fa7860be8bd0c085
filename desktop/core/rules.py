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


class Venue(StrEnum):
    """What sort of body asks; what it can do follows from that, and what its papers look like."""

    COMMONS_COMMITTEE = "commons-committee"
    LORDS_COMMITTEE = "lords-committee"
    BILL_COMMITTEE = "bill-committee"
    SENEDD = "senedd"
    SCOTTISH_PARLIAMENT = "scottish-parliament"
    PETITION = "petition"
    NI_ASSEMBLY = "ni-assembly"
    UK_GOVERNMENT = "uk-government"
    DEVOLVED_GOVERNMENT = "devolved-government"
    COUNCIL = "council"
    APPG = "appg"
    FORM = "form"
    OTHER = "other"


class Form(StrEnum):
    """What is handed in: one document, or answers put into a form one by one."""

    DOCUMENT = "document"
    ANSWERS = "answers"


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
    """One demand: what it says, how binding, on whose authority, checked when.

    What ``id`` means, and what ``value``, ``choices`` and ``text`` may be, stands in
    ``desktop.core.rule_kinds``.
    """

    id: str
    says: str
    strength: Strength
    authority: Authority
    source: str
    address: str
    checked: date
    value: int | None = None
    unit: LimitUnit | None = None
    choices: tuple[str, ...] = ()
    text: str = ""

    @property
    def is_demand(self) -> bool:
        """Whether the body demands it, rather than giving advice."""
        return self.strength is not Strength.ADVICE


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
    """The submission rules of one receiving body.

    ``body`` is its name, and ``also_called`` what else it goes by in its calls; a name with one of
    ``not_called`` in it is that of another body.
    """

    id: str
    title: str
    body: str
    checked: date
    document: DocumentRules = DocumentRules()
    rules: tuple[Rule, ...] = ()
    venue: Venue = Venue.OTHER
    form: Form = Form.DOCUMENT
    also_called: tuple[str, ...] = ()
    not_called: tuple[str, ...] = ()

    def rule(self, rule_id: str) -> Rule | None:
        """Return the rule with this id, or None if the body has no such demand."""
        return next((rule for rule in self.rules if rule.id == rule_id), None)

    def choices(self, rule_id: str) -> tuple[str, ...]:
        """Return what a rule says in the words of its kind (none if nothing is known)."""
        rule = self.rule(rule_id)
        return rule.choices if rule else ()

    def choice(self, rule_id: str) -> str:
        """Return the one thing that a rule says in the words of its kind ("" if not known)."""
        return next(iter(self.choices(rule_id)), "")

    def demands(self, rule_id: str) -> bool:
        """Tell whether the body demands it; advice is no demand."""
        rule = self.rule(rule_id)
        return rule is not None and rule.is_demand
