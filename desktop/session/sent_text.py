"""What was sent, taken apart as an import would be: the Outline knows every part of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from hashlib import sha256
from itertools import groupby
from pathlib import Path

from desktop.core.consultation import question_ref
from desktop.core.document import Block, BlockKind, Document, DocumentFormat, Metadata, locators
from desktop.core.evidence import SourceKind
from desktop.core.imports import (
    ImportedDocument,
    ImportState,
    KeptBlock,
    KeptMark,
    KeptPart,
    Review,
)
from desktop.core.outline import (
    BulletsBlock,
    HeadingBlock,
    Level,
    Note,
    NoteRef,
    Outline,
    OutlineBlock,
    ParagraphBlock,
    QuoteBlock,
    Runs,
    TableBlock,
)
from desktop.core.response import Draft
from desktop.core.rules import Part as SubmissionPart
from desktop.core.sending import Sending, SentText
from desktop.core.text import Text
from desktop.core.understanding import Mark, Part, PartRole, Understanding
from desktop.session.taking import answers_of, passages_of
from desktop.store.imports.adding import block_id

_LEVELS = {Level.TITLE: 1, Level.SECTION: 1, Level.QUESTION: 2, Level.SUBHEADING: 3}
_ROLES = {
    SubmissionPart.ABOUT: PartRole.ABOUT_US,
    SubmissionPart.SUMMARY: PartRole.SUMMARY,
    SubmissionPart.RECOMMENDATIONS: PartRole.RECOMMENDATIONS,
}


def sent_text(
    draft: Draft,
    outline: Outline,
    sending: Sending,
    now: datetime,
    translated: Iterable[tuple[Draft, Outline]] = (),
) -> SentText:
    """Return what was sent as the library is to keep it.

    Args:
        draft: the Response.
        outline: what its document says.
        sending: the entry of the log; its ``document`` is the id of the import to be.
        now: when it comes into the library.
        translated: the same in other languages, each with its document. It follows in the same
            text; what is not translated is not kept twice.
    """
    from desktop.corpus.sentences import mark

    blocks, parts = _joined(draft, outline, translated)
    path = Path(sending.file) if sending.file else None
    kind = DocumentFormat.TEXT if path and path.suffix == ".txt" else DocumentFormat.DOCX
    known = Understanding(
        document=Document(kind, blocks, Metadata(title=outline.title)),
        kind=SourceKind.PAST_RESPONSE,
        confidence=1.0,
        title=f"Response to: {outline.inquiry}",
        author=outline.organisation,
        date=sending.sent.date().isoformat(),
        parts=parts,
        marks=mark(blocks),
    )
    review = _review(draft, sending, known, now)
    return SentText(
        document=sending.document,
        name=path.name if path else outline.title,
        path=sending.file,
        format=kind,
        digest=_digest(path, blocks),
        organisation=outline.organisation,
        consultation=draft.consultation.id,
        kept=now,
        understanding=known,
        passages=tuple(passages_of(review)),
        answers=tuple(answers_of(review)),
    )


Place = tuple[SubmissionPart, str]


def _joined(
    draft: Draft, outline: Outline, translated: Iterable[tuple[Draft, Outline]]
) -> tuple[tuple[Block, ...], tuple[Part, ...]]:
    """Return the blocks and parts of the document, then those of it in other languages."""
    blocks, places = _blocks(outline)
    parts = list(_parts(draft, blocks, places))
    for other, document in translated:
        more, where = _other_than(blocks, *_blocks(document))
        parts += _parts(other, more, where, len(blocks))
        blocks += more
    return blocks, tuple(parts)


def _blocks(outline: Outline) -> tuple[tuple[Block, ...], tuple[Place, ...]]:
    """Return the blocks of the document, and the part of the submission that each stands in."""
    notes = {note.number: note for note in outline.notes}
    found = [
        (block, (said.part, said.question))
        for said in outline.blocks
        for block in _with_notes(said, notes)
    ]
    return tuple(block for block, _ in found), tuple(place for _, place in found)


def _other_than(
    known: tuple[Block, ...], blocks: tuple[Block, ...], places: tuple[Place, ...]
) -> tuple[tuple[Block, ...], tuple[Place, ...]]:
    """Return the blocks that say what no known one does, with their footnotes and their places."""
    said = {block.text for block in known}
    kept: list[tuple[Block, Place]] = []
    new = False
    for block, place in zip(blocks, places, strict=True):
        if block.kind is not BlockKind.FOOTNOTE:
            new = block.text not in said
        if new:
            kept.append((block, place))
    return tuple(block for block, _ in kept), tuple(place for _, place in kept)


def _with_notes(said: OutlineBlock, notes: dict[int, Note]) -> Iterator[Block]:
    yield from _block(said)
    for number in _marks_in(said):
        yield Block(BlockKind.FOOTNOTE, notes[number].text, number=str(number))


def _block(said: OutlineBlock) -> Iterator[Block]:
    match said:
        case HeadingBlock(level, words):
            yield Block(BlockKind.HEADING, words, level=_LEVELS[level])
        case ParagraphBlock(runs, _, number):
            kind = BlockKind.NUMBERED if number else BlockKind.PARAGRAPH
            yield Block(kind, _words(runs), number=number)
        case BulletsBlock():
            for place, (item, ref) in enumerate(said.lines, 1):
                words = " ".join(filter(None, (_words(item), ref)))
                number = str(place) if said.ordered else ""
                yield Block(BlockKind.LIST_ITEM, words, level=1, number=number)
        case QuoteBlock(paragraphs):
            for line in paragraphs:
                yield Block(BlockKind.QUOTATION, _words(line))
        case TableBlock(header, rows):
            cells = tuple(tuple(map(_words, row)) for row in (header, *rows))
            text = "\n".join("\t".join(row) for row in cells)
            yield Block(BlockKind.TABLE, text, cells=cells)


def _marks_in(said: OutlineBlock) -> Iterator[int]:
    """Yield the numbers of the footnotes that a block refers to."""
    if isinstance(said, HeadingBlock):
        yield from said.notes
        return
    for runs in _lines(said):
        yield from (run.number for run in runs if isinstance(run, NoteRef))


def _lines(said: OutlineBlock) -> Iterable[Runs]:
    match said:
        case ParagraphBlock(runs):
            return (runs,)
        case BulletsBlock(items):
            return items
        case QuoteBlock(paragraphs):
            return paragraphs
        case TableBlock(header, rows):
            return (*header, *(cell for row in rows for cell in row))
        case HeadingBlock():
            return ()


def _words(runs: Runs) -> str:
    return "".join(run.text for run in runs if isinstance(run, Text))


def _parts(
    draft: Draft, blocks: tuple[Block, ...], places: tuple[Place, ...], before: int = 0
) -> Iterator[Part]:
    """Yield the parts of the document, one after the other; an answer knows its question.
    ``before`` is how many blocks there are before these.
    """
    first = before
    for (part, number), group in groupby(places):
        end = first + sum(1 for _ in group)
        body = first + (blocks[first - before].kind is BlockKind.HEADING)
        if number and part is SubmissionPart.ANSWERS:
            question = draft.consultation.question(number)
            ref = question_ref(draft.consultation.id, number)
            yield Part(PartRole.ANSWER, first, body, end, number, question.text, ref)
        else:
            yield Part(_ROLES.get(part, PartRole.OTHER), first, body, end)
        first = end


def _review(draft: Draft, sending: Sending, known: Understanding, now: datetime) -> Review:
    """Return it as a review would show it."""
    blocks = known.document.blocks
    document = ImportedDocument(
        id=sending.document,
        name=known.title,
        path=sending.file,
        digest="",
        format=known.document.format,
        kind=known.kind,
        confidence=known.confidence,
        state=ImportState.ACCEPTED,
        source="",
        title=known.title,
        author=known.author,
        date=known.date,
        imported=now,
        consultation=draft.consultation.id,
        organisation=known.author,
        sent=known.date,
    )
    kept = (
        KeptBlock(block_id(place), block, where)
        for place, (block, where) in enumerate(zip(blocks, locators(blocks), strict=True))
    )
    parts = (_kept_part(place, part) for place, part in enumerate(known.parts))
    marks = (_kept_mark(place, mark) for place, mark in enumerate(known.marks))
    return Review(document, tuple(kept), tuple(parts), tuple(marks))


def _kept_part(place: int, part: Part) -> KeptPart:
    body = block_id(part.body) if part.body < part.end else ""
    first = block_id(part.first)
    return KeptPart(f"p{place}", part.role, first, body, part.number, part.question, part.ref)


def _kept_mark(place: int, mark: Mark) -> KeptMark:
    block = block_id(mark.block)
    return KeptMark(f"m{place}", block, mark.start, mark.end, mark.text, mark.kind, mark.confidence)


def _digest(path: Path | None, blocks: Iterable[Block]) -> str:
    """Return the digest of the file where it is still there, otherwise that of what it says."""
    try:
        said = path.read_bytes() if path else b""
    except OSError:
        said = b""
    if not said:
        said = "\n".join(block.text for block in blocks).encode()
    return sha256(said).hexdigest()
