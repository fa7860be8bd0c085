"""The files brought in as rows: where each stands, in a sign and in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from desktop.core.evidence import SourceKind
from desktop.core.imports import ImportedDocument, ImportState
from desktop.core.understanding import SURE
from desktop.errors import DesktopError
from desktop.ui.models.words import SOURCE_KINDS, counted


class Stage(StrEnum):
    """Where a file stands, in the order in which the table sorts it."""

    FAILED = "failed"
    KNOWN = "known"
    UNSURE = "unsure"
    SURE = "sure"
    READING = "reading"
    WAITING = "waiting"
    ACCEPTED = "accepted"
    BINNED = "binned"


STAGES = {
    Stage.FAILED: ("✕", "Not read"),
    Stage.KNOWN: ("=", "Here already"),
    Stage.UNSURE: ("!", "To look at"),
    Stage.SURE: ("→", "Ready to accept"),
    Stage.READING: ("●", "Reading"),
    Stage.WAITING: ("○", "Waiting"),
    Stage.ACCEPTED: ("✓", "In the library"),
    Stage.BINNED: ("–", "Put aside"),
}
_ON_THE_WAY = frozenset({Stage.WAITING, Stage.READING, Stage.FAILED, Stage.KNOWN})
# What has been put aside is out of sight until it is asked for.
USUALLY_SHOWN = frozenset(Stage) - {Stage.BINNED}


@dataclass(frozen=True, slots=True)
class ImportRow:
    """One row: a file on its way (``document`` is None), or what was read of one.

    ``id`` is the import's id once there is one; until then the queue's own name for it.
    """

    id: str
    name: str
    path: str
    stage: Stage
    document: ImportedDocument | None = None
    error: DesktopError | None = None

    @property
    def kind(self) -> SourceKind | None:
        """What it was taken for, None while it has not been read."""
        return self.document.kind if self.document else None


def stage_of(document: ImportedDocument) -> Stage:
    """Return where a document that was read stands."""
    if document.state is ImportState.ACCEPTED:
        return Stage.ACCEPTED
    if document.state is ImportState.BINNED:
        return Stage.BINNED
    return Stage.SURE if is_sure(document) else Stage.UNSURE


def is_sure(document: ImportedDocument) -> bool:
    """Tell whether a document may be accepted unseen, where the person asks for that.

    A call for evidence is to become a consultation, which somebody has to look at; and of a
    document that is only pictures there is nothing to accept but its name.
    """
    call = document.kind is SourceKind.CALL_FOR_EVIDENCE
    return not document.unsure and document.confidence >= SURE and not document.scanned and not call


def row_of(document: ImportedDocument) -> ImportRow:
    """Return the row of a document that was read."""
    return ImportRow(
        document.id, document.name, document.path, stage_of(document), document=document
    )


def kind_cell(row: ImportRow) -> str:
    """Return what a file is taken for: "Past response", "Report, a guess"; "" while unknown."""
    if row.document is None:
        return ""
    words = SOURCE_KINDS[row.document.kind]
    guess = row.document.confidence < SURE and row.document.state is ImportState.WAITING
    return f"{words}, a guess" if guess else words


def state_cell(row: ImportRow) -> str:
    """Return sign, word and what there is to say: "! To look at: 3 places. 9 answers"."""
    sign, word = STAGES[row.stage]
    more = _more(row)
    return f"{sign} {word}: {more}" if more else f"{sign} {word}"


def _more(row: ImportRow) -> str:
    if row.error is not None:
        return f"{row.error.message} {row.error.hint}".strip()
    document = row.document
    if document is None or row.stage is Stage.BINNED:
        return ""
    if row.stage is Stage.KNOWN:
        return "the very same file. Read it again, or take it off the list."
    if document.kind is SourceKind.CALL_FOR_EVIDENCE and row.stage is Stage.UNSURE:
        return "a call, to be made a consultation"
    if document.scanned:
        return "only pictures of pages, no text to read"
    parts = [found_words(document)]
    if row.stage is Stage.UNSURE and document.unsure:
        parts.insert(0, counted(document.unsure, "place"))
    return ", ".join(part for part in parts if part)


def found_words(document: ImportedDocument) -> str:
    """Return what was found in a document: "9 answers, 40 passages"."""
    found = [(document.answers, "answer"), (document.passages, "passage")]
    return ", ".join(counted(number, noun) for number, noun in found if number)


def detail_words(row: ImportRow) -> str:
    """Return all there is to say about a row, for below the table."""
    said = [f"{state_cell(row)}."]
    document = row.document
    if document is not None:
        said.extend(document.notices)
        if document.updates:
            said.append("It is a newer copy of a document in the library and takes its place.")
    return " ".join(sentence.replace("..", ".") for sentence in said)


def merged(
    queued: Iterable[ImportRow], documents: Iterable[ImportedDocument]
) -> tuple[ImportRow, ...]:
    """Return the rows of a page: those of the queue as they stand now, then all other imports."""
    known = {document.id: document for document in documents}
    rows: list[ImportRow] = []
    for row in queued:
        if row.stage in _ON_THE_WAY:
            rows.append(row)
        elif row.id in known:
            rows.append(row_of(known.pop(row.id)))
    return (*rows, *map(row_of, known.values()))


def summary_words(rows: Iterable[ImportRow]) -> str:
    """Return how many stand where: "3 to look at, 12 ready to accept, 40 in the library."."""
    tally = Counter(row.stage for row in rows)
    parts = [
        f"{tally[stage]:,} {word[0].lower()}{word[1:]}"
        for stage, (_, word) in STAGES.items()
        if tally[stage]
    ]
    return f"{', '.join(parts)}." if parts else ""
