"""Ranking the library for a Question, a sentence or typed words, with reasons in plain words."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.matching.offering.arguing import counter, support
    from desktop.matching.offering.candidates import Shelf
    from desktop.matching.offering.suggesting import search, suggest

__all__ = ["Shelf", "counter", "search", "suggest", "support"]

# Read at first use, on the thread that searches: numpy takes as long to import as the window does
# to draw.
_HOMES = {
    "Shelf": "candidates",
    "counter": "arguing",
    "search": "suggesting",
    "suggest": "suggesting",
    "support": "arguing",
}


def __getattr__(name: str) -> object:
    """Import what the package offers when it is first asked for; raises AttributeError if none."""
    if name not in _HOMES:
        raise AttributeError(name)
    return getattr(import_module(f"desktop.matching.offering.{_HOMES[name]}"), name)
