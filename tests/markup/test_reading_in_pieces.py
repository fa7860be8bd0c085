"""A long text is read piece by piece, so that a keystroke costs its own piece alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.text import ListBlock, Paragraph, Text, normalise
from desktop.markup.assembly import assemble
from desktop.markup.reading import _parsed, _reader, _words_and_citations, parse
from tests.support.blocks import any_markdown

SEAMS = st.sampled_from(
    ["\n\n", "\n\nWord ", "\n\nAnother\n", "\n\n“Q", "\n\na\n===\n", "\n\nb\n- c\n\n", "\n> d\n\n"]
)


@given(st.lists(st.one_of(any_markdown, SEAMS), max_size=6).map("".join))
def test_a_text_in_pieces_says_what_it_says_as_a_whole(markdown: str) -> None:
    assert parse.__wrapped__(markdown) == _parsed.__wrapped__(markdown)


LETTERS = any_markdown.map(lambda text: "A" + text.replace("\n", "\nb"))


@given(LETTERS | LETTERS.map(lambda text: f"{text} [@key, p. 3] {text}"))
def test_words_and_citations_are_read_without_the_parser_as_the_parser_reads_them(
    markdown: str,
) -> None:
    line = _words_and_citations(markdown)
    if line is not None:
        parsed = normalise(assemble(_reader().parse(markdown)))
        assert normalise((Paragraph(line),)) == parsed


@pytest.mark.parametrize("fence", ["```", "~~~"])
def test_code_over_several_paragraphs_stays_one(fence: str) -> None:
    text = f"{fence}\none\n\nTwo\n{fence}\n\nThree"
    assert len(parse(text)) == 2
    assert parse.__wrapped__(text) == _parsed.__wrapped__(text)


def test_a_list_ends_where_a_paragraph_begins_after_an_empty_line() -> None:
    item, after = ((Text("One"),),), Paragraph((Text("Two"),))
    assert parse("- One\n\nTwo") == (ListBlock(False, item), after)
