"""The journal: each Edit's row changes with what stood there before, so that undo survives a crash
and a restart.

An entry holds, in order, (table, key, before, after): what stood there and what does now, None for
no row. Of a row that was changed only the columns that changed are held, so that taking a step back
leaves alone what another scope has changed in that row since. Undo writes what was before, in
reverse, redo what came after; no Edit needs code of its own for either.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from desktop.core.changes import Changes, Kind
from desktop.errors import WorkspaceError
from desktop.store import pack_digests, row_ops
from desktop.store.database import Database
from desktop.store.reading_courses import kept_to_read
from desktop.store.row_ops import Op
from desktop.store.row_ops import RowChange as RowChange

if TYPE_CHECKING:
    from desktop.core.edits import Edit

MERGE_SECONDS = 60
KEPT_PER_SCOPE = 300
_FROM_PACKS = frozenset({"sources", "snippets"})


@dataclass(frozen=True, slots=True)
class Step:
    """One entry as the Undo menu needs it."""

    id: int
    name: str


def record(db: Database, edit: Edit, changes: list[RowChange], now: datetime) -> bool:
    """Write the row changes of an Edit and the inverse; tell whether anything really changed.

    Call inside ``db.atomic()``. An Edit with the merge key of the newest step of its scope, no more
    than 60 seconds after it (and not before it: clocks go backwards), becomes part of that step.
    """
    with kept_to_read(db, ((change.table, change.key) for change in changes)):
        ops = row_ops.write(db, changes)
    if not ops:
        return False
    if edit.undoable:
        step = _step_to_join(db, edit, now)
        if step is not None:
            _merge(db, step, ops, now)
        else:
            _forget_undone(db, edit.scope)
            _append(db, edit, ops, now)
    return True


def starts_a_step(db: Database, edit: Edit, now: datetime) -> bool:
    """Tell whether this Edit would begin a new undo step rather than join the newest one."""
    return _step_to_join(db, edit, now) is None


def undo(db: Database, scope: str) -> Changes | None:
    """Take back the newest step of a scope; None if there is none.

    Raises WorkspaceError if something else has come to need what the step made; then it stands.
    """
    return _take(db, scope, back=True)


def redo(db: Database, scope: str) -> Changes | None:
    """Do the oldest undone step of a scope again; None if there is none.

    Raises WorkspaceError if something that the step needs has gone since; then nothing changes.
    """
    return _take(db, scope, back=False)


def undo_step(db: Database, scope: str) -> Step | None:
    """Return what ``undo`` would take back."""
    entry = _entry(db, scope, undone=False)
    return Step(entry["id"], entry["name"]) if entry else None


def redo_step(db: Database, scope: str) -> Step | None:
    """Return what ``redo`` would do again."""
    entry = _entry(db, scope, undone=True)
    return Step(entry["id"], entry["name"]) if entry else None


def _take(db: Database, scope: str, *, back: bool) -> Changes | None:
    """Take a step back, or do it again."""
    with _still_possible(), db.atomic():
        entry = _entry(db, scope, undone=not back)
        if entry is None:
            return None
        ops = row_ops.load(entry["ops"])
        with kept_to_read(db, ((op[0], op[1]) for op in ops)):
            (row_ops.take_back if back else row_ops.do_again)(db, ops)
        db.update("journal", entry["id"], {"undone": int(back)})
        if not _FROM_PACKS.isdisjoint(op[0] for op in ops):
            # The row may be a pack's again, and the pack may have changed since: have it read.
            pack_digests.forget_digests(db)
    return _changes(entry)


@contextmanager
def _still_possible() -> Iterator[None]:
    """Say in a sentence that rows need one another in a way that the step would break."""
    try:
        yield
    except sqlite3.IntegrityError as error:
        raise WorkspaceError(
            "This step cannot be taken",
            "An organisation or a source that it concerns is in use, or is no longer there.",
            "Nothing has been changed. Choose another organisation for its responses first, or "
            "another source for its snippets.",
        ) from error


def _entry(db: Database, scope: str, *, undone: bool) -> dict[str, Any] | None:
    order = "ASC" if undone else "DESC"
    sql = f"SELECT * FROM journal WHERE scope = ? AND undone = ? ORDER BY id {order} LIMIT 1"
    return next(db.query(sql, [scope, int(undone)]), None)


def _step_to_join(db: Database, edit: Edit, now: datetime) -> dict[str, Any] | None:
    """Return the step that this Edit becomes part of; None if it begins one of its own, as after
    an undo.
    """
    if not edit.merge_key or _entry(db, edit.scope, undone=True):
        return None
    last = _entry(db, edit.scope, undone=False)
    if last is None or last["merge_key"] != edit.merge_key:
        return None
    age = (now - datetime.fromisoformat(last["touched"])).total_seconds()
    return last if 0 <= age <= MERGE_SECONDS else None


def _merge(db: Database, step: dict[str, Any], ops: list[Op], now: datetime) -> None:
    merged = row_ops.load(step["ops"])
    places = {(op[0], json.dumps(op[1], sort_keys=True)): op for op in merged}
    for op in ops:
        known = places.get((op[0], json.dumps(op[1], sort_keys=True)))
        if known is None:
            merged.append(op)
        else:
            known[2], known[3] = _joined(known[2], op[2]), _joined(op[3], known[3])
    db.update("journal", step["id"], {"ops": row_ops.dump(merged), "touched": now.isoformat()})


def _joined(first: dict[str, Any] | None, other: dict[str, Any] | None) -> dict[str, Any] | None:
    """Return the values of ``first`` and, for the columns it does not have, those of ``other``."""
    return None if first is None else {**(other or {}), **first}


def _append(db: Database, edit: Edit, ops: list[Op], now: datetime) -> None:
    response, question = edit.place
    db.insert(
        "journal",
        {
            "scope": edit.scope,
            "name": edit.name,
            "merge_key": edit.merge_key,
            "started": now.isoformat(),
            "touched": now.isoformat(),
            "undone": 0,
            "ops": row_ops.dump(ops),
            "kinds": json.dumps(sorted(edit.kinds)),
            "response": response,
            "question": question,
        },
    )
    db.execute(
        "DELETE FROM journal WHERE scope = :scope AND id <= (SELECT id FROM journal "
        "WHERE scope = :scope ORDER BY id DESC LIMIT 1 OFFSET :kept)",
        {"scope": edit.scope, "kept": KEPT_PER_SCOPE},
    )


def _forget_undone(db: Database, scope: str) -> None:
    """Drop what could be redone: something else has been done instead."""
    db.execute("DELETE FROM journal WHERE scope = ? AND undone = 1", [scope])


def _changes(entry: Mapping[str, Any]) -> Changes:
    kinds = frozenset(map(Kind, json.loads(entry["kinds"])))
    return Changes(kinds, entry["response"], entry["question"])
