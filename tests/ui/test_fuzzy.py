"""Finding by parts of words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.ui.fuzzy import best, score

COMMANDS = ["Next question", "Previous question", "New response…", "Export…", "Larger text"]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("next", "Next question"),
        ("nq", "Next question"),
        ("prev", "Previous question"),
        ("new", "New response…"),
        ("QUESTION next", "Next question"),
        ("lt", "Larger text"),
    ],
)
def test_parts_of_words_find_what_is_meant(typed: str, first: str) -> None:
    assert best(typed, COMMANDS, str, 5)[0] == first


def test_what_does_not_fit_is_not_found() -> None:
    assert best("zebra", COMMANDS, str, 5) == []
    assert best("next zebra", COMMANDS, str, 5) == []


def test_letters_strewn_about_a_long_text_are_no_find() -> None:
    assert score("pnt", "The impact and consequences of reductions in public expenditure") == 0


@given(st.text(max_size=30), st.text(max_size=60))
def test_any_typing_is_scored_without_an_error(typed: str, text: str) -> None:
    assert score(typed, text) >= 0


@given(st.lists(st.text(alphabet="abcdefg", min_size=1, max_size=8), min_size=1, max_size=5))
def test_whole_words_of_a_text_always_find_it(words: list[str]) -> None:
    assert score(" ".join(words), " ".join(reversed(words))) > 0
