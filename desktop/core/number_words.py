"""Numbers as people write them: "1,240", "1.2 million", "twenty-five"."""

from __future__ import annotations

import re

NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"

SCALES = {
    "hundred": 1e2,
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "trillion": 1e12,
    "bn": 1e9,
    "m": 1e6,
    "k": 1e3,
}

_UNITS = """
one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
seventeen eighteen nineteen
"""
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_VALUES = {word: at for at, word in enumerate(_UNITS.split(), 1)} | {
    word: 10 * at for at, word in enumerate(_TENS.split(), 2)
}
# Words that say how many, and "third" in "two thirds".
NUMBER_WORDS = frozenset(_VALUES) | frozenset(
    (
        "half",
        "third",
        "thirds",
        "quarter",
        "quarters",
        "fifth",
        "fifths",
        "tenth",
        "tenths",
        *SCALES,
    )
)
_DIGIT = re.compile("[0-9]")
_LETTERS = re.compile("[a-z]+")
# Longest first, so that a pattern made of them finds "sixteen" and not "six".
TENS_AND_UNITS = tuple(sorted(_VALUES, key=lambda word: (-len(word), word)))


def to_number(words: str, scale: str | None = None) -> float:
    """Return the number that ``words`` says, times its scale ("million", "m").

    Raises ValueError for words that say no number.
    """
    factor = SCALES[scale.lower()] if scale else 1.0
    plain = words.lower().replace(",", "")
    if plain in {"a", "an"}:
        return factor
    if plain[:1].isdigit():
        return float(plain) * factor
    tens, _, units = plain.partition("-")
    try:
        return float(_VALUES[tens] + (_VALUES[units] if units else 0)) * factor
    except KeyError as error:
        raise ValueError(f"{words!r} says no number") from error


def has_number(text: str) -> bool:
    """Tell quickly whether a text may hold a number at all, in figures or in words."""
    return _DIGIT.search(text) is not None or not NUMBER_WORDS.isdisjoint(
        _LETTERS.findall(text.lower())
    )
