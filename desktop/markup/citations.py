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


def _rule(state: StateInline, silent: bool) -> bool:
    if not state.src.startswith("[@", state.pos):
        return False
    found = _CITATION.match(state.src, state.pos, state.posMax)
    if not found:
        return False
    if not silent:
        locator = _ESCAPE.sub(r"\1", found[2] or "").strip()
        state.push(TOKEN, "", 0).meta = {"key": found[1], "locator": locator}
    state.pos = found.end()
    return True
