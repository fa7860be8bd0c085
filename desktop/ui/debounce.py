"""Wait for a short quiet before doing something, and do it at once when asked."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

# Typing is saved after a short quiet, and at the latest so long after the first unsaved key: who
# types without a pause and loses the power loses less than a second of it.
SAVE_QUIET_MS = 400
SAVE_AT_LATEST_MS = 800


class Debounce(QObject):
    """Calls ``action`` once, ``milliseconds`` after the last ``poke``.

    With ``at_latest`` it does not wait longer than that after the first poke, however many follow.
    ``due(bool)`` says that an action has become due, and that it no longer is. ``saves``: what
    waits here is typed and not saved.
    """

    due = Signal(bool)

    def __init__(
        self,
        milliseconds: int,
        action: Callable[[], None],
        parent: QObject | None = None,
        at_latest: int | None = None,
    ) -> None:
        super().__init__(parent)
        self._action = action
        self._timer = QTimer(self, singleShot=True, interval=milliseconds)
        self._timer.timeout.connect(self.flush)
        self._latest: QTimer | None = None
        if at_latest is not None:
            self._latest = QTimer(self, singleShot=True, interval=at_latest)
            self._latest.timeout.connect(self.flush)
        self._waiting = False
        self.saves = False

    @property
    def waiting(self) -> bool:
        """Whether an action is due."""
        return self._waiting

    def poke(self) -> None:
        """Something happened: wait (again)."""
        if not self._waiting:
            self._waiting = True
            if self._latest is not None:
                self._latest.start()
            self.due.emit(True)
        self._timer.start()

    def flush(self) -> None:
        """Act now if an action is due."""
        if self._waiting:
            self._stop()
            self._action()
            if not self._waiting:
                self.due.emit(False)

    def cancel(self) -> None:
        """Forget the action that is due."""
        if self._waiting:
            self._stop()
            self.due.emit(False)

    def _stop(self) -> None:
        self._waiting = False
        self._timer.stop()
        if self._latest is not None:
            self._latest.stop()


def saving(action: Callable[[], None], parent: QObject) -> Debounce:
    """Return the Debounce that typing is saved by."""
    made = Debounce(SAVE_QUIET_MS, action, parent, at_latest=SAVE_AT_LATEST_MS)
    made.saves = True
    return made
