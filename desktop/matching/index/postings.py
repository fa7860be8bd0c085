"""Where words stand: looked up in every part of an index, and put together."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from desktop.matching.index.arrays import Bytes, Ints, Longs, run_places
from desktop.matching.index.fields import FIELDS
from desktop.matching.index.lexicon import Lexicon
from desktop.matching.index.parts import Part, Parts
from desktop.matching.index.segment import Segment, cells

# So far apart are the words of two fields, that nothing reaches from one into the other.
FIELD_GAP = 100
# Where only so small a share went, they are taken out one by one, else all are looked at.
_FEW_GONE = 16


class Postings(NamedTuple):
    """The slots of the pieces that have a term in a field, ascending, and how often each does."""

    slots: Ints
    counts: Bytes | Ints


class Sequences(NamedTuple):
    """The words of several pieces in order: ``owner`` is the place of the piece among those that
    were asked for, ``at`` the place of the word in the piece.
    """

    owner: Ints
    terms: Ints
    at: Ints


_NOWHERE = Postings(np.zeros(0, np.int32), np.zeros(0, np.uint8))


def of_term(parts: Parts, term: int, field: int) -> Postings:
    """Return where one term stands; a count of 255 means that often or more."""
    key = term * FIELDS + field
    found: list[Postings] = []
    for part in parts:
        first, last = part.segment.run(key)
        if first < last:
            slots, counts = part.segment.slots[first:last], part.segment.counts[first:last]
            found.append(of_those_left(part, slots, counts))
    return together(found)


def together(found: Sequence[Postings]) -> Postings:
    """Put what was found in several parts together."""
    if len(found) == 1:
        return found[0]
    if not found:
        return _NOWHERE
    slots, counts = zip(*found, strict=True)
    return Postings(np.concatenate(slots), np.concatenate(counts))


def of_those_left(part: Part, places: Ints, counts: Bytes | Ints) -> Postings:
    """Return what was found in a segment as it is in the index: without pieces that went."""
    if part.alive is not None and part.gone is not None:
        if len(part.gone) * _FEW_GONE > len(places):
            left = part.alive[places]
        else:
            at = places.searchsorted(part.gone)
            left = np.ones(len(places), np.bool_)
            left[at[places.take(at, mode="clip") == part.gone]] = False
        places, counts = places[left], counts[left]
    return Postings(places + np.int32(part.first) if part.first else places, counts)


def of_any(parts: Parts, terms: Ints, field: int) -> Postings:
    """Return where any of several terms stands, each piece once, with the sum of the counts."""
    keys = np.unique(terms).astype(np.int64) * FIELDS + field
    found = [of_those_left(part, *_of_keys(part.segment, keys)) for part in parts]
    return together([item for item in found if len(item.slots)])


def sequences(parts: Parts, slots: Ints, fields: Sequence[int], lexicon: Lexicon) -> Sequences:
    """Return the words of these pieces in these fields, piece by piece in the order asked for."""
    term_of = lexicon.term_of
    found: list[Sequences] = []
    for part in parts:
        here = np.flatnonzero((slots >= part.first) & (slots < part.first + len(part.segment)))
        if not len(here):
            continue
        starts, lengths = cells(part.segment, slots[here].astype(np.int64) - part.first, fields)
        words = part.segment.words[run_places(starts, lengths)]
        by_piece = lengths.reshape(len(here), len(fields))
        before = np.cumsum(by_piece, axis=1) - by_piece + np.arange(len(fields)) * FIELD_GAP
        owner = np.repeat(here, by_piece.sum(axis=1))
        at = run_places(before.ravel(), lengths)
        found.append(Sequences(owner.astype(np.int32), term_of[words], at.astype(np.int32)))
    if len(found) == 1:
        return found[0]
    if not found:
        return Sequences(*(np.zeros(0, np.int32),) * 3)
    owner, terms, at = (np.concatenate(columns) for columns in zip(*found, strict=True))
    order = np.argsort(owner, kind="stable")
    return Sequences(owner[order], terms[order], at[order])


def places_of(slots: Sequence[Longs]) -> Ints:
    """Put slots found in several parts together."""
    return np.concatenate([np.zeros(0, np.int64), *slots]).astype(np.int32)


def _of_keys(segment: Segment, keys: Longs) -> tuple[Ints, Ints]:
    """Return where any of these keys stands in a segment: places once each, and summed counts."""
    runs = [run for key in keys.tolist() if (run := segment.run(key))[1]]
    if not runs:
        return _NOWHERE.slots, _NOWHERE.slots
    if len(runs) == 1:
        return segment.slots[slice(*runs[0])], segment.counts[slice(*runs[0])].astype(np.int32)
    places = np.concatenate([segment.slots[first:last] for first, last in runs])
    counts = np.concatenate([segment.counts[first:last] for first, last in runs])
    sums = np.bincount(places, counts, len(segment)).astype(np.int32)
    found = np.flatnonzero(sums > 0)
    return found.astype(np.int32), sums[found]
