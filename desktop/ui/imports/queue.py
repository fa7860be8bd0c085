"""The queue: files go to the reading processes a few at a time, what comes back is written away.

It belongs to the window, not to a page, so that the person works on elsewhere meanwhile. A file
that cannot be read costs its own row and nothing else.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from concurrent.futures import Future
from dataclasses import dataclass
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.errors import DesktopError
from desktop.ui.context import Context
from desktop.ui.debounce import Debounce
from desktop.ui.imports.time_left import Progress
from desktop.ui.imports.waiting import forget_waiting, left_failed, note_failed, note_waiting
from desktop.ui.models.import_rows import ImportRow, Stage, row_of

if TYPE_CHECKING:
    from desktop.core.evidence import SourceKind
    from desktop.core.imports import ImportedDocument
    from desktop.corpus.pool import ReaderPool, Reading

# More than this at once would only lie in memory, read and not yet written.
_MOST_ON_THE_WAY = 6
_TELL_AFTER_MS, _TELL_AT_LATEST_MS = 150, 400
# The reading processes hold memory; they go when nothing has been read for so long.
_POOL_RESTS_AFTER_MS = 20_000


@dataclass(slots=True)
class _Entry:
    """One file on its way."""

    id: str
    path: Path
    name: str
    stage: Stage = Stage.WAITING
    kind: SourceKind | None = None
    again: bool = False  # read it although the very same file is there
    attached: Reading | None = None  # of an email, which cannot be read by itself
    document: ImportedDocument | None = None
    error: DesktopError | None = None

    def row(self) -> ImportRow:
        if self.document is not None and self.stage is not Stage.KNOWN:
            return row_of(self.document)
        return ImportRow(
            self.id, self.name, str(self.path), self.stage, self.document, error=self.error
        )


class ImportQueue(QObject):
    """Reads files in the order in which they were added.

    ``changed(list of (id so far, ImportRow))`` says that rows have come or changed, ``removed()``
    that some are gone, ``moved()`` that the progress is another, ``ended(read, failed)`` that
    nothing waits any more.
    """

    changed = Signal(list)
    removed = Signal()
    moved = Signal()
    ended = Signal(int, int)
    _read = Signal(str, object)

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._entries: dict[str, _Entry] = {}
        self._waiting: deque[str] = deque()
        self._on_the_way: dict[str, Future[Reading]] = {}
        self._to_write: deque[tuple[str, Reading]] = deque()
        self._written: list[tuple[str, str]] = []
        self._pool: ReaderPool | None = None
        self._number = 0
        self._run = Progress()
        self._since = 0.0
        self._failed = 0
        self._closed = False
        self._writing = context.jobs.lane(self)
        self._telling = Debounce(_TELL_AFTER_MS, self._tell, self, at_latest=_TELL_AT_LATEST_MS)
        self._rest = QTimer(self, singleShot=True, interval=_POOL_RESTS_AFTER_MS)
        self._rest.timeout.connect(self._close_pool)
        self._read.connect(self._came_back)

    # What pages ask

    def rows(self) -> list[ImportRow]:
        """Return the rows of this run, in the order in which they were added."""
        return [entry.row() for entry in self._entries.values()]

    def progress(self) -> Progress:
        """Return how far the present run has come."""
        seconds = monotonic() - self._since if self._run.running else 0.0
        return Progress(self._run.done, self._run.total, seconds)

    def add(self, paths: Iterable[Path], kind: SourceKind | None = None) -> int:
        """Put files at the end of the queue; return how many, those that wait already left out."""
        waiting = {self._entries[id_].path for id_ in self._waiting}
        new = [self._enter(path, kind) for path in paths if path not in waiting]
        self._more(new)
        return len(new)

    def again(self, ids: Iterable[str]) -> None:
        """Read files again: those that failed, and those that are here already."""
        chosen = [self._entries[id_] for id_ in ids if id_ in self._entries]
        for entry in chosen:
            entry.again = True
            entry.stage, entry.error, entry.document = Stage.WAITING, None, None
        self._more(chosen)

    def forget(self, ids: Iterable[str]) -> None:
        """Take rows off the list that led to nothing."""
        for id_ in set(ids) & set(self._entries):
            del self._entries[id_]
        self._note_failed()
        self.removed.emit()

    def take_up_failed(self) -> None:
        """Put on the list what could not be read before the program ended last."""
        entries: list[_Entry] = []
        for path, error in left_failed(self._context.session):
            entry = self._enter(path, None)
            entry.stage, entry.error = Stage.FAILED, error
            entries.append(entry)
        if entries:
            self.changed.emit([(entry.id, entry.row()) for entry in entries])

    def cancel(self) -> None:
        """Leave unread what is still waiting; what is being read comes to its end."""
        left = set(self._waiting)
        self._waiting.clear()
        self._run = Progress(self._run.done, self._run.total - len(left))
        forget_waiting(self._context.session)
        self.forget(left)
        self._go_on()

    def close(self) -> None:
        """Stop, and note which files were not read yet: the next start takes them up."""
        if self._closed:
            return
        self._closed = True
        unread = [*self._on_the_way, *(id_ for id_, _ in self._to_write), *self._waiting]
        if unread:
            note_waiting(self._context.session, [self._entries[id_].path for id_ in unread])
        self._note_failed()
        self._telling.cancel()
        self._writing.cancel()
        self._close_pool()

    # From file to workspace

    def _enter(self, path: Path, kind: SourceKind | None) -> _Entry:
        self._number += 1
        entry = _Entry(f"file-{self._number}", path, path.name, kind=kind)
        self._entries[entry.id] = entry
        return entry

    def _more(self, entries: list[_Entry]) -> None:
        if not entries or self._closed:
            return
        if not self._run.running:
            self._run, self._since = Progress(), monotonic()
        self._run = Progress(self._run.done, self._run.total + len(entries))
        self._waiting.extend(entry.id for entry in entries)
        note_waiting(self._context.session, [self._entries[id_].path for id_ in self._waiting])
        self.changed.emit([(entry.id, entry.row()) for entry in entries])
        self._go_on()

    def _go_on(self) -> None:
        """Keep the reading processes busy."""
        while self._waiting and len(self._on_the_way) + len(self._to_write) < _MOST_ON_THE_WAY:
            entry = self._entries[self._waiting.popleft()]
            self._set(entry, Stage.READING)
            if entry.attached is not None:
                self._to_write.append((entry.id, entry.attached))
                self._write_next()
                continue
            future = self._readers().submit(entry.path, entry.kind)
            self._on_the_way[entry.id] = future
            future.add_done_callback(lambda done, id_=entry.id: self._hand_over(id_, done))
        if self._run.total and not self._run.running:
            self._end()
        self.moved.emit()

    def _end(self) -> None:
        self._telling.flush()
        total, failed = self._run.total, self._failed
        self._run, self._failed = Progress(), 0
        forget_waiting(self._context.session)
        self._note_failed()
        self._rest.start()
        self.ended.emit(total - failed, failed)

    def _readers(self) -> ReaderPool:
        self._rest.stop()
        pool = self._pool or self._context.session.intake.pool()
        self._pool = pool
        return pool

    def _close_pool(self) -> None:
        self._rest.stop()
        pool, self._pool = self._pool, None
        if pool is not None:
            pool.close()

    def _hand_over(self, id_: str, done: Future[Reading]) -> None:
        """Carry what was read to the window's thread; this is called on one of the pool's."""
        if not (self._closed or done.cancelled()):
            self._read.emit(id_, done)

    def _came_back(self, id_: str, done: Future[Reading]) -> None:
        if self._closed or self._on_the_way.pop(id_, None) is None:
            return
        try:
            reading = done.result()
        except DesktopError as error:  # no process to read with could be started
            self._fail(self._entries[id_], error)
            self._go_on()
            return
        self._take(self._entries[id_], reading)
        for attached in reading.attachments:
            self._run = Progress(self._run.done, self._run.total + 1)
            entry = self._enter(self._entries[id_].path, None)
            entry.name, entry.attached, entry.stage = attached.name, attached, Stage.READING
            self._take(entry, attached)
        self._write_next()
        self._go_on()

    def _take(self, entry: _Entry, reading: Reading) -> None:
        if reading.error is not None:
            self._fail(entry, reading.error)
        else:
            self._to_write.append((entry.id, reading))

    def _write_next(self) -> None:
        while self._to_write and not self._writing.running:
            id_, reading = self._to_write.popleft()
            entry = self._entries[id_]
            intake = self._context.session.intake
            known = None if entry.again else intake.known(reading.digest)
            if known is not None:
                entry.document = known
                self._done(entry, Stage.KNOWN)
                continue
            self._writing.run(
                intake.adding(reading, again=entry.again),
                lambda document, entry=entry: self._wrote(entry, document),
                lambda error, entry=entry: self._not_written(entry, error),
            )

    def _wrote(self, entry: _Entry, document: str) -> None:
        self._written.append((entry.id, document))
        self._run = Progress(self._run.done + 1, self._run.total)
        self._telling.poke()
        self._write_next()
        self._go_on()

    def _not_written(self, entry: _Entry, error: Exception) -> None:
        if not isinstance(error, DesktopError):
            raise error
        self._fail(entry, error)
        self._write_next()
        self._go_on()

    def _tell(self) -> None:
        """Announce what was written; many files at once, since every page listens."""
        written, self._written = self._written, []
        intake = self._context.session.intake
        rows: list[tuple[str, ImportRow]] = []
        for id_, name in written:
            entry = self._entries[id_]
            entry.document, entry.stage = intake.document(name), Stage.SURE
            rows.append((id_, entry.row()))
        self.changed.emit(rows)
        intake.added([name for _, name in written], self)

    def _set(self, entry: _Entry, stage: Stage) -> None:
        entry.stage = stage
        self.changed.emit([(entry.id, entry.row())])

    def _fail(self, entry: _Entry, error: DesktopError) -> None:
        entry.error = error
        self._failed += 1
        self._done(entry, Stage.FAILED)

    def _note_failed(self) -> None:
        note_failed(
            self._context.session,
            [
                (entry.path, entry.error)
                for entry in self._entries.values()
                if entry.error is not None and entry.attached is None
            ],
        )

    def _done(self, entry: _Entry, stage: Stage) -> None:
        self._run = Progress(self._run.done + 1, self._run.total)
        self._set(entry, stage)
