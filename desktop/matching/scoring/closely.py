"""A closer look at the best few hundred pieces, word by word.

What costs too much for a whole library: whether words stand at the opening of a piece, whether two
stand together as they do in the text, and the little that words of grammar tell.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from desktop.matching.index import Field, Index
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

    ``extra`` is what it adds to the score, float32[n]; ``together`` tells for each two words that
    are side by side in the text (``pairs``, places in ``Asked.words``) whether they are in the
    piece, bool[n, pairs].
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


@dataclass(frozen=True, slots=True)
class _Seen:
    """Where the words of a text stand in the pieces that were read, each time they do.

    ``word`` is the place of the word in ``Asked.words``, behind these in ``Asked.aside``, and
    behind these again that of the word whose kin it is;
    ``at`` is its place in everything that was read, ``within`` that in its piece (``owner``).
    """

    owner: Ints
    word: NDArray[np.integer]
    at: NDArray[np.integer]
    within: Ints

    def often(self, pieces: int, words: int, counted: Bools | None = None) -> Floats:
        """Return how often each word stands in each piece, float32[pieces, words]."""
        cells = self.owner.astype(np.int64) * words + self.word
        cells = cells if counted is None else cells[counted]
        counts = np.bincount(cells, minlength=pieces * words)
        return counts.reshape(pieces, words).astype(np.float32)


def look_closely(index: Index, asked: Asked, slots: Ints, norm: Floats, tuning: Tuning) -> Close:
    """Look at these pieces; ``norm`` is that of all pieces (see ``bm25.norms``)."""
    seen = _read(index, asked, slots)
    needed = norm[slots]
    extra = _by_words(asked, seen, needed, tuning)
    side_by_side: dict[tuple[int, int], Floats] = {}
    pairs = _pairs(asked, tuning)
    where = {
        word: np.flatnonzero(seen.word == word)
        for word in {word for pair in pairs for word in (pair.first, pair.second)}
    }
    for pair in pairs:
        often = _together(seen, pair, where, len(slots))
        rarer = min(_once(asked, pair.first), _once(asked, pair.second))
        extra += np.float32(tuning.together * rarer) * damped(often, needed)
        if pair.apart == 1:
            side_by_side[pair.first, pair.second] = often
    together = np.zeros((len(slots), len(side_by_side)), np.bool_)
    for place, often in enumerate(side_by_side.values()):
        together[:, place] = often > 0
    return Close(extra, tuple(side_by_side), together)


def _read(index: Index, asked: Asked, slots: Ints) -> _Seen:
    read = index.sequences(slots, _READ)
    # One more than there are terms: the last place is that of words the library does not have.
    number = np.full(len(index.df) + 1, -1, np.int16)
    terms = [word.term for word in asked.words] + list(asked.aside)
    number[terms] = np.arange(len(terms))
    # Behind them the kin of each word, in the order of the words.
    number[list(asked.kin)] = np.array(list(asked.kin.values()), np.int16) + len(terms)
    number[-1] = -1
    word = number[read.terms]
    at = np.flatnonzero(word >= 0)
    return _Seen(read.owner[at], word[at], at, read.at[at])


def _by_words(asked: Asked, seen: _Seen, norm: Floats, tuning: Tuning) -> Floats:
    """Return what words at the opening, words left out at first and kin add for each piece."""
    words, aside = len(asked.words), len(asked.aside)
    weights = np.array([word.weight for word in asked.words], np.float32)
    columns = 2 * words + aside
    plain = seen.often(len(norm), columns)
    opening = seen.often(len(norm), columns, seen.within < tuning.opening_words)
    often = plain + np.float32(tuning.opening) * opening
    needed = norm[:, np.newaxis]
    of_words, of_aside, of_kin = np.split(often, [words, words + aside], axis=1)
    gained = (damped(of_words, needed) - damped(plain[:, :words], needed)) @ weights
    little = damped(of_aside, needed) @ np.array(list(asked.aside.values()), np.float32)
    kin = (damped(of_words + of_kin, needed) - damped(of_words, needed)) @ weights
    return gained + little + np.float32(tuning.kin) * kin


def _pairs(asked: Asked, tuning: Tuning) -> list[_Pair]:
    """Return each two different words that follow each other in the text, once."""
    pairs: dict[_Pair, None] = {}
    for (at, first), (after, second) in zip(asked.row, asked.row[1:], strict=False):
        apart = after - at
        known = asked.words[first].term >= 0 and asked.words[second].term >= 0
        if known and first != second and apart <= tuning.apart:
            pairs[_Pair(first, second, apart)] = None
    return list(pairs)


def _together(
    seen: _Seen, pair: _Pair, where: Mapping[int, NDArray[np.intp]], pieces: int
) -> Floats:
    """Return how often two words stand in each piece as far apart as in the text; ``where`` are the
    places of each word in what was seen.
    """
    first, second = where[pair.first], where[pair.second]
    if not len(first) or not len(second):
        return np.zeros(pieces, np.float32)
    wanted = seen.at[first] + pair.apart
    there = second[np.searchsorted(seen.at[second], wanted).clip(max=len(second) - 1)]
    # Places within a piece leap from one field to the next, so that no two fields make a pair.
    fits = (
        (seen.at[there] == wanted)
        & (seen.owner[there] == seen.owner[first])
        & (seen.within[there] - seen.within[first] == pair.apart)
    )
    counts = np.bincount(seen.owner[first[fits]], minlength=pieces)
    return counts.astype(np.float32)


def _once(asked: Asked, place: int) -> float:
    """Return the weight of a word for one time that it was written."""
    times = sum(1 for _, word in asked.row if word == place)
    return asked.words[place].weight / max(times, 1)
