"""Changing lines of answer text by the places of their plain words; looks and citations stay."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from desktop.core.text import (
    Block,
    Blocks,
    Inline,
    Line,
    ListBlock,
    Paragraph,
    Quote,
    Subheading,
    Table,
    Text,
)


def replaced(line: Line, start: int, end: int, after: str) -> Line:
    """Return a line with ``after`` in the place of the characters ``start`` to ``end`` of its plain
    words. It gets the look of what it replaces, or of what stands before it.
    """
    out: list[Inline] = []
    last, put = 0, False
    for part in line:
        if not isinstance(part, Text):
            out.append(part)
            continue
        first, last = last, last + len(part.text)
        if not (first < end and last > start if end > start else first <= start <= last):
            out.append(part)
            continue
        before, rest = part.text[: max(start - first, 0)], part.text[max(end - first, 0) :]
        words = before + ("" if put else after) + rest
        put = True
        if words:
            out.append(replace(part, text=words))
    return tuple(out) if put else (*out, Text(after))


def lines_changed(blocks: Blocks, changed: Iterable[Line]) -> Blocks:
    """Return the blocks with these lines in the place of their own, in the order of
    ``desktop.core.text.lines``.
    """
    coming = iter(changed)
    return tuple(_block(block, coming) for block in blocks)


def _block(block: Block, coming: Iterator[Line]) -> Block:
    match block:
        case Paragraph():
            return Paragraph(next(coming))
        case Subheading():
            return Subheading(next(coming))
        case ListBlock(ordered, items):
            return ListBlock(ordered, _take(coming, len(items)))
        case Quote(paragraphs):
            return Quote(_take(coming, len(paragraphs)))
        case Table(header, rows):
            top = _take(coming, len(header))
            return Table(top, tuple(_take(coming, len(row)) for row in rows))


def _take(coming: Iterator[Line], count: int) -> tuple[Line, ...]:
    return tuple(next(coming) for _ in range(count))
