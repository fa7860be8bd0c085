"""Marking the sentences of a document that are worth keeping."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from desktop.core.document import Block, BlockKind
from desktop.core.understanding import Mark, SentenceKind
from desktop.corpus.sentences.kinds import Told, told
from desktop.corpus.sentences.scoring import SentenceScores, classify_all
from desktop.corpus.sentences.splitting import sentences

_FEWEST_WORDS = 4
_LONGEST_QUOTATION = 1000
# How sure it must be to be worth a person's look. A wrong recommendation or figure costs most.
_LEAST = {
    SentenceKind.RECOMMENDATION: 0.6,
    SentenceKind.CLAIM: 0.55,
    SentenceKind.FIGURE: 0.5,
    SentenceKind.CASE: 0.5,
    SentenceKind.TESTIMONY: 0.55,
    SentenceKind.QUOTATION: 0.5,
    SentenceKind.FACT: 0.5,
    SentenceKind.REFERENCE: 0.6,
}


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence and its place; ``after`` is what follows it in its block.

    A displayed quotation is one sentence, and what follows it is the next block.
    """

    block: int
    start: int
    end: int
    text: str
    kind: BlockKind
    after: str


def mark(blocks: Sequence[Block]) -> tuple[Mark, ...]:
    """Return the sentences that recommend, claim or give evidence, in the order of the document.

    Headings are left alone. What stands under one heading is judged together, since a sentence is
    often what its neighbours are.
    """
    return tuple(found for section in _sections(blocks) for found in _marks(section))


def _sections(blocks: Sequence[Block]) -> Iterator[list[Sentence]]:
    """Yield the sentences under each heading."""
    numbered = enumerate(blocks)
    for heading, group in groupby(numbered, key=lambda pair: pair[1].kind is BlockKind.HEADING):
        if not heading:
            yield [sentence for at, _ in group for sentence in _sentences(at, blocks)]


def _sentences(at: int, blocks: Sequence[Block]) -> Iterator[Sentence]:
    block = blocks[at]
    text = block.text
    if block.kind is BlockKind.BREAK:
        return
    if block.kind is BlockKind.QUOTATION and len(text) <= _LONGEST_QUOTATION:
        after = blocks[at + 1].text if at + 1 < len(blocks) else ""
        spans = [(0, len(text))]
    else:
        after = ""
        spans = sentences(text)
    for start, end in spans:
        if text.count(" ", start, end) >= _FEWEST_WORDS - 1:
            said = text[start:end]
            yield Sentence(at, start, end, said, block.kind, after or text[end : end + 200])


def _marks(section: list[Sentence]) -> Iterable[Mark]:
    for sentence, scores in zip(
        section, classify_all([each.text for each in section]), strict=True
    ):
        what = told(sentence.text, sentence.kind, scores, sentence.after)
        # As sure as it is shown to be: two digits.
        if what and round(what.confidence, 2) >= _LEAST[what.kind]:
            yield _mark(sentence, what, scores)


def _mark(sentence: Sentence, what: Told, scores: SentenceScores) -> Mark:
    return Mark(
        block=sentence.block,
        start=sentence.start,
        end=sentence.end,
        text=sentence.text,
        kind=what.kind,
        confidence=round(what.confidence, 2),
        cues=what.cues or scores.cues,
        speaker=what.speaker,
    )
