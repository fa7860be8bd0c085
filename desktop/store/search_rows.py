"""What the search index is built from, and how it learns what has changed. A connection that only
reads is enough for all of it.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator
from typing import Any

from desktop.core.evidence import Passage, Snippet, Source
from desktop.core.search import Entry, Found
from desktop.store import evidence_rows
from desktop.store.database import Database

_CHOSEN = "id IN (SELECT value FROM json_each(?))"
_MOST_ALIKE = 100
_SNIPPETS = (
    "SELECT id, source, kind, claim, text, tags, locator, speaker, about, questions, own, date"
    " FROM search_snippets"
)
_PASSAGES = (
    "SELECT id, source, text, question, locator, about, ref, document, position, likeness, own,"
    " date FROM search_passages"
)


def entries(db: Database, ids: Collection[str] | None = None) -> Iterator[Entry]:
    """Give what the index should know of everything that is offered: Snippets in use, and Passages
    of imports in the library, of Sources that are not retired.

    With ``ids`` of these alone; one that is not offered is not given.
    """
    where, values = ("", ()) if ids is None else (f" WHERE {_CHOSEN}", (json.dumps(list(ids)),))
    yield from map(_snippet_entry, db.execute(_SNIPPETS + where, values))
    yield from map(_passage_entry, db.execute(_PASSAGES + where, values))


def latest(db: Database) -> int:
    """Return the sequence number of the newest change of a piece; 0 if there was none."""
    return int(db.execute("SELECT coalesce(max(seq), 0) FROM search_pieces").fetchone()[0])


def changed_since(db: Database, seq: int) -> set[str]:
    """Return the ids of the pieces that have changed after this number, those that went too."""
    sql = "SELECT piece FROM search_pieces WHERE seq > ?"
    return {row[0] for row in db.execute(sql, [seq])}


def stamps(db: Database) -> dict[str, int]:
    """Return for every piece that ever was there a number which its last change drew at random."""
    return dict(db.execute("SELECT piece, stamp FROM search_pieces").fetchall())


def pieces(db: Database, ids: Iterable[str]) -> dict[str, Found]:
    """Return by id those of these pieces that are offered, each with its Source; a Passage also
    with the number of those that say nearly the same.
    """
    wanted = [json.dumps(list(ids))]
    sql = f"SELECT * FROM snippets WHERE id IN (SELECT id FROM search_snippets WHERE {_CHOSEN})"
    found: list[tuple[Snippet | Passage, str]] = [
        (evidence_rows.snippet(row), "") for row in db.query(sql, wanted)
    ]
    found += _passages(db, wanted)
    sources = _sources(db, {piece.source for piece, _ in found})
    return {
        piece.id: Found(piece, sources[piece.source], answered)
        for piece, answered in found
        if piece.source in sources
    }


def likes_of(db: Database, passage: str) -> list[Passage]:
    """Return the Passages offered that say nearly the same as this one, newest first, the newest
    hundred of them.
    """
    sql = (
        "SELECT o.* FROM passages AS p JOIN passages AS o ON o.likeness = p.likeness"
        " AND o.id <> p.id JOIN search_passages AS there ON there.id = o.id"
        f" WHERE p.id = ? ORDER BY there.date DESC, o.id LIMIT {_MOST_ALIKE}"
    )
    return [evidence_rows.passage(row) for row in db.query(sql, [passage])]


def _passages(db: Database, wanted: list[str]) -> Iterator[tuple[Passage, str]]:
    """Give Passages, each with the title of the Consultation that its document answered."""
    # Counted once for those that are like one another: there may be a great many of them.
    sql = (
        "WITH chosen AS (SELECT p.*, coalesce(c.title, '') AS answered FROM passages AS p"
        " JOIN documents AS d ON d.id = p.document"
        " LEFT JOIN consultations AS c ON c.id = d.consultation"
        f" WHERE p.id IN (SELECT id FROM search_passages WHERE {_CHOSEN})),"
        # In this order: SQLite would rather read all the Passages there are.
        " counted AS (SELECT k.likeness, count(*) - 1 AS likes FROM"
        " (SELECT DISTINCT likeness FROM chosen) AS k"
        " CROSS JOIN passages AS p ON p.likeness = k.likeness"
        " CROSS JOIN search_passages AS there ON there.id = p.id GROUP BY k.likeness)"
        " SELECT chosen.*, counted.likes FROM chosen"
        " JOIN counted ON counted.likeness = chosen.likeness"
    )
    for row in db.query(sql, wanted):
        yield evidence_rows.passage(row), row["answered"]


def _sources(db: Database, keys: Iterable[str]) -> dict[str, Source]:
    sql = "SELECT * FROM sources WHERE key IN (SELECT value FROM json_each(?))"
    found = db.query(sql, [json.dumps(list(keys))])
    return {row["key"]: evidence_rows.source(row) for row in found}


def _snippet_entry(row: tuple[Any, ...]) -> Entry:
    key, source, kind, claim, text, tags, locator, speaker, about, questions, own, date = row
    return Entry(
        key,
        source,
        kind,
        claim,
        text,
        tags=", ".join(json.loads(tags)),
        place=f"{locator} {speaker}".rstrip(),
        about=about,
        questions=tuple(json.loads(questions)),
        own=bool(own),
        date=date,
    )


def _passage_entry(row: tuple[Any, ...]) -> Entry:
    key, source, text, asked, place, about, ref, document, position, likeness, own, date = row
    return Entry(
        key,
        source,
        "passage",
        text=text,
        asked=asked,
        place=place,
        about=about,
        questions=(ref,) if ref else (),
        document=document,
        position=position,
        likeness=likeness,
        own=bool(own),
        date=date,
    )
