"""Rows of words: where terms follow one another."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from desktop.matching.index.arrays import Ints, run_places
from desktop.matching.index.fields import FIELDS
from desktop.matching.index.lexicon import Lexicon
from desktop.matching.index.parts import Parts
from desktop.matching.index.postings import Postings, of_those_left, together
from desktop.matching.index.segment import Segment, cells

# What was found out about so many rows of words is kept with a segment.
_KEPT = 500


def of_phrase(parts: Parts, terms: Sequence[int], field: int, lexicon: Lexicon) -> Postings:
    """Return where these terms, one or more, follow one another, and how often."""
    found = [of_those_left(part, *_kept(part.segment, terms, field, lexicon)) for part in parts]
    return together([item for item in found if len(item.slots)])


def _kept(
    segment: Segment, terms: Sequence[int], field: int, lexicon: Lexicon
) -> tuple[Ints, Ints]:
    """Look the row up among those already known: in a large library it takes a while to find."""
    key = (field, *terms)
    known = segment.phrases.get(key)
    if known is None:
        if len(segment.phrases) >= _KEPT:
            segment.phrases.clear()
        known = segment.phrases[key] = _found(segment, terms, field, lexicon)
    return known


def _found(
    segment: Segment, terms: Sequence[int], field: int, lexicon: Lexicon
) -> tuple[Ints, Ints]:
    having = _having_all(segment, terms, field)
    starts, lengths = cells(segment, having.astype(np.int64), (field,))
    words = lexicon.term_of[segment.words[run_places(starts, lengths)]]
    owner = np.repeat(np.arange(len(having)), lengths)
    last = len(terms) - 1
    begins = np.ones(max(len(words) - last, 0), np.bool_)
    for step, term in enumerate(terms):
        begins &= words[step : step + len(begins)] == term
    begins &= owner[: len(begins)] == owner[last : last + len(begins)]
    counts = np.bincount(owner[: len(begins)][begins], minlength=len(having))
    return having[counts > 0], counts[counts > 0].astype(np.int32)


def _having_all(segment: Segment, terms: Sequence[int], field: int) -> Ints:
    """Return the places of the pieces that have all of the terms in the field."""
    runs = [segment.run(term * FIELDS + field) for term in set(terms)]
    runs.sort(key=lambda run: run[1] - run[0])
    having = segment.slots[slice(*runs[0])]
    for first, last in runs[1:]:
        member = np.zeros(len(segment), np.bool_)
        member[segment.slots[first:last]] = True
        having = having[member[having]]
    return having
