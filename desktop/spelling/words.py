"""The words of a text whose spelling is looked at, and where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

# Letters, with apostrophes inside. A hyphen parts words: each half is looked at by itself.
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
# What is no prose: web and mail addresses, file names, names on social media, codes with figures.
_NO_PROSE = re.compile(
    r"""(?:https?://|www\.)\S+
      | [\w.+-]+@[\w-]+(?:\.[\w-]+)*
      | [@\#]\w+
      | \b[\w-]+(?:\.[\w-]+)*\.
        (?:uk|com|org|net|gov|eu|wales|scot|cymru|info|io|ly|docx?|pdf|txt|xlsx?)\b\S*
      | \b\w*\d[\w'’]*""",
    re.VERBOSE | re.IGNORECASE,
)
_LEAST_LETTERS = 2


class Word(NamedTuple):
    """A word as it is written, and where it stands in its text."""

    text: str
    start: int
    end: int


def words(text: str) -> Iterator[Word]:
    """Yield the words of a text that can be spelled wrongly.

    Acronyms, words of mixed case (a name such as "McAlder" apart), addresses, codes and single
    letters are left out.
    """
    skipped = [found.span() for found in _NO_PROSE.finditer(text)]
    place = 0
    for found in _WORD.finditer(text):
        start, end = found.span()
        while place < len(skipped) and skipped[place][1] <= start:
            place += 1
        if place < len(skipped) and skipped[place][0] < end:
            continue
        if end - start >= _LEAST_LETTERS and _is_prose(found[0]):
            yield Word(found[0], start, end)


def stem(word: str) -> str:
    """Return a word without a possessive ending and with straight apostrophes."""
    straight = word.replace("’", "'")
    return straight[:-2] if straight.lower().endswith("'s") else straight


def _is_prose(word: str) -> bool:
    """Tell whether a word is written as words are: small, or with one capital at its beginning."""
    rest = stem(word)[1:]
    return rest == rest.lower()
