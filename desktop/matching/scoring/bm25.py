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
from desktop.matching.index.arrays import Bools
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


@dataclass(frozen=True, slots=True, eq=False)
class Places:
    """Where one thing that is wanted stands: how often, by the weights of the fields, in the pieces
    at ``slots`` (ascending); ``slots`` is None where ``often`` tells it of every piece.
    """

    slots: Slots | None
    often: Floats

    def within(self, slots: Slots) -> Bools:
        """Tell which of these pieces have it."""
        if self.slots is None:
            return self.often[slots] > 0
        if not len(self.slots):
            return np.zeros(len(slots), np.bool_)
        at = np.searchsorted(self.slots, slots)
        return self.slots.take(at, mode="clip") == slots


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


def standing(index: Index, wanted: Sequence[Wanted], fields: Fields) -> list[Places]:
    """Return for each thing that is wanted where it stands in these fields."""
    often = np.zeros(index.size, np.float32)
    return [_places(list(_found(index, item, fields)), often) for item in wanted]


def add_up(wanted: Sequence[Wanted], places: Sequence[Places], norm: Floats) -> Floats:
    """Return the sum over all that is wanted, standing at these places, for each piece,
    float32[size]; ``norm`` is that of all pieces.
    """
    scores = np.zeros(len(norm), np.float32)
    for item, stands in zip(wanted, places, strict=True):
        weight = np.float32(item.weight)
        if stands.slots is None:
            scores += weight * damped(stands.often, norm)
        else:
            here = norm.take(stands.slots, mode="clip")
            scores[stands.slots] += weight * damped(stands.often, here)
    return scores


def _places(found: Sequence[tuple[Slots, Floats]], often: Floats) -> Places:
    """Add up how often something stands in several fields; ``often`` is 0 for every piece, before
    and after.
    """
    if len(found) == 1:
        return Places(*found[0])
    for slots, counts in found:
        often[slots] = often.take(slots, mode="clip") + counts
    if sum(len(slots) for slots, _ in found) > _MANY * len(often):
        places = Places(None, often.copy())
        often.fill(0)
        return places
    slots = np.flatnonzero(often > 0) if found else np.zeros(0, np.intp)
    places = Places(slots, often[slots])
    often[slots] = 0
    return places


def _found(index: Index, item: Wanted, fields: Fields) -> Iterable[tuple[Slots, Floats]]:
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
