"""A text in plain words, paragraph by paragraph: for showing it, not for writing it again."""

from __future__ import annotations

import re

from desktop.core.text import ListBlock, lines, plain
from desktop.markup.reading import parse

# What stood before a full stop or a comma was a citation.
_BEFORE_STOP = re.compile(r"\s+(?=[.,;:])")


def paragraphs(markdown: str) -> tuple[str, ...]:
    """Return the paragraphs, items and cells of a text without its citations."""
    found: list[str] = []
    for block in parse(markdown):
        before = "• " if isinstance(block, ListBlock) else ""
        said = (_BEFORE_STOP.sub("", plain(line).strip()) for line in lines([block]))
        found += [f"{before}{words}" for words in said if words]
    return tuple(found)
