"""Several words in one sentence."""

from __future__ import annotations

from collections.abc import Sequence


def listed(words: Sequence[str]) -> str:
    """Return "cuts, grants and halls"; "" for none."""
    if not words:
        return ""
    *most, last = words
    return f"{', '.join(most)} and {last}" if most else last
