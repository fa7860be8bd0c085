"""How sure it is that a sentence recommends, claims, testifies, states a fact or refers."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from operator import mul

from desktop.corpus.sentences.context import context
from desktop.corpus.sentences.cues import Cues, Place, cues
from desktop.corpus.sentences.weights import LABELS, Row, Weights, weights
from desktop.corpus.sentences.words import vocabulary

_MOST = 6.0  # a first score beyond this tells no more
_TELLING = 15  # a cue that adds less is not worth showing
_SHOWN = 4
_EDGES = " .,;:!?()-–—\"'“”‘’"
_HUNDREDTH = 0.01
# Words that count, but tell a person nothing by themselves.
_MUTE_WORDS = "is are was were be been has have to of and or the a an in on at it this that for"
_MUTE = frozenset(_MUTE_WORDS.split())


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
        for text, each, row in zip(texts, found, context(first, shares, LABELS), strict=True)
    )


def _first(found: Cues, table: Weights) -> list[float]:
    a, b, c, d, e = table.base
    known = table.cues
    for cue in found.names & known.keys():
        row = known[cue]
        a, b, c, d, e = a + row[0], b + row[1], c + row[2], d + row[3], e + row[4]
    return [max(-_MOST, min(_MOST, score * _HUNDREDTH)) for score in (a, b, c, d, e)]


def _share(score: float) -> float:
    return 1 / (1 + math.exp(-score))


def _second(figures: list[float], table: Weights) -> list[float]:
    totals = [
        (base + sum(map(mul, figures, column))) * _HUNDREDTH
        for base, column in zip(table.context_base, table.context, strict=True)
    ]
    top = max(totals)
    raised = [math.exp(total - top) for total in totals]
    whole = sum(raised)
    return [each / whole for each in raised]


def _scored(text: str, found: Cues, shares: list[float], table: Weights) -> SentenceScores:
    best = max(range(len(LABELS)), key=shares.__getitem__)
    policy, value, testimony, fact, reference = shares
    told = _telling(text, found, table.cues, best)
    return SentenceScores(policy, value, testimony, fact, reference, told)


def _telling(text: str, found: Cues, known: dict[str, Row], label: int) -> tuple[str, ...]:
    """Return the words of ``text`` that told most for a label, none inside another."""
    gains = sorted(
        (-known[cue][label], cue)
        for cue in found.names & known.keys()
        if known[cue][label] >= _TELLING and cue not in _MUTE
    )
    kept: list[Place] = []
    for _, cue in gains:
        place = found.place(cue)
        if place is None or any(place[0] < end and start < place[1] for start, end in kept):
            continue
        words = text[place[0] : place[1]].strip(_EDGES)
        if words and words.lower() not in _MUTE:
            kept.append(place)
        if len(kept) == _SHOWN:
            break
    return tuple(text[start:end].strip(_EDGES) for start, end in kept)
