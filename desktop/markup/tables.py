"""Tables whose rows are longer than their header: the parser would leave the extra cells out."""

from __future__ import annotations

from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.rules_block.table import escapedSplit
from markdown_it.rules_core import StateCore
from markdown_it.token import Token


def read_long_rows(markdown: MarkdownIt) -> None:
    """Teach a Markdown parser to keep every cell of a row."""
    markdown.core.ruler.after("block", "long_rows", _rule)


def _rule(state: StateCore) -> None:
    if any(token.type == "table_open" for token in state.tokens):
        lines = state.src.split("\n")
        state.tokens = list(_completed(state.tokens, lines))


def _completed(tokens: list[Token], lines: list[str]) -> Iterator[Token]:
    place = cells = 0
    for token in tokens:
        if token.type == "tr_open" and token.map:
            place, cells = token.map[0], 0
        elif token.type in ("th_open", "td_open"):
            cells += 1
        elif token.type == "tr_close":
            for text in _cells(lines[place])[cells:]:
                yield from _cell(text)
        yield token


def _cells(line: str) -> list[str]:
    # Table rows may stand in a quotation.
    cells = escapedSplit(line.strip(" \t>"))
    if cells and not cells[0]:
        cells.pop(0)
    if cells and not cells[-1]:
        cells.pop()
    return [cell.strip() for cell in cells]


def _cell(text: str) -> Iterator[Token]:
    yield Token("td_open", "td", 1)
    yield Token("inline", "", 0, content=text, children=[])
    yield Token("td_close", "td", -1)
