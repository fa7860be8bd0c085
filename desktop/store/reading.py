"""Reading people, consultations, drafts and settings from the workspace (Sources, Snippets and
Prompts: ``evidence_reading``).
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar

from desktop.core.consultation import Consultation
from desktop.core.response import (
    Answer,
    AnswerVersion,
    Draft,
    Organisation,
    Recommendation,
    Response,
)
from desktop.errors import WorkspaceError
from desktop.store import consultation_rows, rows
from desktop.store.database import Database

# What the first page does not show is imported where it is read.
if TYPE_CHECKING:
    from desktop.core.dismissing import Dismissal
    from desktop.core.evidence import Source
    from desktop.core.rules import Rules
    from desktop.core.signing import SignOff
    from desktop.core.translating import TextKey, Translation
    from desktop.core.wording import HouseSignOff

_T = TypeVar("_T")


def organisations(db: Database) -> list[Organisation]:
    """Return every Organisation by name."""
    return every(
        db, rows.organisation, "SELECT * FROM organisations ORDER BY name COLLATE NOCASE, id"
    )


def responses(db: Database, *, binned: bool = False) -> list[Response]:
    """Return the Responses, last edited first: those in the bin, or those that are not."""
    test = "IS NOT NULL" if binned else "IS NULL"
    sql = f"SELECT * FROM responses WHERE binned {test} ORDER BY edited DESC, id"
    return every(db, rows.response, sql)


def response(db: Database, response_id: str) -> Response:
    """Return one Response; raises WorkspaceError if it is not there."""
    found = every(db, rows.response, "SELECT * FROM responses WHERE id = ?", response_id)
    if not found:
        raise WorkspaceError(
            "There is no such response",
            f"The workspace has no response called “{response_id}”.",
            "List the responses to see their names.",
        )
    return found[0]


def answers(db: Database, response_id: str) -> dict[str, Answer]:
    """Return the Answers of a Response by Question number."""
    sql = "SELECT * FROM answers WHERE response = ?"
    return {answer.question: answer for answer in every(db, rows.answer, sql, response_id)}


def recommendations(db: Database, response_id: str) -> tuple[Recommendation, ...]:
    """Return the Recommendations of a Response in the order of the document."""
    sql = "SELECT * FROM recommendations WHERE response = ? ORDER BY position, rowid"
    return tuple(every(db, rows.recommendation, sql, response_id))


def unreviewed(db: Database, response_id: str) -> dict[str, tuple[str, ...]]:
    """Return the texts of a first draft that nobody has confirmed, by Question number."""
    found: dict[str, tuple[str, ...]] = {}
    sql = "SELECT question, text FROM unreviewed WHERE response = ? ORDER BY rowid"
    for question, text in db.execute(sql, [response_id]):
        found[question] = (*found.get(question, ()), text)
    return found


def sign_off(db: Database, response_id: str) -> SignOff | None:
    """Return who approves a Response and when they did, if anybody was named."""
    found = db.execute(
        "SELECT who, role, approved, digest FROM sign_offs WHERE response = ?", [response_id]
    ).fetchone()
    if found is None:
        return None
    from desktop.core.signing import SignOff

    who, role, approved, digest = found
    return SignOff(who, role, date.fromisoformat(approved) if approved else None, digest)


def _house_sign_off(db: Database, organisation: str, demanded: Rules) -> HouseSignOff | None:
    sql = "SELECT EXISTS (SELECT 1 FROM house_rules WHERE organisation = ?)"
    if not db.execute(sql, [organisation]).fetchone()[0]:
        return None  # as for most, who then need not load what reads them
    from desktop.store.house_sign_off import house_sign_off

    return house_sign_off(db, organisation, demanded.venue)


def translations(db: Database, response_id: str) -> dict[TextKey, Translation]:
    """Return the texts of a Response in other languages."""
    sql = "SELECT language, field, question, item, text, original FROM translations "
    found = db.execute(f"{sql} WHERE response = ? ORDER BY rowid", [response_id]).fetchall()
    if not found:
        return {}
    from desktop.core.finding import TextField
    from desktop.core.translating import Language, TextKey, Translation

    return {
        TextKey(Language(language), TextField(field), *rest): Translation(text, original)
        for language, field, *rest, text, original in found
    }


def dismissals(db: Database, response_id: str) -> tuple[Dismissal, ...]:
    """Return the Findings about a Response that were dismissed, the oldest first."""
    sql = (
        "SELECT finding, part, question, basis, sentence, reason, excerpt, noted FROM dismissals "
        "WHERE response = ? ORDER BY rowid"
    )
    found = db.execute(sql, [response_id]).fetchall()
    if not found:
        return ()
    from desktop.core.dismissing import Dismissal
    from desktop.core.rules import Part

    return tuple(
        Dismissal(check, Part(part), *said, noted=date.fromisoformat(noted), excerpt=excerpt)
        for check, part, *said, excerpt, noted in found
    )


def draft(
    db: Database, response_id: str, known_sources: Mapping[str, Source] | None = None
) -> Draft:
    """Return everything one submission is made of. Raises WorkspaceError if anything it needs is
    gone.

    A list of many drafts passes ``known_sources`` so that the Sources are read once, or not at all.
    """
    found = response(db, response_id)
    asked, demanded = call(db, found.consultation)
    organisation = next(item for item in organisations(db) if item.id == found.organisation)
    if known_sources is None:
        from desktop.store import evidence_reading

        known_sources = evidence_reading.sources(db)
    return Draft(
        consultation=asked,
        organisation=organisation,
        response=found,
        rules=demanded,
        answers=answers(db, response_id),
        recommendations=recommendations(db, response_id),
        sources=known_sources,
        unreviewed=unreviewed(db, response_id),
        sign_off=sign_off(db, response_id),
        house_sign_off=_house_sign_off(db, organisation.id, demanded),
        dismissals=dismissals(db, response_id),
        translations=translations(db, response_id),
    )


def call(db: Database, consultation_id: str) -> tuple[Consultation, Rules]:
    """Return a Consultation and the rules that hold for it, with what a person has changed of both.

    Raises WorkspaceError if either is not there.
    """
    from desktop.core.rules_changes import call_in_force, rules_in_force
    from desktop.store.rules_changes_rows import call_changes

    asked, changes = consultation(db, consultation_id), call_changes(db, consultation_id)
    demanded = rules_in_force(followed_rules(db, asked, changes.follows), changes)
    return call_in_force(asked, demanded, changes), demanded


def followed_rules(db: Database, asked: Consultation, follows: str) -> Rules:
    """Return the rules of the body that a call follows: those chosen for it, while they are there,
    or those it came with.
    """
    chosen = follows and _document(db, "rules", follows) is not None
    return rules(db, follows if chosen else asked.rules)


def consultations(db: Database) -> list[Consultation]:
    """Return every Consultation by title."""
    found = db.query("SELECT data FROM consultations ORDER BY title COLLATE NOCASE")
    return [consultation_rows.consultation(json.loads(row["data"])) for row in found]


def consultation(db: Database, consultation_id: str) -> Consultation:
    """Return one Consultation; raises WorkspaceError if it is not there."""
    data = _document(db, "consultations", consultation_id)
    if data is None:
        raise WorkspaceError(
            "There is no such consultation",
            f"The workspace has no consultation called “{consultation_id}”.",
            "List the consultations to see their names.",
        )
    return consultation_rows.consultation(data)


def all_rules(db: Database) -> list[Rules]:
    """Return the submission rules of every body, by title."""
    from desktop.store import rules_rows

    found = db.query("SELECT data FROM rules ORDER BY title COLLATE NOCASE")
    return [rules_rows.rules(json.loads(row["data"])) for row in found]


def rules(db: Database, rules_id: str) -> Rules:
    """Return the rules with this id; raises WorkspaceError if they are not there."""
    data = _document(db, "rules", rules_id)
    if data is None:
        raise WorkspaceError(
            "The submission rules are missing",
            f"The workspace has no submission rules called “{rules_id}”.",
            "Check the content packs: consultee content check",
        )
    from desktop.store import rules_rows

    return rules_rows.rules(data)


def versions(db: Database, response_id: str, question: str) -> list[AnswerVersion]:
    """Return the earlier versions of an Answer, newest first."""
    sql = "SELECT * FROM answer_versions WHERE response = ? AND question = ? ORDER BY id DESC"
    return every(db, rows.answer_version, sql, response_id, question)


def setting(db: Database, key: str) -> Any:
    """Return the stored value of a setting, or None."""
    row = db.execute("SELECT value FROM settings WHERE key = ?", [key]).fetchone()
    return None if row is None else json.loads(row[0])


def set_setting(db: Database, key: str, value: Any) -> None:
    """Store the value of a setting (anything JSON can hold)."""
    with db.atomic():
        db.execute(
            "INSERT INTO settings (key, value) VALUES (?, ?) "
            "ON CONFLICT (key) DO UPDATE SET value = excluded.value",
            [key, json.dumps(value)],
        )


def every(db: Database, make: Callable[[dict[str, Any]], _T], sql: str, *args: Any) -> list[_T]:
    """Return what ``make`` makes of each row of a query."""
    return [make(row) for row in db.query(sql, list(args))]


def _document(db: Database, table: str, key: str) -> dict[str, Any] | None:
    """Return what is kept as JSON in a row of a table, or None."""
    row = db.execute(f"SELECT data FROM [{table}] WHERE id = ?", [key]).fetchone()
    return None if row is None else json.loads(row[0])
