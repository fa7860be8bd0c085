"""Numbers, letters and bullets that a paragraph begins with."""

from __future__ import annotations

import re
from typing import NamedTuple

BULLETS = "•·●○◦▪■□▫◼◻‣⁃➢➤►▶✓✔❖◆◇∙*–—\u2212\u2022\uf0b7\uf0a7\uf0d8\uf0fc\uf076\uf02d-"
_BULLET = re.compile(rf"([{re.escape(BULLETS)}])\s+(?=\S)")
_CLOSED_NUMBER = re.compile(r"\(?(\d{1,3}(?:\.\d{1,3}){0,3})(?:[.)]|\.\))\s+(?=\S)")
_DOTTED_NUMBER = re.compile(r"(\d{1,3}(?:\.\d{1,3}){1,3})\s+(?=[A-Z“‘\"'(])")
_LETTER = re.compile(r"(?:\(([a-z]|[ivx]{1,5})\)|([a-z]|[ivx]{2,5})[.)]|([A-Z])\))\s+(?=\S)")
SET_APART = re.compile(
    rf"[{re.escape(BULLETS)}o!]|\(?(?:\d{{1,3}}(?:\.\d{{1,3}}){{0,3}}|[a-zA-Z]|[ivxIVX]{{1,5}})[.)]{{0,2}}"
    r"|[*†‡§¶#∗]{1,3}"
)
_BARE = re.compile(r"[\[\](){}.:]+")


class Marker(NamedTuple):
    """How a paragraph begins: ``number`` without its brackets ("" for a bullet)."""

    number: str
    bullet: bool
    text: str

    @property
    def arabic(self) -> bool:
        """Whether it is a number in digits."""
        return self.number[:1].isdigit()


def is_set_apart(text: str) -> bool:
    """Whether ``text`` may be a number, letter or bullet that stands before a wide gap."""
    return bool(SET_APART.fullmatch(text))


def marker_of(text: str, mark: str = "") -> Marker | None:
    """Return what a paragraph begins with; ``mark`` is what stands before a wide gap, or ""."""
    if mark:
        bare = _BARE.sub("", mark) if "." not in mark.rstrip(".)") else mark.strip("().")
        bullet = bare in BULLETS or bare in ("o", "!")
        return Marker("" if bullet else bare, bullet, text)
    for pattern in (_BULLET, _CLOSED_NUMBER, _DOTTED_NUMBER, _LETTER):
        match = pattern.match(text)
        if match:
            number = next((group for group in match.groups() if group), "")
            bullet = pattern is _BULLET
            return Marker("" if bullet else number, bullet, text[match.end() :])
    return None
