"""The row of an approval."""

from __future__ import annotations

from desktop.core.signing_edits import SetSignOff
from desktop.store.database import Database
from desktop.store.journal import RowChange
from desktop.store.writing import require, row_changes


@row_changes.register
def _(edit: SetSignOff, db: Database) -> list[RowChange]:
    require(db, "responses", edit.response, "response")
    key = {"response": edit.response}
    given = edit.sign_off
    if given is None:
        return [RowChange("sign_offs", key, None)]
    said = {
        "who": given.who,
        "role": given.role,
        "approved": given.approved.isoformat() if given.approved else None,
        "digest": given.digest,
    }
    return [RowChange("sign_offs", key, {**key, **said})]
