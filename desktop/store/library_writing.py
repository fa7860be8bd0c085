"""Which rows the Edits of the library page change."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import Any

from desktop.core import library_edits
from desktop.core.characters import safe_characters
from desktop.core.edits import Edit, SaveSnippet
from desktop.core.evidence import Origin, Snippet
from desktop.errors import WorkspaceError
from desktop.store import consultation_rows, evidence_reading, evidence_rows
from desktop.store.database import Database
from desktop.store.journal import RowChange
from desktop.store.writing import row_changes

_VERSIONED = (
    SaveSnippet,
    library_edits.RestoreSnippet,
    library_edits.MergeSnippets,
    library_edits.TakePack,
)
# A version is of what a Snippet says, not of who looks after it.
_SAID = ("source", "claim", "text", "kind", "locator", "tags", "questions", "speaker")


def snippets_to_keep(db: Database, edit: Edit) -> list[dict[str, Any]]:
    """Return the rows of the Snippets that an Edit is about to change, where what they say will be
    different.
    """
    if not isinstance(edit, _VERSIONED):
        return []
    incoming = {new.id: evidence_rows.snippet_row(new, "") for new in _snippets_of(edit)}
    return [
        row
        for row in _rows(db, incoming)
        if any(incoming[row["id"]][name] != row[name] for name in _SAID)
    ]


def keep_versions(db: Database, kept: Iterable[dict[str, Any]], now: datetime) -> None:
    """Keep Snippets as they stood before a change."""
    versions = [
        {
            "snippet": row["id"],
            "saved": now.isoformat(),
            "data": json.dumps({name: row[name] for name in row if name != "retired"}),
        }
        for row in kept
    ]
    db.insert_all("snippet_versions", versions)


@row_changes.register
def _(edit: library_edits.SaveConsultation, _db: Database) -> list[RowChange]:
    row = consultation_rows.consultation_row(edit.consultation, pack="")
    return [RowChange("consultations", {"id": edit.consultation.id}, row)]


@row_changes.register
def _(edit: library_edits.RestoreSnippet, db: Database) -> list[RowChange]:
    _present(db, [edit.snippet.id])
    return [_saved(edit.snippet)]


@row_changes.register
def _(edit: library_edits.MergeSnippets, db: Database) -> list[RowChange]:
    dropped = map(evidence_rows.snippet, _present(db, edit.drop))
    return [
        _saved(_merged(edit.keep, dropped)),
        *(_changed(key, {"retired": 1}) for key in edit.drop if key != edit.keep.id),
    ]


@row_changes.register
def _(edit: library_edits.RetireSnippets, db: Database) -> list[RowChange]:
    return _each(db, edit.snippets, {"retired": int(edit.retired)})


@row_changes.register
def _(edit: library_edits.RetireSource, db: Database) -> list[RowChange]:
    found = db.execute("SELECT 1 FROM sources WHERE key = ?", [edit.source]).fetchone()
    if found is None:
        raise _gone("source")
    return [RowChange("sources", {"key": edit.source}, {"retired": int(edit.retired)})]


@row_changes.register
def _(edit: library_edits.SetReviewBy, db: Database) -> list[RowChange]:
    return _each(db, edit.snippets, {"review_by": edit.day.isoformat() if edit.day else None})


@row_changes.register
def _(edit: library_edits.SetOwner, db: Database) -> list[RowChange]:
    return _each(db, edit.snippets, {"owner": edit.owner.strip()})


@row_changes.register
def _(edit: library_edits.TagSnippets, db: Database) -> list[RowChange]:
    added = [safe_characters(tag.strip()) for tag in edit.add]
    changes: list[RowChange] = []
    for row in _present(db, edit.snippets, "id, tags"):
        tags = dict.fromkeys((*json.loads(row["tags"]), *added))
        kept = [tag for tag in tags if tag and tag not in edit.remove]
        changes.append(_changed(row["id"], {"tags": json.dumps(kept, ensure_ascii=False)}))
    return changes


@row_changes.register
def _(edit: library_edits.TakePack, db: Database) -> list[RowChange]:
    known = evidence_reading.sources(db)
    sources = [
        RowChange("sources", {"key": source.key}, evidence_rows.source_row(_own(source), pack=""))
        for source in edit.sources
        if source.key not in known
    ]
    return [*sources, *map(_saved, edit.snippets)]


def _snippets_of(edit: Edit) -> tuple[Snippet, ...]:
    if isinstance(edit, library_edits.TakePack):
        return edit.snippets
    if isinstance(edit, library_edits.MergeSnippets):
        return (edit.keep,)
    assert isinstance(edit, (SaveSnippet, library_edits.RestoreSnippet))
    return (edit.snippet,)


def _merged(keep: Snippet, dropped: Iterable[Snippet]) -> Snippet:
    every = (keep, *dropped)
    return replace(
        keep,
        tags=tuple(dict.fromkeys(tag for item in every for tag in item.tags)),
        questions=tuple(dict.fromkeys(ref for item in every for ref in item.questions)),
    )


def _own(source: Any) -> Any:
    return replace(source, origin=Origin.OWN)


def _saved(snippet: Snippet) -> RowChange:
    row = evidence_rows.snippet_row(_own(snippet), pack="")
    return RowChange("snippets", {"id": snippet.id}, {"retired": 0, **row})


def _changed(key: str, values: dict[str, Any]) -> RowChange:
    # The user's own from then on, so that a refresh of its pack does not take the change back.
    return RowChange("snippets", {"id": key}, {**values, "origin": Origin.OWN.value})


def _each(db: Database, keys: Iterable[str], values: dict[str, Any]) -> list[RowChange]:
    return [_changed(row["id"], values) for row in _present(db, keys, "id")]


def _present(db: Database, keys: Iterable[str], columns: str = "*") -> list[dict[str, Any]]:
    """Return the rows of these Snippets, each once and in this order; all of them must be there."""
    chosen = list(dict.fromkeys(keys))
    found = {row["id"]: row for row in _rows(db, chosen, columns)}
    if len(found) < len(chosen):
        raise _gone("snippet")
    return [found[key] for key in chosen]


def _rows(db: Database, keys: Iterable[str], columns: str = "*") -> list[dict[str, Any]]:
    sql = f"SELECT {columns} FROM snippets WHERE id IN (SELECT value FROM json_each(?))"
    return list(db.query(f"{sql} ORDER BY rowid", [json.dumps(list(keys))]))


def _gone(word: str) -> WorkspaceError:
    return WorkspaceError(
        f"The {word} is gone",
        f"The {word} this belongs to is no longer in the library.",
        "Look at the library again; what is there has been kept.",
    )
