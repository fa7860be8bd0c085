"""Many rows are changed at once as they would be one after the other, and can be put back."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.store import row_ops
from desktop.store.database import Database
from desktop.store.row_ops import Op, RowChange

TABLES = {"notes": ("id",), "ticks": ("response", "question")}
KEYS = st.sampled_from(["a", "b", "é'\"", ""])
VALUES = st.none() | st.fixed_dictionaries({}, optional={"said": KEYS, "by": KEYS})


@pytest.fixture
def db() -> Iterator[Database]:
    with opened() as found:
        yield Database(found)


def opened() -> closing[sqlite3.Connection]:
    connection = sqlite3.connect(":memory:")
    for table, key in TABLES.items():
        columns = ", ".join([*key, "said", "by"])
        connection.execute(f"CREATE TABLE {table} ({columns}, PRIMARY KEY ({', '.join(key)}))")
    return closing(connection)


def rows(db: Database) -> list[list[tuple[Any, ...]]]:
    return [sorted(db.execute(f"SELECT * FROM {table}"), key=repr) for table in TABLES]


@st.composite
def changes(draw: st.DrawFn) -> list[RowChange]:
    found: list[RowChange] = []
    for _ in range(draw(st.integers(1, 8))):
        table = draw(st.sampled_from(sorted(TABLES)))
        key = {column: draw(KEYS) for column in TABLES[table]}
        found.append(RowChange(table, key, draw(VALUES)))
    return found


@given(changes(), changes())
def test_all_at_once_is_one_after_the_other_and_can_be_taken_back_and_done_again(
    there: list[RowChange], wanted: list[RowChange]
) -> None:
    with opened() as one, opened() as other:
        together, singly = Database(one), Database(other)
        for db in (together, singly):
            row_ops.write(db, there)
        before = rows(together)
        ops = row_ops.write(together, wanted)
        for change in wanted:
            row_ops.write(singly, [change])
        after = rows(together)
        assert after == rows(singly)
        assert bool(ops) or before == after
        row_ops.take_back(together, ops)
        assert rows(together) == before
        row_ops.do_again(together, row_ops.load(row_ops.dump(ops)))
        assert rows(together) == after


@given(changes())
def test_what_the_journal_keeps_is_read_back_as_it_was(wanted: list[RowChange]) -> None:
    with opened() as connection:
        ops: list[Op] = row_ops.write(Database(connection), wanted)
    assert row_ops.load(row_ops.dump(ops)) == ops


def test_the_same_done_to_many_rows_is_kept_once(db: Database) -> None:
    row_ops.write(db, [RowChange("notes", {"id": f"n{n}"}, {"said": "x"}) for n in range(500)])
    ops = row_ops.write(
        db, [RowChange("notes", {"id": f"n{n}"}, {"by": "Ada Finch"}) for n in range(500)]
    )
    assert len(ops) == 500
    assert row_ops.dump(ops).count("Ada Finch") == 1


def test_a_journal_of_an_earlier_day_is_read(db: Database) -> None:
    ops = row_ops.load('[["notes", {"id": "a"}, null, {"id": "a", "said": "Halls close."}]]')
    row_ops.do_again(db, ops)
    assert db.execute("SELECT id, said FROM notes").fetchall() == [("a", "Halls close.")]
