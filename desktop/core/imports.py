"""Files brought in: where each stands between reading and the library, and what a review shows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from desktop.core.document import Block, DocumentFormat, Locator
from desktop.core.evidence import Passage, SourceKind
from desktop.core.understanding import Call, PartRole, SentenceKind


class ImportState(StrEnum):
    """Where an import stands."""

    WAITING = "waiting"  # read, and not yet looked at by a person
    ACCEPTED = "accepted"  # its passages are in the library
    BINNED = "binned"  # put aside; can be restored
    SUPERSEDED = "superseded"  # a newer copy took its place; what cites it still finds it


@dataclass(frozen=True, slots=True)
class ImportedDocument:
    """One import as a list shows it, without its text.

    ``name`` is the file's name ("minutes.eml › response.docx" for an attachment), ``digest`` the
    SHA-256 of its bytes, ``source`` the key of the Source it is or will be, ``unsure`` how many
    places a person should look at, ``updates`` the id of the accepted import that this file is a
    newer copy of ("" if none). ``consultation`` is the id of the Consultation it answered or
    became, ``sent`` the day it was sent (YYYY-MM-DD, "" unknown).
    """

    id: str
    name: str
    path: str
    digest: str
    format: DocumentFormat
    kind: SourceKind
    confidence: float
    state: ImportState
    source: str
    title: str
    author: str
    date: str
    imported: datetime
    notices: tuple[str, ...] = ()
    scanned: bool = False
    unsure: int = 0
    answers: int = 0
    passages: int = 0
    updates: str = ""
    consultation: str = ""
    organisation: str = ""
    sent: str = ""


@dataclass(frozen=True, slots=True)
class KeptBlock:
    """A block of an import in the workspace, with the id that Edits name it by."""

    id: str
    block: Block
    locator: Locator


@dataclass(frozen=True, slots=True)
class KeptPart:
    """A Part in the workspace: it runs from the block ``first`` to the next Part's first block.

    ``body`` is the id of the first block after its heading and the question's wording.
    """

    id: str
    role: PartRole
    first: str
    body: str
    number: str = ""
    question: str = ""
    ref: str = ""
    confidence: float = 1.0


class MarkState(StrEnum):
    """What has become of a proposed sentence."""

    PROPOSED = "proposed"
    MADE = "made"  # a Snippet was made of it
    DISMISSED = "dismissed"


@dataclass(frozen=True, slots=True)
class KeptMark:
    """A marked sentence in the workspace: characters ``start`` to ``end`` of ``block``."""

    id: str
    block: str
    start: int
    end: int
    text: str
    kind: SentenceKind
    confidence: float
    cues: tuple[str, ...] = ()
    speaker: str = ""
    state: MarkState = MarkState.PROPOSED
    snippet: str = ""


@dataclass(frozen=True, slots=True)
class Review:
    """Everything a review shows of one import, in the order of the document."""

    document: ImportedDocument
    blocks: tuple[KeptBlock, ...]
    parts: tuple[KeptPart, ...]
    marks: tuple[KeptMark, ...] = ()
    call: Call | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where in which file something stands: ``blocks`` are ids in the import ``document``."""

    document: str
    name: str
    path: str
    blocks: tuple[str, ...]
    locator: str
    state: ImportState = ImportState.ACCEPTED


@dataclass(frozen=True, slots=True)
class TakenPassage:
    """A Passage with the ids of the first and the last block that it is made of, and of the marks
    in it: prompts ask about what was recommended there.
    """

    passage: Passage
    first: str
    last: str
    marks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TakenAnswer:
    """An answer of a past response, whole: ``text`` is Markdown of the answer subset."""

    number: str
    question: str
    ref: str
    text: str
    locator: str


@dataclass(frozen=True, slots=True)
class Accepted:
    """What taking imports into the library came to."""

    documents: tuple[str, ...] = ()
    passages: int = 0
    sources: tuple[str, ...] = ()
