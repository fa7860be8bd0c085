"""Which rows each Edit changes: one small function per Edit."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from functools import singledispatch
from importlib import import_module
from typing import Any

from desktop.core import edits
from desktop.core.changes import Kind
from desktop.core.consent_edits import SaveAgreedSnippet
from desktop.core.edits import Edit
from desktop.core.evidence import Origin
from desktop.core.response import Answer, AnswerMark
from desktop.errors import WorkspaceError
from desktop.store import evidence_rows, journal, rows
from desktop.store.database import Database
from desktop.store.journal import RowChange

# These register the Edits of the library page, of a review and of the panels at their first use.
_REGISTERED_LATER = (
    "desktop.store.library_writing",
    "desktop.store.imports.editing",
    "desktop.store.learning_rows",
    "desktop.store.drafting_rows",
    "desktop.store.sending_rows",
    "desktop.store.signing_rows",
    "desktop.store.rules_writing",
    "desktop.store.checking_rows",
    "desktop.store.cited_rows",
    "desktop.store.wording_rows",
    "desktop.store.translation_rows",
    "desktop.store.course_rows",
)
_RESPONSE_TEXTS = frozenset({"title", "reason", "about", "oral_evidence", "message"})


def apply(db: Database, edit: Edit, now: datetime) -> bool:
    """Write an Edit and its inverse in one transaction; tell whether anything changed.

    Raises WorkspaceError when the Edit no longer fits what is stored (its Response or Organisation
    is gone).
    """
    with db.atomic():
        changes = row_changes(edit, db)
        version = _version_to_keep(db, edit, now)
        snippets = _snippets_to_keep(db, edit)
        changed = journal.record(db, edit, changes, now)
        if changed and version is not None:
            db.execute(
                "INSERT INTO answer_versions (response, question, key_point, body, saved) "
                "VALUES (?, ?, ?, ?, ?)",
                [*version, now.isoformat()],
            )
        if changed and snippets:
            _keep_versions(db, snippets, now)
        if changed and Kind.ANSWER in edit.kinds:
            _note_citations(db, edit, now)
        response, _ = edit.place
        if changed and response and edit.undoable:
            db.execute("UPDATE responses SET edited = ? WHERE id = ?", [now.isoformat(), response])
    return changed


def _version_to_keep(db: Database, edit: Edit, now: datetime) -> tuple[str, ...] | None:
    """Return the Answer as it stands before a new spell of writing, to be compared and restored
    later; None if this Edit starts none, or if the newest version says the same.
    """
    if not isinstance(edit, (edits.SetBody, edits.SetKeyPoint, edits.RestoreAnswer)):
        return None
    if not journal.starts_a_step(db, edit, now):
        return None
    return db.execute(
        "SELECT response, question, key_point, body FROM answers AS a "
        "WHERE response = ? AND question = ? AND (body <> '' OR key_point <> '') AND NOT EXISTS ("
        "  SELECT 1 FROM answer_versions AS v "
        "  WHERE v.response = a.response AND v.question = a.question"
        "  AND v.body = a.body AND v.key_point = a.key_point AND v.id = ("
        "    SELECT max(id) FROM answer_versions "
        "    WHERE response = a.response AND question = a.question))",
        [edit.response, edit.question],
    ).fetchone()


@singledispatch
def row_changes(edit: Edit, db: Database) -> list[RowChange]:
    """Return the row changes that make an Edit true."""
    for module in _REGISTERED_LATER:
        import_module(module)
    known = row_changes.dispatch(type(edit))
    if known.__module__ not in _REGISTERED_LATER:
        raise TypeError(type(edit).__name__)
    return known(edit, db)


def _snippets_to_keep(db: Database, edit: Edit) -> list[dict[str, Any]]:
    if Kind.LIBRARY not in edit.kinds:
        return []
    from desktop.store import library_writing

    return library_writing.snippets_to_keep(db, edit)


def _keep_versions(db: Database, snippets: list[dict[str, Any]], now: datetime) -> None:
    from desktop.store import library_writing

    library_writing.keep_versions(db, snippets, now)


def _note_citations(db: Database, edit: Edit, now: datetime) -> None:
    """Keep what the places say that an Answer has come to cite."""
    response, question = edit.place
    cites = db.execute(
        "SELECT EXISTS (SELECT 1 FROM answers WHERE response = :response AND instr(body, '[@'))"
        " OR EXISTS (SELECT 1 FROM cited_places WHERE response = :response)",
        {"response": response},
    ).fetchone()[0]
    if cites:
        from desktop.store import cited_rows

        cited_rows.note(db, response, question, now)


@row_changes.register
def _(edit: edits.AddOrganisation, _db: Database) -> list[RowChange]:
    row = rows.organisation_row(edit.organisation)
    return [RowChange("organisations", {"id": edit.organisation.id}, row)]


@row_changes.register
def _(edit: edits.SetOrganisationField, db: Database) -> list[RowChange]:
    require(db, "organisations", edit.organisation, "organisation")
    return [RowChange("organisations", {"id": edit.organisation}, {edit.field: edit.value})]


@row_changes.register
def _(edit: edits.RemoveOrganisation, db: Database) -> list[RowChange]:
    used = db.execute(
        "SELECT count(*) FROM responses WHERE organisation = ?", [edit.organisation]
    ).fetchone()[0]
    if used:
        raise WorkspaceError(
            "The organisation is in use",
            f"{used} response{'s are' if used > 1 else ' is'} from this organisation.",
            "Choose another organisation for them first; responses in the bin count too.",
        )
    house = db.execute("SELECT id FROM house_rules WHERE organisation = ?", [edit.organisation])
    return [
        *(RowChange("house_rules", {"id": key}, None) for (key,) in house.fetchall()),
        RowChange("organisations", {"id": edit.organisation}, None),
    ]


@row_changes.register
def _(edit: edits.StartResponse, db: Database) -> list[RowChange]:
    require(db, "organisations", edit.draft.organisation, "organisation")
    return [RowChange("responses", {"id": edit.draft.id}, rows.response_row(edit.draft))]


@row_changes.register
def _(edit: edits.BinResponse, db: Database) -> list[RowChange]:
    when = edit.when.isoformat() if edit.when else None
    return [_response_change(db, edit.response, {"binned": when})]


@row_changes.register
def _(edit: edits.SetResponseText, db: Database) -> list[RowChange]:
    if edit.field not in _RESPONSE_TEXTS:
        raise ValueError(edit.field)
    return [_response_change(db, edit.response, {edit.field: edit.value})]


@row_changes.register
def _(edit: edits.SetSummary, db: Database) -> list[RowChange]:
    return [_response_change(db, edit.response, {"summary": rows.summary_column(edit.points)})]


@row_changes.register
def _(edit: edits.SetDated, db: Database) -> list[RowChange]:
    dated = edit.value.isoformat() if edit.value else None
    return [_response_change(db, edit.response, {"dated": dated})]


@row_changes.register
def _(edit: edits.SetOrganisation, db: Database) -> list[RowChange]:
    require(db, "organisations", edit.organisation, "organisation")
    return [_response_change(db, edit.response, {"organisation": edit.organisation})]


@row_changes.register
def _(edit: edits.SetKeyPoint, db: Database) -> list[RowChange]:
    return answer_changes(db, edit.response, edit.question, {"key_point": edit.text})


@row_changes.register
def _(edit: edits.SetBody, db: Database) -> list[RowChange]:
    return answer_changes(db, edit.response, edit.question, {"body": edit.text})


@row_changes.register
def _(edit: edits.RestoreAnswer, db: Database) -> list[RowChange]:
    values = {"key_point": edit.key_point, "body": edit.text}
    return answer_changes(db, edit.response, edit.question, values)


@row_changes.register
def _(edit: edits.SetChoice, db: Database) -> list[RowChange]:
    return answer_changes(
        db, edit.response, edit.question, {"choice": rows.choice_column(edit.choice)}
    )


@row_changes.register
def _(edit: edits.MarkAnswer, db: Database) -> list[RowChange]:
    reason = edit.reason if edit.mark is AnswerMark.SKIPPED else ""
    values = {"mark": edit.mark.value, "skip_reason": reason}
    return answer_changes(db, edit.response, edit.question, values)


@row_changes.register
def _(edit: edits.TickPrompt, db: Database) -> list[RowChange]:
    require(db, "responses", edit.response, "response")
    key = {"response": edit.response, "question": edit.question, "prompt": edit.prompt}
    return [RowChange("prompt_ticks", key, dict(key) if edit.ticked else None)]


@row_changes.register
def _(edit: edits.SaveRecommendation, db: Database) -> list[RowChange]:
    require(db, "responses", edit.response, "response")
    row = rows.recommendation_row(edit.recommendation)
    return [RowChange("recommendations", {"id": edit.recommendation.id}, row)]


@row_changes.register
def _(edit: edits.RemoveRecommendation, _db: Database) -> list[RowChange]:
    return [RowChange("recommendations", {"id": edit.recommendation}, None)]


@row_changes.register
def _(edit: edits.OrderRecommendations, db: Database) -> list[RowChange]:
    known = {
        row["id"]
        for row in db.query("SELECT id FROM recommendations WHERE response = ?", [edit.response])
    }
    return [
        RowChange("recommendations", {"id": item}, {"position": place})
        for place, item in enumerate(edit.order)
        if item in known
    ]


@row_changes.register
def _(edit: edits.SaveSource, _db: Database) -> list[RowChange]:
    row = evidence_rows.source_row(replace(edit.source, origin=Origin.OWN), pack="")
    return [RowChange("sources", {"key": edit.source.key}, row)]


@row_changes.register
def _(edit: edits.SaveSnippet, _db: Database) -> list[RowChange]:
    row = evidence_rows.snippet_row(replace(edit.snippet, origin=Origin.OWN), pack="")
    return [RowChange("snippets", {"id": edit.snippet.id}, {"retired": 0, **row})]


@row_changes.register
def _(edit: SaveAgreedSnippet, db: Database) -> list[RowChange]:
    # Registered here: where only SaveSnippet is known, this would be taken for one.
    from desktop.store import consent_rows

    return [*row_changes(edits.SaveSnippet(edit.snippet), db), consent_rows.change(edit)]


@row_changes.register
def _(edit: edits.RetireSnippet, db: Database) -> list[RowChange]:
    require(db, "snippets", edit.snippet, "snippet")
    # Retiring makes the row the user's own, so that a refresh of its pack does not bring it back.
    values = {"retired": int(edit.retired), "origin": Origin.OWN.value}
    return [RowChange("snippets", {"id": edit.snippet}, values)]


def empty_answer_row(response: str, question: str) -> dict[str, str]:
    """Return the row of an Answer with nothing in it."""
    blank = Answer(response, question)
    return {
        "response": response,
        "question": question,
        "key_point": blank.key_point,
        "body": blank.body,
        "mark": blank.mark.value,
        "skip_reason": blank.skip_reason,
        "choice": "[]",
    }


def next_position(db: Database, response: str) -> int:
    """Return the position that puts a new Recommendation last."""
    sql = "SELECT coalesce(max(position) + 1, 0) FROM recommendations WHERE response = ?"
    return int(db.execute(sql, [response]).fetchone()[0])


def answer_changes(
    db: Database, response: str, question: str, values: dict[str, str]
) -> list[RowChange]:
    """Return the changes that give columns of an Answer these values."""
    require(db, "responses", response, "response")
    key = {"response": response, "question": question}
    known = db.execute(
        "SELECT 1 FROM answers WHERE response = ? AND question = ?", [response, question]
    ).fetchone()
    if known:
        return [RowChange("answers", key, values)]
    blank = empty_answer_row(response, question)
    # Saying nothing where nothing was said is no step that a person would want to take back.
    return [RowChange("answers", key, {**blank, **values})] if {**blank, **values} != blank else []


def _response_change(db: Database, response: str, values: dict[str, str | None]) -> RowChange:
    require(db, "responses", response, "response")
    return RowChange("responses", {"id": response}, values)


def require(db: Database, table: str, key: str, word: str) -> None:
    """Raise WorkspaceError unless the row with this id is there; ``word`` is what it is called."""
    if db.execute(f"SELECT 1 FROM [{table}] WHERE id = ?", [key]).fetchone() is None:
        raise WorkspaceError(
            f"The {word} is gone",
            f"The {word} this belongs to is no longer in the workspace.",
            "Go back to the start page; what is there has been kept.",
        )
