"""What the arrays of an index are called, and what is done with runs of them."""

from __future__ import annotations

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Bools: TypeAlias = NDArray[np.bool_]
Bytes: TypeAlias = NDArray[np.uint8]
Ints: TypeAlias = NDArray[np.int32]
Longs: TypeAlias = NDArray[np.int64]
Marks: TypeAlias = NDArray[np.uint32]


def frozen(array: NDArray[np.generic]) -> None:
    """Let nobody write into an array any more."""
    array.flags.writeable = False


def run_places(starts: Longs, lengths: Longs) -> Longs:
    """Return the places in an array of many runs of it, one run after another.

    ``starts`` and ``lengths`` are those of the runs, int64[n].
    """
    total = int(lengths.sum())
    before = np.cumsum(lengths) - lengths
    return np.repeat(starts - before, lengths) + np.arange(total, dtype=np.int64)


def run_starts(ordered: NDArray[np.generic]) -> Longs:
    """Return where in an ordered array each new value begins."""
    if not len(ordered):
        return np.zeros(0, np.int64)
    new = np.flatnonzero(ordered[1:] != ordered[:-1]) + 1
    return np.concatenate((np.zeros(1, np.int64), new))
