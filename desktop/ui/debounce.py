"""Wait for a short quiet before doing something, and do it at once when asked."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer


class Debounce(QObject):
    """Calls ``action`` once, ``milliseconds`` after the last ``poke``."""

    def __init__(
        self, milliseconds: int, action: Callable[[], None], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._action = action
        self._timer = QTimer(self, singleShot=True, interval=milliseconds)
        self._timer.timeout.connect(action)

    @property
    def waiting(self) -> bool:
        """Whether an action is due."""
        return self._timer.isActive()

    def poke(self) -> None:
        """Something happened: wait (again)."""
        self._timer.start()

    def flush(self) -> None:
        """Act now if an action is due."""
        if self._timer.isActive():
            self._timer.stop()
            self._action()

    def cancel(self) -> None:
        """Forget the action that is due."""
        self._timer.stop()
