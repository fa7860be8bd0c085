"""What was understood of a document: its kind, its parts, its questions, its telling sentences.

All of it is a proposal for a person to look at. ``confidence`` runs from 0 to 1; below ``SURE`` the
place is shown as unsure and comes first in the review.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop.core.consultation import Limit, QuestionKind
from desktop.core.document import Document, Locator
from desktop.core.evidence import SourceKind

SURE = 0.7


class PartRole(StrEnum):
    """What a stretch of a document is for."""

    ANSWER = "answer"
    ABOUT_US = "about-us"
    SUMMARY = "summary"
    RECOMMENDATIONS = "recommendations"
    ANNEX = "annex"
    CONTENTS = "contents"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a document: the blocks from ``first`` up to, not including, ``end``.

    The Parts of a document follow one another without gap or overlap, so nothing is lost.
    ``body`` is the first block after the part's own heading and the question's wording (``first``
    where it has none). For an answer: ``number`` is the question's number as printed ("7", "2a"),
    ``question`` its wording as the document has it, ``ref`` the known Question it is matched with
    (see ``question_ref``; "" if none).
    """

    role: PartRole
    first: int
    body: int
    end: int
    number: str = ""
    question: str = ""
    ref: str = ""
    confidence: float = 1.0

    @property
    def sure(self) -> bool:
        """Whether a person need not look at it first."""
        return self.confidence >= SURE


@dataclass(frozen=True, slots=True)
class CalledQuestion:
    """A Question found in a call for evidence; ``parent`` is the number of the question it is
    part of, ``block`` where its wording stands, and ``limit`` how long its answer may be.
    """

    number: str
    text: str
    guidance: str = ""
    kind: QuestionKind = QuestionKind.OPEN
    options: tuple[str, ...] = ()
    parent: str = ""
    block: int = 0
    confidence: float = 1.0
    limit: Limit | None = None


@dataclass(frozen=True, slots=True)
class RuleMention:
    """A sentence of a call that says how submissions must be made, such as "number paragraphs"."""

    text: str
    block: int


@dataclass(frozen=True, slots=True)
class Call:
    """What a call for evidence asks. What is not found is empty and never guessed."""

    title: str = ""
    body: str = ""
    closes: date | None = None
    closing_time: str = ""
    limit: Limit | None = None
    rules: tuple[RuleMention, ...] = ()
    address: str = ""
    lead_in: str = ""
    questions: tuple[CalledQuestion, ...] = ()


class SentenceKind(StrEnum):
    """What a sentence does in an argument."""

    RECOMMENDATION = "recommendation"
    CLAIM = "claim"
    FIGURE = "figure"
    CASE = "case"
    TESTIMONY = "testimony"
    QUOTATION = "quotation"
    FACT = "fact"
    REFERENCE = "reference"


@dataclass(frozen=True, slots=True)
class Mark:
    """A sentence worth keeping: characters ``start`` to ``end`` of the text of ``block``.

    ``cues`` are the words that told, as they stand in the sentence, and ``speaker`` who is quoted.
    """

    block: int
    start: int
    end: int
    text: str
    kind: SentenceKind
    confidence: float
    cues: tuple[str, ...] = ()
    speaker: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text of the size of a paragraph, to be found and cited: a Passage to be.

    ``first`` and ``end`` are the blocks it is made of; ``question``, ``number`` and ``ref`` are
    those of the Part it stands in.
    """

    text: str
    locator: Locator
    first: int
    end: int
    number: str = ""
    question: str = ""
    ref: str = ""


@dataclass(frozen=True, slots=True)
class Understanding:
    """All that was understood of ``document``, whose blocks may have been unfolded from tables."""

    document: Document
    kind: SourceKind
    confidence: float
    title: str = ""
    author: str = ""
    date: str = ""
    parts: tuple[Part, ...] = ()
    call: Call | None = None
    marks: tuple[Mark, ...] = ()
    pieces: tuple[Piece, ...] = ()
