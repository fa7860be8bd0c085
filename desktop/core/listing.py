"""Several words in one sentence, and numbers with their nouns."""

from __future__ import annotations

from collections.abc import Sequence


def listed(words: Sequence[str]) -> str:
    """Return "cuts, grants and halls"; "" for none."""
    if not words:
        return ""
    *most, last = words
    return f"{', '.join(most)} and {last}" if most else last


def counted(number: int, one: str, many: str = "") -> str:
    """Return a number with its noun: "1 word", "1,140 words"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"
