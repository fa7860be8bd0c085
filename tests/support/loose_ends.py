"""Fails a test of the window that leaves windows, threads or timers behind.

What a test leaves behind changes the tests after it, in whatever order they come; the program
would leave it behind too.
"""

from __future__ import annotations

import gc
import weakref
from collections.abc import Callable, Iterator
from typing import Any

import pytest

# Qt keeps one of each for itself once it was needed.
_KEPT_BY_QT = {"QTipLabel", "QDesktopWidget", "QShapedPixmapWidget"}


class _Started:
    """The threads and timers that Python code started, without keeping them alive."""

    def __init__(self) -> None:
        self._threads: list[weakref.ref[Any]] = []
        self._timers: list[weakref.ref[Any]] = []
        self._watching = False

    def watch(self) -> None:
        """Take note of every start from now on. Called once Qt is needed, never before."""
        if self._watching:
            return
        self._watching = True
        from PySide6.QtCore import QThread, QTimer

        _note_starts(QThread, self._threads)
        _note_starts(QTimer, self._timers)

    def forget(self) -> None:
        self._threads.clear()
        self._timers.clear()

    def running(self, kind: str) -> list[str]:
        from shiboken6 import isValid

        started = self._threads if kind == "threads" else self._timers
        alive = {id(o): o for o in (ref() for ref in started) if o is not None and isValid(o)}
        active = [o for o in alive.values() if (o.isRunning if kind == "threads" else o.isActive)()]
        return [_describe(o) for o in active]


def _note_starts(kind: Any, started: list[weakref.ref[Any]]) -> None:
    real: Callable[..., Any] = kind.start

    def start(self: Any, *args: Any) -> Any:
        started.append(weakref.ref(self))
        return real(self, *args)

    kind.start = start


_started = _Started()


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    if _uses_qt(item):
        _started.watch()
        _started.forget()
    return (yield)


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_teardown(item: pytest.Item) -> Iterator[None]:
    """Look after every fixture has put its things away."""
    result = yield
    if _uses_qt(item):
        marker = item.get_closest_marker("loose_ends")
        allowed = set(marker.args) if marker else set()
        left = [f"{kind}: {what}" for kind, what in _left_behind() if kind not in allowed]
        if left:
            _close_everything()
            pytest.fail("left behind by this test:\n" + "\n".join(left))
    return result


def _uses_qt(item: pytest.Item) -> bool:
    return bool({"qtbot", "qapp"} & set(getattr(item, "fixturenames", ())))


def _left_behind() -> Iterator[tuple[str, str]]:
    _let_qt_delete()
    if _open_windows():
        gc.collect()  # a window in a reference cycle is rubbish, not a loose end
        _let_qt_delete()
    for window in _open_windows():
        yield "widgets", _describe(window)
    from PySide6.QtCore import QThreadPool

    if not QThreadPool.globalInstance().waitForDone(2000):
        yield "threads", "a worker of the shared pool is still busy"
    for kind in ("threads", "timers"):
        for what in _started.running(kind):
            yield kind, what


def _open_windows() -> list[Any]:
    from PySide6.QtWidgets import QApplication
    from shiboken6 import isValid

    return [
        w
        for w in QApplication.topLevelWidgets()
        if isValid(w) and w.metaObject().className() not in _KEPT_BY_QT
    ]


def _let_qt_delete() -> None:
    from PySide6.QtCore import QCoreApplication, QEvent

    QCoreApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def _close_everything() -> None:
    """So that the next test is not blamed as well."""
    for window in _open_windows():
        window.hide()
        window.deleteLater()
    _started.forget()
    _let_qt_delete()


def _describe(thing: Any) -> str:
    name = thing.objectName()
    return f"{type(thing).__name__} {name!r}" if name else type(thing).__name__
