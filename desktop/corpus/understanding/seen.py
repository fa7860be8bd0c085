"""What is seen of each block at a glance, worked out once for all who look."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from desktop.core.document import Block, BlockKind
from desktop.corpus.understanding.contents_list import contents_blocks
from desktop.corpus.understanding.labels import Label, label
from desktop.corpus.understanding.wording import word_count

_NO_WORDS = frozenset({BlockKind.HEADING, BlockKind.BREAK, BlockKind.FOOTNOTE})
_OFTEN = 3
_SQUEEZE = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Seen:
    """The blocks of a document with their labels.

    ``contents`` are the blocks of tables of contents, ``repeated`` headings that come again and
    again (a running header that was left in), and ``before`` counts the words of running text in
    front of each block.
    """

    blocks: tuple[Block, ...]
    labels: tuple[Label | None, ...]
    contents: frozenset[int]
    repeated: frozenset[int]
    before: tuple[int, ...]

    def words(self, first: int, end: int) -> int:
        """Return how many words of running text stand in the blocks ``first`` to ``end``."""
        return self.before[end] - self.before[first] if end > first else 0

    def next_text(self, at: int) -> int:
        """Return the next block after ``at`` that is no page break or footnote."""
        at += 1
        while at < len(self.blocks) and self.blocks[at].kind in (
            BlockKind.BREAK,
            BlockKind.FOOTNOTE,
        ):
            at += 1
        return at


def see(blocks: Sequence[Block]) -> Seen:
    """Look at every block once."""
    contents = contents_blocks(blocks)
    counted = (
        0 if block.kind in _NO_WORDS or at in contents else word_count(block.text)
        for at, block in enumerate(blocks)
    )
    return Seen(
        blocks=tuple(blocks),
        labels=tuple(map(label, blocks)),
        contents=contents,
        repeated=_repeated(blocks),
        before=tuple(accumulate(counted, initial=0)),
    )


def _repeated(blocks: Sequence[Block]) -> frozenset[int]:
    """Return the headings of the same words on three pages or more."""
    places: dict[str, list[int]] = {}
    for at, block in enumerate(blocks):
        if block.kind is BlockKind.HEADING and block.page:
            places.setdefault(_SQUEEZE.sub(" ", block.text).casefold(), []).append(at)
    pages = Counter({words: len({blocks[at].page for at in ats}) for words, ats in places.items()})
    often = (words for words, count in pages.items() if count >= _OFTEN)
    return frozenset(at for words in often for at in places[words])
