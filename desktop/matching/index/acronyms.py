"""Acronyms and what they stand for, as texts explain them: "the voluntary sector (VS)".

The method is that of Schwartz and Hearst (A simple algorithm for identifying abbreviation
definitions in biomedical text, 2003): read backwards, each letter of the short form must be found
in the words before it, in order, the first of them at the beginning of a word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_IN_BRACKETS = re.compile(r"[(\[]([^()\[\]\n]{2,120})[)\]]")
_EDGES = "()[]\n"
_SHORT = re.compile(r"[^\W_](?:[^\W_]|[&./-](?=[^\W_])){1,9}")
_LAST_WORD = re.compile(r"([^\s(),;:]+)\W*$")
_QUOTES = "“”‘’\"' "
_FEWEST_CAPITALS = 2
# So many letters before the brackets are looked at.
_REACH = 200


def explained(text: str) -> Iterator[tuple[str, str]]:
    """Yield each acronym that a text explains, with its long form, both as they are written.

    The long form stands before the brackets and the acronym in them, or the other way round.
    """
    if "(" not in text and "[" not in text:
        return
    for found in _IN_BRACKETS.finditer(text):
        before = text[max(0, found.start() - _REACH) : found.start()]
        before = before[max(before.rfind(edge) for edge in _EDGES) + 1 :]
        inside = found.group(1).strip(_QUOTES)
        inside = re.split(r"[,;]|\bor\b", inside, maxsplit=1)[0].strip(_QUOTES)
        short = _short_form(inside)
        if short:
            long = _long_form(short, before)
        else:
            last = _LAST_WORD.search(before)
            short = _short_form(last.group(1).strip(_QUOTES)) if last else ""
            long = _long_form(short, inside) if short else ""
            long = long if long == inside.strip() else ""
        if long:
            yield short, long


def _short_form(word: str) -> str:
    """Return the acronym without an s of the plural, "" if it is none."""
    if not _SHORT.fullmatch(word):
        return ""
    if word.endswith("s") and word[:-1].isupper():
        word = word[:-1]
    return word if sum(map(str.isupper, word)) >= _FEWEST_CAPITALS else ""


def _long_form(short: str, before: str) -> str:
    """Return the end of ``before`` that the acronym is made of; "" if there is none."""
    letters = [letter.casefold() for letter in short if letter.isalnum()]
    words = before.split()
    # No more words than these can be meant: in "in May the Panel of Experts (PE)" it is the last.
    nearest = words[-min(len(letters) + 5, len(letters) * 2) :]
    text = " ".join(nearest).rstrip(_QUOTES)
    at = len(text) - 1
    for number in range(len(letters) - 1, -1, -1):
        at = _found_before(text, at, letters[number], begins=number == 0)
        if at < 0:
            return ""
        at -= 1
    long = text[at + 1 :]
    return long if _is_long(long, short) else ""


def _found_before(text: str, at: int, letter: str, *, begins: bool) -> int:
    """Return the last place up to ``at`` where the letter stands, -1 for none."""
    while at >= 0:
        if text[at].casefold() == letter and not (begins and at and text[at - 1].isalnum()):
            return at
        at -= 1
    return -1


def _is_long(long: str, short: str) -> bool:
    """Tell whether it can be a long form: several words, and not the acronym itself."""
    words = long.split()
    return len(words) > 1 and short not in words
