"""Reading what was published before: the submissions that the library holds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from desktop.core.evidence import SourceKind
from desktop.core.imports import ImportState
from desktop.core.published import Published
from desktop.core.published import published as told
from desktop.store.database import Database
from desktop.store.sending_rows import documents_of

# The newest are read; more would take seconds, and old ones are seldom copied.
_MOST = 200
_KINDS = (SourceKind.PAST_RESPONSE, SourceKind.WRITTEN_EVIDENCE)


@dataclass(frozen=True, slots=True)
class _Wanted:
    """Which documents to read; the same ones are the same, whoever asks."""

    workspace: str
    documents: tuple[tuple[str, str, int], ...]
    db: Database = field(compare=False)


def published(db: Database, response: str) -> tuple[Published, ...]:
    """Return the submissions that the library holds, but for what was sent of this Response. The
    same values are given while the library holds the same ones.
    """
    sql = (
        "SELECT id, title, pieces FROM documents WHERE state = ? AND kind IN (?, ?) "
        "ORDER BY imported DESC, id LIMIT ?"
    )
    asked = [ImportState.ACCEPTED.value, *(kind.value for kind in _KINDS), _MOST]
    own = documents_of(db, response)
    documents = tuple(tuple(row) for row in db.execute(sql, asked) if row[0] not in own)
    where = db.execute("PRAGMA database_list").fetchone()[2]
    return _read(_Wanted(str(where), documents, db)) if documents else ()


@lru_cache(maxsize=4)
def _read(wanted: _Wanted) -> tuple[Published, ...]:
    ids = [document for document, _, _ in wanted.documents]
    texts = _texts(wanted.db, ids)
    return tuple(told(title, texts[document]) for document, title, _ in wanted.documents)


def _texts(db: Database, ids: Sequence[str]) -> dict[str, list[str]]:
    marks = ", ".join("?" for _ in ids)
    found: dict[str, list[str]] = defaultdict(list)
    sql = f"SELECT document, text FROM passages WHERE document IN ({marks})"
    for document, text in db.execute(sql, list(ids)):
        found[document].append(text)
    return found
