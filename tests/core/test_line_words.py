"""Words of a line are told whatever their case and whatever stands beside them."""

from __future__ import annotations

import pytest

from desktop.core.line_words import has_one_of, words_in


def test_words_are_told_in_small_letters_without_their_marks() -> None:
    assert words_in("“Our Grant”, the Council’s:") == {"our", "grant", "the", "council", "s"}


@pytest.mark.parametrize(
    ("text", "there"),
    [("A GRANT from them", True), ("Grant-making", True), ("Grants", False), ("", False)],
)
def test_a_word_is_there_only_as_a_whole(text: str, there: bool) -> None:
    assert has_one_of(frozenset({"grant"}), text) is there
