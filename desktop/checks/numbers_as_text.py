"""The check of how paragraph numbers get into a file: Word's own may not come through."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from desktop.checks.reading import Reading
from desktop.checks.registry import Check
from desktop.core.finding import Finding, FindingLevel, Fix, Group
from desktop.core.rules import Authority, Form, Numbering, Part, Rule, Rules, Strength
from desktop.core.rules_edits import SetCallRule

_ID = "numbers-as-text"
# The rule of a call that says how numbers are written.
_RULE = "numbers-as"
# By these a file is sent, which a converter of the body makes into a page.
_CHANNELS = frozenset({"upload", "online-form", "email"})


def numbers_come_through(reading: Reading) -> Iterator[Finding]:
    """Paragraph numbers that a body demands are text where it converts the file."""
    draft, known = reading.draft, reading.known
    if known.file is not None or known.numbers_as_text or not _may_be_lost(draft.rules):
        return
    if any(True for _ in reading.started()):
        chosen = _as_text(known.today)
        edit = SetCallRule(
            draft.response.id, draft.consultation.id, chosen, "writing paragraph numbers as text"
        )
        yield Finding(
            _ID,
            FindingLevel.NUDGE,
            Part.ANSWERS,
            "The paragraph numbers are Word's own, and may all be 1 once the body has converted "
            "the file.",
            "Have them written as text: they look the same, and what points at a paragraph stays "
            "right.",
            rule=draft.rules.rule("numbering"),
            fixes=(Fix("Write the numbers as text", edit=edit),),
        )


def _may_be_lost(rules: Rules) -> bool:
    document = rules.document
    return (
        rules.form is Form.DOCUMENT
        and rules.demands("numbering")
        and document.numbering is not Numbering.NONE
        and "docx" in document.formats
        and not rules.choices(_RULE)
        and not _CHANNELS.isdisjoint(rules.choices("channel"))
    )


def _as_text(today: date) -> Rule:
    """Return the rule by which an export writes numbers as text."""
    return Rule(
        _RULE,
        "Paragraph numbers are written as text, so that none is lost when the file is converted.",
        Strength.SHOULD,
        Authority.ASSUMED,
        "Your own choice",
        "",
        today,
        choices=("text",),
    )


CHECKS = (
    Check(
        _ID,
        Group.FORM,
        "Paragraph numbers come through",
        numbers_come_through,
        authority="Written evidence SCC0047, UK Parliament: as we read it, every paragraph of the "
        "converted file has the number 1",
        address="https://committees.parliament.uk/writtenevidence/36680/html/",
    ),
)
