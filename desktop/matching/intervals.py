"""How sure a mean is: bootstrap intervals, the same on every run and every machine.

The percentile bootstrap (Efron 1979): the queries are drawn anew, with replacement, as many as
there are, and the middle 95 % of the means of many such draws is the interval. It says how the mean
might have come out with other queries of the same sort; with twenty queries that is a good deal.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

DRAWS = 2_000
_SEED = 20_261_127
_CONFIDENCE = 0.95
# Numbers drawn at a time: some megabytes, however many queries there are.
_AT_A_TIME = 1_000_000


@dataclass(frozen=True, slots=True)
class Interval:
    """From where to where, both included."""

    low: float
    high: float

    @property
    def says_nothing(self) -> bool:
        """Whether, as the interval of a difference, it leaves open which of the two is better."""
        return self.low <= 0 <= self.high


def of_mean(values: Sequence[float]) -> Interval:
    """Return the 95 % bootstrap interval of the mean of ``values``; (0, 0) for none."""
    # Known to this function alone, as whoever starts a command need not wait for it.
    import numpy as np

    if not values:
        return Interval(0.0, 0.0)
    given = np.asarray(values, dtype=np.float64)
    chance = np.random.default_rng(_SEED)
    means = np.empty(DRAWS)
    step = max(_AT_A_TIME // len(given), 1)
    for begin in range(0, DRAWS, step):
        count = min(step, DRAWS - begin)
        drawn = chance.integers(0, len(given), size=(count, len(given)))
        means[begin : begin + count] = given[drawn].mean(axis=1)
    tail = (1 - _CONFIDENCE) / 2
    low, high = np.quantile(means, [tail, 1 - tail])
    return Interval(float(low), float(high))
