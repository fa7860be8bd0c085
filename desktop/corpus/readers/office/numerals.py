"""Numbers as lists print them: 3, iii, c, third."""

from __future__ import annotations

from collections.abc import Callable

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_SMALL = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["-", "-", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_IRREGULAR = {
    "one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth",
    "nine": "ninth", "twelve": "twelfth",
}  # fmt: skip
_NOTE_SIGNS = "*†‡§"
_MOST = 10_000  # beyond it, letters and roman figures would only grow long


def roman(value: int) -> str:
    """Return ``value`` in small roman figures."""
    if not 0 < value < _MOST:
        return str(value)
    out = ""
    for worth, sign in _ROMAN:
        times, value = divmod(value, worth)
        out += sign * times
    return out


def letters(value: int) -> str:
    """Return ``value`` as Word letters lists: a to z, then aa, bb to zz, then aaa."""
    if not 0 < value < _MOST:
        return str(value)
    times, place = divmod(value - 1, 26)
    return chr(ord("a") + place) * (times + 1)


def spelled(value: int) -> str:
    """Return ``value`` in words, up to ninety-nine."""
    if 0 <= value < len(_SMALL):
        return _SMALL[value]
    if not 0 < value < 100:
        return str(value)
    tens, ones = divmod(value, 10)
    return _TENS[tens] + (f"-{_SMALL[ones]}" if ones else "")


def ordinal(value: int) -> str:
    """Return ``value`` as 1st, 2nd, 3rd, 4th."""
    ending = {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")
    return f"{value}{'th' if 10 < value % 100 < 14 else ending}"


def spelled_ordinal(value: int) -> str:
    """Return ``value`` as first, second, third, up to ninety-ninth."""
    words = spelled(value)
    if words.isdigit() or value < 0:
        return ordinal(value)
    head, dash, last = words.rpartition("-")
    if last in _IRREGULAR:
        return head + dash + _IRREGULAR[last]
    return head + dash + (f"{last[:-1]}ieth" if last.endswith("y") else f"{last}th")


def sign(value: int) -> str:
    """Return the sign of a note: *, †, ‡, §, then doubled."""
    times, place = divmod(value - 1, len(_NOTE_SIGNS))
    return _NOTE_SIGNS[place] * (times + 1) if 0 < value < _MOST else str(value)


_FORMS: dict[str, Callable[[int], str]] = {
    "decimalZero": lambda value: f"{value:02}",
    "lowerRoman": roman,
    "upperRoman": lambda value: roman(value).upper(),
    "lowerLetter": letters,
    "upperLetter": lambda value: letters(value).upper(),
    "ordinal": ordinal,
    "cardinalText": lambda value: spelled(value).capitalize(),
    "ordinalText": lambda value: spelled_ordinal(value).capitalize(),
    "numberInDash": lambda value: f"- {value} -",
    "hex": lambda value: f"{value:X}",
    "chicago": sign,
    "none": lambda _: "",
}


def printed(value: int, form: str) -> str:
    """Return ``value`` in a number form of Word (``w:numFmt``); unknown ones are in figures."""
    write = _FORMS.get(form)
    return write(value) if write else str(value)
