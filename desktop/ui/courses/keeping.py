"""Keeps a learner's work, and remembers what could not be written until it can be."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.core.learning import Work, WorkKind
from desktop.errors import DesktopError
from desktop.ui.context import Context

Data = Mapping[str, object]


class Keeping:
    """What a view keeps, the view being the ``origin`` of it. A view shows one item after another:
    what was typed of one that is out of sight waits here while the disk is full.
    """

    def __init__(self, context: Context, origin: object) -> None:
        self._context = context
        self._origin = origin
        self._waiting: dict[tuple[WorkKind, str], Data] = {}

    def keep(self, kind: WorkKind, item: str, data: Data) -> bool:
        """Keep a piece of work, ``data`` being the whole of it; tell whether it is kept. What
        cannot be is explained once.
        """
        bridge = self._context.bridge
        try:
            self._context.session.courses.set(kind, item, self._origin, **data)
        except DesktopError as error:
            self._waiting[kind, item] = data
            if bridge.report_failure(error):
                self._context.dialogs.show_error(error)
            return False
        self._waiting.pop((kind, item), None)
        bridge.report_saved()
        return True

    def try_again(self) -> None:
        """Keep what waits for it."""
        for (kind, item), data in tuple(self._waiting.items()):
            if not self.keep(kind, item, data):
                return

    def work(self, kind: WorkKind, item: str) -> Work | None:
        """Return a piece of work as it was done last, written or not; None where nothing was."""
        session = self._context.session
        data = self._waiting.get((kind, item))
        if data is not None:
            return Work(kind, item, data, session.clock()) if data else None
        return session.learning.work(kind, item) if session.learning else None
