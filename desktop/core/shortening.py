"""Cutting a long text at a word, for a row, a card or a sentence that only names it."""

from __future__ import annotations

# What would stand lost before the dots.
_LOOSE = " .,;:–—-([“‘\"'"


def shortened(text: str, longest: int) -> str:
    """Return a text on one line, and no longer than ``longest`` characters: cut at a word, or
    within one that is too long by itself, with "…" where something is left out.
    """
    flat = " ".join(text.split())
    if len(flat) <= longest:
        return flat
    whole, _, _ = flat[:longest].rpartition(" ")
    return f"{(whole or flat[: longest - 1]).rstrip(_LOOSE)}…"
