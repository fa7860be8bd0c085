"""Offering what says the same only once."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from desktop.core.evidence import Passage, Snippet
from desktop.matching.offering.weighing import Weighed

# The share of words in common from which two texts say the same.
_ALIKE = 0.85
_ANY_WORD = re.compile(r"\w+")
# While somebody types the same pieces come again and again.
_REMEMBERED = 1024


@dataclass(frozen=True, slots=True)
class _Words:
    """What is compared of a text. Two texts that differ in a number never say the same."""

    words: frozenset[str]
    numbers: frozenset[str]


def without_repetition(found: Iterable[Weighed], limit: int) -> list[Weighed]:
    """Return the first ``limit`` of what was found but for that which says what an earlier one
    says.
    """
    kept: list[Weighed] = []
    # Texts with other numbers are never compared: most of the work is saved.
    known: defaultdict[frozenset[str], list[_Words]] = defaultdict(list)
    for item in found:
        if len(kept) == limit:
            break
        words = _words_of(item.candidate.piece)
        others = known[words.numbers]
        if not any(_alike(words, other) for other in others):
            kept.append(item)
            others.append(words)
    return kept


def says_the_same(text: str, piece: Snippet | Passage) -> bool:
    """Tell whether a piece says nearly what ``text`` says, and no more."""
    return _alike(_of(text), _words_of(piece))


def _words_of(piece: Snippet | Passage) -> _Words:
    return _of(piece.text if isinstance(piece, Passage) else f"{piece.claim} {piece.text}")


@lru_cache(maxsize=_REMEMBERED)
def _of(text: str) -> _Words:
    words = frozenset(_ANY_WORD.findall(text.casefold()))
    return _Words(words, frozenset(word for word in words if word[0].isdigit()))


def _alike(one: _Words, other: _Words) -> bool:
    """Tell whether two texts use nearly the same words and the same numbers."""
    count, other_count = len(one.words), len(other.words)
    if count < _ALIKE * other_count or other_count < _ALIKE * count:
        return False
    both = len(one.words & other.words)
    return one.numbers == other.numbers and both >= _ALIKE * (count + other_count - both)
