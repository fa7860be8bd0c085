"""Whatever a check offers to mend in its examples is mended, also after more has been typed above
it, and then it is not said any more.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

import pytest

from desktop.checks import check
from desktop.checks.mending import mended, text_of
from desktop.core.checking_edits import MendedText
from desktop.core.finding import Finding, FindingLevel, Fix, TextField
from tests.checks.example_files import Example
from tests.checks.fixing import done, written
from tests.checks.sound_draft import Picture
from tests.checks.test_examples import checked

# What offers to mend something; the test below finds a check that is missing here.
MENDING = (
    "acronym",
    "causal",
    "citation-changed",
    "citation-retired",
    "contact-details",
    "cross-reference",
    "date",
    "house",
    "jargon",
    "numbering",
    "numbers-as-text",
    "question-answered",
    "quotation-marks",
    "recommendation-complete",
    "skip-reason",
)
# In these somebody types paragraphs; in all others there is no line above another.
_LONG = frozenset({TextField.BODY, TextField.ABOUT, TextField.REASON, TextField.ORAL_EVIDENCE})
ABOVE = "The door is open."


def offered(check_id: str) -> Iterator[tuple[Example, Finding, Fix]]:
    for example, findings in checked():
        for finding in findings:
            if finding.check == check_id:
                yield from ((example, finding, fix) for fix in finding.fixes)


def typed_above(picture: Picture, finding: Finding) -> Picture:
    """Return a picture with a new paragraph above what a Finding is about: in its own text, or for
    a Finding about no text in the first answer that has one.
    """
    draft, spot = picture.draft, finding.spot
    field, item = (spot.field, spot.item) if spot else (TextField.BODY, "")
    number = finding.question
    if spot is None and not draft.answer(number).body.strip():
        number = next((key for key, it in draft.answers.items() if it.body.strip()), "")
    if field not in _LONG or (field is TextField.BODY and not number):
        return picture
    said = text_of(draft, field, number, item) or ""
    return replace(
        picture, draft=written(draft, MendedText(field, f"{ABOVE}\n\n{said}", number, item))
    )


def said_of(picture: Picture, finding: Finding) -> int:
    """Return how often the checks say what a Finding says, wherever its line stands by now."""
    found = Counter(map(_what, check(picture.draft, picture.known)))
    return found[_what(finding)]


def _what(finding: Finding) -> tuple[str, ...]:
    spot = finding.spot
    place = (spot.field, spot.item) if spot else ("", "")
    return (finding.check, finding.question, finding.excerpt, *place)


def errors(picture: Picture) -> Counter[str]:
    found = check(picture.draft, picture.known)
    return Counter(one.check for one in found if one.level is FindingLevel.ERROR)


def test_every_check_that_offers_a_fix_is_tried_here() -> None:
    offering = {one.check for _, findings in checked() for one in findings if one.fixes}
    assert offering == set(MENDING)


@pytest.mark.parametrize("check_id", MENDING)
@pytest.mark.parametrize("more", [False, True], ids=["as-it-stands", "typed-above"])
def test_each_fix_mends_what_is_said_and_nothing_is_lost(check_id: str, more: bool) -> None:
    for example, finding, fix in offered(check_id):
        named = f"{example.name}: {fix.words}"
        before = typed_above(example.picture, finding) if more else example.picture
        edit = mended(before.draft, finding, fix)
        assert edit is not None, named
        after = done(edit, before)
        assert said_of(after, finding) < said_of(before, finding), named
        assert not errors(after) - errors(before), named
        assert (ABOVE in str(after.draft)) is (before is not example.picture), named
