"""Words that are selected in a text box are found in the Markdown that says them, and back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.text import (
    Block,
    Cite,
    Line,
    ListBlock,
    Paragraph,
    Quote,
    Subheading,
    Text,
    lines,
)
from desktop.markup import parse, write
from desktop.markup.alongside import OBJECT_CHARACTER, Alongside
from tests.support.blocks import any_markdown, simple_texts

_RUNS = st.builds(
    Text,
    simple_texts | st.sampled_from(["40%.", "“so”", " a*b ", "1. [x]", "<i>", "&amp;", "\\"]),
    st.booleans(),
    st.booleans(),
    st.sampled_from(["", "", "https://charity.example/a_(b)?c=d&e=f", "mailto:a@b.example"]),
)
_CITES = st.builds(Cite, st.just("a-key"), st.sampled_from(["", "para. 3", "p. [4]\\5"]))
_LINES = st.lists(_RUNS | _CITES, min_size=1, max_size=6).map(tuple)
_ITEMS = st.lists(_LINES, min_size=1, max_size=3).map(tuple)
_BLOCKS = st.lists(
    st.builds(Paragraph, _LINES)
    | st.builds(Subheading, _LINES)
    | st.builds(Quote, _ITEMS)
    | st.builds(ListBlock, st.booleans(), _ITEMS),
    max_size=4,
)


def shown_of(markdown: str) -> str:
    """Return what a text box holds of an answer."""
    return "\u2029".join(map(_line, lines(parse(markdown))))


def _line(line: Line) -> str:
    return "".join(part.text if isinstance(part, Text) else OBJECT_CHARACTER for part in line)


@pytest.mark.parametrize(
    ("markdown", "selected", "stands"),
    [
        ("We saw 40% of them.", "40%", "40%"),
        ("We saw **every day** of it.", "every day", "every day"),
        ("It fell [@a-key, para. 3]. It rose.", "It rose.", "It rose."),
        ("It fell [@a-key, para. 3].", f"fell {OBJECT_CHARACTER}", "fell [@a-key, para. 3]"),
        ("See [our page](<https://a.example/page>) for page 4.", "page 4", "page 4"),
        ("1. a room\n2. a key", "a key", "a key"),
        ("A \\*star\\* here", "here", "here"),
        ("wo<b>rd</b> and", "word", "wo<b>rd"),
        ("| Hall | People |\n| --- | --- |\n| Dale | 212 |", "212", "212"),
        ("Fish &amp; chips for tea", "chips for", "chips for"),
        ("* * *\n\n![a picture](x.png) of it", "picture of", "picture](x.png) of"),
    ],
)
def test_selected_words_are_found_in_the_markdown(
    markdown: str, selected: str, stands: str
) -> None:
    shown = shown_of(markdown)
    beside = Alongside(markdown, shown)
    start = shown.index(selected)
    found = beside.in_markdown(start, start + len(selected))
    assert found is not None
    assert markdown[slice(*found)] == stands
    back = beside.shown(*found)
    assert back is not None
    assert shown[slice(*back)] == selected


def test_where_no_word_is_selected_there_is_nothing_to_find() -> None:
    assert Alongside("One. Two.", "One. Two.").in_markdown(3, 5) is None
    assert Alongside("", "").in_markdown(0, 0) is None
    assert Alongside("", "").shown(0, 0) is None


def test_a_gap_in_the_markdown_is_shown_at_the_next_word() -> None:
    beside = Alongside("One. Two words.", "One. Two words.")
    assert beside.shown(4, 4) == (5, 8)
    assert beside.shown(99, 99) == (9, 14)


@given(_BLOCKS, st.data())
def test_any_words_of_any_answer_are_found_and_found_back(
    blocks: list[Block], data: st.DataObject
) -> None:
    markdown = write(blocks)
    shown = shown_of(markdown)
    beside = Alongside(markdown, shown)
    words = [place for place, letter in enumerate(shown) if letter.isalnum()]
    if not words:
        return
    start = data.draw(st.sampled_from(words))
    end = data.draw(st.sampled_from([place for place in words if place >= start])) + 1
    found = beside.in_markdown(start, end)
    assert found is not None
    assert beside.shown(*found) == (start, end)
    letters = [letter for letter in shown[start:end] if letter.isalnum()]
    assert set(letters) <= set(markdown[slice(*found)])


@given(any_markdown, st.integers(0, 200), st.integers(0, 200))
def test_whatever_somebody_wrote_by_hand_nothing_goes_wrong(
    markdown: str, start: int, end: int
) -> None:
    shown = shown_of(markdown)
    beside = Alongside(markdown, shown)
    for found, text in (
        (beside.in_markdown(start, end), markdown),
        (beside.shown(start, end), shown),
    ):
        assert found is None or 0 <= found[0] <= found[1] <= len(text)
