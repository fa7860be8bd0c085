"""Reading the workspace: rows as core values, each query in one place."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

from desktop.core.consultation import Consultation
from desktop.core.evidence import ANY_QUESTION, Prompt, Snippet, Source, question_ref_matches
from desktop.core.response import (
    Answer,
    AnswerVersion,
    Draft,
    Organisation,
    Recommendation,
    Response,
)
from desktop.core.rules import Rules
from desktop.errors import WorkspaceError
from desktop.store import packs_table, rows
from desktop.store.database import Database

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class PastAnswer:
    """An Answer of another Response, with enough to say where it was given.

    One from a past response that was brought in has no Response (``answer.response`` is ""), but
    the key of its ``source``, the ``locator`` in it, the import (``document``), the question as it
    was ``asked``, the known Question it is matched with (``ref``, see ``question_ref``) and when
    it was ``sent`` (YYYY, YYYY-MM or YYYY-MM-DD, "" unknown).
    """

    answer: Answer
    consultation: str
    consultation_title: str
    organisation: str
    edited: datetime
    source: str = ""
    locator: str = ""
    sent: str = ""
    document: str = ""
    asked: str = ""
    ref: str = ""


def organisations(db: Database) -> list[Organisation]:
    """Return every Organisation by name."""
    return _all(
        db, rows.organisation, "SELECT * FROM organisations ORDER BY name COLLATE NOCASE, id"
    )


def responses(db: Database, *, binned: bool = False) -> list[Response]:
    """Return the Responses, last edited first: those in the bin, or those that are not."""
    test = "IS NOT NULL" if binned else "IS NULL"
    sql = f"SELECT * FROM responses WHERE binned {test} ORDER BY edited DESC, id"
    return _all(db, rows.response, sql)


def response(db: Database, response_id: str) -> Response:
    """Return one Response; raises WorkspaceError if it is not there."""
    found = _all(db, rows.response, "SELECT * FROM responses WHERE id = ?", response_id)
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
    return {answer.question: answer for answer in _all(db, rows.answer, sql, response_id)}


def recommendations(db: Database, response_id: str) -> tuple[Recommendation, ...]:
    """Return the Recommendations of a Response in the order of the document."""
    sql = "SELECT * FROM recommendations WHERE response = ? ORDER BY position, rowid"
    return tuple(_all(db, rows.recommendation, sql, response_id))


def draft(
    db: Database, response_id: str, known_sources: Mapping[str, Source] | None = None
) -> Draft:
    """Return everything one submission is made of. Raises WorkspaceError if anything it needs is
    gone.

    A list of many drafts passes ``known_sources`` so that the Sources are read once, or not at all.
    """
    found = response(db, response_id)
    consultation = packs_table.consultation(db, found.consultation)
    organisation = next(item for item in organisations(db) if item.id == found.organisation)
    return Draft(
        consultation=consultation,
        organisation=organisation,
        response=found,
        rules=rules(db, consultation.rules),
        answers=answers(db, response_id),
        recommendations=recommendations(db, response_id),
        sources=sources(db) if known_sources is None else known_sources,
    )


def consultations(db: Database) -> list[Consultation]:
    """Return every Consultation by title."""
    return packs_table.consultations(db)


def rules(db: Database, rules_id: str) -> Rules:
    """Return the rules with this id."""
    return packs_table.rules(db, rules_id)


def sources(db: Database) -> dict[str, Source]:
    """Return every Source by key."""
    sql = "SELECT * FROM sources ORDER BY title COLLATE NOCASE"
    return {source.key: source for source in _all(db, rows.source, sql)}


def snippets(db: Database, *, retired: bool = False) -> list[Snippet]:
    """Return the Snippets in use, or the retired ones, in the order of their Sources."""
    sql = "SELECT * FROM snippets WHERE retired = ? ORDER BY source, rowid"
    return _all(db, rows.snippet, sql, int(retired))


def snippets_of(db: Database, sources: Iterable[str]) -> list[Snippet]:
    """Return the Snippets in use that are drawn from these Sources."""
    sql = (
        "SELECT * FROM snippets WHERE retired = 0 AND source IN (SELECT value FROM json_each(?)) "
        "ORDER BY source, rowid"
    )
    return _all(db, rows.snippet, sql, json.dumps(sorted(sources)))


def snippet_places(db: Database) -> list[tuple[str, str]]:
    """Return Source and locator of every Snippet in use."""
    return list(db.execute("SELECT source, locator FROM snippets WHERE retired = 0"))


def snippet(db: Database, snippet_id: str) -> Snippet | None:
    """Return one Snippet, or None if there is none with this id."""
    return next(
        iter(_all(db, rows.snippet, "SELECT * FROM snippets WHERE id = ?", snippet_id)), None
    )


def snippet_count(db: Database) -> int:
    """Return how many Snippets are in use."""
    return int(db.execute("SELECT count(*) FROM snippets WHERE retired = 0").fetchone()[0])


def prompts(db: Database, ref: str) -> list[Prompt]:
    """Return the Prompts that suit a Question (``consultation#number``): its own first, then the
    general ones.
    """
    found = [
        prompt
        for prompt in _all(db, rows.prompt, "SELECT * FROM prompts ORDER BY rowid")
        if question_ref_matches(prompt.questions, ref)
    ]
    return sorted(found, key=lambda prompt: ANY_QUESTION in prompt.questions)


def ticked_prompts(db: Database, response_id: str, question: str) -> frozenset[str]:
    """Return the ids of the Prompts ticked as answered at a Question."""
    sql = "SELECT prompt FROM prompt_ticks WHERE response = ? AND question = ?"
    return frozenset(row["prompt"] for row in db.query(sql, [response_id, question]))


def versions(db: Database, response_id: str, question: str) -> list[AnswerVersion]:
    """Return the earlier versions of an Answer, newest first."""
    sql = "SELECT * FROM answer_versions WHERE response = ? AND question = ? ORDER BY id DESC"
    return _all(db, rows.answer_version, sql, response_id, question)


def past_answers(db: Database, response_id: str) -> list[PastAnswer]:
    """Return the Answers of every other Response not in the bin, last edited first."""
    sql = (
        "SELECT a.*, r.consultation AS _consultation, c.title AS _title, o.name AS _name, "
        "r.edited AS _edited FROM answers a JOIN responses r ON r.id = a.response "
        "JOIN organisations o ON o.id = r.organisation "
        "JOIN consultations c ON c.id = r.consultation "
        "WHERE r.id <> ? AND r.binned IS NULL AND a.body <> '' ORDER BY r.edited DESC"
    )
    return [
        PastAnswer(
            answer=rows.answer({key: row[key] for key in row if not key.startswith("_")}),
            consultation=row["_consultation"],
            consultation_title=row["_title"],
            organisation=row["_name"],
            edited=datetime.fromisoformat(row["_edited"]),
        )
        for row in db.query(sql, [response_id])
    ]


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


def _all(db: Database, make: Callable[[dict[str, Any]], _T], sql: str, *args: Any) -> list[_T]:
    return [make(row) for row in db.query(sql, list(args))]
