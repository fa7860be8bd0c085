"""Marks for comments: single characters that travel in the words to where a comment belongs.

They are of the last range for private use: what fonts and pasted bullets use lies far below.
"""

from __future__ import annotations

import re

FIRST, LAST = 0x100000, 0x10FFFD
_MARK = re.compile(f"[{chr(FIRST)}-{chr(LAST)}]")


def unmarked(text: str) -> str:
    """Return a text without marks, ours or somebody's own such characters."""
    return _MARK.sub("", text)


def marks_of(text: str) -> list[str]:
    """Return the marks in a text, in order."""
    return _MARK.findall(text)
