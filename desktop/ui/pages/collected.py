"""What learners handed in: as a table, and one after another to be read."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop.ui.context import Context
from desktop.ui.page import Page
from desktop.ui.pages.collected_desk import CollectedDesk
from desktop.ui.pages.reading_work import ReadingWork
from desktop.ui.place import PageId, Place

_WORK = "work/"


class CollectedPage(Page):
    """Where a trainer collects, reads and comments. ``Place.item`` is the id of a course whose work
    to show ("" = the one looked at last), or "work/" and the id of one learner's work.
    """

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._work = ""
        self.desk = CollectedDesk(context)
        self.reading = ReadingWork(context)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.desk)
        self.stack.addWidget(self.reading)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.stack)
        self.desk.opened.connect(self._read)
        self.reading.left.connect(self._back)
        self.reading.stepped.connect(self._step)

    def open(self, place: Place) -> None:
        reads = place.item.startswith(_WORK)
        self._work = place.item.removeprefix(_WORK) if reads else ""
        if reads:
            self.reading.show_work(self._work, self._others())
        else:
            self.desk.show_course(place.item)
        changed = self.stack.currentWidget() is not self._shown()
        self.stack.setCurrentWidget(self._shown())
        if changed and self.isVisible():
            self.first_focus().setFocus()

    def flush(self) -> None:
        self.reading.flush()

    def first_focus(self) -> QWidget:
        return self.reading.first_focus() if self._work else self.desk.first_focus()

    def actions_here(self) -> Mapping[str, Callable[[], None]]:
        return self.reading.actions_here() if self._work else self.desk.actions_here()

    def _shown(self) -> QWidget:
        return self.reading if self._work else self.desk

    def _read(self, work: str) -> None:
        self.context.go(Place(PageId.COLLECTED, item=f"{_WORK}{work}"))

    def _back(self) -> None:
        self.desk.table.choose(self._work)
        self.context.go(Place(PageId.COLLECTED))

    def _step(self, by: int) -> None:
        others = self._others()
        place = others.index(self._work) + by if self._work in others else -1
        if 0 <= place < len(others):
            self._read(others[place])

    def _others(self) -> list[str]:
        """Return whose work is read one after another: as in the table; by name where that does not
        show yet.
        """
        ids = self.desk.ids()
        if self._work in ids:
            return ids
        teaching = self.context.session.courses.teaching
        kept = {work.id: work.course for work in teaching.collected()}
        here = kept.get(self._work)
        return [work for work, course in kept.items() if course == here]
