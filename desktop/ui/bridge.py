"""From the session's listeners to Qt signals, so that widgets hear of changes the way they hear of
all else.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from desktop.core.changes import Changes
from desktop.errors import DesktopError
from desktop.session import Session


class Bridge(QObject):
    """Emits ``changed(Changes)`` after each Edit, undo and redo. Connections end with their
    receivers.

    ``unsaved(bool)`` says that something typed waits to be saved, or no longer does.
    ``failed(DesktopError)``
    says that an Edit could not be written, ``closing()`` that the window closes: what still works
    for it must stop.
    """

    changed = Signal(object)
    unsaved = Signal(bool)
    failed = Signal(object)
    closing = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._end = session.listen(self._hear)
        self.failing = ""

    def report_failure(self, error: DesktopError) -> bool:
        """Say that an Edit could not be written; tell whether that is news, so that it is explained
        only once.
        """
        news = self.failing != error.title
        self.failing = error.title
        self.failed.emit(error)
        return news

    def report_saved(self) -> None:
        """Say that what was typed is saved."""
        self.failing = ""
        self.unsaved.emit(False)

    def close(self) -> None:
        """Stop listening, after all that works for the window has been told to stop."""
        self.closing.emit()
        self._end()

    def _hear(self, changes: Changes) -> None:
        self.changed.emit(changes)
