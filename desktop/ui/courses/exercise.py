"""What the views of all exercises share: they keep what is done, and hear when it is undone."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.core.changes import Changes, Kind
from desktop.core.course import Course, Step
from desktop.core.learning import Learning, Work, WorkKind
from desktop.ui.context import Context
from desktop.ui.courses.keeping import Keeping
from desktop.ui.courses.step_view import StepView
from desktop.ui.spacing import GAP_LARGE


class ExerciseView(StepView):
    """The base of the views of exercises; what they show stands in ``column``, which is as wide as
    is good to read, told in ``characters``.
    """

    characters = 120

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.step: Step | None = None
        self._keeping = Keeping(context, self)
        self._body = QWidget()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._body, 1)
        row.addStretch(0)
        self.column = QVBoxLayout(self._body)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(GAP_LARGE)
        self._fit()
        context.bridge.changed.connect(self._heard)

    def show_step(self, step: Step) -> None:
        """Show an exercise as it was left."""
        self.flush()
        self.step = step
        self.open_exercise(step)
        self.refresh()

    def open_exercise(self, step: Step) -> None:
        """Turn to the exercise of a step."""

    def refresh(self) -> None:
        """Show what is kept of the learner's work."""

    def flush(self) -> None:
        """Save what was done and could not be saved."""
        self._keeping.try_again()

    @property
    def unsaved(self) -> bool:
        """Whether something typed waits to be saved."""
        return False

    @property
    def course(self) -> Course:
        """The Course that is practised here."""
        found = self.context.session.course
        if found is None:
            raise LookupError("no course is practised in this workspace")
        return found

    @property
    def learning(self) -> Learning:
        """What was done so far."""
        found = self.context.session.learning
        if found is None:
            raise LookupError("no course is practised in this workspace")
        return found

    def work(self, kind: WorkKind, item: str = "") -> Work | None:
        """Return a piece of work as it was done last, None where nothing was done yet."""
        return self._keeping.work(kind, item)

    def keep(self, kind: WorkKind, item: str = "", **data: object) -> bool:
        """Keep a piece of work, ``data`` being the whole of it; tell whether it is kept. What
        cannot be is explained, and tried again.
        """
        return self._keeping.keep(kind, item, data)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of text."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._fit()

    def _fit(self) -> None:
        self._body.setMaximumWidth(self.fontMetrics().averageCharWidth() * self.characters)

    def _heard(self, changes: Changes) -> None:
        if changes.origin is self or not changes.touches(Kind.COURSE):
            return
        # What is typed and not saved yet is newer; what is out of sight is read when it is shown.
        if self.step is not None and self.isVisible() and not self.unsaved:
            self.refresh()


def say_aloud(widget: QWidget, words: str) -> None:
    """Have screen readers say something that nobody has moved to."""
    # Slow to load, and nobody may ever listen.
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))
