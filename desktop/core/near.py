"""Texts that are nearly the same: a short signature of each, and groups of many.

A signature is a string of letters and digits that a store can keep in a column. It is made of the
words of a text alone, pair by pair, so that case, punctuation and spacing never matter; the numbers
in a text are kept apart, so that a text with another figure is near-identical and yet can be told.

How it works: each pair of neighbouring words falls by its hash into one of 48 bins, and each bin
keeps its least hash; an empty bin borrows from another. Two texts that share most of their pairs
share most of their bins. Three bins make a band: texts that share a band are compared, all others
never meet.
"""

from __future__ import annotations

import re
from base64 import urlsafe_b64encode
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise
from zlib import crc32

from desktop.core.number_words import NUMBER_WORDS

BINS = 48
NEAR = 0.55
_BAND = 3
_CHARACTERS = 4  # of one bin in a signature
_BITS = 24
_LENGTH = BINS * _CHARACTERS
_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W_]+")
_NUMBER = "0"
_COUNTING = NUMBER_WORDS - {"one"}  # which is more often no number
_NONE = "-" * _LENGTH  # of a text without words
_MIXED = 0x9E3779B97F4A7C15  # the golden ratio in 64 bits: spreads hashes that lie close together
_MASK = (1 << 64) - 1


def signature(text: str) -> str:
    """Return the signature of a text: the same for texts that differ in case or punctuation only.

    A text without words has a signature too, and is like no other text.
    """
    words, numbers = _normal(text)
    least: dict[int, int] = {}
    for one, two in pairwise(words) if len(words) > 1 else [(word, word) for word in words]:
        mixed = ((_hash(one) * 31 + _hash(two)) * _MIXED) & _MASK
        place, value = (mixed >> 48) % BINS, (mixed >> 8) & 0xFFFFFF
        if value < least.get(place, 1 << _BITS):
            least[place] = value
    figures = _letters([crc32(" ".join(sorted(numbers)).encode()) & 0xFFFFFF])
    return (_letters(_filled(least)) if least else _NONE) + figures


def likeness(one: str, other: str) -> float:
    """Return by their signatures how alike two texts are: the share of word pairs in common."""
    if one.startswith(_NONE):
        return 0.0
    places = range(0, _LENGTH, _CHARACTERS)
    alike = sum(one[at : at + _CHARACTERS] == other[at : at + _CHARACTERS] for at in places)
    return alike / BINS


def same(one: str, other: str) -> bool:
    """Tell by their signatures whether two texts are nearly the same, other figures apart."""
    return likeness(one, other) >= NEAR


def other_figures(one: str, other: str) -> bool:
    """Tell by their signatures whether two texts hold different numbers, whatever their order."""
    return one[_LENGTH:] != other[_LENGTH:]


def bands(signature_: str) -> tuple[str, ...]:
    """Return the keys that near-identical texts share at least one of, save in rare cases."""
    if signature_.startswith(_NONE):
        return ()
    width = _BAND * _CHARACTERS
    return tuple(f"{at // width}:{signature_[at : at + width]}" for at in range(0, _LENGTH, width))


class Grouping:
    """Near-identical texts gathered one after another; the first of a group leads it."""

    def __init__(self) -> None:
        self._signatures: dict[str, str] = {}
        self._leaders: dict[str, list[str]] = {}

    def add(self, id: str, signature_: str) -> str:
        """Put a text into the group it is most like, and return the id of the text that leads it.

        A text that is like none before it leads a group of its own.
        """
        keys = bands(signature_)
        near = dict.fromkeys(leader for key in keys for leader in self._leaders.get(key, ()))
        best, most = id, NEAR
        for leader in near:
            alike = likeness(signature_, self._signatures[leader])
            if alike > most or (alike == most and best == id):
                best, most = leader, alike
        if best == id:
            self._signatures[id] = signature_
            for key in keys:
                self._leaders.setdefault(key, []).append(id)
        return best


def groups(items: Iterable[tuple[str, str]]) -> list[tuple[str, ...]]:
    """Return the groups of two or more among texts given as id and signature.

    The groups and the ids in them keep the order of ``items``, so the same items always give the
    same groups.
    """
    grouping = Grouping()
    found: dict[str, list[str]] = {}
    for id, signature_ in items:
        found.setdefault(grouping.add(id, signature_), []).append(id)
    return [tuple(ids) for ids in found.values() if len(ids) > 1]


def _normal(text: str) -> tuple[list[str], list[str]]:
    """Return the words of a text, every number as one and the same word, and the numbers."""
    words: list[str] = []
    numbers: list[str] = []
    for word in _WORD.findall(text.casefold()):
        if word[0].isdigit() or word in _COUNTING:
            numbers.append(word.replace(",", ""))
            words.append(_NUMBER)
        else:
            words.append(word)
    return words, numbers


@lru_cache(maxsize=65536)
def _hash(word: str) -> int:
    return crc32(word.encode("utf-8", "surrogatepass"))


def _filled(least: dict[int, int]) -> list[int]:
    """Return a value for every bin: an empty one takes that of the first filled in its order."""
    return [
        least[place] if place in least else next(least[at] for at in _ORDERS[place] if at in least)
        for place in range(BINS)
    ]


def _letters(values: list[int]) -> str:
    return urlsafe_b64encode(b"".join(value.to_bytes(3, "big") for value in values)).decode()


def _order(place: int) -> list[int]:
    """Give the order in which an empty bin asks the others: one of its own, the same for ever."""
    return sorted(range(BINS), key=lambda at: crc32(bytes((place, at))))


_ORDERS = [_order(place) for place in range(BINS)]
