"""What the blocks of a document and the questions of a call are called on screen."""

from __future__ import annotations

from desktop.core.consultation import LimitUnit, QuestionKind
from desktop.core.document import Block, BlockKind

# What a person can say a block is: its kind with its level.
BLOCK_CHOICES: tuple[tuple[BlockKind, int, str], ...] = (
    (BlockKind.PARAGRAPH, 0, "Paragraph"),
    (BlockKind.NUMBERED, 0, "Numbered paragraph"),
    (BlockKind.HEADING, 1, "Heading"),
    (BlockKind.HEADING, 2, "Sub-heading"),
    (BlockKind.HEADING, 3, "Lesser heading"),
    (BlockKind.LIST_ITEM, 1, "List item"),
    (BlockKind.LIST_ITEM, 2, "List item in a list"),
    (BlockKind.QUOTATION, 0, "Quotation"),
    (BlockKind.FOOTNOTE, 0, "Footnote"),
)
_OTHERS = {BlockKind.TABLE: "Table", BlockKind.BREAK: "Page break"}
QUESTION_KINDS = {
    QuestionKind.OPEN: "Open",
    QuestionKind.AGREE_SCALE: "Scale of agreement",
    QuestionKind.SINGLE: "One option",
    QuestionKind.MULTIPLE: "Several options",
}
LIMIT_UNITS = {
    LimitUnit.WORDS: "words",
    LimitUnit.CHARACTERS: "characters",
    LimitUnit.PAGES: "pages",
}


def block_choice(block: Block) -> int:
    """Return the place in BLOCK_CHOICES that a block has, -1 for what a person cannot choose."""
    near = [
        (abs(level - block.level), place)
        for place, (kind, level, _) in enumerate(BLOCK_CHOICES)
        if kind is block.kind
    ]
    return min(near)[1] if near else -1


def block_words(block: Block) -> str:
    """Return what a block is."""
    place = block_choice(block)
    return BLOCK_CHOICES[place][2] if place >= 0 else _OTHERS[block.kind]
