from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desktop.core.likeness import shared_words, telling_words


def test_words_of_one_family_meet() -> None:
    text = "Problems from increased commissioning of volunteers"
    assert shared_words(text, "We were commissioned late; one volunteer left.") == (
        "commissioning",
        "volunteers",
    )


def test_small_words_say_nothing() -> None:
    assert (
        shared_words("what the committee should do with this", "what should the committee do") == ()
    )


@given(st.text())
def test_a_text_shares_all_its_telling_words_with_itself(text: str) -> None:
    assert shared_words(text, text) == tuple(telling_words(text).values())


@given(st.text(), st.text())
def test_shared_words_come_from_the_first_text(text: str, other: str) -> None:
    assert set(shared_words(text, other)) <= set(telling_words(text).values())
