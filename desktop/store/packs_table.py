"""Built-in content inside the workspace: refreshed when a pack file changes, never over the user's
own copies.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from typing import Any

from desktop.core.consultation import Consultation, Limit, LimitUnit, Question, QuestionKind
from desktop.core.evidence import Origin, Prompt, Snippet, Source
from desktop.core.rules import (
    Authority,
    DocumentRules,
    Numbering,
    Part,
    Rule,
    Rules,
    Strength,
    SummaryForm,
)
from desktop.errors import WorkspaceError
from desktop.store import rows
from desktop.store.database import Database


def digests(db: Database) -> dict[str, str]:
    """Return the digest of each pack as it was when it was last read into the workspace."""
    return {row["name"]: row["digest"] for row in db.query("SELECT name, digest FROM packs")}


def put_digest(db: Database, name: str, digest: str) -> None:
    """Remember that a pack has been read."""
    db.execute(
        "INSERT INTO packs (name, digest) VALUES (?, ?) "
        "ON CONFLICT (name) DO UPDATE SET digest = excluded.digest",
        [name, digest],
    )


def forget_digests(db: Database) -> None:
    """Have every pack read again at the next opening."""
    db.execute("DELETE FROM packs")


def put_evidence(
    db: Database,
    pack: str,
    source: Source,
    snippets: tuple[Snippet, ...],
    prompts: tuple[Prompt, ...],
) -> None:
    """Replace what a pack brought with what it brings now; rows that became the user's own stay as
    they are.

    A Snippet that the pack no longer has is retired rather than deleted, since an answer may have
    used it.
    """
    _put_built_in(db, "sources", "key", rows.source_row(source, pack))
    for snippet in snippets:
        _put_built_in(db, "snippets", "id", {**rows.snippet_row(snippet, pack), "retired": 0})
    _retire_missing(db, pack, {snippet.id for snippet in snippets})
    put_prompts(db, pack, prompts)


def put_prompts(db: Database, pack: str, prompts: tuple[Prompt, ...]) -> None:
    """Replace the Prompts of a pack."""
    db.execute("DELETE FROM prompts WHERE pack = ?", [pack])
    for prompt in prompts:
        _upsert(db, "prompts", "id", rows.prompt_row(prompt, pack))


def withdraw_others(
    db: Database, evidence: set[str], prompts: set[str], consultations: set[str]
) -> None:
    """Offer no longer what came from packs other than these (all that there are now, by name).

    Snippets are retired, Prompts go. Sources stay, since an answer may cite them, and so does a
    Consultation that a Response answers, with its Rules. What is the user's own stays.
    """
    there = {"evidence": json.dumps(sorted(evidence)), "prompts": json.dumps(sorted(prompts))}
    db.execute(
        "UPDATE snippets SET retired = 1 WHERE origin = :built_in AND retired = 0"
        " AND pack NOT IN (SELECT value FROM json_each(:evidence))",
        {"built_in": Origin.BUILT_IN.value, "evidence": there["evidence"]},
    )
    db.execute(
        "DELETE FROM prompts WHERE pack NOT IN (SELECT value FROM json_each(:evidence))"
        " AND pack NOT IN (SELECT value FROM json_each(:prompts))",
        there,
    )
    db.execute(
        "DELETE FROM consultations WHERE pack <> ''"
        " AND pack NOT IN (SELECT value FROM json_each(?))"
        " AND id NOT IN (SELECT consultation FROM responses)",
        [json.dumps(sorted(consultations))],
    )


def put_consultation(db: Database, pack: str, value: Consultation) -> None:
    """Store a Consultation, but not over the user's own of the same id."""
    sql = "SELECT 1 FROM consultations WHERE id = ? AND pack = ''"
    if db.execute(sql, [value.id]).fetchone() is None:
        _upsert(db, "consultations", "id", consultation_row(value, pack))


def consultation_row(value: Consultation, pack: str) -> dict[str, str]:
    """Return the row of a Consultation that came with ``pack`` ("" for the user's own)."""
    return _document(value, value.id, value.title, pack)


def put_rules(db: Database, pack: str, value: Rules) -> None:
    """Store the rules of a body."""
    _upsert(db, "rules", "id", _document(value, value.id, value.title, pack))


