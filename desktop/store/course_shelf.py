"""What courses may refer to beside what they bring: what is in the workspace and in resources."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from desktop.store import reading
from desktop.store.database import Database
from desktop.store.packs.courses import RUBRIC_FILE, Shelf, read_rubric


def shelf(db: Database, resources: Path, checks: Iterable[str] = ()) -> Shelf:
    """Return what is there; raises PackError if the program's own rubric cannot be read."""
    return Shelf(
        consultations={each.id: each for each in reading.consultations(db)},
        sources=frozenset(key for (key,) in db.execute("SELECT key FROM sources")),
        rules=frozenset(each.id for each in reading.all_rules(db)),
        checks=frozenset(checks),
        rubric=read_rubric(resources / "courses" / RUBRIC_FILE),
    )
