"""The text of a planned answer, and what of it a person has still to review."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from desktop.core.drafting import AnswerPlan, Placed
from desktop.core.drafting_edits import Inserted
from desktop.core.evidence import Purpose
from desktop.core.text import Block, Blocks, Subheading, Text, normalise, one_line, texts

# Shorter answers read better without sub-headings.
_LONG = 400
_FEWEST_PARTS = 3


def body(plan: AnswerPlan, headings: Mapping[Purpose, str]) -> Blocks:
    """Return the text of an answer: its pieces in order, under sub-headings where it is long."""
    parts = dict.fromkeys(item.part for item in plan.placed if item.blocks)
    long = plan.length.words >= _LONG and len(parts) >= _FEWEST_PARTS
    return normalise(_blocks(plan.placed, headings if long else {}))


def inserted(plan: AnswerPlan) -> tuple[Inserted, ...]:
    """Return what will be unreviewed: each paragraph of each piece, and the key point."""
    return tuple(
        Inserted(item.candidate.id, text)
        for item in plan.placed
        for text in ([one_line(item.key_point)] if item.key_point else texts(item.blocks))
    )


def _blocks(placed: Iterable[Placed], headings: Mapping[Purpose, str]) -> Iterator[Block]:
    last: Purpose | None = None
    for item in placed:
        if item.blocks and item.part is not last:
            last = item.part
            if item.part in headings:
                yield Subheading((Text(headings[item.part]),))
        yield from item.blocks
