"""Numbers and bullets that somebody typed by hand at the beginning of a paragraph."""

from __future__ import annotations

import re

from desktop.corpus.readers.office.lines import Label

_BULLET = re.compile(r"[•‣▪▫◦●○■□➢➤►▸✓✔❖·]\s*|[-–—*o]\t\s*|[-–*] +(?=\S)")
# "1. ", "12) ", "(3) ", "1.2.3 ", "4<tab>"; a full stop and a space, never "3.5 million".
_NUMBER = re.compile(
    r"(?:\((\d{1,3}(?:\.\d{1,3}){0,4})\)\s*"
    r"|(\d{1,3}(?:\.\d{1,3}){0,4})(?:[.)\]]+\s+|[.)]?[ ]*\t\s*|[.)](?=[A-Z][a-z])))(?=\S)"
)
_COMPOSITE = re.compile(r"(\d{1,2}(?:\.\d{1,2}){1,4})[ \xa0]+(?=[A-Z“‘\"'(])")
_LETTER = re.compile(
    r"(?:\(([a-z]|[ivx]{2,5})\)\s*|([a-z]|[ivx]{2,5})\)\s+|([A-Za-z]|[ivx]{2,5})\.?[ ]*\t\s*)(?=\S)"
)


def split_number(text: str) -> tuple[str, str]:
    """Return the typed number of a paragraph ("" if none) and the words after it."""
    found = _NUMBER.match(text) or _COMPOSITE.match(text)
    if found is None:
        return "", text
    number = next(group for group in found.groups() if group)
    return number, text[found.end() :]


def split_label(text: str) -> tuple[Label | None, str]:
    """Return the typed bullet, letter or number of a paragraph, and the words after it."""
    number, rest = split_number(text)
    if number:
        return Label(number), rest
    if found := _BULLET.match(text):
        rest = text[found.end() :]
        return (Label(), rest) if rest.strip() else (None, text)
    if found := _LETTER.match(text):
        letter = next(group for group in found.groups() if group)
        return Label(letter), text[found.end() :]
    return None, text


def begins_item(text: str) -> bool:
    """Tell whether a line after a line break is an item of its own."""
    return split_label(text)[0] is not None
