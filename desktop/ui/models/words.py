"""What the kinds and levels of the model are called on screen."""

from __future__ import annotations

from datetime import date

from desktop.core.consent import Consent, Use
from desktop.core.evidence import Origin, SnippetKind, SourceKind
from desktop.core.finding import Finding, FindingLevel
from desktop.core.listing import counted as counted
from desktop.core.moments import printed_day
from desktop.core.response import OrganisationKind
from desktop.core.rules import Authority, Part, Strength

ORGANISATION_KINDS = {
    OrganisationKind.CHARITY: "Charity",
    OrganisationKind.COMMUNITY_GROUP: "Community group",
    OrganisationKind.SOCIAL_ENTERPRISE: "Social enterprise",
    OrganisationKind.CO_OPERATIVE: "Co-operative",
    OrganisationKind.INFRASTRUCTURE: "Infrastructure body",
    OrganisationKind.UMBRELLA: "Umbrella body",
    OrganisationKind.OTHER: "Something else",
}
SNIPPET_KINDS = {
    SnippetKind.STATISTIC: "Statistic",
    SnippetKind.CASE_STUDY: "Case study",
    SnippetKind.QUOTATION: "Quotation",
    SnippetKind.ARGUMENT: "Argument",
    SnippetKind.RECOMMENDATION: "Recommendation",
    SnippetKind.ABOUT_US: "About us",
}
CONSENT_USES = {
    Use.PUBLISHED: "Published with evidence, for good",
    Use.UNPUBLISHED: "Told to officials or members, and not published",
    Use.OWN: "Our own website, reports and talks",
}
SOURCE_KINDS = {
    SourceKind.WRITTEN_EVIDENCE: "Written evidence",
    SourceKind.PAST_RESPONSE: "Past response",
    SourceKind.BRIEFING: "Briefing",
    SourceKind.REPORT: "Report",
    SourceKind.BLOG_POST: "Blog post",
    SourceKind.NEWSLETTER: "Newsletter",
    SourceKind.SLIDES: "Slides",
    SourceKind.LETTER: "Letter",
    SourceKind.WEB_PAGE: "Web page",
    SourceKind.CALL_FOR_EVIDENCE: "Call for evidence",
}
ORIGINS = {Origin.BUILT_IN: "Built in", Origin.OWN: "Your own"}
PARTS = {
    Part.TITLE: "Title",
    Part.ABOUT: "About us",
    Part.SUMMARY: "Summary",
    Part.ANSWERS: "Answers",
    Part.RECOMMENDATIONS: "Recommendations",
    Part.ORAL_EVIDENCE: "Oral evidence",
    Part.DATE: "Date",
}
STRENGTHS = {Strength.MUST: "Must", Strength.SHOULD: "Should", Strength.ADVICE: "Advice"}
AUTHORITIES = {
    Authority.OFFICIAL: "the body’s own words",
    Authority.SECOND_HAND: "known second-hand",
    Authority.ASSUMED: "assumed, not confirmed",
}
# A sign, a word and the look of the chip: colour never speaks alone.
LEVELS = {
    FindingLevel.ERROR: ("✕", "Must be mended", "danger"),
    FindingLevel.WARNING: ("!", "Worth mending", "warn"),
    FindingLevel.NUDGE: ("→", "A thought", "neutral"),
}


def day(value: date) -> str:
    """Return a date as people write it: "20 July 2010"."""
    return printed_day(value.isoformat())


def dismiss_words(finding: Finding) -> str:
    """Return what the button says that sets a finding aside: one that asks is answered."""
    return "Answer…" if finding.asks else "Dismiss…"


def consent_words(consent: Consent) -> str:
    """Return a consent record as people read it: who, for what, until when."""
    covers = [words for use, words in CONSENT_USES.items() if use in consent.covers]
    what = "; ".join(words[0].lower() + words[1:] for words in covers) or "nothing named"
    until = f", until {day(consent.until)}" if consent.until else ""
    note = f"\n{consent.note}" if consent.note else ""
    return f"{consent.who}: {what}{until}. Recorded {day(consent.recorded)}.{note}"
