"""A connection in the manner of sqlite-utils, for the statements of every day.

sqlite-utils itself lays out and migrates the tables (see ``tables``). It takes longer to import
than the window to draw, so a workspace that is up to date opens without it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import sqlite_utils

Parameters = Sequence[Any] | dict[str, Any] | None


class Database:
    """Statements on one SQLite connection; each is its own transaction unless inside ``atomic``."""

    def __init__(self, conn: sqlite3.Connection) -> None:
        if conn.isolation_level is not None:
            conn.isolation_level = None  # no transactions but those that are begun here
        self.conn = conn

    def execute(self, sql: str, parameters: Parameters = None) -> sqlite3.Cursor:
        """Execute one statement."""
        return self.conn.execute(sql, () if parameters is None else parameters)

    def query(self, sql: str, params: Parameters = None) -> Iterator[dict[str, Any]]:
        """Give the rows of a query, each by the names of its columns."""
        cursor = Database.execute(self, sql, params)
        names = [column[0] for column in cursor.description]
        return (dict(zip(names, row, strict=True)) for row in cursor)

    def insert(self, table: str, row: Mapping[str, Any]) -> None:
        """Add a row; ``table`` and the names in ``row`` are the program's own, never a person's."""
        names = ", ".join(f"[{name}]" for name in row)
        values = ", ".join(f":{name}" for name in row)
        self.execute(f"INSERT INTO [{table}] ({names}) VALUES ({values})", dict(row))

    def insert_all(self, table: str, added: Sequence[Mapping[str, Any]]) -> None:
        """Add rows that all have the same columns."""
        if added:
            names = ", ".join(f"[{name}]" for name in added[0])
            values = ", ".join(f":{name}" for name in added[0])
            sql = f"INSERT INTO [{table}] ({names}) VALUES ({values})"
            self.execute_all(sql, added)

    def execute_all(
        self, sql: str, parameters: Iterable[Sequence[Any] | Mapping[str, Any]]
    ) -> None:
        """Execute one statement with each of these parameters."""
        self.conn.executemany(sql, parameters)

    def update(self, table: str, key: int | str, values: Mapping[str, Any]) -> None:
        """Change the row with this ``id``; the names are the program's own likewise."""
        changes = ", ".join(f"[{name}] = :{name}" for name in values)
        self.execute(f"UPDATE [{table}] SET {changes} WHERE id = :id", {**values, "id": key})

    @contextmanager
    def atomic(self) -> Generator[Database, None, None]:
        """Make what is done inside happen whole or not at all; one may stand within another.

        The right to write is taken at once: who first read and only then asked for it would be
        refused, without any waiting, if another program had written in between.
        """
        inner = self.conn.in_transaction
        self.conn.execute("SAVEPOINT step" if inner else "BEGIN IMMEDIATE")
        try:
            yield self
            self.conn.execute("RELEASE step" if inner else "COMMIT")
        except BaseException:
            # A failure of SQLite's own may have ended the transaction already.
            if self.conn.in_transaction:
                if inner:
                    self.conn.execute("ROLLBACK TO step")
                    self.conn.execute("RELEASE step")
                else:
                    self.conn.execute("ROLLBACK")
            raise

    def tables(self) -> sqlite_utils.Database:
        """Give sqlite-utils on the same connection, to lay out and migrate tables with."""
        import sqlite_utils

        return sqlite_utils.Database(self.conn, execute_plugins=False, recursive_triggers=False)

    def close(self) -> None:
        """Close the connection."""
        self.conn.close()
