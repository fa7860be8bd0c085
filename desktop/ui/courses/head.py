"""What stands above every step: where in the course it is, its title, how long, what to do."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.core.course import Course, Step
from desktop.ui.courses.prose import Prose
from desktop.ui.courses.readable import Readable
from desktop.ui.models.words import counted
from desktop.ui.spacing import GAP
from desktop.ui.widgets.labels import set_text, text_label


class StepHead(QWidget):
    """Shows a Step's title and text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.where = text_label("", "muted")
        self.title = text_label("", "title")
        self.aim = text_label("", "muted")
        self.text = Prose("What to do")
        Readable(self.text)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        for part in (self.where, self.title, self.aim, self.text):
            column.addWidget(part)

    def show_step(self, course: Course, step: Step) -> None:
        """Show what is to be done in a Step."""
        unit = course.unit(step.unit)
        steps = course.steps_of(unit.id)
        number, place = course.units.index(unit) + 1, steps.index(step) + 1
        said = [
            f"Unit {number} of {len(course.units)}: {unit.title}",
            f"step {place} of {len(steps)}",
        ]
        if step.minutes:
            said.append(f"about {counted(step.minutes, 'minute')}")
        self.where.setText(" · ".join(said))
        self.title.setText(step.title)
        # The aim of a unit is said once, at its beginning.
        set_text(self.aim, f"The aim of this unit: {unit.aim}" if unit.aim and place == 1 else "")
        # What is to be done in a locked unit is for the trainer to say.
        text = "" if unit.locked else step.text
        self.text.setVisible(bool(text.strip()))
        self.text.show_text(text)
