"""A search box finds what it will find at nearly every letter on the way."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.search import Entry
from desktop.matching.index import build
from desktop.matching.scoring import typed
from tests.matching.scoring.pieces import ids, library, match, passage

_LIBRARY = build(
    [
        Entry(
            "hall",
            "survey",
            "statistic",
            claim="Village halls are kept by volunteers",
            text="Two in three volunteering hours in the district go into the co-operative halls.",
            tags="buildings",
            about="A survey of villages Rosebank Trust 2019",
            place="page 14, Ms Harrow",
        ),
        passage("bus", "Buses to the next village are few, and the theatre is far."),
        passage("tide", "Tide tables for the harbour, with the heights of the water."),
    ]
)


@pytest.mark.parametrize(
    "text", ["volunteering", "village halls", "co-operative", "kept by volunteers", "Rosebank"]
)
def test_a_piece_is_found_at_each_letter_from_the_second_on(text: str) -> None:
    for length in range(2, len(text) + 1):
        if text[:length].split()[-1] not in {"b", "h"}:
            assert "hall" in ids(typed(_LIBRARY, text[:length])), text[:length]


def test_a_word_with_a_space_after_it_is_whole() -> None:
    assert "hall" in ids(typed(_LIBRARY, "volunt"))
    assert ids(typed(_LIBRARY, "volunt ")) != []
    assert ids(typed(_LIBRARY, "volu ")) == []


def test_what_has_all_the_words_comes_before_what_has_one_of_them_often() -> None:
    index = library(
        often="Ferries, ferries, ferries, ferries", all="Night ferries are few", none="Trams"
    )
    assert ids(typed(index, "night ferries")) == ["all", "often"]


def test_who_said_it_and_where_is_searched_too() -> None:
    assert ids(typed(_LIBRARY, "harrow")) == ["hall"]
    assert ids(typed(_LIBRARY, "rosebank 2019")) == ["hall"]


def test_small_words_are_left_out_unless_there_are_no_others() -> None:
    assert ids(typed(_LIBRARY, "the tide")) == ["tide"]
    assert set(ids(typed(_LIBRARY, "the"))) == {"hall", "bus", "tide"}
    assert ids(typed(_LIBRARY, "tide the")) == ["tide"]


def test_a_single_letter_at_the_end_is_not_the_beginning_of_everything() -> None:
    assert ids(typed(_LIBRARY, "tide b")) == ["tide"]
    assert ids(typed(_LIBRARY, "b")) != []


def test_an_unfinished_word_is_told_among_the_words_that_match() -> None:
    ranking = typed(_LIBRARY, "village volu")
    assert [word.written for word in ranking.words] == ["village", "volu"]
    assert match(ranking, "hall").matched == (0, 1)
    assert match(ranking, "bus").matched == (0,)


def test_only_what_is_allowed_is_found() -> None:
    allowed = np.zeros(_LIBRARY.size, np.bool_)
    allowed[_LIBRARY.slot("bus")] = True
    assert ids(typed(_LIBRARY, "village", allowed=allowed)) == ["bus"]


@pytest.mark.parametrize("text", ["", " ", "?", '"', "NEAR(", "-", "a" * 300, "x\x00y", "🙂"])
def test_anything_may_be_typed(text: str) -> None:
    assert ids(typed(build([]), text)) == []
    assert "tide" not in ids(typed(_LIBRARY, text))


def test_a_word_that_ends_in_its_hyphen_goes_on() -> None:
    assert ids(typed(_LIBRARY, "co-")) == ["hall"]


@given(st.text(max_size=40))
def test_any_text_may_be_typed_and_finds_each_piece_once(text: str) -> None:
    found = ids(typed(_LIBRARY, text))
    assert len(found) == len(set(found))
    assert all(item.share > 0 for item in typed(_LIBRARY, text).matches)
