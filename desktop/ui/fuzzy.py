"""Find words by typing parts of them: "nq" and "next" both find "Next question"."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

_T = TypeVar("_T")
_START_OF_WORD, _IN_A_ROW, _PLAIN, _WHOLE_WORDS = 8, 4, 1, 40


def score(typed: str, text: str) -> int:
    """Return how well what was typed fits a text, 0 if it does not.

    Every typed word must stand in the text, whole or in parts; starts of words and letters in a row
    count most.
    """
    text = text.casefold()
    total = 0
    for word in typed.casefold().split():
        found = _score_word(word, text)
        if not found:
            return 0
        total += found
    return total


def best(typed: str, items: Iterable[_T], text: Callable[[_T], str], most: int) -> list[_T]:
    """Return the items that fit best, best first; items that fit equally stay in their order."""
    scored = [(score(typed, text(item)), item) for item in items]
    scored = [pair for pair in scored if pair[0]]
    scored.sort(key=lambda pair: -pair[0])
    return [item for _, item in scored[:most]]


def _score_word(word: str, text: str) -> int:
    place = text.find(word)
    if place >= 0:
        starts = place == 0 or not text[place - 1].isalnum()
        return _WHOLE_WORDS + len(word) * _IN_A_ROW + (_START_OF_WORD if starts else 0)
    total, at, before = 0, 0, -2
    for letter in word:
        at = _next_place(letter, text, at)
        if at < 0:
            return 0
        if at == 0 or not text[at - 1].isalnum():
            total += _START_OF_WORD
        else:
            total += _IN_A_ROW if at == before + 1 else _PLAIN
        before, at = at, at + 1
    # Letters strewn about a long text are no find.
    return total if total >= len(word) * _IN_A_ROW else 0


def _next_place(letter: str, text: str, start: int) -> int:
    """Return where a letter stands next, at the start of a word if it stands at one, or -1."""
    first = text.find(letter, start)
    if first <= 0:
        return first
    place = first
    while place >= 0:
        if not text[place - 1].isalnum() or place == start:
            return place
        place = text.find(letter, place + 1)
    return first
