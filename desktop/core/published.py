"""Submissions that were published before, as what tells their words again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from zlib import crc32

from desktop.core.runs import word_runs

_RUN = 8  # words: shorter runs are phrases of the trade
_FEWEST = 12  # runs: a shorter paragraph may be alike by chance
MOST_SHARED = 0.6


@dataclass(frozen=True, slots=True, eq=False)
class Published:
    """One such submission: its ``title``, and a number for each run of eight words."""

    title: str
    runs: frozenset[int]


def published(title: str, texts: Iterable[str]) -> Published:
    """Return a submission as what its words are told by."""
    return Published(title, frozenset(number for text in texts for number in _numbers(text)))


@lru_cache(maxsize=2048)
def runs_of(text: str) -> frozenset[int]:
    """Return the numbers of the runs of a paragraph; none if it is too short to tell."""
    numbers = _numbers(text)
    return numbers if len(numbers) >= _FEWEST else frozenset()


def _numbers(text: str) -> frozenset[int]:
    return frozenset(crc32(" ".join(run).encode()) for run in word_runs(text, _RUN))
