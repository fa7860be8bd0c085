"""Offering what says the same only once."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from desktop.core.evidence import Passage, Snippet
from desktop.matching.offering.weighing import Weighed

# The share of words in common from which two texts say the same.
_ALIKE = 0.85
_ANY_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class _Words:
    """What is compared of a text. Two texts that differ in a number never say the same."""

    words: frozenset[str]
    numbers: frozenset[str]


def without_repetition(found: Iterable[Weighed]) -> list[Weighed]:
    """Return what was found but for that which says what an earlier one says."""
    kept: list[Weighed] = []
    known: list[_Words] = []
    for item in found:
        words = _words_of(item.candidate.piece)
        if not any(_alike(words, other) for other in known):
            kept.append(item)
            known.append(words)
    return kept


def says_the_same(text: str, piece: Snippet | Passage) -> bool:
    """Tell whether a piece says nearly what ``text`` says, and no more."""
    return _alike(_of(text), _words_of(piece))


def _words_of(piece: Snippet | Passage) -> _Words:
    return _of(piece.text if isinstance(piece, Passage) else f"{piece.claim} {piece.text}")


def _of(text: str) -> _Words:
    words = frozenset(_ANY_WORD.findall(text.casefold()))
    return _Words(words, frozenset(word for word in words if any(map(str.isdigit, word))))


def _alike(one: _Words, other: _Words) -> bool:
    """Tell whether two texts use nearly the same words and the same numbers."""
    small, large = sorted((len(one.words), len(other.words)))
    if small < _ALIKE * large or one.numbers != other.numbers:
        return False
    return len(one.words & other.words) >= _ALIKE * len(one.words | other.words)
