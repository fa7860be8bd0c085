"""Lets coverage see what runs on Qt's worker threads.

Coverage follows threads that Python starts. Those of a QThreadPool are Qt's own, so that the code
of a worker would count as never run.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterator
from typing import Any

import pytest


def _traced(run: Callable[[Any], None]) -> Callable[[Any], None]:
    def run_traced(self: Any) -> None:
        sys.settrace(threading.gettrace())
        run(self)

    return run_traced


@pytest.fixture(scope="session", autouse=True)
def trace_workers(request: pytest.FixtureRequest) -> Iterator[None]:
    """Do for each runnable what `threading` does for its own threads, while coverage measures."""
    needed = any("qtbot" in getattr(item, "fixturenames", ()) for item in request.session.items)
    if threading.gettrace() is None or not needed:
        yield
        return
    from PySide6.QtCore import QThreadPool

    real = QThreadPool.start
    seen: set[type] = set()

    def start(self: QThreadPool, runnable: Any, *rest: Any) -> None:
        kind = type(runnable)
        if kind not in seen and "run" in vars(kind):
            seen.add(kind)
            kind.run = _traced(kind.run)
        real(self, runnable, *rest)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(QThreadPool, "start", start)
        yield
