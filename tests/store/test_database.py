"""Statements on a connection: each by itself, or several whole or not at all."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.store.database import Database


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    opened = Database(sqlite3.connect(tmp_path / "any.db"))
    opened.execute("CREATE TABLE halls (id TEXT PRIMARY KEY, name TEXT)")
    yield opened
    opened.close()


def names(db: Database) -> list[str]:
    return [row["name"] for row in db.query("SELECT name FROM halls ORDER BY id")]


def seen_elsewhere(tmp_path: Path) -> int:
    other = sqlite3.connect(tmp_path / "any.db")
    try:
        return int(other.execute("SELECT count(*) FROM halls").fetchone()[0])
    finally:
        other.close()


def test_a_statement_by_itself_is_kept_at_once(db: Database, tmp_path: Path) -> None:
    db.insert("halls", {"id": "a", "name": "Mill Lane"})
    assert seen_elsewhere(tmp_path) == 1
    db.update("halls", "a", {"name": "Mill Road"})
    assert names(db) == ["Mill Road"]


def test_several_statements_are_kept_together_or_not_at_all(db: Database, tmp_path: Path) -> None:
    def twice() -> None:
        with db.atomic():
            db.insert("halls", {"id": "a", "name": "Mill Lane"})
            assert seen_elsewhere(tmp_path) == 0
            db.insert("halls", {"id": "a", "name": "Again"})

    with pytest.raises(sqlite3.IntegrityError):
        twice()
    assert names(db) == []
    with db.atomic():
        db.insert("halls", {"id": "a", "name": "Mill Lane"})
    assert seen_elsewhere(tmp_path) == 1


def test_a_step_within_a_step_can_fail_by_itself(db: Database) -> None:
    def half() -> None:
        with db.atomic():
            db.insert("halls", {"id": "b", "name": "Dropped"})
            with db.atomic():
                db.insert("halls", {"id": "c", "name": "Dropped too"})
            raise ValueError("no")

    with db.atomic():
        db.insert("halls", {"id": "a", "name": "Kept"})
        with pytest.raises(ValueError, match="no"):
            half()
    assert names(db) == ["Kept"]


def test_a_transaction_that_sqlite_ended_itself_leaves_the_first_error(db: Database) -> None:
    db.execute(
        "CREATE TRIGGER no BEFORE INSERT ON halls BEGIN SELECT RAISE(ROLLBACK, 'never'); END"
    )
    with pytest.raises(sqlite3.IntegrityError, match="never"), db.atomic(), db.atomic():
        db.insert("halls", {"id": "a", "name": "Mill Lane"})
    assert names(db) == []


def test_tables_are_laid_out_on_the_same_connection(db: Database) -> None:
    with db.atomic():
        db.tables().table("halls").add_column("town", str)
        db.insert("halls", {"id": "a", "name": "Mill Lane", "town": "Fernbrook"})
    assert next(db.query("SELECT town FROM halls")) == {"town": "Fernbrook"}


def test_nobody_writes_between_what_is_read_and_what_is_written(
    db: Database, tmp_path: Path
) -> None:
    db.execute("PRAGMA journal_mode = WAL")
    other = sqlite3.connect(tmp_path / "any.db", timeout=0)
    with db.atomic():
        assert names(db) == []
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            other.execute("INSERT INTO halls VALUES ('b', 'Meanwhile')")
        db.insert("halls", {"id": "a", "name": "Mill Lane"})
    other.execute("INSERT INTO halls VALUES ('b', 'Afterwards')")
    other.commit()
    other.close()
    assert names(db) == ["Mill Lane", "Afterwards"]
