"""How often words occur in all pieces: kept exact through every change."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from operator import add, sub
from typing import Any

import numpy as np
from numpy.typing import NDArray

from desktop.matching.index.arrays import Ints, Longs, run_places, run_starts
from desktop.matching.index.fields import CONTENT, FIELDS
from desktop.matching.index.lexicon import Lexicon
from desktop.matching.index.segment import Segment, cells


@dataclass(frozen=True, slots=True, eq=False)
class Tally:
    """What is counted over some pieces.

    By term: ``df`` (pieces that have it in a content field), ``df_all`` (in any field) and ``cf``
    (how often it occurs in content fields). By written word: ``written``, how often it occurs. By
    field: ``totals`` (words) and ``filled`` (pieces where it is not empty).
    """

    df: Ints
    df_all: Ints
    cf: Longs
    written: Longs
    totals: Longs
    filled: Longs

    def plus(self, other: Tally) -> Tally:
        """Return the counts over the pieces of both."""
        return self._with(other, add)

    def minus(self, other: Tally) -> Tally:
        """Return the counts without the pieces of the other."""
        return self._with(other, sub)

    def _with(self, other: Tally, how: Callable[[Any, Any], Any]) -> Tally:
        both = partial(_padded, how=how)
        return Tally(
            both(self.df, other.df),
            both(self.df_all, other.df_all),
            both(self.cf, other.cf),
            both(self.written, other.written),
            how(self.totals, other.totals),
            how(self.filled, other.filled),
        )


def nothing() -> Tally:
    """Return the counts over no pieces."""
    ints, longs, fields = np.zeros(0, np.int32), np.zeros(0, np.int64), np.zeros(FIELDS, np.int64)
    return Tally(ints, ints, longs, longs, fields, fields)


def tally(segment: Segment, places: Longs, lexicon: Lexicon) -> Tally:
    """Count over these pieces of a segment."""
    starts, lengths = cells(segment, places, range(FIELDS))
    words = segment.words[run_places(starts, lengths)]
    term_of = lexicon.term_of
    terms, size = term_of[words].astype(np.int64), len(lexicon.terms)
    inside = np.tile(np.arange(FIELDS) < len(CONTENT), len(places))
    of_content = np.repeat(inside, lengths)
    owner = np.repeat(np.repeat(np.arange(len(places)), FIELDS), lengths)
    # Of the places where a piece has a term, one in a content field comes first.
    order = ((owner * size + terms) << 1) | ~of_content
    order.sort()
    first = order[run_starts(order >> 1)]
    each = (first >> 1) % max(size, 1)
    by_field = lengths.reshape(len(places), FIELDS)
    return Tally(
        np.bincount(each[first & 1 == 0], minlength=size).astype(np.int32),
        np.bincount(each, minlength=size).astype(np.int32),
        np.bincount(terms[of_content], minlength=size),
        np.bincount(words, minlength=len(term_of)),
        by_field.sum(axis=0),
        (by_field > 0).sum(axis=0),
    )


def _padded(one: NDArray[Any], other: NDArray[Any], how: Callable[[Any, Any], Any]) -> NDArray[Any]:
    longest = max(len(one), len(other))
    out = np.zeros(longest, one.dtype)
    out[: len(one)] = one
    out[: len(other)] = how(out[: len(other)], other)
    return out
