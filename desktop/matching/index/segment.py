"""A part of an index: some pieces, their words in order, and where each word stands."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from desktop.core.search import Entry
from desktop.matching.index.acronyms import explained
from desktop.matching.index.arrays import Bools, Bytes, Ints, Longs, frozen, run_places, run_starts
from desktop.matching.index.columns import Columns, Gathering, joined
from desktop.matching.index.fields import FIELDS, texts
from desktop.matching.index.lexicon import Lexicon

# More often than this a word counts as no more often.
_MOST = 255
# From here on a table for looking keys up takes less room than a dictionary.
_FEW_KEYS = 20_000


class Runs:
    """Finds the place of a key: by a table for many keys, in a dictionary for few."""

    def __init__(self, keys: Longs) -> None:
        self._few: dict[int, int] | None = None
        if len(keys) <= _FEW_KEYS:
            self._few = {key: place for place, key in enumerate(keys.tolist())}
            self._table = np.zeros(0, np.int32)
        else:
            self._table = np.full(int(keys[-1]) + 1, -1, np.int32)
            self._table[keys] = np.arange(len(keys), dtype=np.int32)

    def place(self, key: int) -> int:
        """Return the place of a key, -1 if it is not there."""
        if self._few is not None:
            return self._few.get(key, -1)
        return self._table.item(key) if key < len(self._table) else -1


@dataclass(frozen=True, slots=True, eq=False)
class Segment:
    """Pieces that were indexed together; never changed.

    The words of piece ``p`` in field ``f`` are ``words[bounds[c] : bounds[c + 1]]`` with ``c = p *
    FIELDS + f``, as numbers of written words; ``lengths``, int32[FIELDS, pieces], says how many.
    For a term and a field, ``keys`` holds ``k = term * FIELDS + field`` in order; at the same place
    ``starts`` tells which run of ``slots`` (places of pieces, ascending) and ``counts`` (how often)
    is theirs. ``places`` gives the place of an id, ``runs`` the place of a key. ``phrases`` keeps
    what was found out about rows of words, by field and terms.
    """

    columns: Columns
    words: Ints
    bounds: Longs
    keys: Longs
    starts: Longs
    slots: Ints
    counts: Bytes
    lengths: Ints
    places: dict[str, int]
    runs: Runs
    phrases: dict[tuple[int, ...], tuple[Ints, Ints]]

    def __post_init__(self) -> None:
        """Protect what is handed out."""
        for shared in (self.words, self.slots, self.counts):
            frozen(shared)

    def __len__(self) -> int:
        return len(self.columns.ids)

    def run(self, key: int) -> tuple[int, int]:
        """Return from where to where in ``slots`` and ``counts`` the run of a key reaches."""
        at = self.runs.place(key)
        return (self.starts.item(at), self.starts.item(at + 1)) if at >= 0 else (0, 0)


def gathered(entries: Iterable[Entry], lexicon: Lexicon) -> Segment:
    """Index these entries, no id of which is there twice."""
    gathering = Gathering(lexicon.names)
    flat = array("i")
    bounds = array("q", (0,))
    # What stands in a hundred passages of one source is taken apart once.
    again: dict[str, list[int]] = {"": []}
    for entry in entries:
        claim, text, *others = texts(entry)
        for body in (claim, text):
            flat.extend(lexicon.numbers(body) if body else ())
            bounds.append(len(flat))
        for body in others:
            numbers = again.get(body)
            if numbers is None:
                numbers = again[body] = lexicon.numbers(body)
            flat.extend(numbers)
            bounds.append(len(flat))
        gathering.add(entry, _pairs(f"{claim}\n{text}", lexicon))
    words = np.frombuffer(flat, np.int32) if flat else np.zeros(0, np.int32)
    return _segment(gathering.columns(), words, np.frombuffer(bounds, np.int64), lexicon)


def merged(parts: Sequence[tuple[Segment, Bools | None]], lexicon: Lexicon) -> Segment:
    """Make one segment of several, without the pieces that went: of each the mask of those that are
    left (None = all) is given.
    """
    columns: list[Columns] = []
    words: list[Ints] = []
    lengths: list[Longs] = []
    for segment, alive in parts:
        if alive is None:
            columns.append(segment.columns)
            words.append(segment.words)
            lengths.append(np.diff(segment.bounds))
        else:
            kept = np.flatnonzero(alive)
            starts, long = cells(segment, kept, range(FIELDS))
            columns.append(segment.columns.only(kept))
            words.append(segment.words[run_places(starts, long)])
            lengths.append(long)
    bounds = np.concatenate((np.zeros(1, np.int64), np.cumsum(np.concatenate(lengths))))
    return _segment(joined(columns), np.concatenate(words), bounds, lexicon)


def restored(
    columns: Columns,
    words: Ints,
    bounds: Longs,
    keys: Longs,
    starts: Longs,
    slots: Ints,
    counts: Bytes,
) -> Segment:
    """Make a segment of arrays that were saved."""
    lengths = np.diff(bounds).astype(np.int32).reshape(len(columns.ids), FIELDS)
    places = {id: place for place, id in enumerate(columns.ids)}
    return Segment(
        columns,
        words,
        bounds,
        keys,
        starts,
        slots,
        counts,
        np.ascontiguousarray(lengths.T),
        places,
        Runs(keys),
        {},
    )


def cells(segment: Segment, places: Longs, fields: Sequence[int]) -> tuple[Longs, Longs]:
    """Return where the words of these pieces in these fields begin, and how many they are: piece by
    piece, and of each piece field by field.
    """
    chosen = (places[:, None] * FIELDS + np.array(fields, np.int64)).ravel()
    starts = segment.bounds[chosen]
    return starts, segment.bounds[chosen + 1] - starts


def _segment(columns: Columns, words: Ints, bounds: Longs, lexicon: Lexicon) -> Segment:
    """Derive from the words of each piece where each word stands."""
    pieces = len(columns.ids)
    lengths = np.diff(bounds)
    bits = max(pieces, 1).bit_length()
    cell = np.arange(pieces * FIELDS, dtype=np.int64)
    # Field and piece of each word, then in front of them its term: sorted, equal ones are together.
    order = np.repeat(((cell % FIELDS) << bits) | (cell // FIELDS), lengths)
    order += (lexicon.term_of[words].astype(np.int64) * FIELDS) << bits
    order.sort()
    first = run_starts(order)
    counts = np.diff(first, append=len(order))
    order = order[first]
    slots = (order & ((1 << bits) - 1)).astype(np.int32)
    order >>= bits
    starts = run_starts(order)
    return restored(
        columns,
        words,
        bounds,
        order[starts],
        np.append(starts, len(slots)),
        slots,
        np.minimum(counts, _MOST).astype(np.uint8),
    )


def _pairs(text: str, lexicon: Lexicon) -> list[int]:
    """Return the numbers of the acronyms with long forms that a text explains, each once."""
    found: dict[int, None] = {}
    for short, long in explained(text):
        terms = lexicon.terms_in(f"{short} {long}")
        if len(terms) > 2:
            found[lexicon.pairs.number(tuple(terms))] = None
    return list(found)
