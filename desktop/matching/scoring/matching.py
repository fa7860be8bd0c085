"""From scores to Matches: the best pieces in order, each with the reasons for its place."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import compress

import numpy as np

from desktop.matching.index import Index
from desktop.matching.index.arrays import Ints
from desktop.matching.scoring.arrays import order
from desktop.matching.scoring.asking import Asked
from desktop.matching.scoring.having import shares
from desktop.matching.scoring.judging import Judged
from desktop.matching.scoring.results import Match


def matches_of(
    index: Index, asked: Asked, judged: Judged, limit: int, among: Ints
) -> tuple[Match, ...]:
    """Return the best ``limit`` pieces and those of ``among``, best first."""
    slots = judged.slots
    ranked = order(index, slots, judged.scores)
    fits = judged.scores[ranked] > 0
    wanted = np.isin(slots[ranked], among)
    chosen = ranked[(fits & (np.cumsum(fits) <= limit)) | wanted]
    # Only pairs that stand together in any of the pieces can begin a phrase.
    some = np.flatnonzero(judged.close.together[chosen].any(axis=0)).tolist()
    pairs = [judged.close.pairs[place] for place in some]
    # As plain lists at once: to ask an array for one number at a time takes longer.
    numbers: list[int] = slots[chosen].tolist()
    scores: list[float] = judged.scores[chosen].tolist()
    shared: list[float] = shares(asked, judged.has[chosen]).tolist()
    taught: list[float] = (judged.learned / np.maximum(judged.scores, 1e-9))[chosen].tolist()
    has: list[list[bool]] = judged.has[chosen].tolist()
    together: list[list[bool]] = judged.close.together[chosen][:, some].tolist()
    places = range(judged.has.shape[1])
    ids = index.ids
    return tuple(
        Match(
            slot=slot,
            id=ids[slot],
            score=score,
            matched=tuple(compress(places, matched)),
            share=share,
            phrases=phrases(pairs, beside),
            learned=learned,
        )
        for (slot, score, share), learned, matched, beside in zip(
            zip(numbers, scores, shared, strict=True), taught, has, together, strict=True
        )
    )


def phrases(
    pairs: Sequence[tuple[int, int]], together: Sequence[bool]
) -> tuple[tuple[int, ...], ...]:
    """Join pairs of neighbours that stand together into runs: (0, 1) and (1, 2) give (0, 1, 2)."""
    runs: list[tuple[int, ...]] = []
    for (first, second), stands in zip(pairs, together, strict=True):
        if stands and runs and runs[-1][-1] == first and second not in runs[-1]:
            runs[-1] = (*runs[-1], second)
        elif stands:
            runs.append((first, second))
    return tuple(dict.fromkeys(runs))
