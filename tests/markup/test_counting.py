from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.response import Answer, AnswerMark, Recommendation, SummaryPoint
from desktop.core.text import Block, Cite, ListBlock, Paragraph, Quote, Text, plain_text
from desktop.core.words import Count, count, count_words
from desktop.markup import parse, write
from desktop.markup.counting import (
    answer_words,
    count_markdown_words,
    document_words,
    recommendation_words,
)
from tests.support.drafts import make_draft


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        ("One two  three\nfour", 4),
        ("2010-11 – it's 4.5%", 3),
        ("—  – • ", 0),
        ("عربي 🐝 ok", 2),
    ],
)
def test_words_are_counted_as_word_counts_them(text: str, words: int) -> None:
    assert count_words(text) == words


def test_characters_include_spaces_but_not_line_ends() -> None:
    assert count("ab c\nd") == Count(3, 5)
    assert Count(1, 2) + Count(3, 4) == Count(4, 6)


@pytest.mark.parametrize(
    ("markdown", "words"),
    [
        ("**Bold** and *italic* words.", 4),
        ("A claim [@larch-2024, page 4, line 2] goes on.", 4),
        ("See [the report](https://example.org/long/address).", 3),
        ("1. First\n2. Second", 2),
        ("- One\n- Two", 2),
        ("> Said so.", 2),
        ("### A heading", 2),
        ("| Head | Other |\n| --- | --- |\n| a | b |", 4),
    ],
)
def test_what_nobody_reads_is_not_counted(markdown: str, words: int) -> None:
    assert count_markdown_words(markdown) == words


def test_an_address_with_brackets_in_it_is_not_counted() -> None:
    assert count_markdown_words("See [our page](https://a.example/x_(y)) now") == 4


# Trying each place anew in a page of one sign would take hours: the time limit of a test.
@pytest.mark.parametrize("sign", ["-", "[", "\n", "[a](", "“", "\u200b", "1.\n"])
def test_a_page_of_one_sign_is_counted_at_once(sign: str) -> None:
    page = sign * (300_000 // len(sign))
    assert count_words(page) <= len(page)
    assert count_markdown_words(page) <= len(page)


WORDS = st.lists(st.sampled_from(["cuts", "it's", "2010-11", "£5m", "co-op", "a"]), min_size=1).map(
    " ".join
)
LINES = st.lists(
    st.builds(
        Text, WORDS, st.booleans(), st.booleans(), st.sampled_from(["", "https://a.example/x-1"])
    )
    | st.builds(Cite, st.just("larch-2024"), st.sampled_from(["", "page 4", "para. [3], line 2"])),
    min_size=1,
    max_size=4,
).map(lambda parts: tuple(piece for part in parts for piece in (part, Text(" "))))
BLOCKS = st.lists(
    st.builds(Paragraph, LINES)
    | st.builds(ListBlock, st.booleans(), st.lists(LINES, max_size=3).map(tuple))
    | st.builds(Quote, st.lists(LINES, max_size=2).map(tuple)),
    max_size=5,
)


@given(BLOCKS)
def test_the_quick_count_agrees_with_the_words_a_reader_sees(blocks: list[Block]) -> None:
    markdown = write(blocks)
    assert count_markdown_words(markdown) == count_words(plain_text(parse(markdown)))


def test_a_skipped_answer_has_no_words_and_the_whole_adds_up() -> None:
    draft = make_draft(
        {
            "1": Answer("r", "1", key_point="Key point here.", body="Two **words**."),
            "2": Answer("r", "2", body="Not counted at all.", mark=AnswerMark.SKIPPED),
        },
        summary=(SummaryPoint("Summary of four words."),),
        recommendations=[Recommendation("x", "r", "1", "Who", "does what", "soon")],
    )
    assert answer_words(draft, "1") == 5
    assert answer_words(draft, "2") == 0
    about, reason = (
        len(["We", "run", "four", "village", "halls."]),
        len(["We", "run", "four", "halls."]),
    )
    assert document_words(draft) == about + reason + 4 + 5 + 4


def test_words_proposed_for_a_bill_count_and_the_clause_is_a_heading() -> None:
    item = Recommendation("x", "r", "1", "Who", "does what", "soon", clause="Clause 4")
    assert recommendation_words(item) == 4
    assert recommendation_words(replace(item, amendment="Leave out line 10.")) == 8
