"""What the library page reads: rows with their counts, earlier versions, uses, what is due."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable
from datetime import date, datetime

from desktop.core.evidence import Snippet, Source
from desktop.core.library import LibraryRow, SnippetUse, SnippetVersion
from desktop.core.response import AnswerMark
from desktop.core.usage import Written, written
from desktop.markup import parse
from desktop.store import evidence_reading, evidence_rows, reading
from desktop.store.database import Database


def library_rows(db: Database) -> list[LibraryRow]:
    """Return every Source, each followed by its Snippets, the retired ones too."""
    titles = dict(db.execute("SELECT id, title FROM consultations").fetchall())
    of_source: dict[str, list[LibraryRow]] = defaultdict(list)
    imports = _imports(db)
    sources = evidence_reading.sources(db)
    for row in db.query("SELECT * FROM snippets ORDER BY source, rowid"):
        snippet = evidence_rows.snippet(row)
        of_source[snippet.source].append(
            LibraryRow(
                source=sources[snippet.source],
                snippet=snippet,
                retired=bool(row["retired"]),
                consultation="; ".join(_asked(snippet, titles)),
                year=sources[snippet.source].date[:4],
                review_by=snippet.review_by,
                owner=snippet.owner,
                tags=snippet.tags,
            )
        )
    retired = {row[0] for row in db.execute("SELECT key FROM sources WHERE retired = 1")}
    found: list[LibraryRow] = []
    for key, source in sources.items():
        document, answered, count = imports.get(key, ("", "", 0))
        found.append(
            LibraryRow(
                source=source,
                retired=key in retired,
                consultation=titles.get(answered, ""),
                year=source.date[:4],
                passages=count,
                document=document,
            )
        )
        found += of_source[key]
    return found


def _imports(db: Database) -> dict[str, tuple[str, str, int]]:
    """Return the import of each Source that has one in the library: id, Consultation, passages."""
    sql = (
        "SELECT d.source, d.id, d.consultation, count(p.id) FROM documents AS d"
        " LEFT JOIN passages AS p ON p.document = d.id"
        " WHERE d.state = 'accepted' GROUP BY d.id ORDER BY d.imported"
    )
    return {row[0]: (row[1], row[2], row[3]) for row in db.execute(sql)}


def _asked(snippet: Snippet, titles: dict[str, str]) -> dict[str, None]:
    keys = (ref.rpartition("#")[0] for ref in snippet.questions)
    return dict.fromkeys(titles[key] for key in keys if key in titles)


def snippet_versions(db: Database, key: str) -> list[SnippetVersion]:
    """Return the earlier versions of a Snippet, newest first."""
    sql = "SELECT * FROM snippet_versions WHERE snippet = ? ORDER BY id DESC"
    return [
        SnippetVersion(
            row["id"],
            evidence_rows.snippet(json.loads(row["data"])),
            datetime.fromisoformat(row["saved"]),
        )
        for row in db.query(sql, [key])
    ]


def due(db: Database, until: date) -> list[Snippet]:
    """Return the Snippets in use that should be looked at by a day, longest due first."""
    sql = (
        "SELECT n.* FROM snippets AS n JOIN sources AS s ON s.key = n.source"
        " WHERE n.retired = 0 AND s.retired = 0 AND n.review_by <= ? ORDER BY n.review_by, n.rowid"
    )
    return [evidence_rows.snippet(row) for row in db.query(sql, [until.isoformat()])]


def owners(db: Database) -> list[str]:
    """Return everybody who looks after a Snippet, by name."""
    sql = "SELECT DISTINCT owner FROM snippets WHERE owner <> '' ORDER BY owner COLLATE NOCASE"
    return [row[0] for row in db.execute(sql)]


def tags(db: Database) -> list[str]:
    """Return every tag of a Snippet in use, by name."""
    sql = (
        "SELECT DISTINCT t.value FROM snippets AS n, json_each(n.tags) AS t WHERE n.retired = 0"
        " ORDER BY t.value COLLATE NOCASE"
    )
    return [row[0] for row in db.execute(sql)]


def uses(db: Database, source: str, is_used: Callable[[Written], bool]) -> list[SnippetUse]:
    """Return the Answers that use a piece of a Source, newest Response first, skipped ones apart.

    ``is_used`` tells of an Answer's text that cites the Source whether it is that piece.
    """
    found: list[SnippetUse] = []
    for item in reading.responses(db):
        bodies = {n: a for n, a in reading.answers(db, item.id).items() if f"[@{source}" in a.body}
        if not bodies:
            continue
        draft = reading.draft(db, item.id, known_sources={})
        found += [
            SnippetUse(
                response=item.id,
                consultation=draft.consultation.title,
                organisation=draft.organisation.name,
                question=question.number,
                heading=question.heading or question.text,
                edited=item.edited,
                sent=item.dated,
            )
            for question in draft.consultation.questions
            if (answer := bodies.get(question.number))
            and answer.mark is not AnswerMark.SKIPPED
            and is_used(written(parse(answer.body)))
        ]
    return found


def sources_of(db: Database, keys: set[str]) -> dict[str, Source]:
    """Return these Sources by key."""
    sql = "SELECT * FROM sources WHERE key IN (SELECT value FROM json_each(?)) ORDER BY key"
    found = db.query(sql, [json.dumps(sorted(keys))])
    return {row["key"]: evidence_rows.source(row) for row in found}
