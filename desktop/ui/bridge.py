"""From the session's listeners to a Qt signal, so that widgets hear of changes the way they hear of all else."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from desktop.core.changes import Changes
from desktop.session import Session


class Bridge(QObject):
    """Emits ``changed(Changes)`` after each Edit, undo and redo. Connections end with their receivers."""

    changed = Signal(object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._end = session.listen(self._hear)

    def close(self) -> None:
        """Stop listening."""
        self._end()

    def _hear(self, changes: Changes) -> None:
        self.changed.emit(changes)
