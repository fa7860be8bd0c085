"""Long names that may be broken anywhere sensible, so that a narrow window shows all of them."""

from __future__ import annotations

import re
from pathlib import Path

# Takes no room, and a line may end there.
_BREAK = "\u200b"
_LONGEST_RUN = 24


def breakable(path: Path) -> str:
    """Return a path whose lines may end after each folder, and within a name that is very long."""
    text = re.sub(r"([/\\])", rf"\1{_BREAK}", str(path))
    return re.sub(rf"([^\s{_BREAK}]{{{_LONGEST_RUN}}})", rf"\1{_BREAK}", text)


def unbroken(text: str) -> str:
    """Return what ``breakable`` was given, as a person would copy it."""
    return text.replace(_BREAK, "")
