"""What a person has said of pieces of evidence at Questions: reading it, and its rows."""

from __future__ import annotations

from desktop.core.learning_edits import ForgetHelped, NoteVerdict
from desktop.core.suggesting import Noted, Verdict
from desktop.store.database import Database
from desktop.store.journal import RowChange
from desktop.store.writing import row_changes


def verdicts(db: Database) -> tuple[Noted, ...]:
    """Return everything that was said, in the order of Questions and pieces."""
    sql = "SELECT piece, ref, wording, verdict FROM verdicts ORDER BY ref, piece"
    return tuple(
        Noted(piece, ref, wording, Verdict(verdict))
        for piece, ref, wording, verdict in db.execute(sql)
    )


@row_changes.register
def _(edit: NoteVerdict, _db: Database) -> list[RowChange]:
    key = {"piece": edit.piece, "ref": edit.ref}
    if edit.verdict is None:
        return [RowChange("verdicts", key, None)]
    said = {"wording": edit.wording, "verdict": edit.verdict.value}
    return [RowChange("verdicts", key, {**key, **said})]


@row_changes.register
def _(edit: ForgetHelped, db: Database) -> list[RowChange]:
    sql = "SELECT piece, ref FROM verdicts WHERE piece = ? AND verdict = ?"
    helped = db.execute(sql, [edit.piece, Verdict.HELPED.value]).fetchall()
    return [RowChange("verdicts", {"piece": piece, "ref": ref}, None) for piece, ref in helped]
