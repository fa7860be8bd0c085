"""Learners' files read and looked at on another thread, with how far that has come."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from threading import Event

from PySide6.QtCore import QObject, Signal

from desktop.core.learning_course_edits import KeptWork
from desktop.session.course_collecting import Row
from desktop.session.course_gathering import Gathered
from desktop.ui.context import Context


class Gathering(QObject):
    """``moved(str, int, int)``: what is being done, how many of how many; ``ended()``: nothing is
    being done any more. ``gathered(Gathered)``: files were read, and are kept; ``looked(str,
    tuple[Row])``: how the work of a course looks.
    """

    moved = Signal(str, int, int)
    ended = Signal()
    gathered = Signal(object)
    looked = Signal(str, object)

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._reading, self._looking = context.jobs.lane(self), context.jobs.lane(self)
        self._stops = (Event(), Event())
        self._waiting: list[Path] = []
        context.bridge.closing.connect(self.stop)

    @property
    def running(self) -> bool:
        """Whether something is being done."""
        return self._reading.running or self._looking.running

    def stop(self) -> None:
        """Leave undone what has not been begun; what is done stays."""
        self._waiting.clear()
        for stop in self._stops:
            stop.set()

    def collect(self, paths: Sequence[Path]) -> None:
        """Read files (a folder stands for those in it), after those that are being read."""
        self._waiting.extend(paths)
        if not self._reading.running:
            self._next()

    def look(self, course: str, only: Gathered | None = None) -> None:
        """Look at what was collected of a course, or at what was just gathered."""
        self._stops[1].set()
        stop = Event()
        self._stops = (self._stops[0], stop)
        job = self._context.session.courses.teaching.looking_at(
            course,
            only,
            lambda done, all_: self._tell("Looking at", done, all_),
            lambda: not stop.is_set(),
        )
        self._looking.run(job, lambda rows: self._looked(course, rows), self._failed)

    def _next(self) -> None:
        paths, self._waiting = self._waiting, []
        stop = Event()
        self._stops = (stop, self._stops[1])
        job = self._context.session.courses.teaching.collecting(
            paths,
            "",
            lambda done, all_: self._tell("Reading", done, all_),
            lambda: not stop.is_set(),
        )
        self._reading.run(job, self._collected, self._failed)

    def _tell(self, what: str, done: int, all_: int) -> None:
        # Heard on the thread of the window, whichever thread says it.
        self.moved.emit(what, done, all_)

    def _collected(self, gathered: Gathered) -> None:
        self._context.session.courses.teaching.keep(gathered, self)
        self.gathered.emit(gathered)
        self._go_on()

    def _looked(self, course: str, rows: tuple[Row, ...]) -> None:
        self.looked.emit(course, rows)
        self._go_on()

    def _failed(self, error: Exception) -> None:
        self._go_on()
        self._context.jobs.fail(error)

    def _go_on(self) -> None:
        if self._waiting and not self._reading.running:
            self._next()
        if not self.running:
            self.ended.emit()


def newest_course(kept: Sequence[KeptWork]) -> str:
    """Return the course of what was collected last, "" where nothing was."""
    return max(kept, key=lambda work: work.collected).course if kept else ""
