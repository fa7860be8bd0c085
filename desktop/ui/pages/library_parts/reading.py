"""What the table of the library is filled with: jobs for another thread, and words about them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from desktop.core.evidence import Passage, Source, Suggestion
from desktop.core.imports import ImportedDocument
from desktop.session import Job, Session
from desktop.ui.models.library_filter import LibraryFilter, narrowed
from desktop.ui.models.library_order import Arranged, Inside, Order, arranged
from desktop.ui.models.library_rows import (
    Choices,
    LibraryRow,
    binned_row,
    choices,
    is_due,
    passage_row,
    rows_of,
)
from desktop.ui.models.words import counted


@dataclass(frozen=True, slots=True)
class Shown:
    """What of the library is ``wanted``, as the table shows it, and what is ``said`` above it."""

    wanted: LibraryFilter
    table: Arranged
    said: str


@dataclass(frozen=True, slots=True)
class Read:
    """What is read of the library at once, with what the table is to show of it.

    ``whole`` is all that is in use, ``due`` counts the Snippets that wait for a look.
    """

    rows: tuple[LibraryRow, ...]
    choices: Choices
    sources: Mapping[str, Source]
    due: int
    whole: Shown
    shown: Shown


@dataclass(frozen=True, slots=True)
class View:
    """How the table is to show what is wanted."""

    inside: Inside
    order: Order | None


def reading(
    session: Session, binned: Sequence[ImportedDocument], wanted: LibraryFilter, view: View
) -> Job[Read]:
    """Return a Job that reads every row there is, the ones in the bin last, and arranges those
    wanted.
    """
    listing, found = session.library.rows(), _finding(session, wanted)

    def job() -> Read:
        rows = (*rows_of(listing()), *(binned_row(document) for document in binned))
        everything = LibraryFilter(today=wanted.today)
        whole = _shown(rows, everything, view, ())
        return Read(
            rows=rows,
            choices=choices(rows),
            sources={row.source.key: row.source for row in rows if not row.binned},
            due=sum(_waits(row, wanted.today) for row in rows),
            whole=whole,
            shown=whole if wanted == everything else _shown(rows, wanted, view, found()),
        )

    return job


def filtering(
    session: Session, rows: tuple[LibraryRow, ...], wanted: LibraryFilter, view: View
) -> Job[Shown]:
    """Return a Job that gives the rows wanted; with a text, what the search finds comes first."""
    found = _finding(session, wanted)
    return lambda: _shown(rows, wanted, view, found())


def _finding(session: Session, wanted: LibraryFilter) -> Job[Sequence[Suggestion]]:
    if not wanted.text:
        return lambda: ()
    return session.searching(
        wanted.text,
        kinds=wanted.snippet_kinds(),
        sources=wanted.sources,
        passages=wanted.passages(),
    )


def _shown(
    rows: tuple[LibraryRow, ...], wanted: LibraryFilter, view: View, found: Sequence[Suggestion]
) -> Shown:
    ranked = [item.piece.id for item in found]
    passages = _passages(found, {row.source.key: row for row in rows if not row.snippet})
    chosen = narrowed(rows, wanted, ranked, passages)
    table = arranged(chosen, view.inside, view.order)
    return Shown(wanted, table, said_of(chosen, wanted, len(rows)))


def _waits(row: LibraryRow, today: date) -> bool:
    return row.snippet is not None and not row.put_away and is_due(row.snippet, today)


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
