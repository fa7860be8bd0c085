"""The citation in Markdown: ``[@source-key, para. 3]``.

The key is ``[a-z0-9][a-z0-9-]*``; the locator is free text in which ``\\`` and ``]`` are written
with a backslash before them.
"""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline

from desktop.core.text import Cite

TOKEN = "citation"

_ESCAPED = re.compile(r"[\\\]]")
_ESCAPE = re.compile(r"\\([\\\]])")
_CITATION = re.compile(r"\[@([a-z0-9][a-z0-9-]*)(?:,((?:[^\\\]]|\\[\s\S])*))?\]")


def write_citation(cite: Cite) -> str:
    """Return a citation as it stands in Markdown."""
    if not cite.locator:
        return f"[@{cite.key}]"
    locator = _ESCAPED.sub(r"\\\g<0>", cite.locator)
    return f"[@{cite.key}, {locator}]"


def read_citations(markdown: MarkdownIt) -> None:
    """Teach a Markdown parser the citation; its token's ``meta`` holds key and locator."""
    markdown.inline.ruler.before("escape", TOKEN, _rule)


def citation_at(text: str, start: int, end: int | None = None) -> tuple[Cite, int] | None:
    """Return the citation that begins at a place in Markdown (read as far as ``end``), and where it
    ends; None if none does.
    """
    end = len(text) if end is None else end
    # Where none ends, each beginning would be read to the end of the text.
    found = _CITATION.match(text, start, end) if "]" in text[start:end] else None
    if not found:
        return None
    locator = _ESCAPE.sub(r"\1", found[2] or "").strip()
    return Cite(found[1], locator), found.end()


def _rule(state: StateInline, silent: bool) -> bool:
    if not state.src.startswith("[@", state.pos):
        return False
    found = citation_at(state.src, state.pos, state.posMax)
    if not found:
        return False
    cite, end = found
    if not silent:
        state.push(TOKEN, "", 0).meta = {"key": cite.key, "locator": cite.locator}
    state.pos = end
    return True
