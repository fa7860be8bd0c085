"""Reading Sources, Snippets and Prompts from the workspace."""

from __future__ import annotations

import json
from collections.abc import Iterable

from desktop.core.evidence import Passage, Prompt, Snippet, Source
from desktop.store import evidence_rows as rows
from desktop.store.database import Database
from desktop.store.reading import every


def sources(db: Database) -> dict[str, Source]:
    """Return every Source by key."""
    sql = "SELECT * FROM sources ORDER BY title COLLATE NOCASE"
    return {source.key: source for source in every(db, rows.source, sql)}


def snippets(db: Database, *, retired: bool = False) -> list[Snippet]:
    """Return the Snippets in use, or the retired ones, in the order of their Sources."""
    sql = "SELECT * FROM snippets WHERE retired = ? ORDER BY source, rowid"
    return every(db, rows.snippet, sql, int(retired))


def snippets_of(db: Database, sources: Iterable[str]) -> list[Snippet]:
    """Return the Snippets in use that are drawn from these Sources."""
    sql = (
        "SELECT * FROM snippets WHERE retired = 0 AND source IN (SELECT value FROM json_each(?)) "
        "ORDER BY source, rowid"
    )
    return every(db, rows.snippet, sql, json.dumps(sorted(sources)))


def passages_at(db: Database, places: Iterable[tuple[str, str]]) -> list[Passage]:
    """Return the Passages that stand at these places (Source and locator)."""
    sql = (
        "SELECT p.* FROM json_each(?) AS j JOIN passages AS p"
        " ON p.source = json_extract(j.value, '$[0]') AND p.locator = json_extract(j.value, '$[1]')"
    )
    return every(db, rows.passage, sql, json.dumps(sorted(places)))


def snippet_places(db: Database) -> list[tuple[str, str]]:
    """Return Source and locator of every Snippet in use."""
    return list(db.execute("SELECT source, locator FROM snippets WHERE retired = 0"))


def snippet(db: Database, snippet_id: str) -> Snippet | None:
    """Return one Snippet, or None if there is none with this id."""
    return next(
        iter(every(db, rows.snippet, "SELECT * FROM snippets WHERE id = ?", snippet_id)), None
    )


def snippet_count(db: Database) -> int:
    """Return how many Snippets are in use."""
    return int(db.execute("SELECT count(*) FROM snippets WHERE retired = 0").fetchone()[0])


def prompts(db: Database) -> list[Prompt]:
    """Return every Prompt."""
    return every(db, rows.prompt, "SELECT * FROM prompts ORDER BY rowid")


def ticked_prompts(db: Database, response_id: str, question: str) -> frozenset[str]:
    """Return the ids of the Prompts ticked as answered at a Question."""
    sql = "SELECT prompt FROM prompt_ticks WHERE response = ? AND question = ?"
    return frozenset(row["prompt"] for row in db.query(sql, [response_id, question]))
