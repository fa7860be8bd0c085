"""What names are told by, read once."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from desktop.core.names import NameWords
from desktop.store.packs.names import shipped_names


@lru_cache(maxsize=2)
def names_of(resources: Path) -> NameWords:
    """Return the words that ship with the program; the same value each time."""
    return shipped_names(resources)
