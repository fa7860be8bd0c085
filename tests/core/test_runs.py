from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desktop.core.runs import RUN, share_found, word_runs

WORDS = st.lists(st.sampled_from(["halls", "Close", "for", "want", "of", "people"]), max_size=12)


def test_case_and_punctuation_make_no_difference() -> None:
    assert word_runs("Halls close, for want of...") == {("halls", "close", "for", "want", "of")}


def test_a_text_shorter_than_a_run_is_one_run() -> None:
    assert word_runs("Halls close.") == {("halls", "close")}
    assert share_found("halls close", word_runs("When halls close")) == 0.0


def test_nothing_has_no_runs_and_nothing_of_it_is_found() -> None:
    assert word_runs(" ... ") == frozenset()
    assert share_found("", word_runs("anything")) == 0.0


@given(WORDS)
def test_a_text_stands_in_itself_whole(words: list[str]) -> None:
    text = " ".join(words)
    assert share_found(text, word_runs(f"Before. {text} After.")) == float(len(words) >= RUN)
    assert share_found(text, word_runs(text)) == float(bool(words))


@given(WORDS, WORDS)
def test_a_share_is_a_share(one: list[str], other: list[str]) -> None:
    assert 0.0 <= share_found(" ".join(one), word_runs(" ".join(other))) <= 1.0
