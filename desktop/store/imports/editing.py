"""Which rows the Edits of a review change."""

from __future__ import annotations

from typing import Any

from desktop.core import intake_edits as edits
from desktop.core.document import BlockKind
from desktop.core.edits import SaveSnippet, SaveSource
from desktop.core.imports import ImportState, MarkState
from desktop.core.understanding import SURE
from desktop.errors import WorkspaceError
from desktop.store.database import Database
from desktop.store.imports import rows
from desktop.store.imports.layout import Layout
from desktop.store.journal import RowChange
from desktop.store.writing import row_changes

_LIBRARY_FIELDS = frozenset({"consultation", "organisation", "sent"})
_FIELDS = _LIBRARY_FIELDS | {"title", "author", "date", "source", "updates"}
_WITH_LEVEL = frozenset({BlockKind.HEADING, BlockKind.LIST_ITEM})


@row_changes.register
def _(edit: edits.SetImportField, db: Database) -> list[RowChange]:
    if edit.field not in _FIELDS:
        raise ValueError(edit.field)
    if edit.field not in _LIBRARY_FIELDS:
        _require_waiting(db, edit.document)
    if edit.field == "updates" and edit.value:
        _find(db, edit.value)
    if edit.field == "source" and not _has_source(db, edit.value):
        raise _gone("source")
    values: dict[str, Any] = {edit.field: edit.value}
    return [_document(edit.document, values)]


@row_changes.register
def _(edit: edits.SetImportKind, db: Database) -> list[RowChange]:
    layout = _layout(db, edit.document)
    begun = layout.begun()
    for part in edit.parts:
        if part.id not in begun:
            layout.start_part(part.block, part.id, part.role.value)
        layout.set_part(part.id, _said_of(part))
    call = edit.call or _call(db, edit.document)
    values: dict[str, Any] = {
        "kind": edit.kind.value,
        "confidence": 1.0,
        "doubts": rows.doubts(kind_sure=True, call=call),
    }
    if edit.call is not None:
        values["call"] = rows.call_column(edit.call)
    return [*layout.changes(), _document(edit.document, values)]


@row_changes.register
def _(edit: edits.SaveSnippetOf, db: Database) -> list[RowChange]:
    found = [] if edit.source is None else row_changes(SaveSource(edit.source), db)
    found += row_changes(SaveSnippet(edit.snippet), db)
    if edit.mark:
        key = {"document": edit.document, "id": edit.mark}
        values = {"state": MarkState.MADE.value, "snippet": edit.snippet.id}
        found.append(RowChange("marks", key, values))
    return found


@row_changes.register
def _(edit: edits.SetCall, db: Database) -> list[RowChange]:
    found = _require_waiting(db, edit.document)
    sure = found["confidence"] >= SURE
    values = {
        "call": rows.call_column(edit.call),
        "doubts": rows.doubts(kind_sure=sure, call=edit.call),
    }
    return [_document(edit.document, values)]


@row_changes.register
def _(edit: edits.SetBlockKind, db: Database) -> list[RowChange]:
    layout = _layout(db, edit.document)
    level = max(edit.level, 1) if edit.kind in _WITH_LEVEL else 0
    layout.set_block(edit.block, {"kind": edit.kind.value, "level": level})
    return layout.changes()


@row_changes.register
def _(edit: edits.SetBlockText, db: Database) -> list[RowChange]:
    layout = _layout(db, edit.document)
    layout.set_text(edit.block, edit.text)
    return layout.changes()


@row_changes.register
def _(edit: edits.MergeBlocks, db: Database) -> list[RowChange]:
    layout = _layout(db, edit.document)
    layout.merge(edit.block)
    return layout.changes()


@row_changes.register
def _(edit: edits.SplitBlock, db: Database) -> list[RowChange]:
    layout = _layout(db, edit.document)
    layout.split(edit.block, edit.at, edit.new)
    return layout.changes()


@row_changes.register
def _(edit: edits.MoveBlock, db: Database) -> list[RowChange]:
    layout = _layout(db, edit.document)
    layout.move([edit.block], edit.before)
    return layout.changes()


