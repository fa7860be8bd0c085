"""Changing many rows at once, and what stood in them before.

An op is (table, key, before, after): what stood there and what does now, None for no row. Of a row
that was changed only the columns that changed are held.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from desktop.core.characters import safe_characters
from desktop.store.database import Database

Op = list[Any]
_Values = dict[str, Any]
_Place = tuple[str, tuple[tuple[str, Any], ...]]


@dataclass(frozen=True, slots=True)
class RowChange:
    """What an Edit wants of one row: ``values`` merged into it (created if missing), or None to
    delete it.
    """

    table: str
    key: Mapping[str, Any]
    values: Mapping[str, Any] | None


def write(db: Database, changes: Iterable[RowChange]) -> list[Op]:
    """Write row changes in their order; return the ops of those that changed anything."""
    return [op for run in _runs(changes) for op in _write_run(db, run)]


def take_back(db: Database, ops: Sequence[Op]) -> None:
    """Put what stood before in the place of what does now."""
    _put(db, [[table, key, after, before] for table, key, before, after in reversed(ops)])


def do_again(db: Database, ops: Sequence[Op]) -> None:
    """Put what came after in the place of what stood before."""
    _put(db, ops)


def dump(ops: Iterable[Op]) -> str:
    """Return ops as JSON; where the same was done to many rows, it is said once for all of them."""
    packed: list[Op] = []
    for (table, _, before, after), group in groupby(ops, key=_alike):
        keys: list[_Values] = [key for _, key, _, _ in group]
        together = {name: [key[name] for key in keys] for name in keys[0]}
        packed.append([table, together if len(keys) > 1 else keys[0], before, after])
    return json.dumps(packed, ensure_ascii=False)


def load(text: str) -> list[Op]:
    """Return the ops that ``dump`` wrote."""
    return [
        [table, each, before, after]
        for table, key, before, after in json.loads(text)
        for each in _apart(key)
    ]


def _alike(op: Op) -> Op:
    table, key, before, after = op
    return [table, list(key), before, after]


def _apart(key: _Values) -> Iterator[_Values]:
    if all(isinstance(value, list) for value in key.values()):
        for values in zip(*key.values(), strict=True):
            yield dict(zip(key, values, strict=True))
    else:
        yield key


def _place(change: RowChange) -> _Place:
    return change.table, tuple(change.key.items())


def _runs(changes: Iterable[RowChange]) -> Iterator[dict[_Place, RowChange]]:
    """Give the changes in runs that no row comes twice in, so that each run can be read at once."""
    run: dict[_Place, RowChange] = {}
    for change in changes:
        if _place(change) in run:
            yield run
            run = {}
        run[_place(change)] = change
    yield run


def _write_run(db: Database, run: Mapping[_Place, RowChange]) -> list[Op]:
    standing = _standing(db, run.values())
    ops: list[Op] = []
    for place, change in run.items():
        before = standing.get(place)
        after = _wanted(change, before)
        if before == after:
            continue
        if before is not None and after is not None:
            columns = [column for column in after if after[column] != before[column]]
            before, after = ({column: row[column] for column in columns} for row in (before, after))
        ops.append([change.table, dict(change.key), before, after])
    _put(db, ops)
    return ops


def _wanted(change: RowChange, before: _Values | None) -> _Values | None:
    return None if change.values is None else {**(before or change.key), **_safe(change.values)}


def _safe(values: Mapping[str, Any]) -> _Values:
    """Keep what neither SQLite's UTF-8 nor a Word file can hold out of the workspace altogether."""
    return {
        name: safe_characters(value) if isinstance(value, str) else value
        for name, value in values.items()
    }


def _standing(db: Database, changes: Iterable[RowChange]) -> dict[_Place, _Values]:
    """Return the rows that are there of those that will be changed."""
    asked: dict[tuple[str, tuple[str, ...]], list[list[Any]]] = {}
    for change in changes:
        shape = change.table, tuple(change.key)
        asked.setdefault(shape, []).append(list(change.key.values()))
    found: dict[_Place, _Values] = {}
    for (table, columns), keys in asked.items():
        names = ", ".join(f"[{column}]" for column in columns)
        values = ", ".join(f"json_extract(value, '$[{n}]')" for n in range(len(columns)))
        sql = f"SELECT * FROM [{table}] WHERE ({names}) IN (SELECT {values} FROM json_each(?))"
        for row in db.query(sql, [json.dumps(keys)]):
            found[table, tuple((column, row[column]) for column in columns)] = row
    return found


def _put(db: Database, ops: Iterable[Op]) -> None:
    """Put each op's row, or its changed columns where there is one, in the place of what stood."""
    for sql, alike in groupby(ops, key=_statement):
        db.execute_all(sql, ({**(row or {}), **key} for _, key, _, row in alike))


def _statement(op: Op) -> str:
    """Return the statement that writes an op; its parameters go by the names of columns."""
    table, key, before, row = op
    where = " AND ".join(f"[{column}] = :{column}" for column in key)
    if row is None:
        return f"DELETE FROM [{table}] WHERE {where}"
    if before is not None:
        changed = ", ".join(f"[{column}] = :{column}" for column in row)
        return f"UPDATE [{table}] SET {changed} WHERE {where}"
    columns = ", ".join(f"[{column}]" for column in row)
    values = ", ".join(f":{column}" for column in row)
    updates = ", ".join(f"[{column}] = excluded.[{column}]" for column in row)
    target = ", ".join(f"[{column}]" for column in key)
    return (
        f"INSERT INTO [{table}] ({columns}) VALUES ({values})"
        f" ON CONFLICT ({target}) DO UPDATE SET {updates}"
    )
