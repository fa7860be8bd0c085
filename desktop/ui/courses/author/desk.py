"""The course that is being made, and the one way to change it."""

from __future__ import annotations

from functools import cached_property

from PySide6.QtCore import QObject, Signal

from desktop.core.changes import Changes, Kind
from desktop.core.consultation import Consultation
from desktop.core.course import Course, Rubric
from desktop.core.evidence import Origin, Source
from desktop.errors import DesktopError
from desktop.ui.context import Context

_NEXT_EDITION = (
    "Edition {} was given out. This is edition {} now, so that you can tell learners’ work in the "
    "older one."
)


class Desk(QObject):
    """Holds the course that all views of an author show; every change is kept at once.

    ``changed()``: it reads otherwise now than the views show. ``noted()``: a field has kept what it
    shows; a title may stand elsewhere too. ``gone()``: the course is no more.
    """

    changed = Signal()
    noted = Signal()
    gone = Signal()

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._course: Course | None = None
        self._asked: Consultation | None = None
        context.bridge.changed.connect(self._hear)

    @property
    def course(self) -> Course:
        """The course as it is now; views are shown only while there is one."""
        if self._course is None:
            raise LookupError("no course is being made")
        return self._course

    @property
    def is_open(self) -> bool:
        """Whether a course is being made."""
        return self._course is not None

    @property
    def consultation(self) -> Consultation | None:
        """What the course is practised on; None where that is not here."""
        return self._asked

    @cached_property
    def shared_rubric(self) -> Rubric:
        """The rubric of the courses that have none of their own."""
        return self._context.session.courses.shelf().rubric

    def sources(self) -> dict[str, Source]:
        """What texts of the course can cite: its papers, and on a call that came with the program
        what came with that.
        """
        papers = {paper.source.key: paper.source for paper in self.course.papers}
        if self.course.consultation is not None:
            return papers
        known = self._context.session.sources()
        shipped = {key: each for key, each in known.items() if each.origin is Origin.BUILT_IN}
        return {**papers, **shipped}

    def open(self, course: str) -> None:
        """Take a course up; raises ContentError if it is not there or cannot be understood."""
        self._take(self._context.session.courses.read(course))

    def close(self) -> None:
        """Put the course aside."""
        self._course = self._asked = None

    def note(self, course: Course, what: str) -> bool:
        """Keep what was typed in a field, which shows it already; tell whether it is kept."""
        saved = self._save(course, what)
        self.noted.emit()
        return saved

    def put(self, course: Course, what: str = "") -> bool:
        """Keep another state of the course and show it; each is a step of Undo of its own, unless
        ``what`` says which part changes.
        """
        saved = self._save(course, what or self._context.session.new_id())
        self.changed.emit()
        return saved

    def _save(self, course: Course, what: str) -> bool:
        asked = course.version
        try:
            course = self._context.session.courses.editions.of(course)
            self._context.session.courses.save(course, self, what)
        except DesktopError as error:
            if self._context.bridge.report_failure(error):
                self._context.dialogs.show_error(error)
            return False
        self._context.bridge.report_saved()
        if course.version != asked:
            self._context.dialogs.notify(_NEXT_EDITION.format(asked, course.version))
        self._course = course
        self._asked = course.consultation or self._asked
        return True

    def _take(self, course: Course) -> None:
        self._course = course
        known = {each.id: each for each in self._context.session.consultations()}
        self._asked = course.consultation or known.get(course.consultation_id)

    def _hear(self, changes: Changes) -> None:
        if self._course is None or changes.origin is self or not changes.touches(Kind.COURSE):
            return
        try:
            course = self._context.session.courses.read(self._course.id)
        except DesktopError:
            self.close()
            self.gone.emit()
            return
        if course != self._course:
            self._take(course)
            self.changed.emit()
