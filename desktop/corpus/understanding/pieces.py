"""A document cut into pieces of the size of a paragraph."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.core.document import Block, BlockKind, locators
from desktop.core.understanding import Part, PartRole, Piece

_NO_PIECE = frozenset({BlockKind.HEADING, BlockKind.BREAK})


def pieces(blocks: Sequence[Block], parts: Sequence[Part]) -> tuple[Piece, ...]:
    """Return the pieces of the parts' bodies, in order."""
    places = locators(blocks)
    found: list[Piece] = []
    for part in parts:
        if part.role is PartRole.CONTENTS:
            continue
        for at in range(part.body, part.end):
            text = blocks[at].text.strip()
            if text and blocks[at].kind not in _NO_PIECE:
                found.append(
                    Piece(text, places[at], at, at + 1, part.number, part.question, part.ref)
                )
    return tuple(found)
