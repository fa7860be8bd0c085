"""What a person's earlier verdicts say of the pieces at a Question."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import IntEnum
from functools import lru_cache

from desktop.core.likeness import telling_words
from desktop.core.suggesting import Asked, Noted, Verdict

_FEWEST_WORDS = 2
# The share of the telling words of the question that has fewer, from which two ask the same.
_LIKE = 0.6
# A past response has fifty passages to a question: its words are told once.
_REMEMBERED = 2048


class Taught(IntEnum):
    """Where a piece has helped, as seen from a Question: the more, the nearer."""

    NOWHERE = 0
    AT_ONE_LIKE_IT = 1
    HERE = 2


@dataclass(frozen=True, slots=True)
class Lessons:
    """Which pieces have helped here or at a Question like this one, and which are put aside."""

    helped: dict[str, Taught] = field(default_factory=dict[str, Taught])
    aside: frozenset[str] = frozenset()

    def of(self, piece: str) -> Taught:
        """Return where a piece has helped."""
        return self.helped.get(piece, Taught.NOWHERE)


def lessons(asked: Asked) -> Lessons:
    """Return what the verdicts say at a Question.

    What was put aside here is aside, whatever it did elsewhere; what was put aside elsewhere is
    not.
    """
    here = [noted for noted in asked.verdicts if _is_here(noted, asked)]
    aside = frozenset(noted.piece for noted in here if noted.verdict is Verdict.NOT_HERE)
    helped = dict.fromkeys(_helped(_like(asked)), Taught.AT_ONE_LIKE_IT)
    helped |= dict.fromkeys(_helped(here), Taught.HERE)
    return Lessons({piece: how for piece, how in helped.items() if piece not in aside}, aside)


def asks_the_same(one: str, other: str) -> bool:
    """Tell whether two questions share most of their telling words."""
    words, others = _telling(one), _telling(other)
    shared = len(words & others)
    return shared >= _FEWEST_WORDS and shared >= _LIKE * min(len(words), len(others))


@lru_cache(maxsize=_REMEMBERED)
def _telling(text: str) -> frozenset[str]:
    return frozenset(telling_words(text))


def _is_here(noted: Noted, asked: Asked) -> bool:
    return noted.ref == asked.ref if asked.ref else noted.wording == asked.wording


def _like(asked: Asked) -> list[Noted]:
    """Return what helped at Questions in like words; each wording is compared once."""
    wordings = {noted.wording for noted in asked.verdicts if noted.verdict is Verdict.HELPED}
    like = {wording for wording in wordings if asks_the_same(wording, asked.wording)}
    return [noted for noted in asked.verdicts if noted.wording in like]


def _helped(noted: Iterable[Noted]) -> list[str]:
    return [item.piece for item in noted if item.verdict is Verdict.HELPED]
