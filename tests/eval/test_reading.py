"""What helps those who make a reading: the sheet, and the comparison of two."""

from __future__ import annotations

import pytest

from tests.eval import labelled, reading


def test_the_sheet_has_every_question_and_every_piece_and_no_tags() -> None:
    lines = list(reading.sheet())
    for question in labelled.INQUIRY.questions:
        assert f"QUESTION {question.number}: {question.text}" in lines
    ids = {piece.id for piece in (*labelled.snippets(), *labelled.prompts())}
    assert ids <= set(lines)
    assert not any(f"{labelled.INQUIRY.id}#" in line for line in lines)


def test_two_readers_who_say_the_same_agree_wholly() -> None:
    one = {("1", "a"): 2, ("1", "b"): 1}
    assert reading.kappa(one, dict(one), [("1", "a"), ("1", "b"), ("1", "c")]) == 1.0
    assert reading.kappa({}, {}, [("1", "a")]) == 1.0


def test_kappa_agrees_with_an_example_worked_by_hand() -> None:
    """Grades 2, 0 against 1, 0: the squares are 1 of 2, and 1 and 4 and 0 and 1 by chance."""
    found = reading.kappa({("1", "a"): 2}, {("1", "a"): 1}, [("1", "a"), ("1", "b")])
    assert found == pytest.approx(1 - 1 / ((1 + 4 + 0 + 1) / 2))


def test_what_is_graded_differently_is_to_be_settled_until_it_is() -> None:
    first, second = {("1", "a"): 2, ("2", "b"): 1}, {("1", "a"): 1, ("2", "b"): 1, ("3", "c"): 2}
    assert reading.to_settle(first, second, {("1", "a"): 2}) == [
        "3\tc\t?\tfirst 0, second 2: ",
    ]
    assert len(reading.to_settle(first, second, {})) == 2
