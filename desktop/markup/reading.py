"""Markdown to blocks.

Every string can be read. What lies outside the answer subset becomes text of the subset: code a
paragraph, an image its description, nested lists one list, a heading of any level a sub-heading.
"""

from __future__ import annotations

import re
from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock

from desktop.core.text import Blocks, Inline, Line, Paragraph, Text, normalise
from desktop.markup.assembly import assemble
from desktop.markup.citations import citation_at, read_citations
from desktop.markup.tables import read_long_rows
from desktop.markup.tags import read_tags

# Quotations and lists nested deeper than this are read as text. The library itself stops at 100
# and leaves out what is deeper, so that limit must never be reached.
_DEEPEST = 40
_KEPT_ANSWERS = 256
_KEPT_PIECES = 16_384
# After an empty line a letter at the edge begins a paragraph, whatever came before, but for code.
_BETWEEN = re.compile(r"\n\n(?=[A-Za-z“‘])")
_CODE = re.compile(r"^ {0,3}(?:```|~~~)", re.MULTILINE)
# Every line begins with a letter: no list, heading, table or the like begins in any of them.
_LETTERS_FIRST = re.compile(r"[A-Za-z“‘][^\n\r\0]*(?:\n[A-Za-z“‘][^\n\r\0]*)*(?<!\s)")
# What may be markup within such a line.
_SIGN = re.compile(r"[\\`*_\[<]|&(?=[#A-Za-z])|!(?=\[)")


@lru_cache(maxsize=_KEPT_ANSWERS)
def parse(markdown: str) -> Blocks:
    """Return the blocks of a Markdown text in normal form; raises nothing, whatever the text."""
    if _CODE.search(markdown):
        return _parsed(markdown)
    return tuple(block for piece in _BETWEEN.split(markdown) for block in _parsed(piece))


# Of a long answer that is being written only the piece with the cursor is another.
@lru_cache(maxsize=_KEPT_PIECES)
def _parsed(markdown: str) -> Blocks:
    line = _words_and_citations(markdown.rstrip("\n"))
    if line is not None:
        return normalise((Paragraph(line),))
    try:
        return normalise(assemble(_reader().parse(markdown)))
    except RecursionError:
        # Hundreds of images inside one another: nobody wrote that, but their words are kept.
        return normalise(Paragraph((Text(line),)) for line in markdown.splitlines())


def _words_and_citations(markdown: str) -> Line | None:
    """Return a paragraph that holds nothing else, as most do; None of any other text.

    The parser would say the same, and take ten times as long.
    """
    if not _LETTERS_FIRST.fullmatch(markdown):
        return None
    parts: list[Inline] = []
    start = 0
    while sign := _SIGN.search(markdown, start):
        found = citation_at(markdown, sign.start())
        if found is None:
            return None
        cite, end = found
        parts += (Text(markdown[start : sign.start()]), cite)
        start = end
    return (*parts, Text(markdown[start:]))


@lru_cache(maxsize=1)
def _reader() -> MarkdownIt:
    reader = MarkdownIt("commonmark", {"html": False, "maxNesting": 100})
    reader.enable("table").disable(["html_block", "html_inline", "reference"])
    reader.block.ruler.before("table", "too_deep", _too_deep)
    read_citations(reader)
    read_tags(reader)
    read_long_rows(reader)
    # Addresses stay as they were typed; assemble() decides which of them are links.
    reader.normalizeLink = _same  # pyright: ignore[reportAttributeAccessIssue]
    reader.normalizeLinkText = _same  # pyright: ignore[reportAttributeAccessIssue]
    reader.validateLink = _any  # pyright: ignore[reportAttributeAccessIssue]
    return reader


def _too_deep(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    if state.level < _DEEPEST or silent:
        return False
    state.push("paragraph_open", "p", 1)
    token = state.push("inline", "", 0)
    token.content = state.getLines(start_line, end_line, 0, keepLastLF=False).strip()
    token.children = []
    state.push("paragraph_close", "p", -1)
    state.line = end_line
    return True


def _same(address: str) -> str:
    return address


def _any(_address: str) -> bool:
    return True
