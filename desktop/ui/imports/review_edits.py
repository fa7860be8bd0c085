"""What a person does to a paragraph or a part of an import, as Edits. None = it cannot be done."""

from __future__ import annotations

from desktop.core.document import BlockKind
from desktop.core.intake_edits import (
    JoinPart,
    MergeBlocks,
    MoveBlock,
    MovePart,
    SetBlockKind,
    SplitBlock,
    StartPart,
)
from desktop.core.understanding import PartRole
from desktop.ui.models.block_words import BLOCK_CHOICES
from desktop.ui.models.review_rows import Picture

_WHOLE = frozenset({BlockKind.TABLE, BlockKind.BREAK})


def joining(shown: Picture, block: str) -> MergeBlocks | None:
    """Join a paragraph to the one above it."""
    above, here = shown.neighbour(block, -1), shown.block(block)
    if above is None or here is None or {above.block.kind, here.block.kind} & _WHOLE:
        return None
    return MergeBlocks(shown.review.document.id, block)


def splitting(shown: Picture, block: str, at: int, new: str) -> SplitBlock | None:
    """Split a paragraph where the caret is."""
    kept = shown.block(block)
    if kept is None or kept.block.kind in _WHOLE:
        return None
    text = kept.block.text
    if not text[:at].strip() or not text[at:].strip():
        return None
    return SplitBlock(shown.review.document.id, block, at, new)


def moving(shown: Picture, block: str, by: int) -> MoveBlock | None:
    """Move a paragraph one place up or down."""
    if shown.neighbour(block, by) is None:
        return None
    before = shown.neighbour(block, -1 if by < 0 else 2)
    return MoveBlock(shown.review.document.id, block, before.id if before else "")


def setting_kind(shown: Picture, block: str, choice: int) -> SetBlockKind | None:
    """Say what a paragraph is: a place in BLOCK_CHOICES."""
    if shown.block(block) is None:
        return None
    kind, level, _ = BLOCK_CHOICES[choice]
    return SetBlockKind(shown.review.document.id, block, kind, level)


def beginning(shown: Picture, block: str, new: str) -> StartPart | None:
    """Let an answer begin at a paragraph."""
    part = shown.part_at(block)
    if part is None or part.first == block:
        return None
    return StartPart(shown.review.document.id, block, new, PartRole.ANSWER)


def joining_part(shown: Picture, part: str) -> JoinPart | None:
    """Join a part to the one before it."""
    names = [each.id for each in shown.review.parts]
    if part not in names[1:]:
        return None
    return JoinPart(shown.review.document.id, part)


def moving_part(shown: Picture, part: str, by: int) -> MovePart | None:
    """Move a part one place up or down."""
    names = [each.id for each in shown.review.parts]
    if part not in names or not 0 <= names.index(part) + by < len(names):
        return None
    place = names.index(part) + (-1 if by < 0 else 2)
    before = names[place] if place < len(names) else ""
    return MovePart(shown.review.document.id, part, before)
