"""What is wrong with the course, by place, with a way to each."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.errors import DesktopError
from desktop.session.course_examining import Examined
from desktop.ui.context import Context
from desktop.ui.courses.author.desk import Desk
from desktop.ui.courses.author.problem_list import ProblemList, told
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.page_column import PageColumn, titled

_WHAT_FOR = (
    "Every question that no unit uses, every exercise whose fault no check finds, every time that "
    "does not add up. Learners can practise a course that has some of these, but not one that "
    "names what is not there."
)


class CheckingView(PageColumn):
    """Looks anew each time it is opened, and when asked; ``wanted(table, id)``: go there."""

    wanted = Signal(str, str)

    def __init__(
        self,
        context: Context,
        desk: Desk,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("Check the course", parent=parent)
        self._context = context
        self._desk = desk
        self._lane = context.jobs.lane(self)
        self.problems = ProblemList()
        self.again = Button("Check again", self.refresh)
        column = titled("Check the course", _WHAT_FOR, "heading")
        row = FlowLayout()
        row.addWidget(self.again)
        column.addLayout(row)
        self.add(column)
        self.add(self.problems)
        self.end()

    def refresh(self) -> None:
        """Look through the course as it is kept."""
        if not self._desk.is_open:
            return
        courses, course = self._context.session.courses, self._desk.course.id
        try:
            job = courses.examining_text(f"{course}.toml", courses.text(course))
        except DesktopError as error:
            self._context.dialogs.show_error(error)
            return
        self.problems.show_problems((), "Looking through the course…")
        self._lane.run(job, self._show)

    def flush(self) -> None:
        """Nothing is typed here."""

    def _show(self, found: Examined) -> None:
        self.problems.show_problems(found.problems, told(found.problems), self.wanted.emit)
