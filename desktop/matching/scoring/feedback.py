"""Words that the best pieces have in common and the text does not: feedback.

The best pieces are taken to be good, and what sets them apart from the rest of the library is
looked for too (Carpineto et al. 2001, "An information-theoretic approach to automatic query
expansion"). It helps where many pieces answer a question in their own words, and harms where the
best are only the least bad. Which of the two it is shows in how much of the text the best have.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from desktop.core.stop_words import STOP_WORDS
from desktop.matching.index import Field, Index
from desktop.matching.index.arrays import Ints, Longs
from desktop.matching.scoring.arrays import Floats
from desktop.matching.scoring.bm25 import Wanted, rarity
from desktop.matching.scoring.tuning import Tuning
from desktop.matching.words import index_word

READ = (Field.TEXT, Field.CLAIM)
# How many of the best show whether feedback is to be let in.
_WITNESSES = 10


def heard(shares: NDArray[np.floating], tuning: Tuning) -> float:
    """Return how far feedback is let in, 0 to 1.

    ``shares`` says of each of the best pieces which share of the weight of all words it has. Where
    there are fewer than ten, the missing ones have nothing: so few have nothing in common either.
    """
    mean = float(shares[:_WITNESSES].sum()) / _WITNESSES
    span = tuning.heard_fully - tuning.heard_from
    return min(max((mean - tuning.heard_from) / span, 0.0), 1.0)


def lessons(
    index: Index, teachers: Ints, scores: Floats, tuning: Tuning, usual: Longs | None = None
) -> list[Wanted]:
    """Return the words that set these pieces apart; their weights add up to 1 times their rarity.

    ``scores`` are those of the teachers: a better piece teaches more. ``usual`` says how often each
    term stands in what they are to be set apart from, int[terms]; None = in the library.
    """
    read = index.sequences(teachers, READ)
    if not len(read.terms):
        return []
    lengths = np.bincount(read.owner, minlength=len(teachers))
    trust = scores / scores.sum() / np.maximum(lengths, 1)
    distinct, which = np.unique(read.terms, return_inverse=True)
    share: Floats = np.bincount(which, trust[read.owner], len(distinct)).astype(np.float64)
    often = index.cf if usual is None else usual
    elsewhere = often[distinct] / max(int(often.sum()), 1)
    telling = share * np.log(share / np.maximum(elsewhere, 1e-12))
    words = _most_telling(index, distinct, telling, tuning.lessons)
    total = sum(weight for weight, _, _ in words) or 1.0
    return [
        Wanted((term,), weight / total * rarity(index.count, int(index.df[term])))
        for weight, _, term in words
    ]


def _most_telling(
    index: Index, terms: Ints, telling: NDArray[np.floating], most: int
) -> list[tuple[float, str, int]]:
    """Return (how telling, word, term) of the words that are, but for stop words; the best first,
    and equals by the alphabet.
    """
    stops = _stop_words()
    likely = np.argsort(-telling, kind="stable")[: most + len(stops)]
    least = telling[likely[-1]]
    found = np.flatnonzero((telling >= least) & (telling > 0))
    named = ((-telling[at], index.word(int(terms[at])), int(terms[at])) for at in found.tolist())
    ranked = sorted(item for item in named if item[1] not in stops)[:most]
    return [(-float(weight), word, term) for weight, word, term in ranked]


@lru_cache(maxsize=1)
def _stop_words() -> frozenset[str]:
    return frozenset(map(index_word, STOP_WORDS))
