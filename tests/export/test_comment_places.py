"""Comments find their words: whatever the Markdown, only words get marks and nothing else moves."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.text import Text, lines, plain
from desktop.export.course.placing import Placing
from desktop.export.marks import unmarked
from desktop.markup import parse, write
from tests.support.blocks import any_blocks, any_markdown
from tests.support.courses import comment_on


def marked(text: str, quote: str) -> str:
    """Give a text with marks shown as ⟦ and ⟧."""
    placing = Placing.of([comment_on("answer:1", text, quote)])
    made = placing.markdown("answer:1", text)
    for one in placing.placed:
        made = made.replace(one.opens, "⟦").replace(one.closes, "⟧")
    return made


@pytest.mark.parametrize(
    ("text", "quote", "wanted"),
    [
        ("Nine halls closed.", "halls", "Nine ⟦halls⟧ closed."),
        ("Nine halls closed.", "all", "Nine ⟦halls⟧ closed."),
        ("Nine **halls** closed.", "**halls**", "Nine **⟦halls⟧** closed."),
        (
            "They closed. [@a, page 4] More.",
            "closed. [@a, page 4]",
            "They ⟦closed⟧. [@a, page 4] More.",
        ),
        ("They closed. [@a, page 4] More.", "page 4", "They ⟦closed⟧. [@a, page 4] More."),
        (
            "[our page](https://a.example/x) is",
            "https://a.example/x",
            "[our ⟦page⟧](https://a.example/x) is",
        ),
        ("- one\n- two\n\nthree", "one\n- two", "- ⟦one\n- two⟧\n\nthree"),
        ("1. one\n2. two", "1. one", "1. ⟦one⟧\n2. two"),
        ("| a | b |\n| --- | --- |\n| c | d |", "| c |", "| a | b |\n| --- | --- |\n| ⟦c⟧ | d |"),
        ("### Who\n\ncomes", "### Who\n\ncomes", "### ⟦Who\n\ncomes⟧"),
        ("... !!!", "!!!", "... !!!"),
    ],
)
def test_a_comment_stands_round_the_words_it_is_about(text: str, quote: str, wanted: str) -> None:
    assert marked(text, quote) == wanted


def test_comments_may_overlap_and_share_their_words() -> None:
    text = "Nine halls closed in March."
    placing = Placing.of(
        [comment_on("about", text, quote) for quote in ("Nine halls", "halls closed", "halls")]
    )
    made = placing.markdown("about", text)
    assert unmarked(made) == text
    assert [made.index(one.opens) < made.index(one.closes) for one in placing.placed] == [True] * 3


TEXTS = st.one_of(any_markdown, st.builds(write, any_blocks))


@given(TEXTS, st.integers(-5, 80), st.integers(-5, 80))
def test_marks_change_nothing_in_any_text(text: str, start: int, end: int) -> None:
    text = unmarked(text)
    located = comment_on("answer:1", "x" * 90, "x" * 2)
    placing = Placing.of([replace(located, start=start, end=end)])
    made = placing.markdown("answer:1", text)
    assert unmarked(made) == text
    words = "".join(plain(line) for line in lines(parse(made)))
    assert unmarked(words) == "".join(plain(line) for line in lines(parse(text)))
    for one in placing.placed:
        assert words.index(one.opens) < words.index(one.closes)
    has_word = any(
        char.isalnum()
        for line in lines(parse(text))
        for part in line
        if isinstance(part, Text)
        for char in part.text
    )
    assert bool(placing.placed) <= has_word
