"""Signs of symbol fonts, which stand in a part of Unicode where they mean nothing by themselves."""

from __future__ import annotations

import re

_PRIVATE = re.compile("[\uf000-\uf0ff]")
# By the low byte, as Wingdings and Symbol have them; what is not here is an ornament.
_SIGNS = {
    0x2D: "−", 0x6C: "●", 0x6D: "○", 0x6E: "■", 0x6F: "☐", 0x71: "☐", 0x72: "☐", 0x76: "❖",
    0x78: "☒", 0xA3: "☐", 0xA7: "▪", 0xA8: "☐", 0xAE: "→", 0xB7: "•", 0xD8: "➢", 0xE0: "→",
    0xE8: "→", 0xF0: "→", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip


def symbol(code: int) -> str:
    """Return the sign that a symbol font shows for this code, or "" for an ornament."""
    if 0xF000 <= code <= 0xF0FF:
        return _SIGNS.get(code & 0xFF, "")
    return chr(code) if 0x20 <= code <= 0x10FFFF and not 0xD800 <= code <= 0xDFFF else ""


def readable(text: str) -> str:
    """Return text with the signs of symbol fonts as ordinary characters."""
    if not _PRIVATE.search(text):
        return text
    return _PRIVATE.sub(lambda found: symbol(ord(found[0])), text)
