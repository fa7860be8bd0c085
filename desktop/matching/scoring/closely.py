"""A closer look at the best few hundred pieces, word by word.

What costs too much for a whole library: whether words stand at the opening of a piece, whether two
stand together as they do in the text, and the little that words of grammar tell.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from desktop.matching.index import Field, Index, Sequences
from desktop.matching.index.arrays import Bools, Ints
from desktop.matching.scoring.arrays import Floats
from desktop.matching.scoring.asking import Asked
from desktop.matching.scoring.bm25 import damped
from desktop.matching.scoring.tuning import Tuning

# The text first: it is where a Passage opens.
_READ = (Field.TEXT, Field.CLAIM)


@dataclass(frozen=True, slots=True)
class Close:
    """What a closer look at some pieces found; a row for each piece.

    ``extra`` is what it adds to the score, float32[n]; ``together`` tells for each two neighbours
    in the text (``pairs``, places in ``Asked.words``) whether they stand together, bool[n, pairs].
    """

    extra: Floats
    pairs: tuple[tuple[int, int], ...]
    together: Bools


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two words that are neighbours in the text, so many words apart."""

    first: int
    second: int
    apart: int


def look_closely(index: Index, asked: Asked, slots: Ints, norm: Floats, tuning: Tuning) -> Close:
    """Look at these pieces; ``norm`` is that of all pieces (see ``bm25.norms``)."""
    read = index.sequences(slots, _READ)
    extra = _by_words(asked, read, norm[slots], tuning)
    pairs = _pairs(asked, tuning)
    together = np.zeros((len(slots), len(pairs)), np.bool_)
    for place, pair in enumerate(pairs):
        often = _together(asked, read, pair, len(slots))
        together[:, place] = often > 0
        rarer = min(_once(asked, pair.first), _once(asked, pair.second))
        extra += np.float32(tuning.together * rarer) * damped(often, norm[slots])
    return Close(extra, tuple((pair.first, pair.second) for pair in pairs), together)


def _by_words(asked: Asked, read: Sequences, norm: Floats, tuning: Tuning) -> Floats:
    """Return what words at the opening, and words left out at first, add for each piece."""
    pieces = len(norm)
    extra = np.zeros(pieces, np.float32)
    opening = read.at < tuning.opening_words
    weights = {word.term: word.weight for word in asked.words if word.term >= 0}
    for term, weight in {**asked.aside, **weights}.items():
        here = read.terms == term
        often = _counted(read.owner[here], pieces)
        more = tuning.opening * _counted(read.owner[here & opening], pieces)
        score = damped(often + more.astype(np.float32), norm)
        if term in weights:
            score = score - damped(often, norm)
        extra += np.float32(weight) * score
    return extra


def _counted(owner: Ints, pieces: int) -> Floats:
    return np.bincount(owner, minlength=pieces).astype(np.float32)


def _pairs(asked: Asked, tuning: Tuning) -> list[_Pair]:
    """Return each two different words that follow each other in the text, once."""
    pairs: dict[_Pair, None] = {}
    for (at, first), (after, second) in zip(asked.row, asked.row[1:], strict=False):
        apart = after - at
        known = asked.words[first].term >= 0 and asked.words[second].term >= 0
        if known and first != second and apart <= tuning.apart:
            pairs[_Pair(first, second, apart)] = None
    return list(pairs)


def _together(asked: Asked, read: Sequences, pair: _Pair, pieces: int) -> Floats:
    """Return how often two words stand in each piece as far apart as in the text."""
    first, second = asked.words[pair.first].term, asked.words[pair.second].term
    here: NDArray[np.integer] = np.flatnonzero(read.terms[: -pair.apart] == first)
    there = here + pair.apart
    # Positions leap from one field to the next, so that no two fields make a pair.
    fits = (
        (read.terms[there] == second)
        & (read.owner[there] == read.owner[here])
        & (read.at[there] - read.at[here] == pair.apart)
    )
    return _counted(read.owner[here[fits]], pieces)


def _once(asked: Asked, place: int) -> float:
    """Return the weight of a word for one time that it was written."""
    times = sum(1 for _, word in asked.row if word == place)
    return asked.words[place].weight / max(times, 1)
