"""The heaviest run of things that stand in order: what is out of order is most likely quoted."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Any


def longest(items: Sequence[tuple[Any, int]]) -> list[int]:
    """Return the places of the heaviest strictly ascending run among ``(key, weight)`` pairs.

    Keys of one list can be compared with one another. Takes n log n steps.
    """
    keys = sorted({key for key, _ in items})
    best: list[tuple[int, int]] = [(0, -1)] * (len(keys) + 1)  # weight and place, by rank
    came_from: list[int] = []
    for place, (key, weight) in enumerate(items):
        rank = bisect_left(keys, key) + 1
        total, before = _most(best, rank - 1)
        came_from.append(before)
        _raise(best, rank, (total + weight, place))
    _, place = _most(best, len(keys))
    run: list[int] = []
    while place >= 0:
        run.append(place)
        place = came_from[place]
    return run[::-1]


def _most(best: Sequence[tuple[int, int]], rank: int) -> tuple[int, int]:
    found = (0, -1)
    while rank:
        found = max(found, best[rank], key=lambda each: each[0])
        rank -= rank & -rank
    return found


def _raise(best: list[tuple[int, int]], rank: int, value: tuple[int, int]) -> None:
    while rank < len(best):
        if value[0] > best[rank][0]:
            best[rank] = value
        rank += rank & -rank
