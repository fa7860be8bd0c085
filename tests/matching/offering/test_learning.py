"""What the library learns from what a person did with its pieces."""

from __future__ import annotations

import pytest

from desktop.core.suggesting import Asked, Noted, Verdict
from desktop.matching.offering.learning import Taught, asks_the_same, lessons

HERE, THERE = "inquiry#2", "other#1"
CUTS = "What followed the cuts to local support networks?"
LIKE = "What did the cuts to local networks lead to?"


def noted(piece: str, ref: str, wording: str, verdict: Verdict = Verdict.HELPED) -> Noted:
    return Noted(piece, ref, wording, verdict)


def test_what_helped_at_this_question_is_known_to_have_helped_here() -> None:
    taught = lessons(Asked(CUTS, ref=HERE, verdicts=(noted("a", HERE, CUTS),)))
    assert taught.of("a") is Taught.HERE
    assert taught.of("b") is Taught.NOWHERE


def test_what_helped_at_a_question_in_like_words_counts_less() -> None:
    verdicts = (noted("a", THERE, LIKE), noted("b", THERE, "How are boats licensed at sea?"))
    taught = lessons(Asked(CUTS, ref=HERE, verdicts=verdicts))
    assert taught.helped == {"a": Taught.AT_ONE_LIKE_IT}


def test_what_was_put_aside_here_is_aside_whatever_it_did_elsewhere() -> None:
    verdicts = (noted("a", HERE, CUTS, Verdict.NOT_HERE), noted("a", THERE, LIKE))
    taught = lessons(Asked(CUTS, ref=HERE, verdicts=verdicts))
    assert taught.aside == {"a"}
    assert taught.of("a") is Taught.NOWHERE


def test_what_was_put_aside_elsewhere_is_not_aside_here() -> None:
    verdicts = (noted("a", THERE, LIKE, Verdict.NOT_HERE),)
    assert lessons(Asked(CUTS, ref=HERE, verdicts=verdicts)).aside == frozenset()


def test_a_question_without_a_reference_is_known_by_its_words() -> None:
    verdicts = (noted("a", "", CUTS, Verdict.NOT_HERE),)
    assert lessons(Asked(CUTS, verdicts=verdicts)).aside == {"a"}


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (CUTS, LIKE, True),
        (CUTS, "Cuts to networks", True),
        (CUTS, "Cuts", False),
        (CUTS, "How are boats licensed at sea?", False),
        ("", "", False),
    ],
)
def test_two_questions_ask_the_same_if_they_share_most_of_their_words(
    one: str, other: str, same: bool
) -> None:
    assert asks_the_same(one, other) is same
