from __future__ import annotations

import math
from dataclasses import astuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.matching import metrics

DOCUMENTS = [f"d{n}" for n in range(25)]
RANKINGS = st.permutations(DOCUMENTS).flatmap(
    lambda order: st.integers(0, len(order)).map(lambda length: order[:length])
)
GRADES = st.dictionaries(st.sampled_from(DOCUMENTS), st.sampled_from([0.0, 1.0, 2.0]))


def test_the_measures_agree_with_an_example_worked_by_hand() -> None:
    """Relevant are b, d and z; b is found second and d fourth, z never."""
    scores = metrics.score(["a", "b", "c", "d"], {"b": 1, "d": 1, "z": 1, "c": 0})
    gained = 1 / math.log2(3) + 1 / math.log2(5)
    possible = 1 + 1 / math.log2(3) + 1 / math.log2(4)
    assert scores.ndcg_at_10 == pytest.approx(gained / possible)
    assert scores.recall_at_10 == pytest.approx(2 / 3)
    assert scores.precision_at_10 == pytest.approx(2 / 10)
    assert scores.r_precision == pytest.approx(1 / 3)
    assert scores.reciprocal_rank == pytest.approx(1 / 2)
    assert scores.top_1 == 0


def test_grades_count_in_the_discounted_gain() -> None:
    """A document of grade 2 in the second place and one of grade 1 in the first."""
    best = 2 + 1 / math.log2(3)
    assert metrics.ndcg(["one", "two"], {"one": 1, "two": 2}, 10) == pytest.approx(
        (1 + 2 / math.log2(3)) / best
    )


def test_what_stands_below_ten_does_not_count_at_ten() -> None:
    ranking = DOCUMENTS[:11]
    scores = metrics.score(ranking, {ranking[10]: 1})
    assert scores.ndcg_at_10 == scores.recall_at_10 == scores.precision_at_10 == 0
    assert scores.reciprocal_rank == pytest.approx(1 / 11)


def test_nothing_found_or_nothing_to_find_scores_nought() -> None:
    assert metrics.score([], {"a": 1}) == metrics.Scores()
    assert metrics.score(["a"], {}) == metrics.Scores()
    assert metrics.mean([]) == metrics.Scores()


def test_the_mean_is_taken_measure_by_measure() -> None:
    one, none = metrics.score(["a"], {"a": 1}), metrics.Scores()
    assert metrics.mean([one, none]) == metrics.Scores(0.5, 0.5, 0.05, 0.5, 0.5, 0.5)


@given(RANKINGS, GRADES)
def test_every_measure_is_between_nought_and_one(
    ranking: list[str], grades: dict[str, float]
) -> None:
    assert all(0 <= value <= 1 + 1e-12 for value in astuple(metrics.score(ranking, grades)))


@given(RANKINGS, GRADES)
def test_the_best_possible_order_scores_one(ranking: list[str], grades: dict[str, float]) -> None:
    relevant = {key: grade for key, grade in grades.items() if grade > 0}
    if not relevant:
        return
    rest = [document for document in ranking if document not in relevant]
    scores = metrics.score(
        [*sorted(relevant, key=relevant.__getitem__, reverse=True), *rest], grades
    )
    assert scores.ndcg_at_10 == pytest.approx(1)
    assert scores.r_precision == scores.reciprocal_rank == scores.top_1 == 1
    assert scores.recall_at_10 == pytest.approx(min(10, len(relevant)) / len(relevant))


@given(RANKINGS, GRADES, st.integers(0, 23))
def test_moving_a_relevant_document_up_never_lowers_a_score(
    ranking: list[str], grades: dict[str, float], place: int
) -> None:
    if place + 1 >= len(ranking):
        return
    upper, lower = ranking[place], ranking[place + 1]
    if grades.get(lower, 0) <= grades.get(upper, 0):
        return
    better = [*ranking[:place], lower, upper, *ranking[place + 2 :]]
    before, after = metrics.score(ranking, grades), metrics.score(better, grades)
    assert all(new >= old - 1e-12 for old, new in zip(astuple(before), astuple(after), strict=True))
