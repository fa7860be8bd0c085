"""A document cut into pieces of the size of a paragraph, to be found and cited.

Every block of running text is in exactly one piece (a long one in several, each character once), in
order. Left out are headings, page breaks, footnotes, tables of contents and the wording of the
questions of a response, which is kept beside each piece instead.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from desktop.core.document import Block, BlockKind, Locator, locators
from desktop.core.understanding import Part, PartRole, Piece
from desktop.corpus.understanding.cutting import cut
from desktop.corpus.understanding.wording import word_count

SHORTEST, LONGEST = 20, 150
_LIST = 80
_NO_PIECE = frozenset({BlockKind.HEADING, BlockKind.BREAK, BlockKind.FOOTNOTE})


@dataclass(slots=True)
class _Draft:
    """A piece being gathered: the texts of its blocks, its first block and the one after it."""

    first: int
    end: int
    texts: list[str] = field(default_factory=list[str])
    words: int = 0
    lists: bool = False
    alone: bool = False

    def takes(self, block: Block, words: int) -> bool:
        """Tell whether a block may join: the piece is short, or its list goes on."""
        if self.alone or self.words + words > LONGEST:
            return False
        if self.words < SHORTEST:
            return True
        goes_on = block.kind is BlockKind.LIST_ITEM and self.lists
        return goes_on and self.words + words <= _LIST

    def add(self, block: Block, at: int, words: int) -> None:
        """Take a block in."""
        self.texts.append(block.text.strip())
        self.words += words
        self.end = at + 1
        self.lists = block.kind is BlockKind.LIST_ITEM or block.text.rstrip().endswith(":")


def pieces(blocks: Sequence[Block], parts: Sequence[Part]) -> tuple[Piece, ...]:
    """Return the pieces of the parts' bodies, in order; none crosses a heading or a Part."""
    places = locators(blocks)
    return tuple(
        Piece(
            text, places[draft.first], draft.first, draft.end, part.number, part.question, part.ref
        )
        for part in parts
        if part.role is not PartRole.CONTENTS
        for draft in _joined(_drafts(blocks, part, places))
        for text in _texts(draft)
    )


def _drafts(
    blocks: Sequence[Block], part: Part, places: Sequence[Locator]
) -> Iterator[_Draft | None]:
    """Yield the pieces of a part, and None where a heading or a slide parts them."""
    draft: _Draft | None = None
    slide = -1
    for at in range(part.body, part.end):
        block = blocks[at]
        if block.kind is BlockKind.HEADING or places[at].slide != slide:
            if draft:
                yield draft
            yield None
            draft, slide = None, places[at].slide
        if block.kind in _NO_PIECE or not block.text.strip():
            continue
        words = word_count(block.text)
        if draft and (block.kind is BlockKind.TABLE or not draft.takes(block, words)):
            yield draft
            draft = None
        if draft is None:
            draft = _Draft(at, at, alone=block.kind is BlockKind.TABLE or words > LONGEST)
        draft.add(block, at, words)
    if draft:
        yield draft


def _joined(drafts: Iterator[_Draft | None]) -> Iterator[_Draft]:
    """Join a short last piece under a heading to the one before it, where both fit in one."""
    held: _Draft | None = None
    for draft in drafts:
        if held and draft and draft.words < SHORTEST and _fit(held, draft):
            held.texts.extend(draft.texts)
            held.words += draft.words
            held.end = draft.end
            continue
        if held:
            yield held
        held = draft
    if held:
        yield held


def _fit(held: _Draft, draft: _Draft) -> bool:
    return not held.alone and not draft.alone and held.words + draft.words <= LONGEST


def _texts(draft: _Draft) -> list[str]:
    text = "\n".join(draft.texts)
    return [text] if draft.words <= LONGEST else cut(text, LONGEST, SHORTEST)
