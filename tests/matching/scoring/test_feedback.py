"""Words that good answers share help to find more of them, and are left where they would harm."""

from __future__ import annotations

import numpy as np
import pytest

from desktop.matching.index import Index
from desktop.matching.scoring import rank
from desktop.matching.scoring.feedback import heard
from desktop.matching.scoring.tuning import TUNED
from tests.matching.scoring.pieces import ids, library, match

_ANSWERS = {
    f"answer-{number}": f"Allotments grow on: {extra}, allotments, with a polytunnel and seedlings"
    for number, extra in enumerate(
        ["beans", "leeks", "chard", "kale", "onions", "beet", "peas", "cress", "rocket"]
    )
}
_OTHERS = {f"other-{number}": f"Tide tables, part {number}, of the harbour" for number in range(30)}


def gardens() -> Index:
    """Nine answers about allotments, one in other words, and much else."""
    return library(
        **_ANSWERS,
        **_OTHERS,
        **{"in-other-words": "Seedlings thrive in a polytunnel", "apart": "Seashells thrive"},
    )


def test_a_piece_that_says_it_in_other_words_is_found_by_what_the_best_share() -> None:
    ranking = rank(gardens(), "What of allotments?")
    assert ranking.helped
    assert "in-other-words" in ids(ranking)
    assert "apart" not in ids(ranking)
    found = match(ranking, "in-other-words")
    assert found.matched == ()
    assert found.learned == pytest.approx(1)
    assert match(ranking, "answer-1").learned < 1


def test_pieces_that_have_the_words_stay_before_those_that_do_not() -> None:
    ranking = rank(gardens(), "What of allotments?")
    assert ids(ranking)[-1] == "in-other-words"


def test_where_the_best_have_little_of_what_was_asked_nothing_is_learned() -> None:
    ranking = rank(gardens(), "Do allotments lower parking charges near railway stations?")
    assert not ranking.helped
    assert "in-other-words" not in ids(ranking)
    assert all(found.learned == 0 for found in ranking.matches)


def test_what_few_pieces_have_in_common_is_not_learned() -> None:
    index = library(
        one="Allotments with a polytunnel", two="Allotments and a polytunnel", **_OTHERS
    )
    assert not rank(index, "allotments").helped


def test_learned_words_are_looked_for_only_where_it_is_allowed() -> None:
    index = gardens()
    allowed = np.ones(index.size, np.bool_)
    allowed[index.slot("in-other-words")] = False
    ranking = rank(index, "What of allotments?", allowed=allowed)
    assert ranking.helped
    assert "in-other-words" not in ids(ranking)


def test_it_is_heard_the_more_the_best_ten_have_of_what_was_asked() -> None:
    levels = [heard(np.full(10, share), TUNED) for share in (0.4, 0.65, 0.7, 0.9)]
    assert levels[0] == 0
    assert 0 < levels[1] < levels[2] < 1
    assert levels[3] == 1
    assert heard(np.full(30, 0.9), TUNED) == 1
    assert heard(np.zeros(0), TUNED) == 0
