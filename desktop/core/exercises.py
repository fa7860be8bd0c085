"""The exercises that need no checks: what is right in what was marked, what is lost of a budget."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from desktop.core.course import Budget, Marked, PartKind, Share, Spot

# So much of a stretch must be shared for it to be the same: a full stop more or less is no mistake.
_SAME = 0.5


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a text that a learner marked: characters ``start`` to ``end``."""

    start: int
    end: int
    part: PartKind


@dataclass(frozen=True, slots=True)
class Compared:
    """What a learner marked beside the key: each stretch that is ``right`` with what the key says
    of it, what was ``missed``, what is ``wrong``; of a wrong one, what the key has there instead
    (None = nothing).
    """

    right: tuple[tuple[Mark, Marked], ...]
    missed: tuple[Marked, ...]
    wrong: tuple[tuple[Mark, Marked | None], ...]


def marks_of(said: object) -> tuple[Mark, ...]:
    """Return marks as they are kept, ``[[start, end, part], ...]``; what is no mark is left out."""
    if not isinstance(said, Sequence) or isinstance(said, str):
        return ()
    found: list[Mark] = []
    for each in cast("Sequence[object]", said):
        match each:
            case [int(start), int(end), str(part)] if part in list(PartKind) and 0 <= start < end:
                found.append(Mark(start, end, PartKind(part)))
            case _:
                pass
    return tuple(found)


def compare_marks(spot: Spot, marks: Iterable[Mark]) -> Compared:
    """Return what is right in what a learner marked. A stretch is right if it shares half of the
    characters of both with one of the key that is the same part; each of the key counts once.
    """
    left = list(spot.key)
    right: list[tuple[Mark, Marked]] = []
    rest: list[Mark] = []
    for mark in marks:
        fitting = [each for each in left if each.part is mark.part and _same(spot, mark, each)]
        if fitting:
            best = max(fitting, key=lambda each: _shared(mark, place_of(spot, each)))
            left.remove(best)
            right.append((mark, best))
        else:
            rest.append(mark)
    return Compared(tuple(right), tuple(left), tuple((mark, _there(spot, mark)) for mark in rest))


def place_of(spot: Spot, marked: Marked) -> tuple[int, int]:
    """Return where the words of a key stand in the text."""
    start = max(0, spot.text.find(marked.at))
    return start, start + len(marked.at)


def _there(spot: Spot, mark: Mark) -> Marked | None:
    near = max(spot.key, key=lambda each: _shared(mark, place_of(spot, each)), default=None)
    return near if near and _shared(mark, place_of(spot, near)) else None


def _same(spot: Spot, mark: Mark, marked: Marked) -> bool:
    start, end = place_of(spot, marked)
    shared = _shared(mark, (start, end))
    return shared > 0 and shared >= _SAME * max(mark.end - mark.start, end - start)


def _shared(mark: Mark, place: tuple[int, int]) -> int:
    start, end = place
    return max(0, min(mark.end, end) - max(mark.start, start))


@dataclass(frozen=True, slots=True)
class Shared:
    """What a learner gave one Question, and whether something is ``lost`` of it."""

    share: Share
    words: int

    @property
    def is_lost(self) -> bool:
        """Whether it has less than it needs."""
        return self.words < self.share.least


@dataclass(frozen=True, slots=True)
class Sharing:
    """Words shared out among Questions; ``left`` of them are still to give (too many: under 0)."""

    shares: tuple[Shared, ...]
    left: int

    @property
    def lost(self) -> tuple[Shared, ...]:
        """What has less than it needs."""
        return tuple(each for each in self.shares if each.is_lost)


def shared_out(budget: Budget, words: Mapping[str, object]) -> Sharing:
    """Return what becomes of a budget: of ``words`` by Question number, what is no number of words
    counts as none.
    """
    shares = tuple(Shared(share, _number(words.get(share.question, 0))) for share in budget.shares)
    return Sharing(shares, budget.words - sum(each.words for each in shares))


def _number(value: object) -> int:
    whole = isinstance(value, int) and not isinstance(value, bool)
    return max(0, value) if whole and isinstance(value, int) else 0
