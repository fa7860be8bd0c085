"""Words that the best pieces have in common and the text does not: feedback.

The best pieces are taken to be good, and what sets them apart from the rest of the library is
looked for too (Carpineto et al. 2001, "An information-theoretic approach to automatic query expansion").
It helps where many pieces answer a question in their own words, and harms where the best are only
the least bad. Which of the two it is shows in how much of the text the best have.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from desktop.core.stop_words import STOP_WORDS
from desktop.matching.index import Field, Index
from desktop.matching.index.arrays import Ints
from desktop.matching.scoring.arrays import Floats
from desktop.matching.scoring.bm25 import Wanted, rarity
from desktop.matching.scoring.tuning import Tuning
from desktop.matching.words import index_word

_READ = (Field.TEXT, Field.CLAIM)
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


def lessons(index: Index, teachers: Ints, scores: Floats, tuning: Tuning) -> list[Wanted]:
    """Return the words that set these pieces apart; their weights add up to 1 times their rarity.

    ``scores`` are those of the teachers: a better piece teaches more.
    """
    read = index.sequences(teachers, _READ)
    plain = ~np.isin(read.terms, _grammar(index))
    owner, terms = read.owner[plain], read.terms[plain]
    if not len(terms):
        return []
    lengths = np.bincount(owner, minlength=len(teachers))
    trust = scores / scores.sum() / np.maximum(lengths, 1)
    distinct, which = np.unique(terms, return_inverse=True)
    share = np.bincount(which, trust[owner], len(distinct))
    usual = index.cf[distinct] / max(int(index.cf.sum()), 1)
    telling = np.maximum(share * np.log(np.maximum(share, 1e-12) / np.maximum(usual, 1e-12)), 0)
    words = sorted(
        zip(telling.tolist(), map(index.word, distinct.tolist()), distinct.tolist(), strict=True),
        key=lambda item: (-item[0], item[1]),
    )[: tuning.lessons]
    total = sum(weight for weight, _, _ in words) or 1.0
    return [
        Wanted((term,), weight / total * rarity(index.count, int(index.df[term])))
        for weight, _, term in words
        if weight > 0
    ]


def _grammar(index: Index) -> Ints:
    found = (index.term(index_word(word)) for word in STOP_WORDS)
    return np.array([term for term in found if term >= 0], np.int32)
