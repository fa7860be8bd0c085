"""Wait for a short quiet before doing something, and do it at once when asked."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal


class Debounce(QObject):
    """Calls ``action`` once, ``milliseconds`` after the last ``poke``.

    ``due(bool)`` says that an action has become due, and that it no longer is.
    """

    due = Signal(bool)

    def __init__(
        self, milliseconds: int, action: Callable[[], None], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._action = action
        self._timer = QTimer(self, singleShot=True, interval=milliseconds)
        self._timer.timeout.connect(self._act)

    @property
    def waiting(self) -> bool:
        """Whether an action is due."""
        return self._timer.isActive()

    def poke(self) -> None:
        """Something happened: wait (again)."""
        if not self._timer.isActive():
            self.due.emit(True)
        self._timer.start()

    def flush(self) -> None:
        """Act now if an action is due."""
        if self._timer.isActive():
            self._timer.stop()
            self._act()

    def cancel(self) -> None:
        """Forget the action that is due."""
        if self._timer.isActive():
            self._timer.stop()
            self.due.emit(False)

    def _act(self) -> None:
        self._action()
        if not self._timer.isActive():
            self.due.emit(False)
