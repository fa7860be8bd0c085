"""Where a typed sentence ends: with one closing stop, after what is put in brackets."""

from __future__ import annotations

# What ends a sentence by itself, here and in other scripts; a colon waits for what follows.
_ENDS = (*".!?…:", "。", "！", "？", "؟", "।", "۔")
_CLOSERS = "”’\"')]»"


def closed(text: str) -> str:
    """Return a sentence with a closing stop, added only where nothing ends it yet."""
    words = text.rstrip(" ;,")
    return words if not words or _ended(words) else f"{words}."


def opened(text: str) -> tuple[str, str]:
    """Return a sentence without its closing stop, and the stop: "" where another sign ends it."""
    words = text.rstrip()
    if words.endswith(".") and not words.endswith(".."):
        return words[:-1].rstrip(), "."
    return words, ""


def _ended(words: str) -> bool:
    return words.rstrip(_CLOSERS).endswith(_ENDS)
