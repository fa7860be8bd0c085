"""When a call closes, found on another thread and told when it is known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.core.consultation import Consultation
from desktop.ui.context import Context

if TYPE_CHECKING:
    from desktop.core.deadline import Deadline


class Closing(QObject):
    """Keeps the Deadline of one Consultation true; ``changed(Deadline | None)`` tells of it."""

    changed = Signal(object)

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._lane = context.jobs.lane(self)
        self._asked: object = None
        self.found: Deadline | None = None

    def look(self, consultation: Consultation) -> None:
        """Find out when a Consultation closes, unless that is known from this very minute."""
        if consultation.closes is None:
            self.forget()
            return
        # Read where there is a closing day, so that the window opens without it.
        from desktop.session.deadlines import SETTING

        session = self._context.session
        now = session.clock().replace(second=0, microsecond=0)
        when = (consultation.closes, consultation.closes_time, consultation.time_zone)
        asked = (consultation.id, consultation.body, when, session.setting(SETTING, ""), now)
        if asked != self._asked:
            self._asked = asked
            job = session.deadlines.finding([consultation])
            self._lane.run(job, lambda found: self._tell(found.get(consultation.id)))

    def forget(self) -> None:
        """Tell of no deadline: there is none, or no response here."""
        self._asked = None
        self._lane.cancel()
        self._tell(None)

    def _tell(self, found: Deadline | None) -> None:
        if found != self.found:
            self.found = found
            self.changed.emit(found)
