"""From a review to what the library gets: passages, whole answers and the Source."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from desktop.core import text as answer
from desktop.core.document import Block, BlockKind
from desktop.core.evidence import Origin, Passage, Source, SourceKind
from desktop.core.imports import ImportedDocument, KeptPart, Review, TakenAnswer, TakenPassage
from desktop.core.understanding import Part, PartRole, Piece
from desktop.corpus.understanding.pieces import pieces
from desktop.markup import write

_LEFT_OUT = frozenset({BlockKind.BREAK, BlockKind.FOOTNOTE})


def source_of(document: ImportedDocument) -> Source:
    """Return the Source that an import is in the library."""
    return Source(
        key=document.source,
        title=document.title,
        author=document.author or document.organisation,
        date=document.sent or document.date,
        kind=document.kind,
        origin=Origin.OWN,
    )


def passages_of(review: Review) -> list[TakenPassage]:
    """Return the passages of a review as it stands; a call for evidence has none to offer."""
    document = review.document
    if document.kind is SourceKind.CALL_FOR_EVIDENCE:
        return []
    blocks = [kept.block for kept in review.blocks]
    found = pieces(blocks, parts_of(review))
    marks = _marks_of(review, found)
    return [
        TakenPassage(
            Passage(
                id=f"{document.id}:{position}",
                source=document.source,
                document=document.id,
                position=position,
                text=piece.text,
                # Where it stood in the file, whatever has been moved since.
                locator=review.blocks[piece.first].locator.words(),
                number=piece.number,
                question=piece.question,
                ref=piece.ref,
            ),
            review.blocks[piece.first].id,
            review.blocks[piece.end - 1].id,
            tuple(marks[position]),
        )
        for position, piece in enumerate(found)
    ]


def _marks_of(review: Review, found: Sequence[Piece]) -> dict[int, list[str]]:
    """Return the ids of the marks in each piece: of a paragraph that was cut, in the piece that
    has the sentence.
    """
    places = {kept.id: place for place, kept in enumerate(review.blocks)}
    marks: dict[int, list[str]] = defaultdict(list)
    for mark in review.marks:
        place = places.get(mark.block, -1)
        here = [at for at, piece in enumerate(found) if piece.first <= place < piece.end]
        holding = [at for at in here if mark.text in found[at].text]
        for at in (holding or here)[:1]:
            marks[at].append(mark.id)
    return marks


def answers_of(review: Review) -> list[TakenAnswer]:
    """Return the whole answers of a past response, in the order of the document."""
    if review.document.kind is not SourceKind.PAST_RESPONSE:
        return []
    taken: list[TakenAnswer] = []
    for part in parts_of(review):
        blocks = [kept.block for kept in review.blocks[part.body : part.end]]
        text = write(as_answer(blocks)).strip()
        if part.role is PartRole.ANSWER and text:
            locator = review.blocks[part.body].locator.words()
            taken.append(TakenAnswer(part.number, part.question, part.ref, text, locator))
    return taken


def parts_of(review: Review) -> tuple[Part, ...]:
    """Return the parts of a review by the places of their blocks."""
    places = {kept.id: place for place, kept in enumerate(review.blocks)}
    known = [part for part in review.parts if part.first in places]
    if not known:
        end = len(review.blocks)
        return (Part(PartRole.OTHER, 0, 0, end),) if end else ()
    ends = [*(places[part.first] for part in known[1:]), len(review.blocks)]
    return tuple(
        Part(
            part.role,
            places[part.first],
            _body(part, places, end),
            end,
            part.number,
            part.question,
            part.ref,
            part.confidence,
        )
        for part, end in zip(known, ends, strict=True)
    )


def as_answer(blocks: Sequence[Block]) -> answer.Blocks:
    """Return blocks of a document as those of an answer, which are fewer and simpler."""
    return tuple(_answer_blocks(blocks))


def _body(part: KeptPart, places: dict[str, int], end: int) -> int:
    return min(max(places.get(part.body, end), places[part.first]), end)


def _answer_blocks(blocks: Sequence[Block]) -> Iterator[answer.Block]:
    for block in blocks:
        line = _line(block.text)
        if block.kind in _LEFT_OUT or not line:
            continue
        match block.kind:
            case BlockKind.HEADING:
                yield answer.Subheading(line)
            case BlockKind.LIST_ITEM:
                yield answer.ListBlock(ordered=False, items=(line,))
            case BlockKind.QUOTATION:
                yield answer.Quote((line,))
            case BlockKind.TABLE if block.cells:
                yield _table(block)
            case _:
                yield answer.Paragraph(line)


def _table(block: Block) -> answer.Table:
    rows = [tuple(map(_line, row)) for row in block.cells]
    return answer.Table(rows[0], tuple(rows[1:]))


def _line(text: str) -> answer.Line:
    words = " ".join(text.split())
    return (answer.Text(words),) if words else ()
