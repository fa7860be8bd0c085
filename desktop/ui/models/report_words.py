"""How the parts of a submission report are named and marked on screen."""

from __future__ import annotations

from desktop.core.evidence_map import Gap
from desktop.core.report_lines import Readiness, Topic
from desktop.ui.place import PageId

# A sign, a word and the look of the chip: colour never speaks alone.
READINESS = {
    Readiness.READY: ("✓", "Ready", "used"),
    Readiness.OPEN: ("✕", "Still open", "danger"),
    Readiness.THIN: ("!", "Could be stronger", "warn"),
}
TOPICS = {
    Topic.ORGANISATION: "Organisation",
    Topic.ABOUT: "About us",
    Topic.REASON: "Why we are submitting",
    Topic.SUMMARY: "Summary",
    Topic.ANSWERS: "Answers",
    Topic.EVIDENCE: "Evidence map",
    Topic.RECOMMENDATIONS: "Recommendations",
    Topic.LENGTH: "Length",
    Topic.CHECKS: "Checks",
    Topic.UNREVIEWED: "First draft",
    Topic.SIGN_OFF: "Approval",
    Topic.DEADLINE: "Deadline",
}
# Where a part is written; the others are shown on this page, or belong to a question.
PAGES = {
    Topic.ABOUT: PageId.ABOUT,
    Topic.REASON: PageId.ABOUT,
    Topic.SUMMARY: PageId.SUMMARY,
    Topic.RECOMMENDATIONS: PageId.RECOMMENDATIONS,
}
# What is missing, and what would mend it.
GAPS = {
    Gap.ANSWER: ("Answer", "Nothing is written yet."),
    Gap.KEY_POINT: ("Key point", "Say in one sentence what the answer comes to."),
    Gap.EVIDENCE: ("Evidence", "Nothing is cited, and nothing you have seen yourselves is told."),
    Gap.COUNTER_ARGUMENT: ("The other side", "Nothing answers what may be said against it."),
    Gap.RECOMMENDATION: ("Recommendation", "Nobody is asked to do anything."),
}
