"""Blocks cut in two where a question and its answer stand in one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from desktop.core.document import Block, BlockKind

# "... for us all. Question 8: Do you agree": a question that was run into the paragraph before it.
_INSIDE = re.compile(
    r"(?<=[.?!”\"’)]\s)(?:Consultation )?(?:Question|QUESTION"
    r"|Q)\s?\d{1,3}[a-z]?\s?[:.)]\s(?=[A-Z])"
)
_PROSE = frozenset({BlockKind.PARAGRAPH, BlockKind.NUMBERED, BlockKind.LIST_ITEM})


def split(
    blocks: Sequence[Block], cuts: Mapping[int, Iterable[int]]
) -> tuple[tuple[Block, ...], tuple[int, ...]]:
    """Cut blocks before the characters given; returns the new blocks and where each old one now
    begins. Nothing is lost but white space at the cuts.
    """
    new: list[Block] = []
    moved: list[int] = []
    for at, block in enumerate(blocks):
        moved.append(len(new))
        new.extend(_cut(block, sorted(set(cuts[at]))) if at in cuts else (block,))
    return tuple(new), tuple(moved)


def _cut(block: Block, places: Sequence[int]) -> list[Block]:
    edges = [0, *places, len(block.text)]
    texts = [block.text[a:b].strip() for a, b in pairwise(edges)]
    texts = [text for text in texts if text]
    if len(texts) < 2:
        return [block]
    rest = replace(block, kind=BlockKind.PARAGRAPH, level=0, number="")
    return [replace(block, text=texts[0]), *(replace(rest, text=text) for text in texts[1:])]


def run_in_questions(blocks: Sequence[Block]) -> dict[int, list[int]]:
    """Return where questions with a label begin in the middle of a paragraph."""
    found: dict[int, list[int]] = {}
    for at, block in enumerate(blocks):
        if (block.kind in _PROSE and "uestion" in block.text) or "Q" in block.text:
            places = [each.start() for each in _INSIDE.finditer(block.text) if each.start()]
            if places and block.kind in _PROSE:
                found[at] = places
    return found
