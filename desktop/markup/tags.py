"""Bold and italic as HTML tags: the way to write emphasis where asterisks cannot stand.

Only ``<b>``, ``<i>`` (and ``<strong>``, ``<em>``) are read; every other tag stays the text it is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

TOKEN = "tag"

_TAG = re.compile(r"<(/?)(b|i|strong|em)>", re.IGNORECASE)
_KINDS = {"b": "strong", "strong": "strong", "i": "em", "em": "em"}


def read_tags(markdown: MarkdownIt) -> None:
    """Teach a Markdown parser the tags; settle their meaning with ``pair_tags`` afterwards."""
    markdown.inline.ruler.before("escape", TOKEN, _rule)


def pair_tags(tokens: Sequence[Token]) -> None:
    """Turn tags that have a partner into opening and closing tokens, the others into text."""
    waiting: dict[str, list[Token]] = {"strong": [], "em": []}
    for token in tokens:
        if token.type != TOKEN:
            continue
        kind = _KINDS[token.tag]
        token.type = "text"
        if not token.meta["closes"]:
            waiting[kind].append(token)
        elif waiting[kind]:
            waiting[kind].pop().type = f"{kind}_open"
            token.type = f"{kind}_close"


def _rule(state: StateInline, silent: bool) -> bool:
    if state.src[state.pos] != "<":
        return False
    found = _TAG.match(state.src, state.pos, state.posMax)
    if not found:
        return False
    if not silent:
        token = state.push(TOKEN, found[2].lower(), 0)
        token.content = found[0]
        token.meta = {"closes": bool(found[1])}
    state.pos = found.end()
    return True
