"""Which words of a text pieces have."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from desktop.matching.index import Index
from desktop.matching.index.arrays import Bools, Ints
from desktop.matching.scoring.arrays import Floats
from desktop.matching.scoring.asking import Asked
from desktop.matching.scoring.bm25 import Fields, Wanted, found


def having(index: Index, asked: Asked, slots: Ints, fields: Fields) -> Bools:
    """Return which of ``asked.words`` each of these pieces has, bool[n, words]."""
    has = np.zeros((len(slots), len(asked.words)), np.bool_)
    for item, places in zip(asked.wanted, asked.stands_for, strict=True):
        has[:, list(places)] |= _has(index, item, slots, fields)[:, np.newaxis]
    return has


def shares(asked: Asked, has: Bools) -> Floats:
    """Return the share of the weight of all words that each piece has, float32[n]."""
    weights = np.array([word.weight for word in asked.words], np.float32)
    return has @ weights / max(float(weights.sum()), 1e-9)


def _has(index: Index, item: Wanted, slots: Ints, fields: Fields) -> Bools:
    has = np.zeros(len(slots), np.bool_)
    for known, _ in found(index, item, fields):
        has |= _among(known, slots)
    return has


def _among(known: NDArray[np.integer], slots: Ints) -> Bools:
    at = np.searchsorted(known, slots)
    return known.take(at, mode="clip") == slots