@row_changes.register
def _(edit: edits.StartPart, db: Database) -> list[RowChange]:
    layout = _layout(db, edit.document)
    layout.start_part(edit.block, edit.new, edit.role.value)
    return layout.changes()


@row_changes.register
def _(edit: edits.JoinPart, db: Database) -> list[RowChange]:
    layout = _layout(db, edit.document)
    layout.join_part(edit.part)
    return layout.changes()


@row_changes.register
def _(edit: edits.SetPart, db: Database) -> list[RowChange]:
    layout = _layout(db, edit.document)
    layout.set_part(edit.part, _said_of(edit))
    return layout.changes()


def _said_of(part: edits.SetPart | edits.PartFound) -> dict[str, Any]:
    return {
        "role": part.role.value,
        "number": part.number,
        "question": part.question,
        "ref": part.ref,
        "confidence": 1.0,
    }


@row_changes.register
def _(edit: edits.MovePart, db: Database) -> list[RowChange]:
    layout = _layout(db, edit.document)
    layout.move_part(edit.part, edit.before)
    return layout.changes()


@row_changes.register
def _(edit: edits.SetMark, db: Database) -> list[RowChange]:
    key = {"document": edit.document, "id": edit.mark}
    sql = "SELECT 1 FROM marks WHERE document = :document AND id = :id"
    if db.execute(sql, key).fetchone() is None:
        raise _gone("sentence")
    values = {"kind": edit.kind.value, "state": edit.state.value, "snippet": edit.snippet}
    return [RowChange("marks", key, values)]


@row_changes.register
def _(edit: edits.BinDocuments, db: Database) -> list[RowChange]:
    for key in edit.documents:
        _find(db, key)
    return [_document(key, {"state": ImportState.BINNED.value}) for key in edit.documents]


@row_changes.register
def _(edit: edits.RestoreDocuments, db: Database) -> list[RowChange]:
    binned = [key for key in edit.documents if _find(db, key)["state"] == ImportState.BINNED]
    return [_document(key, {"state": _state_before(db, key).value}) for key in binned]


def _state_before(db: Database, key: str) -> ImportState:
    """Return what a binned import was: what has passages was in the library once."""
    sql = (
        "SELECT EXISTS (SELECT 1 FROM passages WHERE document = :key), EXISTS ("
        " SELECT 1 FROM documents WHERE updates = :key AND state = 'accepted')"
    )
    taken, superseded = db.execute(sql, {"key": key}).fetchone()
    if not taken:
        return ImportState.WAITING
    return ImportState.SUPERSEDED if superseded else ImportState.ACCEPTED


def _layout(db: Database, document: str) -> Layout:
    _require_waiting(db, document)
    return Layout(db, document)


def _require_waiting(db: Database, document: str) -> dict[str, Any]:
    found = _find(db, document)
    if found["state"] != ImportState.WAITING:
        raise WorkspaceError(
            "This import is not being reviewed",
            f"“{found['name']}” is in the library already, or in the bin.",
            "Take it back to the review first; what cites it goes on doing so.",
        )
    return found


def _find(db: Database, document: str) -> dict[str, Any]:
    sql = "SELECT name, state, confidence FROM documents WHERE id = ?"
    found = next(db.query(sql, [document]), None)
    if found is None:
        raise _gone("import")
    return found


def _has_source(db: Database, key: str) -> bool:
    return db.execute("SELECT 1 FROM sources WHERE key = ?", [key]).fetchone() is not None


def _call(db: Database, document: str) -> Any:
    column = db.execute("SELECT call FROM documents WHERE id = ?", [document]).fetchone()[0]
    return rows.call(column)


def _document(document: str, values: dict[str, Any]) -> RowChange:
    return RowChange("documents", {"id": document}, values)


def _gone(word: str) -> WorkspaceError:
    return WorkspaceError(
        f"The {word} is gone",
        f"The {word} this belongs to is no longer there.",
        "Look at the import again; what is there has been kept.",
    )
