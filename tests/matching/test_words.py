"""From texts to the words that an index keeps of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.matching.words import LONGEST, index_word, split


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Volunteers HELP", ["volunteers", "help"]),
        (
            "the council’s staff, the staffs' views",
            ["the", "council", "staff", "the", "staffs", "views"],
        ),
        ("co-operative, employee-owned", ["cooperative", "employee", "owned"]),
        (
            "1,000 of 2,500,000 at 2.5 in 2010–11",
            ["1000", "of", "2500000", "at", "2.5", "in", "2010", "11"],
        ),
        ("in 5,6 and mid-2019", ["in", "5", "6", "and", "mid", "2019"]),
        ("the U.K.'s rules, i.e. ours", ["the", "uk", "rules", "ie", "ours"]),
        ("Rule 18.5.1(a)", ["rule", "18.5.1", "a"]),
        ("Cafés in Ŵyl, sy’n wych", ["cafes", "in", "wyl", "sy'n", "wych"]),
        ("“don’t” - OR * NEAR(", ["don't", "or", "near"]),
        ("", []),
        (" \t\n—…?!", []),
    ],
)
def test_a_text_is_taken_apart_into_folded_words(text: str, words: list[str]) -> None:
    assert split(text) == words


def test_of_a_word_without_end_only_so_much_is_kept() -> None:
    assert split("a" * 1000) == ["a" * LONGEST]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("volunteers", "volunteering"),
        ("organized", "organisation"),
        ("labor", "labour"),
        ("behavioral", "behaviour"),
        ("analyzed", "analyse"),
        ("licensing", "licence"),
        ("programs", "programme"),
        ("centers", "centre"),
        ("pediatric", "paediatric"),
        ("counselor", "counsellors"),
        ("learnt", "learned"),
        ("i", "you"),
        ("our", "your"),
    ],
)
def test_forms_of_a_word_and_spellings_on_both_sides_of_the_atlantic_are_one(
    one: str, other: str
) -> None:
    assert index_word(one) == index_word(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("size", "sise"),
        ("news", "new"),
        ("meter", "metre"),
        ("four", "for"),
        ("2019", "2020"),
        ("us", "you"),
    ],
)
def test_different_words_stay_different(one: str, other: str) -> None:
    assert index_word(one) != index_word(other)


@given(st.text(max_size=200))
def test_any_text_can_be_taken_apart_and_its_words_say_the_same_again(text: str) -> None:
    words = split(text)
    assert all(words)
    assert all(len(word) <= LONGEST for word in words)
    assert split(" ".join(words)) == words


@given(st.text(max_size=200))
def test_capitals_make_no_difference(text: str) -> None:
    plain = "".join(letter for letter in text if len(letter.upper().lower()) == 1 == len(letter))
    same = "".join(letter for letter in plain if letter.upper().lower() == letter.lower())
    assert split(same.upper()) == split(same)


@given(st.text(max_size=30))
def test_any_word_counts_as_one_and_the_(word: str) -> None:
    for part in split(word):
        assert index_word(part)
        assert split(index_word(part)) == [index_word(part)]
