"""Taking what was read into the library, many documents at once, while the person goes on."""

from __future__ import annotations

from collections.abc import Iterable
from threading import Event
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.ui.context import Context
from desktop.ui.imports.time_left import Progress
from desktop.ui.models.words import counted

if TYPE_CHECKING:
    from desktop.core.imports import Accepted


class Accepting(QObject):
    """Accepts documents in the order in which it is asked to.

    ``moved()`` says that the progress is another, ``finished(ids)`` which documents are in the
    library now.
    """

    moved = Signal()
    finished = Signal(list)
    _one = Signal(str)

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._lane = context.jobs.lane(self)
        self._next: list[str] = []
        self._now: list[str] = []
        self._done = 0
        self._since = 0.0
        self._stop = Event()
        self._one.connect(self._count)

    def progress(self) -> Progress:
        """Return how far the present run has come."""
        seconds = monotonic() - self._since if self._now else 0.0
        return Progress(self._done, len(self._now) + len(self._next), seconds)

    def accept(self, ids: Iterable[str]) -> None:
        """Take these documents into the library, after those that are being taken."""
        asked = {*self._now, *self._next}
        self._next.extend(id_ for id_ in dict.fromkeys(ids) if id_ not in asked)
        if not self._now:
            self._start()

    def cancel(self) -> None:
        """Stop after the document that is being taken; those already taken stay in the library."""
        self._next.clear()
        self._stop.set()

    def close(self) -> None:
        """Stop: the window closes."""
        self.cancel()
        self._lane.cancel()

    def _start(self) -> None:
        if not self._next:
            return
        self._now, self._next = self._next, []
        self._done, self._since = 0, monotonic()
        self._stop = stop = Event()
        job = self._context.session.intake.accepting(
            self._now, stop=stop.is_set, done=self._one.emit
        )
        self._lane.run(job, self._finished, self._failed)
        self.moved.emit()

    def _count(self, _document: str) -> None:
        self._done += 1
        self.moved.emit()

    def _finished(self, accepted: Accepted) -> None:
        self._now = []
        documents = list(accepted.documents)
        if documents:
            self._context.session.intake.accepted(documents)
            self._context.dialogs.notify(accepted_words(len(documents), accepted.passages))
        self.finished.emit(documents)
        self._go_on()

    def _failed(self, error: Exception) -> None:
        self._now = []
        self._next.clear()
        self._go_on()
        self._context.jobs.fail(error)

    def _go_on(self) -> None:
        self._start()
        self.moved.emit()


def accepted_words(documents: int, passages: int) -> str:
    """Return what was taken: "2 documents in the library, 40 passages to find."."""
    found = f", {counted(passages, 'passage')} to find" if passages else ""
    return f"{counted(documents, 'document')} in the library{found}."
