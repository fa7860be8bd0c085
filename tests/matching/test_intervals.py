"""How sure a mean is."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.matching import intervals
from desktop.matching.intervals import Interval

VALUES = st.lists(st.floats(-1, 1), min_size=1, max_size=50)


def test_the_interval_agrees_with_the_normal_one_where_that_holds() -> None:
    """A hundred noughts and a hundred ones: the mean has a standard error of 1/2 / sqrt(200)."""
    found = intervals.of_mean([0.0] * 100 + [1.0] * 100)
    reach = 1.96 * 0.5 / math.sqrt(200)
    assert found.low == pytest.approx(0.5 - reach, abs=0.01)
    assert found.high == pytest.approx(0.5 + reach, abs=0.01)


def test_the_same_scores_give_the_same_interval_every_time() -> None:
    values = [0.1, 0.4, 0.35, 0.8]
    assert intervals.of_mean(values) == intervals.of_mean(values)


def test_more_queries_make_the_mean_surer() -> None:
    few, many = (intervals.of_mean([0.0, 1.0] * count) for count in (5, 500))
    assert many.high - many.low < (few.high - few.low) / 5


def test_many_queries_are_drawn_in_parts_and_all_of_them_count() -> None:
    """Ten million draws: the second half of the queries is as good as the first."""
    found = intervals.of_mean([0.0] * 2_500 + [1.0] * 2_500)
    assert found.low == pytest.approx(0.5 - 1.96 * 0.5 / math.sqrt(5_000), abs=0.002)
    assert found.high == pytest.approx(0.5 + 1.96 * 0.5 / math.sqrt(5_000), abs=0.002)


def test_nothing_measured_is_no_error() -> None:
    assert intervals.of_mean([]) == Interval(0.0, 0.0)


@given(VALUES)
def test_an_interval_lies_among_what_was_measured_and_around_its_mean(values: list[float]) -> None:
    found = intervals.of_mean(values)
    tiny = 1e-9
    assert min(values) - tiny <= found.low <= found.high <= max(values) + tiny


@pytest.mark.parametrize(
    ("low", "high", "nothing"), [(-0.1, 0.1, True), (0.01, 0.1, False), (-0.2, -0.1, False)]
)
def test_a_difference_says_nothing_if_it_may_be_either_way(
    low: float, high: float, *, nothing: bool
) -> None:
    assert Interval(low, high).says_nothing is nothing
