"""Arrays of scores, and choosing the best of them in an order that does not depend on slots."""

from __future__ import annotations

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from desktop.matching.index import Index
from desktop.matching.index.arrays import Ints

Floats: TypeAlias = NDArray[np.floating]


def best(index: Index, scores: Floats, most: int) -> Ints:
    """Return the slots of the best ``most`` with a score above 0, best first; of equals the one
    with the lower ``tiebreak``.
    """
    found = np.flatnonzero(scores > 0)
    if len(found) > most:
        least = np.partition(scores[found], len(found) - most)[len(found) - most]
        surely = found[scores[found] > least]
        equal = found[scores[found] == least]
        by_lot = equal[np.argsort(index.tiebreak[equal], kind="stable")]
        found = np.concatenate((surely, by_lot[: most - len(surely)]))
    return found[order(index, found, scores[found])].astype(np.int32)


def order(index: Index, slots: NDArray[np.integer], scores: Floats) -> NDArray[np.integer]:
    """Return the places in ``slots`` by their scores, best first."""
    return np.lexsort((index.tiebreak[slots], -scores))
