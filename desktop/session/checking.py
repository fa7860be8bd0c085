"""Checking a draft: what is open, and what was dismissed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from desktop.core.response import Draft
from desktop.store.connection import Connection

# The checks are read when something is first checked, on the thread that does it.
if TYPE_CHECKING:
    from desktop.checks import Checker
    from desktop.core.dismissing import Checked


class Checking:
    """What a Session checks with: it remembers what was said of each line, for any thread."""

    def __init__(self, resources: Path) -> None:
        self._resources = resources
        self._lock = Lock()
        self._checker: Checker | None = None

    def reviewed(
        self, db: Connection, draft: Draft, now: datetime, wanted: Callable[[], bool]
    ) -> Checked:
        """Return what the checks say about a draft, open and dismissed, but for those that the
        trainer of a practice workspace turned off; for ``wanted`` see ``desktop.checks.Checker``.
        """
        from desktop.core.dismissing import settle
        from desktop.session.knowing import known
        from desktop.store.practice import checks_off

        told = known(db, draft, now, self._resources)
        found, off = self._ready().check(draft, told, wanted), checks_off(db)
        if off:
            found = tuple(finding for finding in found if finding.check not in off)
        return settle(found, draft.dismissals)

    def _ready(self) -> Checker:
        with self._lock:
            if self._checker is None:
                from desktop.checks import checker

                self._checker = checker()
            return self._checker
