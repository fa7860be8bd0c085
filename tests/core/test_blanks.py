"""Blanks that were left in sentences to complete."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.blanks import first_blank, unfinished


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("In [year] we counted … of … .", ["In [year]"]),
        ("It rose. Some think … . We answer that it fell.", ["Some think …"]),
        ("What matters is …\nThis means that …", ["What matters is …", "This means that …"]),
        ("She wrote: “I lie awake … [at night].” We asked why.", []),
        ("All of it is said.", []),
        ("", []),
    ],
)
def test_a_sentence_with_a_blank_is_told_up_to_it(text: str, left: list[str]) -> None:
    assert list(unfinished(text)) == left


@given(st.text(alphabet="ab. …[]“”\n", max_size=60))
def test_what_is_told_stands_in_the_text_and_ends_with_a_blank(text: str) -> None:
    for said in unfinished(text):
        assert said in text
        assert said.endswith(("…", "]"))


def test_the_first_blank_is_the_one_to_type_over() -> None:
    assert first_blank("In [year] we counted … .") == (3, 9)
    assert first_blank("What matters is …") == (16, 17)
    assert first_blank("In our experience, ") is None
