"""The signs by which a piece is taken to argue the other way."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.matching.offering.opposing import opposing

SAID = "Grants to halls have increased, and volunteers keep them open."
ABOUT = ("Grants", "halls", "volunteers")


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("Grants to halls fell by a third.", "fell"),
        ("There is no evidence that grants keep halls going.", "no evidence"),
        ("However, grants to halls are a habit.", "however"),
        ("Critics call grants to halls a waste.", "critics"),
        ("Grants to halls are not what volunteers want.", "are not"),
        ("Grants to halls bring risks with them.", "risks"),
    ],
)
def test_a_sentence_on_the_same_thing_that_turns_against_it_is_told_by_its_words(
    text: str, sign: str
) -> None:
    found = opposing(SAID, text, ABOUT)
    assert found is not None
    assert found.words == sign


def test_a_movement_the_other_way_names_both_words_and_what_moves() -> None:
    found = opposing(SAID, "Grants to halls fell by a third.", ABOUT)
    assert found is not None
    assert (found.words, found.against) == ("fell", "increased")
    assert found.of in {"Grants", "halls"}


@pytest.mark.parametrize(
    "text",
    [
        "Grants to halls have grown again.",
        "Halls are paid for by grants.",
        "Buses were late. They fell behind for years.",
        "The price of fish fell.",
    ],
)
def test_what_agrees_or_is_about_something_else_is_no_argument_against_it(text: str) -> None:
    assert opposing(SAID, text, ABOUT) is None


def test_a_clear_sign_counts_less_in_a_sentence_with_fewer_of_the_words() -> None:
    near = opposing(SAID, "There is no evidence that grants help halls.", ABOUT)
    apart = opposing(SAID, "Halls exist. There is no evidence that grants help.", ABOUT)
    assert near is not None
    assert apart is not None
    assert near.strength > apart.strength


def test_denying_what_is_itself_denied_is_agreeing() -> None:
    denied = "There is no evidence that grants reach halls."
    assert opposing(denied, "No proof exists that grants reach halls.", ABOUT) is None


@given(st.text(), st.text(), st.lists(st.text()))
def test_any_texts_can_be_compared(sentence: str, text: str, about: list[str]) -> None:
    found = opposing(sentence, text, about)
    assert found is None or 0 < found.strength <= 1
