"""Passages have the size of a paragraph and stay where they belong."""

from __future__ import annotations

from desktop.core.document import Block
from desktop.core.understanding import Part, PartRole
from desktop.corpus.understanding.cutting import cut
from desktop.corpus.understanding.pieces import pieces
from tests.corpus.understanding.samples import (
    ANSWER,
    BREAK,
    LONGER,
    F,
    heading,
    item,
    para,
    response,
    table,
)


def whole(*blocks: Block) -> list[str]:
    return [piece.text for piece in pieces(blocks, (Part(PartRole.OTHER, 0, 0, len(blocks)),))]


def test_a_paragraph_is_a_passage() -> None:
    assert whole(para(LONGER), para(LONGER)) == [LONGER, LONGER]


def test_short_neighbours_are_joined_and_a_short_last_one_goes_to_the_one_before() -> None:
    assert whole(para("We ask:"), item("Fund it."), item("Keep it.")) == [
        "We ask:\nFund it.\nKeep it."
    ]
    assert whole(para(LONGER), Block(BREAK), Block(F, "note"), para("So it is.")) == [
        f"{LONGER}\nSo it is."
    ]


def test_a_list_stays_together_as_long_as_it_is_no_longer_than_a_paragraph() -> None:
    items = [item("Give each hall a grant that pays for its heating in winter.") for _ in range(9)]
    got = whole(*items)
    assert len(got) == 2
    assert all(len(text.split()) <= 80 for text in got)


def test_nothing_is_joined_across_a_heading() -> None:
    assert whole(para("Short."), heading("Next"), para("Shorter.")) == ["Short.", "Shorter."]


def test_a_table_is_a_passage_of_its_own_and_a_long_one_is_cut_between_rows() -> None:
    small = table(("Year", "People"), ("2019", "412"))
    assert whole(para("Short."), small, para("Short too."))[1] == small.text
    rows = [(f"Hall {at}", "heated by the people of the village in winter") for at in range(40)]
    got = whole(table(*rows))
    assert len(got) > 1
    assert [line for text in got for line in text.split("\n")] == ["\t".join(row) for row in rows]


def test_a_long_paragraph_is_cut_at_the_ends_of_sentences_into_even_pieces() -> None:
    text = " ".join([LONGER] * 8)
    got = whole(para(text))
    assert all(20 <= len(each.split()) <= 150 for each in got)
    assert all(each.endswith(".") for each in got)
    assert " ".join(got) == text


def test_a_sentence_is_not_cut_at_an_abbreviation_and_one_without_end_between_words() -> None:
    assert cut("See Dr. Example, para. 3 of St. Ann’s report. " * 30, 100, 20)[0].endswith(
        "report."
    )
    assert [len(each.split()) for each in cut("word " * 320, 150, 20)] == [150, 150, 20]


def test_a_passage_knows_its_place_and_the_question_it_answered() -> None:
    got = response(
        heading("Question 1: Do you agree?"),
        para(LONGER),
        heading("Question 2: What else?"),
        para(ANSWER),
    )
    first, second = got.pieces
    assert (first.number, first.question, second.number) == ("1", "Do you agree?", "2")
    assert first.locator.words() == "under “Question 1: Do you agree?”, paragraph 1"
