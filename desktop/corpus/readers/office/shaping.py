"""From lines to blocks: what each paragraph is, by its style, its number and its look."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from desktop.core.document import Block, BlockKind, Cells
from desktop.core.text import safe_characters
from desktop.corpus import failures
from desktop.corpus.limits import Limits
from desktop.corpus.readers.office.headings import (
    by_look,
    with_bare_numbers,
    without_false_headings,
)
from desktop.corpus.readers.office.lines import Label, Line, Note, Role
from desktop.corpus.readers.office.quotations import by_place
from desktop.corpus.readers.office.sequences import short_lists
from desktop.corpus.readers.office.typed import begins_item, split_label

_FIGURE = re.compile(r"\d")
_PARAGRAPHS = re.compile(r"\n[ \t\xa0]*\n\s*")
_TEXT_ROLES = frozenset({Role.BODY, Role.QUOTATION, Role.CAPTION})


def shape(lines: Iterable[Line], name: str, limits: Limits) -> tuple[Block, ...]:
    """Return the blocks that lines make; ``name`` is the file's, for messages.

    Raises:
        ReadError: there are more blocks than are read.
    """
    parts = by_place([part for line in lines for part in _parts(line)])
    ready = with_bare_numbers(by_look(without_false_headings(parts)))
    lists = short_lists(ready)
    blocks: list[Block] = []
    for block in _blocks(ready, lists):
        if block.kind is BlockKind.BREAK and (not blocks or blocks[-1].kind is BlockKind.BREAK):
            # Nothing stands between it and the beginning, or the break before: one is enough.
            if block.slide:
                blocks[-1:] = [block]
            continue
        blocks.append(block)
        if len(blocks) > limits.blocks:
            raise failures.too_large(name, f"it has more than {limits.blocks:,} paragraphs")
    while blocks and blocks[-1].kind is BlockKind.BREAK and not blocks[-1].slide:
        blocks.pop()
    return tuple(blocks)


def one_line(text: str) -> str:
    """Return text with white space folded and without characters that no document may hold."""
    return " ".join(safe_characters(text).split())


def table_block(cells: Cells, page: int = 0, slide: int = 0) -> Block:
    """Return the block of a table; lines within a cell are line feeds there, spaces in the text."""
    text = "\n".join("\t".join(" ".join(cell.split()) for cell in row) for row in cells)
    return Block(BlockKind.TABLE, text, cells=cells, page=page, slide=slide)


def _parts(line: Line) -> Iterator[Line]:
    """Take a paragraph apart where somebody made paragraphs or items of it by line breaks."""
    if line.role is Role.TABLE or "\n" not in line.text:
        yield line
        return
    parts = _PARAGRAPHS.split(line.text) if line.role in _TEXT_ROLES else [line.text]
    texts = [item for part in parts for item in _items(part) if item.strip()]
    for place, text in enumerate(texts):
        last = place == len(texts) - 1
        label = line.label if place == 0 else None
        yield replace(line, text=text, label=label, notes=line.notes if last else ())
    if not texts:
        yield replace(line, text="")


def _items(text: str) -> Iterator[str]:
    """Yield the text up to each line break after which a typed item begins."""
    kept: list[str] = []
    for piece in text.split("\n"):
        if kept and begins_item(piece.lstrip()):
            yield "\n".join(kept)
            kept = []
        kept.append(piece)
    yield "\n".join(kept)


def _blocks(lines: list[Line], lists: frozenset[str]) -> Iterator[Block]:
    page = 0
    for line in lines:
        if line.role is Role.BREAK:
            yield Block(BlockKind.BREAK, page=page, slide=line.slide)
            continue
        block = _block(line, lists)
        if block is not None:
            if page and block.page > page:
                yield Block(BlockKind.BREAK, page=page)
            page = max(page, block.page)
            yield block
        for note in line.notes:
            yield from _note(note, line)


def _note(note: Note, line: Line) -> Iterator[Block]:
    text = one_line(note.text)
    if text:
        mark = one_line(note.mark)
        yield Block(BlockKind.FOOTNOTE, text, number=mark, page=line.page, slide=line.slide)


def _block(line: Line, lists: frozenset[str]) -> Block | None:
    if line.role is Role.TABLE:
        cells = tuple(tuple(_cell(cell) for cell in row) for row in line.cells)
        if not any(map(any, cells)):
            return None
        return table_block(cells, line.page, line.slide)
    label, text = line.label, line.text.strip()
    if label is None:
        label, text = split_label(text)
    if line.role is Role.CONTENTS:
        # The tab before the page number is kept: it shows what the line is.
        text = "\t".join(filter(None, map(one_line, text.split("\t"))))
    else:
        text = one_line(text)
    if not text:
        return None
    kind, level, number = _kind(line, label, lists)
    return Block(kind, text, level=level, number=number, page=line.page, slide=line.slide)


def _kind(line: Line, label: Label | None, lists: frozenset[str]) -> tuple[BlockKind, int, str]:
    """Return what a line of text is, its level and its number."""
    number = one_line(label.number) if label else ""
    if line.role in (Role.TITLE, Role.HEADING):
        return BlockKind.HEADING, min(max(line.level, 1), 9), number
    if label is None:
        quoted = line.role is Role.QUOTATION
        return (BlockKind.QUOTATION if quoted else BlockKind.PARAGRAPH), 0, ""
    if line.role is Role.CONTENTS:
        return BlockKind.PARAGRAPH, 0, number
    if _numbers_paragraphs(label) and label.sequence not in lists:
        return BlockKind.NUMBERED, 0, number
    return BlockKind.LIST_ITEM, label.depth + 1, number


def _numbers_paragraphs(label: Label) -> bool:
    """Tell figures that number paragraphs from letters, and from the figures of a nested list."""
    if not _FIGURE.search(label.number):
        return False
    return label.depth == 0 or "." in label.number


def _cell(text: str) -> str:
    return "\n".join(filter(None, map(one_line, text.split("\n"))))
