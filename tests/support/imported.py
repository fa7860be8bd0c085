"""Files as they come from the reading processes, with made-up bodies and halls in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from desktop.core.document import Block, BlockKind, Document, DocumentFormat
from desktop.core.evidence import SourceKind
from desktop.core.understanding import Call, Mark, Part, PartRole, SentenceKind, Understanding
from desktop.corpus.pool import Reading
from desktop.corpus.understanding.pieces import pieces
from desktop.session import Session
from tests.support.workspace import INQUIRY

HALLS = (
    "Village halls in Fernbrook are kept open by 312 volunteers, who give four hours a week each "
    "to opening and cleaning them, and most of whom are over seventy years of age."
)
BUSES = (
    "Without an evening bus nobody under twenty can reach the hall in Thornley, and the youth club "
    "that used to meet there every Tuesday has closed its doors for want of members."
)
ASK = (
    "We recommend that the Government pay parish councils for each evening on which a hall is open "
    "to all, so that trustees need not choose between heating the building and closing it."
)
FIRST, SECOND = "What should the Big Society mean?", "How should it be paid for?"


def understood(
    *texts: str,
    ask: str = ASK,
    second: str = SECOND,
    confidence: float = 0.9,
    title: str = "Response of Fernbrook Trust",
    date: str = "2019-03-07",
) -> Understanding:
    """Give a past response of two answers: ``texts`` are the first, ``ask`` is the second."""
    blocks = [
        Block(BlockKind.HEADING, FIRST, 1, "1", page=1),
        *(
            Block(BlockKind.NUMBERED, text, number=str(n), page=1)
            for n, text in enumerate(texts or (HALLS, BUSES), 1)
        ),
        Block(BlockKind.HEADING, second, 1, "2", page=2),
        Block(BlockKind.PARAGRAPH, ask, page=2),
    ]
    cut, end = len(blocks) - 2, len(blocks)
    parts = (
        Part(PartRole.ANSWER, 0, 1, cut, "1", FIRST, f"{INQUIRY}#1", confidence),
        Part(PartRole.ANSWER, cut, cut + 1, end, "2", second, f"{INQUIRY}#2", 0.9),
    )
    mark = Mark(cut + 1, 0, len(ask), ask, SentenceKind.RECOMMENDATION, 0.9, ("recommend",))
    return Understanding(
        document=Document(DocumentFormat.DOCX, tuple(blocks), notices=("Read as accepted.",)),
        kind=SourceKind.PAST_RESPONSE,
        confidence=0.9,
        title=title,
        author="Fernbrook Trust",
        date=date,
        parts=parts,
        marks=(mark,),
        pieces=pieces(blocks, parts),
    )


def a_file(found: Understanding | None = None, *, name: str = "fernbrook.docx") -> Reading:
    """Give a file as a reading process does; its digest goes by name and text."""
    known = found or understood()
    text = "".join(block.text for block in known.document.blocks)
    return Reading(f"/papers/{name}", name, f"{name}/{hash(text)}", 1000, known)


def a_call(call: Call, blocks: Sequence[Block] = ()) -> Reading:
    """Give a call for evidence that was read."""
    known = understood()
    document = replace(known.document, blocks=tuple(blocks) or known.document.blocks[:1])
    kind = SourceKind.CALL_FOR_EVIDENCE
    return a_file(
        replace(known, document=document, kind=kind, parts=(), marks=(), pieces=(), call=call),
        name="call.docx",
    )


def bring_in(session: Session, *files: Reading) -> list[str]:
    """Add files and tell the listeners; return the ids of the imports."""
    keys = [session.intake.adding(file)() for file in files]
    session.intake.added(keys)
    return keys


def take_in(session: Session, *files: Reading) -> list[str]:
    """Add files and accept them; return the ids of the imports."""
    keys = bring_in(session, *files)
    session.intake.accepting(keys)()
    session.intake.accepted(keys)
    return keys
