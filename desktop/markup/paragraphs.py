"""A text in plain words, paragraph by paragraph: for showing it, not for writing it again."""

from __future__ import annotations

import re
from collections.abc import Callable

from desktop.core.text import Cite, Line, ListBlock, Text, lines
from desktop.markup.reading import parse

# What stood before a full stop or a comma was a citation; where it is left out in the middle of a
# line there are two spaces.
_BEFORE_STOP, _SPACES = re.compile(r"\s+(?=[.,;:])"), re.compile(r" {2,}")


def _nothing(_cite: Cite) -> str:
    return ""


def paragraphs(markdown: str, named: Callable[[Cite], str] = _nothing) -> tuple[str, ...]:
    """Return the paragraphs, items and cells of a text. A citation stands in brackets as it is
    ``named``, and is left out where that is nothing.
    """
    found: list[str] = []
    for block in parse(markdown):
        before = "• " if isinstance(block, ListBlock) else ""
        said = (_said(line, named) for line in lines([block]))
        found += [f"{before}{words}" for words in said if words]
    return tuple(found)


def _said(line: Line, named: Callable[[Cite], str]) -> str:
    pieces: list[str] = []
    for part in line:
        if isinstance(part, Text):
            pieces.append(part.text)
        elif name := named(part):
            pieces.append(f"({name})")
    words = _SPACES.sub(" ", "".join(pieces))
    return _BEFORE_STOP.sub("", words.strip())
