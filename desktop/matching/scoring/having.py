"""Which words of a text pieces have."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from desktop.matching.index.arrays import Bools, Ints
from desktop.matching.scoring.arrays import Floats
from desktop.matching.scoring.asking import Asked
from desktop.matching.scoring.bm25 import Places


def having(asked: Asked, places: Sequence[Places], slots: Ints) -> Bools:
    """Return which of ``asked.words`` each of these pieces has, bool[n, words]; ``places`` tells
    where each of ``asked.wanted`` stands.
    """
    has = np.zeros((len(slots), len(asked.words)), np.bool_)
    for stands, words in zip(places, asked.stands_for, strict=True):
        has[:, list(words)] |= stands.within(slots)[:, np.newaxis]
    return has


def shares(asked: Asked, has: Bools) -> Floats:
    """Return the share of the weight of all words that each piece has, float32[n]."""
    weights = np.array([word.weight for word in asked.words], np.float32)
    return has @ weights / max(float(weights.sum()), 1e-9)
