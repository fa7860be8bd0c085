"""The search index of an open workspace, held for all Jobs and in step with the rows.

The rows are the truth. Whoever searches begins a reading transaction, and gets an index that is
brought up to what this transaction sees, so that no search ever tells of what is gone. Only one at
a time does that: each transaction begins after the one that the index was brought up to.
"""

from __future__ import annotations

import logging
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock, Thread
from typing import TYPE_CHECKING

from desktop.store import search_rows

if TYPE_CHECKING:
    from desktop.matching.index import Index
    from desktop.store.connection import Connection

_log = logging.getLogger(__name__)
# A smaller library is indexed anew sooner than a file of it is read.
_WORTH_SAVING = 2_000
# So many pieces may have changed since the index was saved: catching up with them takes a moment.
_MAY_DIFFER = 500
# Of workspaces that were searched once and are gone nothing is kept for ever.
_MOST_FILES = 8


class Searching:
    """Holds the index of one workspace; ``file`` is where it is kept from one start to the next."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._turn = Lock()
        self._index: Index | None = None
        self._seen = 0  # the sequence number of the newest change in the index
        self._unsaved = 0
        self._tidying: Thread | None = None

    @contextmanager
    def caught_up(self, db: Connection) -> Iterator[Index]:
        """Give the index as ``db`` sees the rows until it is given back; ``db`` is read within one
        transaction meanwhile.
        """
        try:
            with self._turn:
                db.execute("BEGIN")
                index = self._catch_up(db)
                self._look_after(index, db)
            yield index
        finally:
            if db.conn.in_transaction:
                db.execute("ROLLBACK")

    def close(self) -> None:
        """Wait until what is being saved is saved."""
        tidying = self._tidying
        if tidying is not None:
            tidying.join()

    def _catch_up(self, db: Connection) -> Index:
        latest = search_rows.latest(db)
        index = self._index
        if index is None or latest < self._seen:
            index = self._opened(db)
        elif latest > self._seen:
            index = self._with(index, db, search_rows.changed_since(db, self._seen))
        self._index, self._seen = index, latest
        return index

    def _opened(self, db: Connection) -> Index:
        """Return the index that was kept, brought up to date, or else one made from the rows."""
        from desktop.matching.index import build, load

        saved = load(self._file)
        if saved is None:
            index = build(search_rows.entries(db))
            self._unsaved = index.count
            return index
        self._unsaved = 0
        stamps = search_rows.stamps(db)
        # The items that are on one side alone: changed, new, or of another copy of the workspace.
        differing = {id for id, _ in stamps.items() ^ saved.stamps.items()}
        return self._with(saved.index, db, differing) if differing else saved.index

    def _with(self, index: Index, db: Connection, ids: Collection[str]) -> Index:
        """Return the index with the rows of these pieces as they are now."""
        self._unsaved += len(ids)
        return index.changed(search_rows.entries(db, ids), gone=ids)

    def _look_after(self, index: Index, db: Connection) -> None:
        """Tidy the index up and save it, on a thread of its own, when that is worth it."""
        if self._tidying is not None and self._tidying.is_alive():
            return
        saving = self._unsaved > _MAY_DIFFER and index.count >= _WORTH_SAVING
        if not saving and not index.untidy:
            return
        stamps = search_rows.stamps(db) if saving else None
        self._unsaved = 0 if saving else self._unsaved
        self._tidying = Thread(target=self._tidy, args=(index, stamps), name="search index")
        self._tidying.start()

    def _tidy(self, index: Index, stamps: dict[str, int] | None) -> None:
        tidied = index.tidied(whole=stamps is not None)
        with self._turn:
            # If it has been changed meanwhile, the next search sees to it.
            if self._index is index:
                self._index = tidied
        if stamps is not None:
            self._save(tidied, stamps)

    def _save(self, index: Index, stamps: dict[str, int]) -> None:
        from desktop.matching.index import save

        try:
            save(index, self._file, stamps)
            files = sorted(
                self._file.parent.glob("*.index*"), key=lambda file: file.stat().st_mtime
            )
            for old in files[:-_MOST_FILES]:
                old.unlink(missing_ok=True)
        except OSError as error:
            # It costs time at the next start, and nothing else.
            _log.info("The search index could not be saved: %s", error)
