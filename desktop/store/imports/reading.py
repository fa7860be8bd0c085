"""Reading imports back: lists without text, one whole for its review, and its passages."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from desktop.core.evidence import Passage, Source
from desktop.core.imports import ImportedDocument, ImportState, Place, Review
from desktop.core.understanding import SURE, Call
from desktop.errors import WorkspaceError
from desktop.store import evidence_rows
from desktop.store.database import Database
from desktop.store.imports import rows

_LISTED = (ImportState.WAITING, ImportState.ACCEPTED)
_COLUMNS = (
    "d.id, d.name, d.path, d.digest, d.format, d.kind, d.confidence, d.state, d.source, d.title,"
    " d.author, d.date, d.imported, d.notices, d.scanned, d.pieces, d.updates, d.consultation,"
    " d.organisation, d.sent,"
    f" d.doubts + coalesce(sum(p.confidence < {SURE}), 0) AS unsure,"
    " coalesce(sum(p.role = 'answer'), 0) AS answers"
)
_LIST = (
    f"SELECT {_COLUMNS} FROM documents AS d LEFT JOIN parts AS p ON p.document = d.id"
    " WHERE {} GROUP BY d.id ORDER BY d.imported DESC, d.rowid DESC"
)
_CURRENT = "d.state = 'accepted'"


def documents(db: Database, states: Iterable[ImportState] = ()) -> list[ImportedDocument]:
    """Return the imports in these states, newest first; without any, those that wait or are in the
    library.
    """
    chosen = json.dumps([state.value for state in tuple(states) or _LISTED])
    sql = _LIST.format("d.state IN (SELECT value FROM json_each(?))")
    return [rows.document(row) for row in db.query(sql, [chosen])]


def counts(db: Database) -> dict[ImportState, int]:
    """Return how many imports are in each state."""
    found = dict(db.execute("SELECT state, count(*) FROM documents GROUP BY state").fetchall())
    return {state: int(found.get(state.value, 0)) for state in ImportState}


def document(db: Database, key: str) -> ImportedDocument:
    """Return one import; raises WorkspaceError if it is not there."""
    row = next(db.query(_LIST.format("d.id = ?"), [key]), None)
    if row is None:
        raise WorkspaceError(
            "The import is gone",
            "The file that this belongs to is no longer among the imports.",
            "Go back to the import page; what is there has been kept.",
        )
    return rows.document(row)


def known(db: Database, digest: str) -> ImportedDocument | None:
    """Return the newest import of the same bytes, those in the bin apart."""
    sql = _LIST.format("d.digest = ? AND d.digest <> '' AND d.state <> 'binned'")
    row = next(db.query(sql, [digest]), None)
    return None if row is None else rows.document(row)


def of_source(db: Database, source: str) -> ImportedDocument | None:
    """Return the import that a Source is made of: the one in the library before older ones."""
    sql = _LIST.format("d.source = ? AND d.state <> 'waiting'").replace(
        "ORDER BY", f"ORDER BY {_CURRENT} DESC,"
    )
    row = next(db.query(sql, [source]), None)
    return None if row is None else rows.document(row)


def sources_without_file(db: Database) -> list[Source]:
    """Return the Sources that no import is: those that came with the program, or were typed."""
    found = db.query(
        "SELECT * FROM sources WHERE retired = 0 AND key NOT IN (SELECT source FROM documents)"
        " ORDER BY key"
    )
    return [evidence_rows.source(row) for row in found]


def call(db: Database, key: str) -> Call | None:
    """Return what was understood of a call for evidence; None if it is none."""
    row = db.execute("SELECT call FROM documents WHERE id = ?", [key]).fetchone()
    return rows.call(row[0]) if row else None


def review(db: Database, key: str) -> Review:
    """Return everything a review shows of an import; raises WorkspaceError if it is not there."""
    found = document(db, key)
    blocks = db.query("SELECT * FROM blocks WHERE document = ? ORDER BY position", [key])
    parts = db.query(
        "SELECT p.* FROM parts AS p JOIN blocks AS b ON b.document = p.document AND b.id = p.first"
        " WHERE p.document = ? ORDER BY b.position",
        [key],
    )
    marks = db.query(
        "SELECT m.* FROM marks AS m JOIN blocks AS b ON b.document = m.document AND b.id = m.block"
        " WHERE m.document = ? ORDER BY b.position, m.start",
        [key],
    )
    return Review(
        found,
        tuple(map(rows.kept_block, blocks)),
        tuple(map(rows.kept_part, parts)),
        tuple(map(rows.kept_mark, marks)),
        call(db, key),
    )


def passages(db: Database, key: str) -> list[Passage]:
    """Return the Passages of an import in the order of the document."""
    sql = "SELECT * FROM passages WHERE document = ? ORDER BY position"
    return [evidence_rows.passage(row) for row in db.query(sql, [key])]


def passage(db: Database, key: str) -> Passage | None:
    """Return one Passage, also of an import that is no longer in the library, or None."""
    row = next(db.query("SELECT * FROM passages WHERE id = ?", [key]), None)
    return None if row is None else evidence_rows.passage(row)


def place_of(db: Database, key: str) -> Place | None:
    """Return where the Passage ``key`` stands in which file; None if there is no such Passage."""
    return next(_places(db, "p.id = ?", [key]), None)


def find_place(db: Database, source: str, locator: str) -> Place | None:
    """Return the place that a citation names, in the document as it was accepted; what is in the
    library before what a newer copy has superseded. None if nothing stands under that locator.

    A citation whose locator is not one of a passage may still be one of a block.
    """
    asked = [source, " ".join(locator.split())]
    return next(_places(db, "p.source = ? AND p.locator = ?", asked), None) or _block_place(
        db, source, asked[1]
    )


def _places(db: Database, where: str, values: list[str]) -> Iterator[Place]:
    sql = (
        "SELECT d.id, d.name, d.path, d.state, p.locator, p.text, ("
        "  SELECT json_group_array(id) FROM (SELECT b.id FROM blocks AS b"
        "   JOIN blocks AS f ON f.document = p.document AND f.id = p.first"
        "   JOIN blocks AS l ON l.document = p.document AND l.id = p.last"
        "   WHERE b.document = p.document AND b.position BETWEEN f.position AND l.position"
        "   ORDER BY b.position)) AS blocks"
        f" FROM passages AS p JOIN documents AS d ON d.id = p.document WHERE {where}"
        f" ORDER BY {_CURRENT} DESC, d.imported DESC, p.position"
    )
    for row in db.query(sql, values):
        yield Place(
            row["id"],
            row["name"],
            row["path"],
            tuple(json.loads(row["blocks"])),
            row["locator"],
            ImportState(row["state"]),
        )


def _block_place(db: Database, source: str, locator: str) -> Place | None:
    sql = (
        "SELECT b.*, d.name AS _name, d.path AS _path, d.state AS _state FROM documents AS d"
        " JOIN blocks AS b ON b.document = d.id WHERE d.source = ? AND d.state <> 'waiting'"
        f" ORDER BY {_CURRENT} DESC, d.imported DESC, b.position"
    )
    for row in db.query(sql, [source]):
        block = rows.kept_block(row)
        if locator and block.block.text and block.locator.words() == locator:
            state = ImportState(row["_state"])
            return Place(row["document"], row["_name"], row["_path"], (block.id,), locator, state)
    return None
