"""Built-in content inside the workspace: refreshed when a pack file changes, never over the user's
own copies.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from desktop.core.consultation import Consultation
from desktop.core.evidence import Origin, Prompt, Snippet, Source
from desktop.core.rules import Rules
from desktop.store import evidence_rows as rows
from desktop.store.consultation_rows import consultation_row
from desktop.store.database import Database
from desktop.store.rules_rows import rules_row


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


def put_rules(db: Database, pack: str, value: Rules) -> None:
    """Store the rules of a body."""
    _upsert(db, "rules", "id", rules_row(value, pack))


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
