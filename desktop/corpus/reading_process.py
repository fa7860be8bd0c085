"""One reading process as the pool sees it: started, asked, watched, stopped."""

from __future__ import annotations

import contextlib
import pickle
import signal
import subprocess
import sys
import threading
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO, cast

from desktop.core.evidence import SourceKind
from desktop.corpus import failures
from desktop.corpus.failures import ReadError
from desktop.corpus.guard import NO_MEMORY, NO_TIME, PATIENCE
from desktop.corpus.wire import Digest, Hello, Order, Ready, Result, receive, send
from desktop.errors import DesktopError

# Not `-m`: the program may have been found in a folder that only this process looks in.
_CODE = "import sys; sys.path[:] = {path!r}; from desktop.corpus.worker import main; main()"
_OUT_OF_PROCESSOR_TIME = -int(getattr(signal, "SIGXCPU", 0)) or None
_START_WITHIN_S = 60.0  # a cold disk and a virus scanner


class ReadingProcess:
    """A process that reads one file at a time; it is started at once, and ready after ``greet``.

    Raises:
        DesktopError: it cannot be started.
    """

    def __init__(self, hello: Hello) -> None:
        self._hello = hello
        self._seconds = hello.seconds
        self._out_of_time = False
        try:
            self._process = subprocess.Popen(
                [sys.executable, "-c", _CODE.format(path=sys.path)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                creationflags=_flags(),
            )
        except OSError as error:
            raise _not_started() from error
        self._orders = cast("BinaryIO", self._process.stdin)
        self._answers = cast("BinaryIO", self._process.stdout)

    def greet(self) -> None:
        """Tell the process what it needs to know, and wait until it has loaded what it needs.

        Raises:
            DesktopError: it does not come up, or was stopped meanwhile.
        """
        with self._at_most(_START_WITHIN_S):
            try:
                send(self._orders, self._hello)
                ready = receive(self._answers)
            except (OSError, EOFError, ValueError, pickle.UnpicklingError):
                ready = None
        if not isinstance(ready, Ready):
            self.stop()
            raise _not_started()

    def read(self, path: Path, kind: SourceKind | None) -> tuple[Result, bool]:
        """Return what became of a file, and whether the process can read another."""
        known = Digest()
        # The process keeps to the time itself; this is for when it cannot.
        with self._at_most(self._seconds * PATIENCE + 1):
            try:
                send(self._orders, Order(str(path.absolute()), kind))
                known = cast("Digest", receive(self._answers))
                result = cast("Result", receive(self._answers))
            except (OSError, EOFError, ValueError, pickle.UnpicklingError):
                self._wait_for_its_end()
                self.stop()
                result = replace(Result(path.name), error=self._what_happened(path.name))
            else:
                return result, not result.last
        return replace(result, digest=known.digest, size=known.size), False

    def stop(self) -> None:
        """End the process, whatever it is doing."""
        self._process.kill()
        self._process.wait()
        # What was not yet sent cannot be any more.
        with contextlib.suppress(OSError):
            self._orders.close()
        self._answers.close()

    def _wait_for_its_end(self) -> None:
        """Let a process that ends by itself do so: how it ended says why."""
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(timeout=5)

    def _what_happened(self, name: str) -> ReadError:
        ended = self._process.returncode
        if self._out_of_time or ended in (NO_TIME, _OUT_OF_PROCESSOR_TIME):
            return failures.too_slow(name, self._seconds)
        if ended == NO_MEMORY:
            return failures.out_of_memory(name)
        return failures.damaged(name, "the program that reads it stopped at a fault in it")

    @contextlib.contextmanager
    def _at_most(self, seconds: float):
        def give_up() -> None:
            self._out_of_time = True
            self._process.kill()

        timer = threading.Timer(seconds, give_up)
        timer.name, timer.daemon = "reading limit", True
        timer.start()
        try:
            yield
        finally:
            timer.cancel()
            timer.join()


def _flags() -> int:
    """On Windows: no console window, and a low priority from the beginning."""
    if sys.platform == "win32":
        return subprocess.CREATE_NO_WINDOW | subprocess.BELOW_NORMAL_PRIORITY_CLASS
    return 0


def _not_started() -> DesktopError:
    return DesktopError(
        "Files cannot be read just now",
        "The part of Consultee that reads files does not start.",
        "Restart Consultee. If that does not help, install it again; your work is not affected.",
    )
