"""What all writers of an Outline work out alike: what is indented, which columns are figures."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from desktop.core.outline import OutlineBlock, ParagraphBlock, Runs, TableBlock
from desktop.core.rules import Part
from desktop.export.blocks import plain_words
from desktop.export.marks import unmarked

# Years and ranges of years are names rather than amounts: they stay on the left.
_FIGURE = re.compile(r"[-+−–]?[£€$]?(?=[\d,.]*\d)(?!(?:19|20)\d\d$)[\d,.]+ ?(?:%|[kKmM]|bn)?")

Place = tuple[Part, str]


def place_of(block: OutlineBlock) -> Place:
    """Return the part, and in it the answer, that a block stands in."""
    return block.part, block.question


def numbered_places(blocks: Iterable[OutlineBlock]) -> frozenset[Place]:
    """Return where paragraphs have numbers: lists there are indented as the paragraphs' text is."""
    return frozenset(
        place_of(block) for block in blocks if isinstance(block, ParagraphBlock) and block.number
    )


def figure_columns(block: TableBlock) -> tuple[bool, ...]:
    """Tell of each column of a table whether it holds nothing but figures, read from the right."""
    return tuple(
        _all_figures([row[column] for row in block.rows]) for column in range(len(block.header))
    )


def _all_figures(cells: Sequence[Runs]) -> bool:
    words = [unmarked(plain_words(cell)) for cell in cells]
    return any(words) and all(_FIGURE.fullmatch(word) for word in words if word)
