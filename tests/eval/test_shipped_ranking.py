"""What the built-in inquiry's questions are offered of the shipped snippets."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from desktop import matching
from desktop.core.consultation import Question, question_ref
from desktop.core.evidence import Suggestion
from desktop.core.suggesting import Asked
from desktop.matching.evaluation import EntryShelf
from desktop.matching.index import build
from tests.eval import labelled
from tests.eval.labelled import INQUIRY

SHOWN_FIRST = 5

Offer = Callable[[Question, str], list[Suggestion]]


@pytest.fixture(scope="module")
def offer() -> Offer:
    """Give a function that offers the first five of the shipped snippets at a question."""
    pieces = labelled.snippets()
    index, shelf = build(pieces), EntryShelf(pieces)

    def ask(question: Question, ref: str) -> list[Suggestion]:
        asked = Asked(question.text, heading=question.heading, ref=ref, number=question.number)
        return matching.suggest(index, shelf, asked, limit=SHOWN_FIRST)

    return ask


def ref_of(question: Question) -> str:
    return question_ref(INQUIRY.id, question.number)


def heading(question: Question) -> str:
    return question.heading


every_question = pytest.mark.parametrize("question", INQUIRY.questions, ids=heading)


@every_question
def test_what_comes_first_was_tagged_for_the_question_and_says_so(
    offer: Offer, question: Question
) -> None:
    first = offer(question, ref_of(question))
    tagged = [item for item in first if ref_of(question) in item.piece.questions]
    assert len(tagged) == SHOWN_FIRST
    assert all("Tagged for this question" in [r.text for r in item.reasons] for item in tagged)


@every_question
def test_what_comes_first_also_shares_words_with_the_question(
    offer: Offer, question: Question
) -> None:
    assert all(item.matched for item in offer(question, ref_of(question)))


@every_question
def test_a_question_that_nothing_is_tagged_for_still_gets_evidence(
    offer: Offer, question: Question
) -> None:
    first = offer(question, "")
    assert [item.confident for item in first] == [True] * SHOWN_FIRST


def test_by_words_alone_three_quarters_of_what_comes_first_helps_by_the_judgement_of_readers(
    offer: Offer,
) -> None:
    grades = labelled.agreed()
    helpful = [
        grades.get((question.number, item.piece.id), 0) > 0
        for question in INQUIRY.questions
        for item in offer(question, "")
    ]
    assert sum(helpful) / len(helpful) >= 0.75
