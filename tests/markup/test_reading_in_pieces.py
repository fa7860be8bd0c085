"""A long text is read piece by piece, so that a keystroke costs its own piece alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.text import ListBlock, Paragraph, Text
from desktop.markup.reading import _parsed, parse
from tests.support.blocks import any_markdown

SEAMS = st.sampled_from(
    ["\n\n", "\n\nWord ", "\n\nAnother\n", "\n\n“Q", "\n\na\n===\n", "\n\nb\n- c\n\n", "\n> d\n\n"]
)


@given(st.lists(st.one_of(any_markdown, SEAMS), max_size=6).map("".join))
def test_a_text_in_pieces_says_what_it_says_as_a_whole(markdown: str) -> None:
    assert parse.__wrapped__(markdown) == _parsed.__wrapped__(markdown)


@pytest.mark.parametrize("fence", ["```", "~~~"])
def test_code_over_several_paragraphs_stays_one(fence: str) -> None:
    text = f"{fence}\none\n\nTwo\n{fence}\n\nThree"
    assert len(parse(text)) == 2
    assert parse.__wrapped__(text) == _parsed.__wrapped__(text)


def test_a_list_ends_where_a_paragraph_begins_after_an_empty_line() -> None:
    item, after = ((Text("One"),),), Paragraph((Text("Two"),))
    assert parse("- One\n\nTwo") == (ListBlock(False, item), after)
