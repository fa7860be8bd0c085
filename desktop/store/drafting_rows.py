"""The rows of a first draft: the answers it fills, and what of it is unreviewed."""

from __future__ import annotations

from typing import Any

from desktop.core.drafting_edits import AssembleDraft, ConfirmPiece, Fill
from desktop.core.response import AnswerMark
from desktop.store.database import Database
from desktop.store.journal import RowChange
from desktop.store.writing import answer_changes, row_changes


@row_changes.register
def _(edit: AssembleDraft, db: Database) -> list[RowChange]:
    return [
        change
        for fill in edit.fills
        if _is_empty(db, edit.response, fill.question)
        for change in _changes(db, edit.response, fill)
    ]


@row_changes.register
def _(edit: ConfirmPiece, db: Database) -> list[RowChange]:
    # A piece of several paragraphs is confirmed as a whole.
    sql = (
        "SELECT other.text FROM unreviewed AS one JOIN unreviewed AS other "
        "ON other.response = one.response AND other.question = one.question "
        "AND other.piece = one.piece "
        "WHERE one.response = ? AND one.question = ? AND one.text = ? ORDER BY other.rowid"
    )
    texts = db.execute(sql, [edit.response, edit.question, edit.text])
    return [
        RowChange("unreviewed", _key(edit.response, edit.question, text), None) for (text,) in texts
    ]


def _changes(db: Database, response: str, fill: Fill) -> list[RowChange]:
    values = {"key_point": fill.key_point, "body": fill.body}
    changes = answer_changes(db, response, fill.question, values)
    # What an earlier draft left behind was changed or deleted long since.
    sql = "SELECT text FROM unreviewed WHERE response = ? AND question = ?"
    changes += [
        RowChange("unreviewed", _key(response, fill.question, text), None)
        for (text,) in db.execute(sql, [response, fill.question])
    ]
    for item in fill.inserted:
        key = _key(response, fill.question, item.text)
        changes.append(RowChange("unreviewed", key, {**key, "piece": item.piece}))
    return changes


def _is_empty(db: Database, response: str, question: str) -> bool:
    """Tell whether an answer may be written into: it is empty, not skipped and not called ready."""
    sql = "SELECT key_point, body, mark FROM answers WHERE response = ? AND question = ?"
    found = db.execute(sql, [response, question]).fetchone()
    if found is None:
        return True
    key_point, body, mark = found
    return not key_point.strip() and not body.strip() and mark == AnswerMark.NONE.value


def _key(response: str, question: str, text: str) -> dict[str, Any]:
    return {"response": response, "question": question, "text": text}
