"""Writing what differs for a call from the rules of the body that makes it."""

from __future__ import annotations

from desktop.core.rules_changes import CallChanges
from desktop.core.rules_edits import SetCallChanges, SetCallRule
from desktop.store.database import Database
from desktop.store.journal import RowChange
from desktop.store.rules_changes_rows import items_of, stored_items
from desktop.store.writing import row_changes


@row_changes.register
def _(edit: SetCallChanges, db: Database) -> list[RowChange]:
    before, after = stored_items(db, edit.consultation), items_of(edit.changes)
    return [
        RowChange("call_changes", key, {**key, "data": after[item]} if item in after else None)
        for item in dict.fromkeys((*before, *after))
        for key in [{"consultation": edit.consultation, "item": item}]
    ]


@row_changes.register
def _(edit: SetCallRule, _db: Database) -> list[RowChange]:
    items = items_of(CallChanges(changed=(edit.rule,)))
    return [
        RowChange("call_changes", key, {**key, "data": data})
        for item, data in items.items()
        for key in [{"consultation": edit.consultation, "item": item}]
    ]
