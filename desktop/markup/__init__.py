"""Answer text as Markdown of the answer subset: ``parse`` reads it, ``write`` writes it.

Lossless for the subset: ``parse(write(blocks)) == normalise(blocks)`` for any blocks whatsoever.
"""

from __future__ import annotations

from desktop.markup.citations import write_citation
from desktop.markup.reading import parse
from desktop.markup.writing import write

__all__ = ["parse", "write", "write_citation"]
