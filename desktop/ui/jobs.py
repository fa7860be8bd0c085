"""Work on other threads: result or error back on the window's thread, outdated results dropped,
busy sign late.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, QTimer, Signal
from shiboken6 import isValid

BUSY_AFTER_MS = 600


class _Signals(QObject):
    done = Signal(object, object)


class _Run(QRunnable):
    def __init__(self, work: Callable[[], Any]) -> None:
        super().__init__()
        self.signals = _Signals()
        self._work = work
        self.setAutoDelete(False)

    def run(self) -> None:
        try:
            result, error = self._work(), None
        except Exception as caught:
            result, error = None, caught
        self.signals.done.emit(result, error)


class Lane(QObject):
    """One kind of work, of which only the newest counts: a new job makes the results of older ones
    void.

    ``busy(bool)`` says that a job has been running for more than 600 ms, and that it has ended.
    """

    busy = Signal(bool)

    def __init__(
        self,
        pool: QThreadPool,
        failed: Callable[[Exception], None],
        running: set[_Run],
        parent: QObject | None,
    ) -> None:
        super().__init__(parent)
        self._pool = pool
        self._running = running
        self._failed = failed
        self._current: _Run | None = None
        self._late = QTimer(self, singleShot=True, interval=BUSY_AFTER_MS)
        self._late.timeout.connect(lambda: self._say_busy(True))
        self._said_busy = False

    def run(
        self,
        work: Callable[[], Any],
        done: Callable[[Any], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Run ``work`` on another thread, then ``done(result)`` here, unless a newer job was
        started since.
        """
        self.cancel()
        run = _Run(work)
        self._current = run

        def finished(result: object, error: Exception | None) -> None:
            wanted = run in self._running
            self._running.discard(run)
            # The page that asked may be gone by now, and its lane with it; so may the workspace.
            if not wanted or not isValid(self) or self._current is not run:
                return
            self.cancel()
            if error is None:
                done(result)
            else:
                (failed or self._failed)(error)

        run.signals.done.connect(finished)
        self._late.start()
        self._running.add(run)
        self._pool.start(run)

    @property
    def running(self) -> bool:
        """Whether a job of this lane has yet to report."""
        return self._current is not None

    def cancel(self) -> None:
        """Drop the result of the running job, if there is one."""
        self._current = None
        self._late.stop()
        if self._said_busy:
            self._say_busy(False)

    def _say_busy(self, busy: bool) -> None:
        self._said_busy = busy
        self.busy.emit(busy)


class Jobs(QObject):
    """The thread pool of the window, and the lanes on it."""

    def __init__(self, failed: Callable[[Exception], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._failed = failed
        # The pool itself keeps nothing alive: a job that was dropped must last until it has ended.
        self._running: set[_Run] = set()

    def lane(self, parent: QObject | None = None) -> Lane:
        """Make a lane; it lives as long as ``parent``."""
        return Lane(self._pool, self._failed, self._running, parent or self)

    def fail(self, error: Exception) -> None:
        """Tell of an error as of that of a job which says nothing else about errors."""
        self._failed(error)

    @property
    def working(self) -> bool:
        """Whether anything is being worked on."""
        return self._pool.activeThreadCount() > 0

    def finish(self) -> None:
        """Wait for all running work to end."""
        self._pool.waitForDone()

    def close(self) -> None:
        """Wait for all running work to end, and let nobody hear of it: what it was for is gone."""
        self.finish()
        self._running.clear()
