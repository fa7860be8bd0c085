"""What was read last, for as long as it is true: one save is heard by several views, and each asks
for the same draft.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from desktop.core.changes import Changes, Kind
from desktop.core.response import Draft
from desktop.store import reading
from desktop.store.connection import Connection

if TYPE_CHECKING:
    from desktop.core.evidence import Source

# All that a draft's Sources can change with.
_OF_SOURCES = frozenset({Kind.LIBRARY, Kind.IMPORTS})


class Kept:
    """Reads drafts and Sources, and remembers them. Belongs to the thread of its connection."""

    def __init__(self, db: Connection) -> None:
        self._db = db
        self._draft: Draft | None = None
        self._draft_stamp: tuple[int, int] | None = None
        self._sources: Mapping[str, Source] | None = None
        self._sources_stamp = -1

    def draft(self, response: str) -> Draft:
        """Return the draft of a Response as it is now; raises WorkspaceError if it is gone."""
        stamp = (self._others(), self._db.conn.total_changes)
        draft = self._draft
        if draft is None or draft.response.id != response or stamp != self._draft_stamp:
            draft = reading.draft(self._db, response, known_sources=self._known_sources())
            self._draft, self._draft_stamp = draft, stamp
        return draft

    def hear(self, changes: Changes) -> None:
        """Forget what is no longer true after a change."""
        if changes.touches(*_OF_SOURCES):
            self._sources = None
            self._draft = None

    def _known_sources(self) -> Mapping[str, Source]:
        others = self._others()
        if self._sources is None or others != self._sources_stamp:
            from desktop.store import evidence_reading

            self._sources, self._sources_stamp = evidence_reading.sources(self._db), others
        return self._sources

    def _others(self) -> int:
        """Return a number that changes when another connection has written."""
        return int(self._db.execute("PRAGMA data_version").fetchone()[0])
