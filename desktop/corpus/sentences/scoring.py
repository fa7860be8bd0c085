"""How sure it is that a sentence recommends, claims, testifies, states a fact or refers."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from desktop.corpus.sentences.context import context
from desktop.corpus.sentences.cues import NOWHERE, Place, cues
from desktop.corpus.sentences.weights import LABELS, Row, Weights, weights
from desktop.corpus.sentences.words import vocabulary

_MOST = 6.0  # a first score beyond this tells no more
_TELLING = 0.15  # a cue that adds less is not worth showing
_SHOWN = 4

Found = dict[str, Place]


@dataclass(frozen=True, slots=True)
class SentenceScores:
    """How likely each kind is; the five sum to 1. ``cues`` are the words that told for the
    likeliest, the most telling first, as they stand in the sentence.
    """

    policy: float
    value: float
    testimony: float
    fact: float
    reference: float
    cues: tuple[str, ...] = ()

    @property
    def best(self) -> str:
        """The likeliest of ``LABELS``."""
        return max(LABELS, key=self.of)

    def of(self, label: str) -> float:
        """Give the likelihood of one of ``LABELS``."""
        return float(getattr(self, label))


def classify(text: str) -> SentenceScores:
    """Score one sentence, or one clause, by itself."""
    return classify_all((text,))[0]


def classify_all(texts: Sequence[str]) -> tuple[SentenceScores, ...]:
    """Score the sentences of one text in their order: each is judged by its neighbours too."""
    table, known = weights(), vocabulary()
    found = [cues(text, known) for text in texts]
    first = [_first(each, table) for each in found]
    shares = [[_share(score) for score in row] for row in first]
    return tuple(
        _scored(text, each, _second(row, table), table)
        for text, each, row in zip(texts, found, context(first, shares), strict=True)
    )


def _first(found: Found, table: Weights) -> list[float]:
    a, b, c, d, e = table.base
    known = table.cues
    for cue in found.keys() & known.keys():
        row = known[cue]
        a, b, c, d, e = a + row[0], b + row[1], c + row[2], d + row[3], e + row[4]
    return [max(-_MOST, min(_MOST, score)) for score in (a, b, c, d, e)]


def _share(score: float) -> float:
    return 1 / (1 + math.exp(-score))


def _second(figures: list[float], table: Weights) -> list[float]:
    totals = list(table.context_base)
    for size, (_, row) in zip(figures, table.context, strict=True):
        if size:
            for label, weight in enumerate(row):
                totals[label] += size * weight
    top = max(totals)
    raised = [math.exp(total - top) for total in totals]
    whole = sum(raised)
    return [each / whole for each in raised]


def _scored(text: str, found: Found, shares: list[float], table: Weights) -> SentenceScores:
    best = max(range(len(LABELS)), key=shares.__getitem__)
    policy, value, testimony, fact, reference = shares
    told = telling(text, found, table.cues, best)
    return SentenceScores(policy, value, testimony, fact, reference, told)


def telling(text: str, found: Found, known: dict[str, Row], label: int) -> tuple[str, ...]:
    """Return the words of ``text`` that told most for a label, none inside another."""
    gains = sorted(
        (-known[cue][label], place)
        for cue, place in found.items()
        if place != NOWHERE and cue in known and known[cue][label] >= _TELLING
    )
    kept: list[Place] = []
    for _, (start, end) in gains:
        if len(kept) == _SHOWN:
            break
        words = text[start:end]
        if not any(start < b and a < end for a, b in kept) and any(map(str.isalnum, words)):
            kept.append((start, end))
    return tuple(text[start:end] for start, end in kept)
