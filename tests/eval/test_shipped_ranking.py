"""What the built-in inquiry's questions are offered of the shipped snippets."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop import matching
from desktop.core.consultation import Consultation, Question, question_ref
from desktop.core.evidence import Suggestion
from desktop.store import search_index
from desktop.store.packs import read_content
from desktop.store.search_index import SearchIndex

ROOT = Path(__file__).parents[2]
CONTENT = read_content(ROOT / "snippets", ROOT / "resources")
INQUIRY: Consultation = next(
    item for item in CONTENT.consultations if item.id == "pasc-big-society-2011"
)
SHOWN_FIRST = 5


@pytest.fixture(scope="module")
def index() -> Iterator[SearchIndex]:
    snippets = [snippet for pack in CONTENT.evidence for snippet in pack.snippets]
    with search_index.in_memory(snippets, [pack.source for pack in CONTENT.evidence]) as opened:
        yield opened


def tagged(suggestions: list[Suggestion], question: Question) -> list[bool]:
    ref = question_ref(INQUIRY.id, question.number)
    return [ref in item.piece.questions for item in suggestions]


def heading(question: Question) -> str:
    return question.heading


every_question = pytest.mark.parametrize("question", INQUIRY.questions, ids=heading)


@every_question
def test_the_first_suggestions_are_tagged_for_the_question(
    index: SearchIndex, question: Question
) -> None:
    first = matching.suggest(
        index, question, question_ref(INQUIRY.id, question.number), limit=SHOWN_FIRST
    )
    assert tagged(first, question) == [True] * SHOWN_FIRST
    assert all(item.reasons[0].text == "Tagged for this question" for item in first)


@every_question
def test_what_comes_first_of_the_tagged_also_shares_words_with_the_question(
    index: SearchIndex, question: Question
) -> None:
    first = matching.suggest(
        index, question, question_ref(INQUIRY.id, question.number), limit=SHOWN_FIRST
    )
    assert all(item.matched for item in first)


@every_question
def test_a_question_nobody_has_tagged_anything_for_still_gets_evidence(
    index: SearchIndex, question: Question
) -> None:
    first = matching.suggest(index, question, "", limit=SHOWN_FIRST)
    assert len(first) == SHOWN_FIRST


def test_by_words_alone_most_of_what_comes_first_was_tagged_by_a_person(
    index: SearchIndex,
) -> None:
    by_words = [
        flag
        for question in INQUIRY.questions
        for flag in tagged(matching.suggest(index, question, "", limit=SHOWN_FIRST), question)
    ]
    assert sum(by_words) / len(by_words) >= 0.6


def test_a_question_on_another_subject_is_offered_nothing(index: SearchIndex) -> None:
    other = Question(
        "1", "Should trawlers be licensed to catch herring in the North Sea?", "Herring"
    )
    assert matching.suggest(index, other, "") == []
