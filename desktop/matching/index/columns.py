"""What an index knows of each piece besides its words: one array for each fact."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from zlib import crc32

import numpy as np

from desktop.core.search import Entry
from desktop.matching.index.arrays import Bools, Ints, Longs, Marks
from desktop.matching.index.names import Names


@dataclass(frozen=True, slots=True, eq=False)
class Columns:
    """Facts of n pieces: arrays of n, but for ``refs`` and ``pairs``.

    ``source``, ``document``, ``likeness`` and ``kind`` are numbers of names, -1 for "". ``date`` is
    20190304, or 20190300 or 20190000 where less is known, or 0. ``mark`` is the same for the same
    id wherever and whenever it is indexed. ``refs`` (references of Questions) and ``pairs``
    (acronyms with their long forms) are two rows: the place of a piece, and the number of what it
    has.
    """

    ids: list[str]
    source: Ints
    document: Ints
    likeness: Ints
    kind: Ints
    position: Ints
    date: Ints
    own: Bools
    mark: Marks
    refs: Ints
    pairs: Ints

    def only(self, kept: Longs) -> Columns:
        """Return the facts of these pieces alone, ``kept`` being their places in order."""
        place = np.full(len(self.ids), -1, np.int32)
        place[kept] = np.arange(len(kept), dtype=np.int32)
        return Columns(
            [self.ids[at] for at in kept.tolist()],
            self.source[kept],
            self.document[kept],
            self.likeness[kept],
            self.kind[kept],
            self.position[kept],
            self.date[kept],
            self.own[kept],
            self.mark[kept],
            _moved(self.refs, place),
            _moved(self.pairs, place),
        )


def joined(parts: Sequence[Columns]) -> Columns:
    """Return the facts of the pieces of all parts, one part after another."""
    firsts = np.cumsum([0, *(len(part.ids) for part in parts[:-1])], dtype=np.int32)
    return Columns(
        [id for part in parts for id in part.ids],
        np.concatenate([part.source for part in parts]),
        np.concatenate([part.document for part in parts]),
        np.concatenate([part.likeness for part in parts]),
        np.concatenate([part.kind for part in parts]),
        np.concatenate([part.position for part in parts]),
        np.concatenate([part.date for part in parts]),
        np.concatenate([part.own for part in parts]),
        np.concatenate([part.mark for part in parts]),
        _shifted([part.refs for part in parts], firsts),
        _shifted([part.pairs for part in parts], firsts),
    )


class Gathering:
    """Collects the facts of one Entry after another."""

    def __init__(self, names: Names[str]) -> None:
        self._names = names
        self._ids: list[str] = []
        # Not a list of rows: to make an array of that holds the window for a quarter of a second.
        self._rows = array("q")
        self._refs: list[tuple[int, int]] = []
        self._pairs: list[tuple[int, int]] = []

    def add(self, entry: Entry, pairs: Sequence[int]) -> None:
        """Take the facts of one more piece; ``pairs`` are the acronyms that its text explains."""
        place, name = len(self._ids), self._name
        self._ids.append(entry.id)
        self._rows.extend(
            (
                name(entry.source),
                name(entry.document),
                name(entry.likeness),
                name(entry.kind),
                entry.position,
                day_number(entry.date),
                entry.own,
                crc32(entry.id.encode("utf-8", "surrogatepass")),
            )
        )
        self._refs.extend((place, self._names.number(ref)) for ref in set(entry.questions))
        self._pairs.extend((place, pair) for pair in pairs)

    def columns(self) -> Columns:
        """Return the facts of all that were added."""
        rows = np.array(self._rows, np.int64).reshape(len(self._ids), 8)
        numbers = rows.astype(np.int32)
        source, document, likeness, kind, position, date = (
            np.ascontiguousarray(numbers[:, at]) for at in range(6)
        )
        return Columns(
            self._ids,
            source,
            document,
            likeness,
            kind,
            position,
            date,
            rows[:, 6].astype(np.bool_),
            rows[:, 7].astype(np.uint32),
            _two_rows(self._refs),
            _two_rows(self._pairs),
        )

    def _name(self, name: str) -> int:
        return self._names.number(name) if name else -1


def day_number(date: str) -> int:
    """Return YYYY-MM-DD as the number YYYYMMDD, 00 for what is missing; 0 for no date."""
    digits = date.replace("-", "").ljust(8, "0")[:8]
    return int(digits) if digits.isascii() and digits.isdigit() else 0


def _two_rows(pairs: list[tuple[int, int]]) -> Ints:
    return np.ascontiguousarray(np.array(pairs, np.int32).reshape(len(pairs), 2).T)


def _moved(pairs: Ints, place: Ints) -> Ints:
    moved = np.stack((place[pairs[0]], pairs[1]))
    return np.ascontiguousarray(moved[:, moved[0] >= 0])


def _shifted(parts: Sequence[Ints], firsts: Ints) -> Ints:
    shifted = [
        np.stack((part[0] + first, part[1])) for part, first in zip(parts, firsts, strict=True)
    ]
    return np.concatenate(shifted, axis=1).astype(np.int32, copy=False)
