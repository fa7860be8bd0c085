"""How good a ranking is: the usual measures of information retrieval, each from 0 to 1.

A ranking is a sequence of document ids, best first, none twice; ``relevant`` gives the grade of
each document that answers the query (more is better; 0 or absent = does not answer it).
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields

Ranking = Sequence[str]
Grades = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Scores:
    """The measures of one query, or their means over many."""

    ndcg_at_10: float = 0.0
    recall_at_10: float = 0.0
    precision_at_10: float = 0.0
    r_precision: float = 0.0
    reciprocal_rank: float = 0.0
    top_1: float = 0.0


# What each is called, in the order in which they are shown.
NAMES = {
    "ndcg_at_10": "nDCG@10",
    "recall_at_10": "Recall@10",
    "precision_at_10": "P@10",
    "r_precision": "R-precision",
    "top_1": "top-1",
    "reciprocal_rank": "MRR",
}


def score(ranking: Ranking, relevant: Grades) -> Scores:
    """Return all measures of one ranking."""
    return Scores(
        ndcg_at_10=ndcg(ranking, relevant, 10),
        recall_at_10=recall(ranking, relevant, 10),
        precision_at_10=precision(ranking, relevant, 10),
        r_precision=r_precision(ranking, relevant),
        reciprocal_rank=reciprocal_rank(ranking, relevant),
        top_1=precision(ranking, relevant, 1),
    )


def mean(scores: Sequence[Scores]) -> Scores:
    """Return the mean of each measure; 0 for no scores at all."""
    count = max(len(scores), 1)
    return Scores(
        **{
            field.name: math.fsum(getattr(item, field.name) for item in scores) / count
            for field in fields(Scores)
        }
    )


def ndcg(ranking: Ranking, relevant: Grades, depth: int) -> float:
    """Return the discounted gain of the first ``depth`` as a share of the best possible order's."""
    gains = [relevant.get(document, 0.0) for document in ranking[:depth]]
    best = sorted((grade for grade in relevant.values() if grade > 0), reverse=True)[:depth]
    return _discounted(gains) / _discounted(best) if best else 0.0


def recall(ranking: Ranking, relevant: Grades, depth: int) -> float:
    """Return the share of the relevant documents that are among the first ``depth``."""
    total = _total(relevant)
    return _found(ranking[:depth], relevant) / total if total else 0.0


def precision(ranking: Ranking, relevant: Grades, depth: int) -> float:
    """Return the share of the first ``depth`` places that hold a relevant document."""
    return _found(ranking[:depth], relevant) / depth


def r_precision(ranking: Ranking, relevant: Grades) -> float:
    """Return the precision of as many first places as there are relevant documents."""
    total = _total(relevant)
    return precision(ranking, relevant, total) if total else 0.0


def reciprocal_rank(ranking: Ranking, relevant: Grades) -> float:
    """Return 1 / the place of the first relevant document, 0 if there is none."""
    for place, document in enumerate(ranking, 1):
        if relevant.get(document, 0.0) > 0:
            return 1 / place
    return 0.0


def _found(ranking: Ranking, relevant: Grades) -> int:
    return sum(1 for document in ranking if relevant.get(document, 0.0) > 0)


def _total(relevant: Grades) -> int:
    return sum(1 for grade in relevant.values() if grade > 0)


def _discounted(gains: Sequence[float]) -> float:
    return math.fsum(gain / math.log2(place + 1) for place, gain in enumerate(gains, 1))
