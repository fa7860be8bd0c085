"""From paragraphs to typed blocks."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import NamedTuple

from desktop.core.document import Block, BlockKind, Cells
from desktop.corpus.readers.pdf.headings import Body, Look, is_heading, levels, look_of
from desktop.corpus.readers.pdf.joining import joined_text, plain
from desktop.corpus.readers.pdf.markers import marker_of
from desktop.corpus.readers.pdf.shapes import Paragraph

_HEADING_NUMBER = re.compile(r"(\d{1,2}(?:\.\d{1,2}){0,4})\.?\s+(?=[A-Z“‘\"'])")
_ENDED = re.compile(r"[.!?:;…][)\]”’\"']*$")
_ANY_LETTER = re.compile(r"\w")
_QUOTE_INDENT = 1.6  # of the letters' size


class Draft(NamedTuple):
    """A block that still lacks the level that depends on all others."""

    block: Block
    look: Look | None = None
    x: float = 0.0
    ends: int = 0


def draft_of(paragraph: Paragraph, words: Collection[str], body: Body) -> Draft | None:
    """Return a paragraph as a block; None if nothing can be read in it."""
    first, ends = paragraph.first, paragraph.last.page
    if first.cells:
        return Draft(table_block(cells_across(paragraph), first.page, words), ends=ends)
    text = joined_text([line.text for line in paragraph.lines], words)
    marker = marker_of(text, plain(first.mark))
    whole = f"{first.mark} {text}".strip()
    if not _ANY_LETTER.search(whole):
        return None
    if is_heading(paragraph, whole, marker, body):
        return _heading(paragraph, text, whole, ends)
    if marker is not None and (marker.text or marker.number):
        kind = BlockKind.NUMBERED if marker.arabic else BlockKind.LIST_ITEM
        level = 0 if marker.arabic else 1
        block = Block(kind, marker.text, level, marker.number, page=first.page)
        return Draft(block, x=first.x0 - first.left, ends=ends)
    kind = BlockKind.QUOTATION if _is_quotation(paragraph) else BlockKind.PARAGRAPH
    return Draft(Block(kind, text, page=first.page), ends=ends)


def cells_across(paragraph: Paragraph) -> Cells:
    """Return the rows of a table that may go on over several pages.

    Headings that are repeated are left out, and a row that a page cuts is made whole.
    """
    rows = list(paragraph.first.cells)
    for part in paragraph.lines[1:]:
        following = list(part.cells)
        if len(rows) > 1 and following[0] == rows[0]:
            following = following[1:]
        if following and _is_rest_of_row(rows[-1], following[0]):
            pairs = zip(rows[-1], following[0], strict=True)
            rows[-1] = tuple("\n".join(filter(None, pair)) for pair in pairs)
            following = following[1:]
        rows += following
    return tuple(rows)


def _is_rest_of_row(row: tuple[str, ...], rest: tuple[str, ...]) -> bool:
    """Whether the first row on a page goes on with the last row of the page before."""
    if any(not one and two for one, two in zip(row, rest, strict=True)):
        return False
    if not rest[0]:
        return True
    return any(
        two[:1].islower() and not _ENDED.search(one) for one, two in zip(row, rest, strict=True)
    )


def table_block(cells: Cells, page: int, words: Collection[str]) -> Block:
    """Return a table: tabs between cells, line feeds between rows."""
    clean = tuple(tuple(joined_text(cell.split("\n"), words) for cell in row) for row in cells)
    text = "\n".join("\t".join(row) for row in clean)
    return Block(BlockKind.TABLE, text, cells=clean, page=page)


def _heading(paragraph: Paragraph, text: str, whole: str, ends: int) -> Draft:
    mark = plain(paragraph.first.mark).strip("().[]:")
    if mark and mark[0].isalnum():
        number, words = mark, text
    else:
        match = _HEADING_NUMBER.match(whole)
        number, words = (match[1], whole[match.end() :]) if match else ("", whole)
    block = Block(BlockKind.HEADING, words, 1, number, page=paragraph.first.page)
    return Draft(block, look_of(paragraph, whole), ends=ends)


def _is_quotation(paragraph: Paragraph) -> bool:
    """Whether a paragraph is set in from both sides."""
    if len(paragraph.lines) < 2:
        return False
    size = paragraph.first.height
    left = min(line.x0 - line.left for line in paragraph.lines)
    column = max(line.right for line in paragraph.lines)
    return left > _QUOTE_INDENT * size and column > 0 and _opens_like_speech(paragraph)


def _opens_like_speech(paragraph: Paragraph) -> bool:
    first = paragraph.first
    return first.text[:1] in "“‘\"'" or all(line.style.italic for line in paragraph.lines)


def with_levels(drafts: Sequence[Draft]) -> list[Draft]:
    """Return drafts with the levels of headings and lists filled in."""
    ranks = levels([draft.look for draft in drafts if draft.look is not None])
    found: list[Draft] = []
    indents: list[float] = []
    for draft in drafts:
        block = draft.block
        if draft.look is not None:
            block = _at_level(block, ranks[draft.look])
        if block.kind is BlockKind.LIST_ITEM:
            while indents and indents[-1] > draft.x + 4:
                indents.pop()
            if not indents or draft.x > indents[-1] + 4:
                indents.append(draft.x)
            block = _at_level(block, min(len(indents), 9))
        elif block.kind is not BlockKind.NUMBERED:
            indents = []
        found.append(draft._replace(block=block))
    return found


def _at_level(block: Block, level: int) -> Block:
    return Block(block.kind, block.text, level, block.number, page=block.page)


def with_breaks(drafts: Sequence[Draft], notes: dict[int, list[Block]], pages: int) -> list[Block]:
    """Return all blocks: notes at the end of their page, breaks where no paragraph runs across."""
    found: list[Block] = []
    page = 1
    for draft in drafts:
        while page < draft.block.page:
            found += [*notes.pop(page, []), Block(BlockKind.BREAK, page=page)]
            page += 1
        found.append(draft.block)
        while page < draft.ends:
            found += notes.pop(page, [])
            page += 1
    while page < pages:
        found += [*notes.pop(page, []), Block(BlockKind.BREAK, page=page)]
        page += 1
    return found + notes.pop(page, [])
