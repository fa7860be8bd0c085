"""From one finding to the next, through the whole response, by key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.core.finding import Finding
from desktop.core.response import Draft
from desktop.ui.checking.acting import Acting
from desktop.ui.checking.live import LiveChecks
from desktop.ui.pages.finding_places import place_of
from desktop.ui.place import PageId, Place

if TYPE_CHECKING:
    from desktop.ui.window import Window

# In the order of the list at the left; what is mended elsewhere comes last.
_PAGES = (PageId.QUESTION, PageId.ABOUT, PageId.SUMMARY, PageId.RECOMMENDATIONS)


def step_finding(window: Window, by: int) -> None:
    """Go to the next finding (``by`` = 1) or the one before (-1): on this page, then on others."""
    checks, context = window.checks, window.context
    window.flush()
    page = window.navigation.page
    finding = page.finding_ahead(by) if page is not None else None
    if finding is None:
        finding = ahead(checks, window.place, by)
    if finding is None:
        context.dialogs.notify("Nothing to mend in the response.")
        return
    Acting(context, checks, window).go(finding)


def ahead(checks: LiveChecks, here: Place, by: int) -> Finding | None:
    """Return the finding that comes after (or before) a place in the order of the list; from the
    last one on with the first. None if there is none at all.
    """
    draft = checks.draft
    if draft is None:
        return None
    stops = in_order(checks.said.open, draft)
    places = [place for place, _ in stops]
    if not stops:
        return None
    shown = checks.shown
    for at, (place, finding) in enumerate(stops):
        if finding == shown and place == here:
            return stops[(at + by) % len(stops)][1]
    ranks = [_rank(place, draft) for place in places]
    rank = _rank(here, draft)
    if by > 0:
        at = next((at for at, other in enumerate(ranks) if other > rank), 0)
    else:
        at = next((at for at in reversed(range(len(ranks))) if ranks[at] < rank), len(ranks) - 1)
    return stops[at][1]


def in_order(findings: tuple[Finding, ...], draft: Draft) -> list[tuple[Place, Finding]]:
    """Return the findings that have a place in the window, page by page."""
    placed = [(place_of(finding, draft), finding) for finding in findings]
    kept = [(place, finding) for place, finding in placed if place is not None]
    return sorted(kept, key=lambda pair: (_rank(pair[0], draft), _within(pair[1])))


def _rank(place: Place, draft: Draft) -> tuple[int, int]:
    page = _PAGES.index(place.page) if place.page in _PAGES else len(_PAGES)
    numbers = [question.number for question in draft.consultation.questions]
    return page, numbers.index(place.item) if place.item in numbers else -1


def _within(finding: Finding) -> tuple[int, int]:
    spot = finding.spot
    return (spot.line, spot.start) if spot else (-1, -1)
