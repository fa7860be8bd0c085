"""How well words fit pieces by how often and where they stand (BM25F, in its simple form).

After Robertson, Zaragoza and Taylor (2004), "Simple BM25 extension to multiple weighted fields":
how often a word stands in each field is added up, weighted, before it is damped once.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from desktop.matching.index import Field, Index, Postings
from desktop.matching.scoring.arrays import Floats
from desktop.matching.scoring.tuning import Tuning

Fields: TypeAlias = Mapping[Field, float]
Slots: TypeAlias = NDArray[np.integer]

# From this share of all pieces on it is quicker to go through all of them than to pick them out.
_MANY = 0.25


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for: any of ``terms``, or of the rows of terms in ``phrases``.

    A piece that has it in full measure gets ``weight``.
    """

    terms: tuple[int, ...]
    weight: float
    phrases: tuple[tuple[int, ...], ...] = ()


def rarity(pieces: int, having: float) -> float:
    """Return what a word tells that so many of the pieces have: more the fewer they are."""
    return math.log(1 + (pieces - having + 0.5) / (having + 0.5))


def norms(index: Index, tuning: Tuning) -> Floats:
    """Return how much each piece must say for a word to count in full, float32[size].

    Its length is that of claim and text: tags, and the question that was answered, are given to a
    piece and do not thin it out.
    """
    lengths = index.lengths
    long = lengths[:, Field.TEXT] + np.float32(tuning.fields[Field.CLAIM]) * lengths[:, Field.CLAIM]
    mean = float(long.sum()) / max(index.count, 1) or 1.0
    per_word = np.float32(tuning.saturation * tuning.length / mean)
    return long.astype(np.float32) * per_word + np.float32(tuning.saturation * (1 - tuning.length))


def damped(often: Floats, norm: Floats) -> Floats:
    """Return 0 to 1 for how often something stands in pieces with these norms."""
    return often / (often + norm)


def add_up(index: Index, wanted: Sequence[Wanted], fields: Fields, norm: Floats) -> Floats:
    """Return the sum over all that is wanted for each piece, float32[size]."""
    scores = np.zeros(index.size, np.float32)
    often = np.zeros(index.size, np.float32)
    for item in wanted:
        places = list(found(index, item, fields))
        weight = np.float32(item.weight)
        if len(places) == 1:
            ((slots, counts),) = places
            scores[slots] += weight * damped(counts, norm.take(slots, mode="clip"))
            continue
        for place, (slots, counts) in enumerate(places):
            # Nothing is there yet at the first, and putting is twice as fast as adding.
            often[slots] = counts if place == 0 else often.take(slots, mode="clip") + counts
        if sum(len(slots) for slots, _ in places) > _MANY * index.size:
            scores += weight * damped(often, norm)
            often.fill(0)
            continue
        for slots, _ in places:
            # A piece that has it in several places is counted at the first of them.
            here = often.take(slots, mode="clip")
            scores[slots] += weight * damped(here, norm.take(slots, mode="clip"))
            often[slots] = 0
    return scores


def found(index: Index, item: Wanted, fields: Fields) -> Iterable[tuple[Slots, Floats]]:
    """Yield the slots that have what is wanted, for each field and form of it, ascending, and how
    often they do, times the weight of the field.
    """
    for place, weight in fields.items():
        for slots, counts in _postings(index, item, place):
            if len(slots):
                # Numpy finds its way by whole machine words: by shorter ones it takes three times
                # as long.
                yield slots.astype(np.intp), counts.astype(np.float32) * np.float32(weight)


def _postings(index: Index, item: Wanted, place: Field) -> Iterable[Postings]:
    if len(item.terms) == 1:
        yield index.postings(item.terms[0], place)
    elif item.terms:
        yield index.any_of(item.terms, place)
    for phrase in item.phrases:
        yield index.phrase(phrase, place)
