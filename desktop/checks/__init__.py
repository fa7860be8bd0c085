"""What a clerk and a critical friend would say about a draft: one small function for each check.

``check`` runs them all on immutable values, so it may run on any thread.
"""

from __future__ import annotations

from desktop.checks import (
    acronyms,
    asks,
    blanks,
    cases,
    claims,
    deadline,
    drafting,
    evidence,
    figures,
    form,
    house,
    jargon,
    law,
    lengths,
    message,
    numbering,
    numbers_as_text,
    paragraphs,
    people,
    politics,
    provenance,
    questions,
    quotation_dates,
    quotations,
    recommendations,
    sent_file,
    sentences,
    signing,
    sources,
    structure,
    summaries,
    welsh,
)
from desktop.checks.checker import Checker as Checker
from desktop.checks.known import Known as Known
from desktop.checks.registry import Check
from desktop.core.finding import Finding
from desktop.core.response import Draft

# A room each; a check is found by its id.
CHECKS: tuple[Check, ...] = (
    *lengths.CHECKS,
    *questions.CHECKS,
    *blanks.CHECKS,
    *summaries.CHECKS,
    *numbering.CHECKS,
    *numbers_as_text.CHECKS,
    *form.CHECKS,
    *figures.CHECKS,
    *claims.CHECKS,
    *evidence.CHECKS,
    *sources.CHECKS,
    *provenance.CHECKS,
    *quotations.CHECKS,
    *quotation_dates.CHECKS,
    *drafting.CHECKS,
    *recommendations.CHECKS,
    *asks.CHECKS,
    *people.CHECKS,
    *cases.CHECKS,
    *law.CHECKS,
    *politics.CHECKS,
    *signing.CHECKS,
    *deadline.CHECKS,
    *welsh.CHECKS,
    *sentences.CHECKS,
    *paragraphs.CHECKS,
    *acronyms.CHECKS,
    *jargon.CHECKS,
    *house.CHECKS,
    *message.CHECKS,
    *structure.CHECKS,
    *sent_file.CHECKS,
)


def check(draft: Draft, known: Known) -> tuple[Finding, ...]:
    """Return the Findings about a draft: errors first, then in the order of the document."""
    return checker().check(draft, known)


def checker() -> Checker:
    """Return what runs all checks, and remembers what it said of each line."""
    return Checker(CHECKS)
