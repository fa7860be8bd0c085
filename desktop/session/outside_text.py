"""Blocks of a document from outside as texts of a response: paragraphs with what they cite."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from desktop.core import text as answer
from desktop.core.document import Block, BlockKind
from desktop.core.evidence import Origin, Source
from desktop.markup import write
from desktop.session.taking import as_answer

_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
_ADDRESS = re.compile(r"https?://[^\s<>]+")
# "As above": a note that points at the one before it.
_SAME = re.compile(
    r"\W*(?:ibid|idem|op\.? ?cit|loc\.? ?cit|as (?:above|before)|see (?:above|note))"
)


@dataclass(slots=True)
class OutsideTexts:
    """Writes blocks as texts, and keeps a Source for each footnote that they refer to."""

    sources: dict[str, Source] = field(default_factory=dict[str, Source])
    _last: Source | None = None

    def written(self, blocks: Iterable[Block]) -> str:
        """Return blocks as Markdown; a paragraph cites the footnotes that follow it."""
        made: list[answer.Block] = []
        for block in blocks:
            if block.kind is BlockKind.FOOTNOTE:
                if made and block.text.strip():
                    made[-1] = _citing(made[-1], answer.Cite(self._source(block)))
            else:
                made.extend(as_answer([block]))
        return write(made)

    def _source(self, block: Block) -> str:
        key = f"note-{len(self.sources) + 1}"
        words = " ".join(block.text.split())
        years = _YEAR.findall(words)
        address = _ADDRESS.search(words)
        if self._last is not None and _SAME.match(words.lower()):
            source = replace(self._last, key=key)
        else:
            source = Source(
                key,
                title=words,
                date=max(years, default=""),
                address=address[0].rstrip(".,;)") if address else "",
                origin=Origin.OWN,
            )
        self.sources[key] = self._last = source
        return key


def plain_lines(blocks: Sequence[Block]) -> list[str]:
    """Return the words of each block of text, headings and notes left out."""
    kinds = (BlockKind.HEADING, BlockKind.FOOTNOTE, BlockKind.BREAK)
    return [
        words
        for block in blocks
        if block.kind not in kinds and (words := " ".join(block.text.split()))
    ]


def _citing(block: answer.Block, cite: answer.Cite) -> answer.Block:
    """Return a block whose last line ends with a citation; a table cites in its last cell."""
    match block:
        case answer.Paragraph(line):
            return answer.Paragraph((*line, cite))
        case answer.Subheading(line):
            return answer.Subheading((*line, cite))
        case answer.ListBlock(ordered, (*items, last)):
            return answer.ListBlock(ordered, (*items, (*last, cite)))
        case answer.Quote((*paragraphs, last)):
            return answer.Quote((*paragraphs, (*last, cite)))
        case answer.Table(header, (*rows, (*cells, last))):
            return answer.Table(header, (*rows, (*cells, (*last, cite))))
        case _:
            return block
