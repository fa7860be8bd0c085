"""An answer without its question is told which question it belongs to."""

from __future__ import annotations

from desktop.matching.index import Index, build
from desktop.matching.scoring import align
from tests.matching.scoring.pieces import library

_QUESTIONS = [
    "How can village halls be kept open?",
    "What should be done about night ferries?",
    "Do you have suggestions for:",
]


def told(index: Index, id: str) -> str:
    """Give the question that an answer goes to."""
    column = align(index, _QUESTIONS)[:, index.slot(id)]
    return _QUESTIONS[int(column.argmax())]


def test_each_answer_goes_to_the_question_it_shares_most_with() -> None:
    index = library(
        hall="Halls in a village are kept open by volunteers",
        ferry="More ferries at night, please",
        ideas="Our suggestions are three",
    )
    assert told(index, "hall") == _QUESTIONS[0]
    assert told(index, "ferry") == _QUESTIONS[1]
    assert told(index, "ideas") == _QUESTIONS[2]


def test_an_answer_that_shares_nothing_fits_no_question() -> None:
    index = library(hall="Halls in a village", tide="Tables of the tide")
    assert align(index, _QUESTIONS)[:, index.slot("tide")].tolist() == [0, 0, 0]


def test_the_other_answers_to_a_question_teach_its_words() -> None:
    answers = {
        f"ferry-{number}": f"Night ferries need a timetable that captains keep, and {number} more"
        for number in range(12)
    }
    others = {f"hall-{number}": f"Halls in village {number} are kept open" for number in range(12)}
    index = library(**answers, **others, plain="The timetable matters to captains")
    assert told(index, "plain") == _QUESTIONS[1]


def test_there_may_be_no_questions_and_no_answers() -> None:
    assert align(library(a="Halls"), []).shape == (0, 1)
    assert align(build([]), _QUESTIONS).shape == (3, 0)
