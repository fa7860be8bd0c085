"""What the table of the library is filled with: jobs for another thread, and words about them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.core import library
from desktop.core.evidence import Passage, Suggestion
from desktop.core.imports import ImportedDocument
from desktop.session import Job, Session
from desktop.ui.models.library_filter import LibraryFilter, narrowed
from desktop.ui.models.library_rows import (
    Choices,
    LibraryRow,
    binned_row,
    choices,
    passage_row,
    rows_of,
)
from desktop.ui.models.words import counted


@dataclass(frozen=True, slots=True)
class Read:
    """What is read of the library at once."""

    rows: tuple[LibraryRow, ...]
    choices: Choices


def reading(
    listing: Job[list[library.LibraryRow]], binned: Sequence[ImportedDocument]
) -> Job[Read]:
    """Return a Job that gives every row there is, the ones in the bin last."""

    def job() -> Read:
        rows = (*rows_of(listing()), *(binned_row(document) for document in binned))
        return Read(rows, choices(rows))

    return job


def filtering(
    session: Session, rows: tuple[LibraryRow, ...], wanted: LibraryFilter
) -> Job[tuple[LibraryRow, ...]]:
    """Return a Job that gives the rows wanted; with a text, what the search finds comes first."""
    if not wanted.text:
        return lambda: narrowed(rows, wanted)
    searching = session.searching(
        wanted.text,
        kinds=wanted.snippet_kinds(),
        sources=wanted.sources,
        passages=wanted.passages(),
    )

    def job() -> tuple[LibraryRow, ...]:
        found = searching()
        passages = _passages(found, {row.source.key: row for row in rows if not row.snippet})
        return narrowed(rows, wanted, [item.piece.id for item in found], passages)

    return job


def _passages(found: Sequence[Suggestion], sources: dict[str, LibraryRow]) -> dict[str, LibraryRow]:
    return {
        item.piece.id: passage_row(
            item.piece, sources.get(item.piece.source) or LibraryRow(item.source)
        )
        for item in found
        if isinstance(item.piece, Passage)
    }


def said_of(rows: tuple[LibraryRow, ...], wanted: LibraryFilter, known: int) -> str:
    """Return what stands above the table: how many there are, or what to do when there are none."""
    snippets = sum(1 for row in rows if row.snippet)
    passages = sum(1 for row in rows if row.passage)
    parts = (
        (snippets, "snippet"),
        (len(rows) - snippets - passages, "source"),
        (passages, "passage"),
    )
    if rows:
        words = ", ".join(counted(number, noun) for number, noun in parts if number)
        where = " in the bin" if wanted.bin else ""
        return f"{words}{where}, best first." if wanted.text else f"{words}{where}."
    if wanted.bin:
        return "There is nothing like that in the bin." if wanted.text else "The bin is empty."
    if known:
        return "Nothing found. Try other words, or show everything."
    return "The library is empty. Add a source first, then snippets drawn from it."
