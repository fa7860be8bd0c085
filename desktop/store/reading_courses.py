"""A Course that goes while work of it is here stays to read it by, whichever way it goes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from desktop.store.database import Database

# The origin of a Course that is no longer among those one has: what learners handed in of it could
# not be read without it.
REMOVED = "removed"


@contextmanager
def kept_to_read(db: Database, rows: Iterable[tuple[str, Mapping[str, Any]]]) -> Iterator[None]:
    """Put back, as removed, each Course that goes inside while work of it stays. To collect is no
    step of Undo, so an Edit, an undo and a redo may all take one away that is read by.

    ``rows`` are those that will be written: their tables, and their keys.
    """
    ids = [key["id"] for table, key in rows if table == "courses"]
    standing = [row for course in ids for row in _course(db, course)]
    yield
    for row in standing:
        if not any(_course(db, row["id"])) and _is_collected(db, row["id"]):
            db.insert("courses", {**row, "origin": REMOVED})


def _course(db: Database, course: str) -> Iterator[dict[str, Any]]:
    return db.query("SELECT * FROM courses WHERE id = ?", [course])


def _is_collected(db: Database, course: str) -> bool:
    return bool(db.execute("SELECT 1 FROM collected WHERE course = ?", [course]).fetchone())
