"""Where in the window a Finding is mended."""

from __future__ import annotations

from desktop.core.finding import Finding
from desktop.core.response import Draft
from desktop.core.rules import Part
from desktop.ui.models.words import PARTS
from desktop.ui.place import PageId, Place

_PAGES = {
    Part.ABOUT: PageId.ABOUT,
    Part.SUMMARY: PageId.SUMMARY,
    Part.RECOMMENDATIONS: PageId.RECOMMENDATIONS,
    Part.ORAL_EVIDENCE: PageId.ABOUT,
    Part.DATE: PageId.ABOUT,
}
# The check whose finding is mended on the review: there it is noted who has approved the text.
_APPROVAL = "sign-off"


def place_of(finding: Finding, draft: Draft) -> Place | None:
    """Return where to go to mend a Finding, None if it is about the whole."""
    response = draft.response.id
    if finding.check == _APPROVAL:
        return Place(PageId.REVIEW, response)
    if finding.question and finding.part is not Part.RECOMMENDATIONS:
        return Place(PageId.QUESTION, response, finding.question)
    if finding.part is Part.TITLE:
        return Place(PageId.ORGANISATIONS, item=draft.organisation.id)
    page = _PAGES.get(finding.part)
    return Place(page, response) if page else None


def place_words(finding: Finding, draft: Draft) -> str:
    """Return where that is in words."""
    if finding.check == _APPROVAL:
        return "Approval"
    if finding.question and finding.part is not Part.RECOMMENDATIONS:
        question = draft.consultation.question(finding.question)
        return f"Question {question.number}: {question.heading or question.text}"
    if finding.part is Part.TITLE:
        return "Organisation"
    return PARTS[finding.part] if finding.part in _PAGES else "The whole submission"
