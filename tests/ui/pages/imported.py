"""Documents as they come back from the readers, for the pages that show them."""

from __future__ import annotations

from datetime import date
from hashlib import sha256

from desktop.core.consultation import QuestionKind
from desktop.core.document import Block, BlockKind, Document, DocumentFormat
from desktop.core.evidence import SourceKind
from desktop.core.understanding import (
    Call,
    CalledQuestion,
    Mark,
    Part,
    PartRole,
    RuleMention,
    SentenceKind,
    Understanding,
)
from desktop.corpus.pool import Reading
from desktop.corpus.understanding.pieces import pieces
from desktop.session import Session

KNOWN = "pasc-big-society-2011"
FIGURE = "In 2019 we counted 41 halls without heating."
ADVICE = "The council should pay for a boiler in each of them."
_TEXT = (
    (BlockKind.HEADING, "Response of Fernbrook Community Trust", 1),
    (BlockKind.PARAGRAPH, "We run four halls in the valley and speak for the people in them.", 2),
    (BlockKind.BREAK, "", 0),
    (BlockKind.HEADING, "Question 1: what are halls for?", 2),
    (BlockKind.PARAGRAPH, f"{FIGURE} {ADVICE}", 0),
    (BlockKind.PARAGRAPH, "People meet there who would not meet anywhere else at all.", 0),
    (BlockKind.HEADING, "Question 2: what did the cuts do?", 2),
    (BlockKind.PARAGRAPH, "Two halls closed, and one opens only at weekends since then.", 0),
    (BlockKind.LIST_ITEM, "The hall at Upper Fernbrook closed in March.", 1),
    (BlockKind.TABLE, "Hall\tDays\nUpper\t0", 0),
)


def response_blocks() -> tuple[Block, ...]:
    """Return the blocks of a short past response."""
    return tuple(
        Block(
            kind,
            text,
            level=level if kind in (BlockKind.HEADING, BlockKind.LIST_ITEM) else 0,
            cells=(("Hall", "Days"), ("Upper", "0")) if kind is BlockKind.TABLE else (),
            page=1 if place < 3 else 2,
        )
        for place, (kind, text, level) in enumerate(_TEXT)
    )


def response(*, sure: bool = False, blocks: tuple[Block, ...] = ()) -> Understanding:
    """Return what is understood of a past response; unless ``sure``, answer 2 is doubtful."""
    blocks = blocks or response_blocks()
    parts = (
        Part(PartRole.ABOUT_US, 0, 1, 3),
        Part(PartRole.ANSWER, 3, 4, 6, "1", "What are halls for?", f"{KNOWN}#1"),
        Part(
            PartRole.ANSWER, 6, 7, len(blocks), "2", "What did the cuts do?", "", 1 if sure else 0.4
        ),
    )
    end = len(FIGURE)
    marks = (
        Mark(4, 0, end, FIGURE, SentenceKind.FIGURE, 0.9, ("41",)),
        Mark(
            4, end + 1, end + 1 + len(ADVICE), ADVICE, SentenceKind.RECOMMENDATION, 0.8, ("should",)
        ),
    )
    return Understanding(
        Document(DocumentFormat.DOCX, blocks),
        SourceKind.PAST_RESPONSE,
        0.9,
        "Response about halls",
        "Fernbrook Community Trust",
        "2019-05-02",
        parts,
        marks=marks,
        pieces=pieces(blocks, parts),
    )


def call() -> Understanding:
    """Return what is understood of a call for evidence with two questions, one doubtful."""
    texts = ("Village halls", "Closing on 12 March 2027.", "What are halls for?", "Who pays?")
    blocks = tuple(Block(BlockKind.PARAGRAPH, text) for text in texts)
    asked = (
        CalledQuestion("1", texts[2], "Think of winter.", block=2),
        CalledQuestion(
            "2", texts[3], "", QuestionKind.SINGLE, ("The state", "Ourselves"), "", 3, 0.4
        ),
    )
    found = Call(
        title="Village halls",
        body="Fernbrook Assembly",
        closes=date(2027, 3, 12),
        rules=(RuleMention("Number your paragraphs.", 1),),
        questions=asked,
    )
    return Understanding(
        Document(DocumentFormat.DOCX, blocks),
        SourceKind.CALL_FOR_EVIDENCE,
        0.9,
        "Village halls",
        parts=(Part(PartRole.OTHER, 0, 0, len(blocks)),),
        call=found,
    )


def bring(session: Session, understanding: Understanding, name: str = "response.docx") -> str:
    """Keep what was read of a file, as the queue does, and return the id of the import."""
    digest = sha256(name.encode()).hexdigest()
    made = session.intake.adding(Reading(f"/tmp/{name}", name, digest, 1, understanding))()
    session.intake.added([made])
    return made
