"""Of which course learners' work is shown, and what is said where that course is not here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from desktop.core.learning_course_edits import KeptWork
from desktop.session.course_list import CourseCard
from desktop.ui.context import Context
from desktop.ui.courses.taking_in import FILES, take_in
from desktop.ui.form import name_field
from desktop.ui.models.words import counted
from desktop.ui.spacing import GAP
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.labels import breakable, text_label

_GONE = "The course of this work is not here"
_WHAT_NEXT = (
    "The work of {learners} is kept, but its course, “{course}”, was removed or cannot be "
    "understood. Open the course file again to read the work."
)


class CourseChoice(QComboBox):
    """``wanted(str)``: the work of this course. Shown only where there is more than one."""

    wanted = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._cards: Mapping[str, CourseCard] = {}
        name_field(self, "Course")
        self.activated.connect(lambda _: self.wanted.emit(str(self.currentData())))

    def offer(self, courses: Iterable[str], here: str) -> None:
        """Offer these courses, of which ``here`` is the one that is shown."""
        wanted = sorted({*courses, here} - {""})
        self._cards = {card.id: card for card in self._context.session.courses.list(removed=True)}
        with QSignalBlocker(self):
            self.clear()
            for course in wanted:
                self.addItem(self._title(course), course)
            self.setCurrentIndex(self.findData(here))
        self.setVisible(len(wanted) > 1)

    def _title(self, course: str) -> str:
        card = self._cards.get(course)
        if card is None:
            return f"{course} (not here)"
        return f"{card.title} (removed)" if card.removed else card.title


class GoneCourse(QWidget):
    """Says what to do about work that cannot be read for want of its course. ``came()``: a course
    was brought in; ``unwanted()``: the work is to be removed.
    """

    came = Signal()
    unwanted = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.words = text_label("", "muted")
        self.open_button = Button("Open the course file…", self.open_file, look="primary")
        self.remove_button = Button("Remove this work", self.unwanted.emit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, GAP, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(text_label(_GONE, "heading"))
        column.addWidget(self.words)
        buttons = FlowLayout()
        buttons.addWidget(self.open_button)
        buttons.addWidget(self.remove_button)
        column.addLayout(buttons)
        column.addStretch(1)

    def say(self, course: str, works: Sequence[KeptWork]) -> None:
        """Say whose work waits for a course."""
        learners = counted(len(works), "learner")
        self.words.setText(breakable(_WHAT_NEXT.format(learners=learners, course=course)))

    def open_file(self) -> None:
        """Ask for the file of the course, and take it in."""
        path = self._context.dialogs.open_file("Open a course file", Path.home(), FILES)
        if path is not None and take_in(self._context, path) is not None:
            self.came.emit()
