"""Consent records: reading them, and the row of one."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from desktop.core.consent import Consent, Use
from desktop.core.consent_edits import SaveAgreedSnippet
from desktop.store.database import Database
from desktop.store.journal import RowChange


def consents(db: Database) -> dict[str, Consent]:
    """Return every consent record by the id of its Snippet."""
    return {row["snippet"]: _consent(row) for row in db.query("SELECT * FROM consents")}


def consent(db: Database, snippet: str) -> Consent | None:
    """Return the consent record of one Snippet, or None."""
    found = list(db.query("SELECT * FROM consents WHERE snippet = ?", [snippet]))
    return _consent(found[0]) if found else None


def _consent(row: dict[str, Any]) -> Consent:
    return Consent(
        row["snippet"],
        row["who"],
        frozenset(Use(use) for use in json.loads(row["covers"])),
        date.fromisoformat(row["recorded"]),
        date.fromisoformat(row["until"]) if row["until"] else None,
        row["note"],
    )


def change(edit: SaveAgreedSnippet) -> RowChange:
    """Return the change of the consent record of a Snippet that is saved."""
    key = {"snippet": edit.snippet.id}
    given = edit.consent
    row: dict[str, Any] | None = None
    if given is not None:
        row = {
            **key,
            "who": given.who,
            "covers": json.dumps(sorted(given.covers)),
            "until": given.until.isoformat() if given.until else None,
            "note": given.note,
            "recorded": given.recorded.isoformat(),
        }
    return RowChange("consents", key, row)
