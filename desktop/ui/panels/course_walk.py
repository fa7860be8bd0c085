"""The left panel of a course: its units and steps, and what is behind the learner."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QProgressBar, QScrollArea, QVBoxLayout, QWidget

from desktop.core.changes import Changes, Kind
from desktop.core.course import Course, Step, Unit
from desktop.core.course_steps import BEGUN, DONE, SKIPPED, in_order, where_to_go_on
from desktop.core.learning import Learning
from desktop.session.practising import Progress
from desktop.ui.context import Context
from desktop.ui.form import name_field
from desktop.ui.models.words import counted
from desktop.ui.place import PageId, Place
from desktop.ui.spacing import GAP, GAP_LARGE
from desktop.ui.widgets.labels import set_text, text_label
from desktop.ui.widgets.row_button import RowButton

_SIGNS = {DONE: ("✓", "done"), SKIPPED: ("–", "skipped"), BEGUN: ("●", "begun")}
_LOCKED = "Locked: your trainer opens it"


class CourseWalk(QWidget):
    """Says where the person is in a Course and takes them elsewhere: ``go(Place)``."""

    go = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("walkPanel")
        self.setAccessibleName("Units and steps of the course")
        self._context = context
        self._course: Course | None = None
        self._here = ""
        self._rows: dict[str, RowButton] = {}
        self._heads: dict[str, QLabel] = {}
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._said = text_label("", "muted")
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self._build()
        context.bridge.changed.connect(self._changed)

    def open(self, place: Place) -> None:
        """Show the Course with a Step of it marked."""
        if self._context.session.course is not self._course:
            self._make_rows()
        shown = self._here if self._here in self._rows else ""
        self._here = place.item or shown or self._to_go_on()
        self._refresh()

    def _to_go_on(self) -> str:
        """Return the step that the page shows at first to who names none."""
        course, learning = self._context.session.course, self._context.session.learning
        step = where_to_go_on(course, learning) if course and learning else None
        return step.id if step else ""

    def rows(self) -> list[RowButton]:
        """Return the rows in reading order."""
        return list(self._rows.values())

    def focus_list(self) -> None:
        """Give the keyboard to the row of the present step."""
        row = self._rows.get(self._here) or next(iter(self._rows.values()), None)
        if row is not None:
            row.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _build(self) -> None:
        inner = QWidget()
        inner.setProperty("scrolled", True)
        column = QVBoxLayout(inner)
        column.setContentsMargins(GAP_LARGE, GAP_LARGE, GAP_LARGE, GAP_LARGE)
        column.setSpacing(GAP)
        column.addWidget(text_label("Steps of the course", "heading"))
        column.addWidget(self._bar)
        column.addWidget(self._said)
        column.addLayout(self._list)
        column.addStretch(1)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(inner)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._area)

    def _changed(self, changes: Changes) -> None:
        if self.isVisible() and changes.touches(Kind.COURSE):
            if self._context.session.course is not self._course:
                self._make_rows()
            self._refresh()

    def _make_rows(self) -> None:
        while item := self._list.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self._rows = {}
        self._heads = {}
        self._course = course = self._context.session.course
        if course is None:
            return
        for unit in course.units:
            self._list.addSpacing(GAP_LARGE)
            head, said = text_label(unit.title, "strong"), text_label("", "muted")
            self._heads[unit.id] = said
            self._list.addWidget(head)
            self._list.addWidget(said)
            self._list.addSpacing(GAP // 2)
            for step in course.steps_of(unit.id):
                self._rows[step.id] = row = self._row(step)
                self._list.addWidget(row)

    def _row(self, step: Step) -> RowButton:
        row = RowButton(numbered=False)
        row.clicked.connect(lambda: self.go.emit(Place(PageId.COURSE, "", step.id)))
        row.step.connect(lambda by: self._move(step, by))
        return row

    def _move(self, step: Step, by: int) -> None:
        steps = list(self._rows)
        to = min(max(steps.index(step.id) + by, 0), len(steps) - 1)
        row = self._rows[steps[to]]
        row.setFocus(Qt.FocusReason.OtherFocusReason)
        self._area.ensureWidgetVisible(row)

    def _refresh(self) -> None:
        course, learning = self._course, self._context.session.learning
        if course is None or learning is None:
            return
        so_far = self._context.session.courses.progress()
        for step in in_order(course):
            _show_step(self._rows[step.id], step, course.unit(step.unit), learning)
        for unit in course.units:
            set_text(self._heads[unit.id], _unit_words(unit, so_far))
        words = f"{so_far.done} of {counted(so_far.all, 'step')} behind you"
        self._said.setText(words)
        self._bar.setRange(0, max(so_far.all, 1))
        self._bar.setValue(so_far.done)
        name_field(self._bar, "Progress", words)
        self._mark()

    def _mark(self) -> None:
        """Mark the present step; it alone can be reached by Tab, the others by the arrow keys."""
        for step, row in self._rows.items():
            here = step == self._here
            row.set_current(here)
            row.setAccessibleDescription("You are here" if here else "")
            row.setFocusPolicy(Qt.FocusPolicy.StrongFocus if here else Qt.FocusPolicy.ClickFocus)
            if here and self.isVisible():
                self._area.ensureWidgetVisible(row)
        if self._rows and self._here not in self._rows:
            next(iter(self._rows.values())).setFocusPolicy(Qt.FocusPolicy.StrongFocus)


def _show_step(row: RowButton, step: Step, unit: Unit, learning: Learning) -> None:
    sign, word = _SIGNS.get(learning.state(step.id), ("○", "not begun"))
    if unit.locked:
        word = "locked"
    row.show_words(step.title, sign)
    row.show_note(f"{step.minutes} min" if step.minutes else "", "muted")
    long = f", {counted(step.minutes, 'minute')}" if step.minutes else ""
    name_field(row, f"{step.title}{long}, {word}")


def _unit_words(unit: Unit, so_far: Progress) -> str:
    if unit.locked:
        return _LOCKED
    done, all_ = so_far.units.get(unit.id, (0, 0))
    state = "✓ done" if all_ and done == all_ else f"{done} of {all_} done"
    return f"{state} · {counted(unit.minutes, 'minute')}" if unit.minutes else state
