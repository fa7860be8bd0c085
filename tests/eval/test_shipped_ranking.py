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
MOST_BELOW_GRADE_1 = 1

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
def test_a_question_that_nothing_is_tagged_for_still_gets_evidence_that_readers_found_helpful(
    offer: Offer, question: Question
) -> None:
    first = offer(question, "")
    grades = labelled.agreed()
    helpful = [item for item in first if grades.get((question.number, item.piece.id), 0) > 0]
    assert all(item.confident for item in first)
    assert len(first) - len(helpful) <= MOST_BELOW_GRADE_1
