"""What a clerk and a critical friend would say about a draft: one small function for each check.

``check`` runs them all on an immutable Draft, so it may run on any thread.
"""

from __future__ import annotations

from collections.abc import Iterable

from desktop.checks import drafting, evidence, form, people, recommendations
from desktop.checks.reading import Reading
from desktop.core.evidence import Snippet
from desktop.core.finding import Finding, FindingLevel
from desktop.core.response import Draft

CHECKS = (
    form.organisation_is_named,
    form.within_the_limit,
    form.within_the_question_limit,
    form.every_question_is_dealt_with,
    form.skipped_with_a_reason,
    form.key_point_for_the_summary,
    form.summary_is_there,
    form.about_us_is_there,
    people.no_contact_details,
    evidence.sources_are_known,
    evidence.figures_have_sources,
    evidence.answers_rest_on_evidence,
    drafting.pieces_are_reviewed,
    evidence.snippets_are_made_your_own,
    recommendations.something_is_asked_for,
    recommendations.each_says_who_what_and_when,
)
_ORDER = list(FindingLevel)


def check(draft: Draft, snippets: Iterable[Snippet]) -> tuple[Finding, ...]:
    """Return the Findings about a draft: errors first, then in the order of the document.

    ``snippets`` are those of the library that the text may have been taken from.
    """
    reading = Reading(draft, tuple(snippets))
    places = {q.number: place for place, q in enumerate(draft.consultation.questions, 1)}
    findings = [finding for one in CHECKS for finding in one(reading)]
    return tuple(sorted(findings, key=lambda f: (_ORDER.index(f.level), places.get(f.question, 0))))
