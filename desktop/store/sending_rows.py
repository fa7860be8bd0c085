"""The sending log: reading it, and the rows of its Edits. What was sent becomes an import that is
in the library.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from datetime import datetime
from typing import Any

from desktop.core.evidence import Origin, Source, SourceKind
from desktop.core.imports import ImportState
from desktop.core.sending import Exported, Sending, SentText
from desktop.core.sending_edits import ChangeSending, NoteExport, RecordSending, RemoveSending
from desktop.store import evidence_rows
from desktop.store.database import Database
from desktop.store.imports import adding, likeness
from desktop.store.imports.accepting import answer_row, is_cited, passage_row
from desktop.store.journal import RowChange
from desktop.store.writing import require, row_changes


def sendings(db: Database, response: str) -> tuple[Sending, ...]:
    """Return the sending log of a Response, newest first."""
    sql = "SELECT * FROM sendings WHERE response = ? ORDER BY sent DESC, rowid DESC"
    return tuple(
        Sending(**{**row, "sent": datetime.fromisoformat(row["sent"])})
        for row in db.query(sql, [response])
    )


def exports(db: Database, response: str) -> tuple[Exported, ...]:
    """Return the files that were written of a Response, newest first."""
    sql = "SELECT * FROM exports WHERE response = ? ORDER BY exported DESC, rowid DESC"
    return tuple(
        Exported(
            **{
                **row,
                "exported": datetime.fromisoformat(row["exported"]),
                "errors": tuple(json.loads(row["errors"])),
            }
        )
        for row in db.query(sql, [response])
    )


def documents_of(db: Database, response: str) -> frozenset[str]:
    """Return the imports by which the library keeps what was sent of a Response: at its own
    Questions nothing of them is news.
    """
    sql = "SELECT document FROM sendings WHERE response = ? AND document <> ''"
    return frozenset(row[0] for row in db.execute(sql, [response]))


@row_changes.register
def _(edit: RecordSending, db: Database) -> list[RowChange]:
    require(db, "responses", edit.response, "response")
    changes = list(_text_changes(db, edit.sending, edit.text)) if edit.text else []
    return [*changes, _sending_change(edit.sending)]


@row_changes.register
def _(edit: ChangeSending, db: Database) -> list[RowChange]:
    require(db, "sendings", edit.sending.id, "entry of the sending log")
    said = edit.sending
    # What cites it goes on naming it rightly, once it has a number and an address.
    named = {"reference": said.reference, "address": said.address}
    sql = "SELECT source FROM documents WHERE id = ? AND state = 'accepted'"
    sources = db.execute(sql, [said.document]).fetchall()
    return [
        _sending_change(said),
        *(RowChange("sources", {"key": key}, named) for (key,) in sources),
    ]


@row_changes.register
def _(edit: RemoveSending, db: Database) -> list[RowChange]:
    gone = [RowChange("sendings", {"id": edit.sending}, None)]
    sql = (
        "SELECT d.id, d.updates FROM sendings AS s JOIN documents AS d ON d.id = s.document"
        " WHERE s.id = ? AND d.state = 'accepted'"
    )
    found = db.execute(sql, [edit.sending]).fetchone()
    if found is None:
        return gone
    document, older = found
    states = {document: ImportState.BINNED}
    if older and db.execute("SELECT 1 FROM documents WHERE id = ?", [older]).fetchone():
        states[older] = ImportState.ACCEPTED
    return gone + [_state_change(key, state) for key, state in states.items()]


@row_changes.register
def _(edit: NoteExport, db: Database) -> list[RowChange]:
    require(db, "responses", edit.response, "response")
    said = edit.exported
    row = {
        **asdict(said),
        "exported": said.exported.isoformat(),
        "errors": json.dumps(said.errors, ensure_ascii=False),
    }
    return [RowChange("exports", {"id": said.id}, row)]


def _sending_change(sending: Sending) -> RowChange:
    row = {**asdict(sending), "sent": sending.sent.isoformat()}
    return RowChange("sendings", {"id": sending.id}, row)


def _state_change(document: str, state: ImportState) -> RowChange:
    return RowChange("documents", {"id": document}, {"state": state.value})


def _text_changes(db: Database, sending: Sending, text: SentText) -> Iterator[RowChange]:
    """Yield the rows by which what was sent is in the library, in the place of what was before."""
    older = _sent_before(db, sending.response)
    new = adding.NewImport(
        id=text.document,
        name=text.name,
        path=text.path,
        digest=text.digest,
        understanding=text.understanding,
        imported=text.kept,
        updates=older[0] if older else "",
        consultation=text.consultation,
        organisation=text.organisation,
        sent=text.understanding.date,
    )
    source = _source(db, new, sending, older[1] if older else "")
    row = evidence_rows.source_row(source, pack="")
    yield RowChange("sources", {"key": source.key}, {**row, "retired": 0})
    accepted = {"source": source.key, "state": ImportState.ACCEPTED.value}
    counted = {"pieces": len(text.passages)}
    document = {**adding.document_row(new), **accepted, **counted}
    yield RowChange("documents", {"id": text.document}, document)
    yield from _content(new, text)
    yield from _library(db, source.key, text)
    if older:
        yield _state_change(older[0], ImportState.SUPERSEDED)


def _content(new: adding.NewImport, text: SentText) -> Iterator[RowChange]:
    """Yield its blocks, parts and marks."""
    passages = {mark: taken.passage.id for taken in text.passages for mark in taken.marks}
    marks = ({**row, "passage": passages.get(str(row["id"]), "")} for row in adding.mark_rows(new))
    for table, rows in (
        ("blocks", adding.block_rows(new)),
        ("parts", adding.part_rows(new)),
        ("marks", marks),
    ):
        for row in rows:
            yield RowChange(table, {name: row[name] for name in ("document", "id")}, row)


def _library(db: Database, source: str, text: SentText) -> Iterator[RowChange]:
    """Yield its passages, by which they meet others like them, and its whole answers."""
    alike = likeness.groups(db, [taken.passage for taken in text.passages])
    for taken, (group, keys) in zip(text.passages, alike, strict=True):
        row = passage_row(taken, source, group)
        yield RowChange("passages", {"id": taken.passage.id}, row)
        for key in dict.fromkeys(keys):
            met = {"key": key, "passage": taken.passage.id}
            yield RowChange("likenesses", met, met)
    free = int(db.execute("SELECT coalesce(max(id), 0) + 1 FROM past_answers").fetchone()[0])
    for number, answer in enumerate(text.answers, free):
        said: dict[str, Any] = {"id": number, **answer_row(text.document, answer)}
        yield RowChange("past_answers", {"id": number}, said)


def _sent_before(db: Database, response: str) -> tuple[str, str] | None:
    """Return the import that the library has of a Response, with the key of its Source."""
    sql = (
        "SELECT d.id, d.source FROM sendings AS s JOIN documents AS d ON d.id = s.document"
        " WHERE s.response = ? AND d.state = 'accepted' ORDER BY d.imported DESC LIMIT 1"
    )
    return db.execute(sql, [response]).fetchone()


def _source(db: Database, new: adding.NewImport, sending: Sending, older: str) -> Source:
    """Return the Source that it is: the one it was before, unless something rests on what that
    said.
    """
    known = new.understanding
    key = older if older and not is_cited(db, older) else ""
    return Source(
        key=key or adding.free_key(db, adding.slug(f"{new.organisation} {known.title}")),
        title=known.title,
        author=new.organisation,
        date=known.date,
        kind=SourceKind.PAST_RESPONSE,
        reference=sending.reference,
        address=sending.address,
        origin=Origin.OWN,
    )
