"""Which piece goes into which part of which answer: each where it suits best, none twice."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from desktop.core import near
from desktop.core.drafting import AnswerPlan, Candidate, Missing, Placed, Room
from desktop.core.evidence import Purpose

# More than one piece of evidence only while a third of the answer stays free for one's own words.
_FREE = 1 / 3
_MOST_EVIDENCE = 3
# Where there is little room, what an answer can least do without comes first.
_NEEDED_FIRST = (
    Purpose.CLAIM,
    Purpose.EVIDENCE,
    Purpose.RECOMMENDATION,
    Purpose.EXAMPLE,
    Purpose.COUNTER_ARGUMENT,
)


def plan(
    opened: Sequence[AnswerPlan],
    offered: Mapping[str, Sequence[Candidate]],
    words_left: int | None,
) -> tuple[AnswerPlan, ...]:
    """Fill the answers with the Candidates ``offered`` for each Question number, best first.

    A piece goes to the Question it suits best, and nothing that is nearly the same goes in twice.
    ``words_left`` is what the whole submission may still take (None = no limit).
    """
    filling = _Filling(opened, offered, words_left)
    for part in _NEEDED_FIRST:
        filling.give_each_one(part)
    for _ in range(_MOST_EVIDENCE - 1):
        filling.give_each_one(Purpose.EVIDENCE, free=_FREE)
    return tuple(map(filling.planned, opened))


class _Filling:
    """The answers while they are being filled."""

    def __init__(
        self,
        opened: Sequence[AnswerPlan],
        offered: Mapping[str, Sequence[Candidate]],
        words_left: int | None,
    ) -> None:
        self._rooms = {p.question.number: p.room for p in opened if p.untouched is None}
        self._offered = offered
        self._placed: dict[str, list[Placed]] = {number: [] for number in self._rooms}
        self._left = words_left
        self._used: set[str] = set()
        self._texts = _Texts()

    def give_each_one(self, part: Purpose, *, free: float = 0) -> None:
        """Give each answer one piece for a part, if there is one that fits and leaves this share of
        the room free.
        """
        given: set[str] = set()
        for number, candidate in self._in_order(part):
            if number not in given and self._is_new(candidate):
                placed = Placed(part, candidate)
                if self._fits(number, placed, free):
                    given.add(number)
                    self._put(number, placed)

    def planned(self, opened: AnswerPlan) -> AnswerPlan:
        """Return the plan of one answer."""
        if opened.untouched is not None:
            return opened
        number = opened.question.number
        placed = sorted(self._placed[number], key=lambda item: _ORDER[item.part])
        has = {item.part for item in placed}
        missing = {part: self._why_not(number, part) for part in Purpose if part not in has}
        return replace(opened, placed=tuple(placed), missing=missing)

    def _in_order(self, part: Purpose) -> list[tuple[str, Candidate]]:
        """Return who could get what, best match first: what serves another part as well is kept
        for that, and another Source than there is already comes before more of the same.
        """
        found: list[tuple[bool, bool, int, int, str, Candidate]] = []
        for place, number in enumerate(self._rooms):
            sources = {item.candidate.source for item in self._placed[number]}
            for rank, candidate in enumerate(self._offered.get(number, ())):
                if part in candidate.parts:
                    wanted_elsewhere = part is Purpose.EVIDENCE and len(candidate.parts) > 1
                    again = candidate.source in sources
                    found.append((wanted_elsewhere, again, rank, place, number, candidate))
        return [(number, item) for *_, number, item in sorted(found, key=lambda one: one[:4])]

    def _is_new(self, candidate: Candidate) -> bool:
        return candidate.id not in self._used and not self._texts.has(candidate)

    def _fits(self, number: str, placed: Placed, free: float) -> bool:
        room, length = self._rooms[number], placed.length
        if self._left is not None and length.words > self._left:
            return False
        total = sum((item.length for item in self._placed[number]), length)
        return _with_free(room, free).fits(total)

    def _put(self, number: str, placed: Placed) -> None:
        self._placed[number].append(placed)
        self._used.add(placed.candidate.id)
        self._texts.add(placed.candidate)
        if self._left is not None:
            self._left -= placed.length.words

    def _why_not(self, number: str, part: Purpose) -> Missing:
        offered = self._offered.get(number, ())
        some = any(part in item.parts and self._is_new(item) for item in offered)
        return Missing.NO_ROOM if some else Missing.NOT_FOUND


class _Texts:
    """What has been put in, to tell what is nearly the same; each text is looked at once."""

    def __init__(self) -> None:
        self._signatures: dict[str, str] = {}
        self._by_band: dict[str, list[str]] = {}

    def add(self, candidate: Candidate) -> None:
        """Take note of a text."""
        signature = self._signature(candidate)
        for band in near.bands(signature):
            self._by_band.setdefault(band, []).append(signature)

    def has(self, candidate: Candidate) -> bool:
        """Tell whether nearly the same has been put in."""
        signature = self._signature(candidate)
        others = {o for band in near.bands(signature) for o in self._by_band.get(band, ())}
        return any(near.same(signature, other) for other in others)

    def _signature(self, candidate: Candidate) -> str:
        if candidate.id not in self._signatures:
            self._signatures[candidate.id] = near.signature(candidate.text)
        return self._signatures[candidate.id]


_ORDER = {part: place for place, part in enumerate(Purpose)}


def _with_free(room: Room, free: float) -> Room:
    if not free:
        return room
    words = None if room.words is None else int(room.words * (1 - free))
    characters = None if room.characters is None else int(room.characters * (1 - free))
    return Room(words, characters)
