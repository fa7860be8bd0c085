"""A long text is cut at a word where it is only named."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desktop.core.shortening import shortened


def test_a_short_text_stays_as_it_is_but_on_one_line() -> None:
    assert shortened("The hall\n was let.", 20) == "The hall was let."


def test_a_long_text_is_cut_at_a_word_and_ends_in_dots() -> None:
    assert shortened("The hall was let to a group.", 20) == "The hall was let to…"
    assert shortened("The hall, which was let", 12) == "The hall…"
    assert shortened("They say “the hall” twice", 13) == "They say…"


def test_a_word_that_is_too_long_by_itself_is_cut_within() -> None:
    assert shortened("x" * 30, 10) == "x" * 9 + "…"


@given(st.text(), st.integers(min_value=1, max_value=60))
def test_it_is_never_longer_and_begins_as_the_text_does(text: str, longest: int) -> None:
    flat = " ".join(text.split())
    short = shortened(text, longest)
    assert len(short) <= longest
    if short != flat:
        assert short.endswith("…")
        assert flat.startswith(short.removesuffix("…"))
