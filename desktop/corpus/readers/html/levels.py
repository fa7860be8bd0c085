"""Levels of headings that were told by bold type alone: one below the heading they stand under."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from desktop.core.document import Block, BlockKind

_DEEPEST = 9


def settled(blocks: Iterable[Block]) -> list[Block]:
    """Return the blocks, each heading with a level."""
    found: list[Block] = []
    real = 0
    for block in blocks:
        if block.kind is BlockKind.HEADING:
            if block.level:
                real = block.level
            else:
                depth = block.number.count(".") if block.number else 0
                block = replace(block, level=min(_DEEPEST, max(real + 1, 2) + depth))
        found.append(block)
    return found
