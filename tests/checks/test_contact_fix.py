"""Contact details are taken out of the text, and kept for the covering email."""

from __future__ import annotations

import pytest

from desktop.checks import Known, check
from desktop.core.finding import Finding
from tests.support.drafts import DAY, make_draft


def found(text: str) -> Finding:
    findings = check(make_draft({"1": text}), Known(DAY.date()))
    return next(one for one in findings if one.check == "contact-details")


def left(text: str) -> str:
    (fix,) = found(text).fixes
    (change,) = fix.replacements
    spot = change.spot
    assert text[spot.start : spot.end] == change.before
    return text[: spot.start] + change.after + text[spot.end :]


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("Halls matter. Write to jo@fernbrook.example for more.", "Halls matter."),
        ("Ring 01632 960123. Halls matter.", " Halls matter."),
        (
            "The hall (office@fernbrook.example) has stood in the village since 1921.",
            "The hall has stood in the village since 1921.",
        ),
        (
            "We asked every one of the ninety-one halls in the county by post, and those that had "
            "no letter box on 01632 960123, whether they had heating.",
            "We asked every one of the ninety-one halls in the county by post, and those that had "
            "no letter box, whether they had heating.",
        ),
    ],
)
def test_a_detail_goes_with_the_words_that_only_lead_to_it(text: str, rest: str) -> None:
    assert left(text) == rest


@pytest.mark.parametrize(
    ("text", "contact"),
    [
        ("Write to jo@fernbrook.example.", ("contact_email", "jo@fernbrook.example")),
        ("Ring 01632 960123.", ("contact_phone", "01632 960123")),
        ("We are at 3 Mill Lane, FB1 2AB.", ("contact_address", "3 Mill Lane, FB1 2AB")),
    ],
)
def test_it_is_offered_to_the_covering_email(text: str, contact: tuple[str, str]) -> None:
    (fix,) = found(text).fixes
    assert fix.words == "Move it to the covering email"
    assert fix.contact == (contact,)


def test_two_details_of_one_sentence_go_with_it_and_both_are_kept() -> None:
    text = "Halls matter. Ring 01632 960123 or write to jo@fernbrook.example."
    assert left(text) == "Halls matter."
    (fix,) = found(text).fixes
    assert set(fix.contact) == {
        ("contact_phone", "01632 960123"),
        ("contact_email", "jo@fernbrook.example"),
    }


def test_a_signature_is_left_for_a_person_to_take_out() -> None:
    assert found("Yours sincerely, the trustees").fixes == ()
