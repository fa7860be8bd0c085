"""The parts of an index: a large segment and small ones, with masks of what went."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from desktop.matching.index.arrays import Bools, Longs
from desktop.matching.index.lexicon import Lexicon
from desktop.matching.index.segment import Segment, merged

# Segments that together have no more pieces than this are made one at once: it takes a moment.
_AT_ONCE = 400
# An index is untidy with more parts than this, or with this share of its slots vacant.
_MOST_PARTS = 6
_VACANT = 4
_FEW = 1000


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """A segment whose pieces have the slots from ``first`` on; ``alive`` masks those that are left,
    None = all, and ``gone`` holds the places of the others.
    """

    segment: Segment
    first: int = 0
    alive: Bools | None = None
    gone: Longs | None = None

    @property
    def left(self) -> int:
        """How many pieces are left."""
        return len(self.segment) - (0 if self.gone is None else len(self.gone))

    def without(self, places: Longs) -> Part:
        """Return the part without these pieces."""
        alive = np.ones(len(self.segment), np.bool_) if self.alive is None else self.alive.copy()
        alive[places] = False
        return replace(self, alive=alive, gone=np.flatnonzero(~alive))


Parts = tuple[Part, ...]


def arranged(parts: Iterable[Part], lexicon: Lexicon) -> Parts:
    """Number the slots of parts, those without a piece left out and the last small ones made one.

    Segments double in size from the last to the first, so that many edits make few segments.
    """
    left = [part for part in parts if part.left]
    while len(left) > 1:
        small, last = left[-2:]
        both = len(small.segment) + len(last.segment)
        if both > _AT_ONCE or len(small.segment) > 2 * len(last.segment):
            break
        left[-2:] = [_one([small, last], lexicon)]
    return _numbered(left)


def is_untidy(parts: Parts) -> bool:
    """Tell whether making fewer parts of these is worth a second of work."""
    slots = sum(len(part.segment) for part in parts)
    vacant = slots - sum(part.left for part in parts)
    return len(parts) > _MOST_PARTS or (slots > _FEW and vacant * _VACANT > slots)


def tidied(parts: Parts, lexicon: Lexicon, *, whole: bool) -> Parts:
    """Return one part in the place of the small ones; ``whole`` = of all of them."""
    if not parts or (len(parts) == 1 and parts[0].alive is None):
        return parts
    largest, *small = sorted(parts, key=lambda part: len(part.segment), reverse=True)
    # It is made anew only if that is worth it: a third of it, or many vacant slots.
    vacant = len(largest.segment) - largest.left
    added = sum(len(part.segment) for part in small)
    if whole or vacant * _VACANT > len(largest.segment) or 3 * added > len(largest.segment):
        return _numbered([_one(parts, lexicon)])
    return _numbered([largest, _one(small, lexicon)]) if small else parts


def _one(parts: Sequence[Part], lexicon: Lexicon) -> Part:
    return Part(merged([(part.segment, part.alive) for part in parts], lexicon))


def _numbered(parts: Iterable[Part]) -> Parts:
    numbered: list[Part] = []
    first = 0
    for part in parts:
        numbered.append(replace(part, first=first))
        first += len(part.segment)
    return tuple(numbered)
