"""Answer text as Markdown of the answer subset: ``parse`` reads it, ``write`` writes it.

Lossless for the subset: ``parse(write(blocks)) == normalise(blocks)`` for any blocks whatsoever.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.markup.citations import write_citation
    from desktop.markup.reading import parse
    from desktop.markup.writing import write

__all__ = ["parse", "write", "write_citation"]

# Read at first use: the Markdown parser takes as long to import as the window to draw.
_HOMES = {"parse": "reading", "write": "writing", "write_citation": "citations"}


def __getattr__(name: str) -> object:
    """Import what the package offers when it is first asked for; raises AttributeError if none."""
    if name not in _HOMES:
        raise AttributeError(name)
    return getattr(import_module(f"desktop.markup.{_HOMES[name]}"), name)
