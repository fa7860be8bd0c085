"""Whether the library is known to have nothing on a question."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop import matching
from desktop.core.suggesting import Asked
from desktop.matching.index import build
from desktop.matching.offering.candidates import Words
from desktop.matching.offering.english import chance
from desktop.matching.offering.subject import least_share, on_subject, surprise
from desktop.matching.scoring import Match, Word
from tests.eval import labelled
from tests.matching.offering.shelf import Library, found_by_id, library, many, snippet

# What decision 0032 promises, on the half that nothing was tuned on.
MOST_WRONG = 0.10
MOST_SILENT = 0.05


@pytest.fixture(scope="module")
def shipped() -> Library:
    return Library(build(labelled.snippets()), found_by_id(labelled.snippets()))


def is_sure(shelf: Library, text: str) -> bool:
    found = matching.suggest(shelf.index, shelf, Asked(text))
    return any(item.confident for item in found)


def test_questions_on_other_subjects_are_seldom_given_a_confident_card(shipped: Library) -> None:
    asked = [item for item in labelled.other_subjects() if item.half == "checking"]
    sure = [item.id for item in asked if is_sure(shipped, item.text)]
    assert len(sure) <= MOST_WRONG * len(asked), sure


def test_questions_that_the_library_answers_seldom_go_without_one(shipped: Library) -> None:
    asked = [item for item in labelled.in_subject() if item.half == "checking"]
    silent = [item.id for item in asked if not is_sure(shipped, item.text)]
    assert len(silent) <= MOST_SILENT * len(asked), silent


def test_one_good_piece_is_enough_in_a_small_library() -> None:
    shelf = library(snippet("a", "Hydroponic lettuce needs artesian water."), *many(5))
    assert is_sure(shelf, "Does hydroponic lettuce need artesian water?")


def test_words_that_english_is_full_of_are_likelier_to_be_shared_by_chance() -> None:
    common_first = ["the", "government", "committee", "zyzzyva"]
    assert all(chance(one, 50) > chance(other, 50) for one, other in pairwise(common_first))
    assert chance("committee", 500) > chance("committee", 50)
    assert chance("governments", 50) == chance("government", 50)


@given(st.text(), st.integers(0, 100_000))
def test_any_word_has_a_chance_that_a_logarithm_can_be_taken_of(word: str, length: int) -> None:
    assert 0 < chance(word, length) <= 1


def met(count: int, matched: int, share: float) -> Words:
    words = tuple(Word(f"zyzzyva{n}", n, 1, 1.0) for n in range(count))
    return Words(words, Match(0, "a", 0.5, tuple(range(matched)), share), 60)


def test_more_of_the_rare_words_are_a_greater_surprise() -> None:
    assert surprise(met(5, 3, 0.6)) > surprise(met(5, 2, 0.4)) > surprise(met(5, 0, 0.0)) == 0.0


def test_a_larger_library_needs_more_to_be_on_the_subject() -> None:
    assert least_share(100_000) > least_share(1_000) > least_share(180) == least_share(3)
    some = (met(4, 1, 0.22),) * 3
    assert on_subject(some, 100)
    assert not on_subject(some, 100_000)
    assert not on_subject((), 100)
