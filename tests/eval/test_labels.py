"""The labelled set is whole: its ids, grades and halves, and what two readers disagree about."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from tests.eval import labelled
from tests.eval.labelled import FIRST, INQUIRY, SECOND, SETTLED

FILES = [path for path in (FIRST, SECOND, SETTLED) if path.exists()]
PIECES = {piece.id for piece in (*labelled.snippets(), *labelled.prompts())}
NUMBERS = {question.number for question in INQUIRY.questions}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_reading_grades_what_is_shipped_and_says_why(path: Path) -> None:
    allowed = {0, 1, 2} if path == SETTLED else {1, 2}
    lines = path.read_text(encoding="utf-8").splitlines()
    assert lines[0] == "question\tid\tgrade\twhy"
    for line in lines[1:]:
        number, piece, grade, why = line.split("\t")
        assert number in NUMBERS, line
        assert piece in PIECES, f"{line}: nothing of that id is shipped"
        assert int(grade) in allowed, line
        assert why.strip(), line


def test_every_disagreement_of_two_readers_is_settled_in_writing() -> None:
    settled = labelled.reading(SETTLED) if SETTLED.exists() else {}
    assert labelled.disagreements() - settled.keys() == set()
    assert settled.keys() - labelled.disagreements() == set()


def test_every_question_has_enough_that_helps_to_fill_the_first_ten_places() -> None:
    for dataset in labelled.datasets()[:1]:
        assert {query: len(grades) >= 10 for query, grades in dataset.relevant.items()} == (
            dict.fromkeys(sorted(NUMBERS), True)
        )


def test_the_questions_in_other_words_name_shipped_snippets_and_none_is_there_twice() -> None:
    shipped = {piece.id for piece in labelled.snippets()}
    asked = labelled.in_subject()
    assert {piece for question in asked for piece in question.helps} <= shipped
    assert all(question.helps for question in asked)
    texts = [question.text for question in (*asked, *labelled.other_subjects())]
    assert len(texts) == len(set(texts))


def test_no_fewer_questions_are_kept_for_checking_than_are_used_for_tuning() -> None:
    halves = Counter((question.kind, question.half) for question in labelled.other_subjects())
    assert {kind for kind, _ in halves} == {"near", "far"}
    assert halves["near", "checking"] >= halves["near", "tuning"] > 10
    assert halves["far", "checking"] >= halves["far", "tuning"] - 1 > 10
    asked = Counter(question.half for question in labelled.in_subject())
    assert asked["checking"] >= asked["tuning"] >= 30
    assert len(asked) == 2


def test_the_set_is_the_same_when_it_is_read_back_from_the_layout_that_others_use(
    tmp_path: Path,
) -> None:
    from desktop.matching import beir

    for dataset in labelled.datasets():
        labelled.write(dataset, tmp_path / dataset.name)
        read = beir.read(tmp_path / dataset.name)
        assert read.pieces == dataset.pieces
        assert read.relevant == dataset.relevant
        assert [asked.wording for asked in read.queries.values()] == [
            asked.wording for asked in dataset.queries.values()
        ]
