"""Reading many files in processes of their own, so that none of them can harm the program.

A pool keeps a few reading processes. Each is started when there is work for it, takes one file
after another, and is stopped and replaced when a file takes too long, takes too much memory or
crashes it: such a file costs its own Reading. Nothing here knows Qt; futures are completed on the
pool's threads.
"""

from __future__ import annotations

import logging
import threading
import time
from collections import deque
from collections.abc import Iterable
from concurrent.futures import CancelledError, Future
from dataclasses import dataclass
from pathlib import Path

from desktop.core.consultation import Consultation
from desktop.core.evidence import SourceKind
from desktop.core.understanding import Understanding
from desktop.corpus.failures import ReadError
from desktop.corpus.limits import USUAL, Limits
from desktop.corpus.reading_process import ReadingProcess
from desktop.corpus.wire import Hello, Result
from desktop.errors import DesktopError

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Reading:
    """What became of one file.

    Attributes:
        path: the file ("" of an attachment).
        name: its name; of an attachment, the name it has in the mail.
        digest: SHA-256 of its bytes in hexadecimal; "" where it could not be opened or is too
            large to be read.
        size: how many bytes it has.
        understanding: what was read and understood; None if it could not be read.
        error: why it could not be read; None if it could.
        seconds: how long it took.
        attachments: of an email, the files attached to it, read or not.
    """

    path: str
    name: str
    digest: str = ""
    size: int = 0
    understanding: Understanding | None = None
    error: ReadError | None = None
    seconds: float = 0.0
    attachments: tuple[Reading, ...] = ()


@dataclass(frozen=True, slots=True)
class _Task:
    path: Path
    kind: SourceKind | None
    future: Future[Reading]


class ReaderPool:
    """Reads files in the background, in the order in which they were given.

    Args:
        consultations: the known ones, which past responses are matched with.
        workers: how many files are read at a time.
        limits: how much of a file is read at most.
        seconds: after how long a file is given up.
        megabytes: how much memory one reading process may hold.
    """

    def __init__(
        self,
        consultations: Iterable[Consultation],
        *,
        workers: int = 2,
        limits: Limits = USUAL,
        seconds: float = 20,
        megabytes: int = 1024,
    ) -> None:
        self._hello = Hello(tuple(consultations), limits, seconds, megabytes)
        self._most = max(1, workers)
        self._waiting: deque[_Task] = deque()
        self._changed = threading.Condition()
        self._threads: list[threading.Thread] = []
        self._idle = 0
        self._processes: set[ReadingProcess] = set()
        self._closed = False

    def submit(self, path: Path, kind: SourceKind | None = None) -> Future[Reading]:
        """Read a file when its turn comes; ``kind`` is what a person says it is.

        The future's Reading says what went wrong with a bad file. The future raises only a
        DesktopError where no reading process can be started at all, and CancelledError.
        """
        task = _Task(path, kind, Future())
        with self._changed:
            if self._closed:
                _cancel(task.future)
                return task.future
            self._waiting.append(task)
            if len(self._waiting) > self._idle and len(self._threads) < self._most:
                self._add_thread()
            self._changed.notify()
        return task.future

    def cancel_waiting(self) -> int:
        """Drop the files whose turn has not come; return how many. Those being read go on."""
        with self._changed:
            dropped = list(self._waiting)
            self._waiting.clear()
        for task in dropped:
            _cancel(task.future)
        return len(dropped)

    def close(self) -> None:
        """Stop at once: what waits and what is being read is cancelled. May be called twice."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()
            threads, processes = list(self._threads), list(self._processes)
        self.cancel_waiting()
        for process in processes:
            process.stop()
        for thread in threads:
            if thread is not threading.current_thread():
                thread.join()

    def __enter__(self) -> ReaderPool:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _add_thread(self) -> None:
        name = f"reading {len(self._threads) + 1}"
        thread = threading.Thread(target=self._serve, name=name, daemon=True)
        self._threads.append(thread)
        thread.start()

    def _serve(self) -> None:
        """Take task after task; a thread keeps its process until it must be replaced."""
        process: ReadingProcess | None = None
        while (task := self._next()) is not None:
            if not task.future.set_running_or_notify_cancel():
                continue
            try:
                process = process or self._start()
                reading, alive = self._read(process, task)
            except DesktopError as error:
                task.future.set_exception(CancelledError() if self._closed else error)
                continue
            if not alive:
                self._retire(process)
                process = None
            if reading is None or self._closed:
                task.future.set_exception(CancelledError())
            else:
                task.future.set_result(reading)
        if process is not None:
            self._retire(process)

    def _next(self) -> _Task | None:
        with self._changed:
            self._idle += 1
            while not self._waiting and not self._closed:
                self._changed.wait()
            self._idle -= 1
            return None if self._closed else self._waiting.popleft()

    def _start(self) -> ReadingProcess:
        process = ReadingProcess(self._hello)
        with self._changed:
            self._processes.add(process)  # so that closing need not wait until it is ready
            closed = self._closed
        if closed:
            process.stop()
        try:
            process.greet()
        except DesktopError:
            self._retire(process)
            raise
        return process

    def _retire(self, process: ReadingProcess) -> None:
        process.stop()
        with self._changed:
            self._processes.discard(process)

    def _read(self, process: ReadingProcess, task: _Task) -> tuple[Reading | None, bool]:
        begun = time.monotonic()
        result, alive = process.read(task.path, task.kind)
        taken = time.monotonic() - begun
        return (_reading(result, str(task.path), taken), alive)


def _cancel(future: Future[Reading]) -> None:
    """Cancel a future that waits, and let those know who wait for it."""
    if future.cancel():
        future.set_running_or_notify_cancel()


def _reading(result: Result, path: str, seconds: float) -> Reading:
    if result.bug:
        log.error("“%s” was read, but not understood:\n%s", result.name, result.bug)
    return Reading(
        path,
        result.name,
        result.digest,
        result.size,
        result.understanding,
        result.error,
        seconds,
        tuple(_reading(one, "", 0.0) for one in result.attachments),
    )
