"""Numbers, bullets and the like that stand as text before a paragraph."""

from __future__ import annotations

import re
from dataclasses import dataclass

_BULLET = re.compile(r"(?:[•●○◦▪■□‣⁃∙·▶►➢➤✓✔\uf0b7\uf0a7]\s*|[-–—*+]\s+|o\s+(?=[A-Z‘“\"']))(?=\S)")
_NUMBER = re.compile(
    r"(?:"
    r"(?P<plain>\d{1,3})(?:[.):]\s+|\t+|\s{2,})"
    r"|(?P<dotted>\d{1,3}(?:\.\d{1,3}){1,4})(?:[.):]?\s+)(?=[A-Z“‘\"'(])"
    r"|\((?P<closed>\d{1,3}|[a-zA-Z]|[ivxlc]{1,6})\)\s*"
    r"|(?P<letter>[a-zA-Z]|[ivx]{2,5})\)\s+"
    r")(?=\S)"
)


@dataclass(frozen=True, slots=True)
class Taken:
    """A text without what stood before it: a bullet, or a number (``closed``: in brackets)."""

    text: str
    bullet: bool = False
    number: str = ""
    closed: bool = False


def take(text: str) -> Taken:
    """Part a bullet or a number from the beginning of a text."""
    if bullet := _BULLET.match(text):
        return Taken(text[bullet.end() :], bullet=True)
    if number := _NUMBER.match(text):
        printed = next(group for group in number.groups() if group)
        closed = bool(number["closed"] or number["letter"])
        return Taken(text[number.end() :], number=printed, closed=closed)
    return Taken(text)


def begins_with_one(text: str) -> bool:
    """Say whether a bullet or a number stands at the beginning."""
    return bool(_BULLET.match(text) or _NUMBER.match(text))