def consultations(db: Database) -> list[Consultation]:
    """Return every Consultation by title."""
    found = db.query("SELECT data FROM consultations ORDER BY title COLLATE NOCASE")
    return [_consultation(json.loads(row["data"])) for row in found]


def consultation(db: Database, consultation_id: str) -> Consultation:
    """Return one Consultation; raises WorkspaceError if it is not there."""
    data = _find(db, "consultations", consultation_id)
    if data is None:
        raise WorkspaceError(
            "There is no such consultation",
            f"The workspace has no consultation called “{consultation_id}”.",
            "List the consultations to see their names.",
        )
    return _consultation(data)


def rules(db: Database, rules_id: str) -> Rules:
    """Return the rules with this id; raises WorkspaceError if they are not there."""
    data = _find(db, "rules", rules_id)
    if data is None:
        raise WorkspaceError(
            "The submission rules are missing",
            f"The workspace has no submission rules called “{rules_id}”.",
            "Check the content packs: consultee content check",
        )
    return _rules(data)


def _find(db: Database, table: str, key: str) -> dict[str, Any] | None:
    row = db.execute(f"SELECT data FROM [{table}] WHERE id = ?", [key]).fetchone()
    return None if row is None else json.loads(row[0])


def _document(value: Consultation | Rules, key: str, title: str, pack: str) -> dict[str, str]:
    data = json.dumps(asdict(value), default=_plain, ensure_ascii=False)
    return {"id": key, "title": title, "data": data, "pack": pack}


def _plain(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(type(value).__name__)


def _put_built_in(db: Database, table: str, key: str, row: Mapping[str, Any]) -> None:
    found = db.execute(f"SELECT origin FROM [{table}] WHERE [{key}] = ?", [row[key]]).fetchone()
    if found is None or found[0] == Origin.BUILT_IN:
        _upsert(db, table, key, row)


def _retire_missing(db: Database, pack: str, kept: set[str]) -> None:
    sql = "SELECT id FROM snippets WHERE pack = ? AND origin = ? AND retired = 0"
    for row in list(db.query(sql, [pack, Origin.BUILT_IN.value])):
        if row["id"] not in kept:
            db.execute("UPDATE snippets SET retired = 1 WHERE id = ?", [row["id"]])


def _upsert(db: Database, table: str, key: str, row: Mapping[str, Any]) -> None:
    columns = ", ".join(f"[{column}]" for column in row)
    values = ", ".join(f":{column}" for column in row)
    updates = ", ".join(f"[{column}] = excluded.[{column}]" for column in row if column != key)
    db.execute(
        f"INSERT INTO [{table}] ({columns}) VALUES ({values}) "
        f"ON CONFLICT ([{key}]) DO UPDATE SET {updates}",
        dict(row),
    )


def _day(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None


def _limit(data: dict[str, Any] | None) -> Limit | None:
    return None if data is None else Limit(**{**data, "unit": LimitUnit(data["unit"])})


def _consultation(data: dict[str, Any]) -> Consultation:
    questions = tuple(
        Question(
            **{
                **item,
                "kind": QuestionKind(item["kind"]),
                "options": tuple(item["options"]),
                "limit": _limit(item["limit"]),
            }
        )
        for item in data["questions"]
    )
    return Consultation(
        **{
            **data,
            "questions": questions,
            "announced": _day(data["announced"]),
            "closes": _day(data["closes"]),
            "limit": _limit(data["limit"]),
        }
    )


def _rules(data: dict[str, Any]) -> Rules:
    document = data["document"]
    return Rules(
        id=data["id"],
        title=data["title"],
        body=data["body"],
        checked=date.fromisoformat(data["checked"]),
        document=DocumentRules(
            title_line=document["title_line"],
            numbering=Numbering(document["numbering"]),
            page_numbers=document["page_numbers"],
            summary=SummaryForm(document["summary"]),
            parts=tuple(map(Part, document["parts"])),
            formats=tuple(document["formats"]),
        ),
        rules=tuple(map(_rule, data["rules"])),
    )


def _rule(data: dict[str, Any]) -> Rule:
    return Rule(
        **{
            **data,
            "strength": Strength(data["strength"]),
            "authority": Authority(data["authority"]),
            "checked": date.fromisoformat(data["checked"]),
            "unit": LimitUnit(data["unit"]) if data["unit"] else None,
        }
    )
