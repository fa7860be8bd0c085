"""The form of one step."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from desktop.core.course import Step
from desktop.core.course_writing import put_step, things_for, typed
from desktop.ui.context import Context
from desktop.ui.courses.author.desk import Desk
from desktop.ui.courses.author.fields import (
    Form,
    choice_box,
    minutes_box,
    show_choices,
    show_number,
    show_text,
)
from desktop.ui.courses.author.step_words import KINDS
from desktop.ui.form import labelled
from desktop.ui.spacing import GAP_LARGE
from desktop.ui.widgets.folding import Folding
from desktop.ui.widgets.labels import text_label

_NO_TIME = "No minutes means: for those who are quick, or for home."


class StepForm(Form):
    """Title, what it is about, minutes, what learners read, notes for the trainer."""

    def __init__(self, context: Context, desk: Desk) -> None:
        super().__init__(context)
        self._desk = desk
        self._id = ""
        self.kind = text_label("", "strong")
        self.column.addWidget(self.kind)
        self.title = self.line("Title of the step", lambda text: self._put("title", text))
        self.about = choice_box(lambda: self._put("about", self.about.currentData()), 12)
        self._about_row = labelled(self.about, "What it is about")
        self.minutes = minutes_box(lambda minutes: self._put("minutes", minutes))
        self.unit = choice_box(lambda: self._put("unit", self.unit.currentData()), 12)
        self.column.addWidget(self._about_row)
        row = Folding(40, GAP_LARGE)
        row.add_top(labelled(self.minutes, "How long it takes", _NO_TIME), 1)
        row.add_top(labelled(self.unit, "In the unit"), 1)
        self.column.addWidget(row)
        self.text = self.rich("What learners read", lambda text: self._put("text", text))
        self.trainer = self.lines(
            "For the trainer alone", lambda text: self._put("trainer", text), "", 3
        )

    def show_step(self, step: Step) -> None:
        """Show a step."""
        course = self._desk.course
        self._id = step.id
        self.kind.setText(KINDS[step.kind])
        things = things_for(course, step.kind, self._desk.consultation)
        self._about_row.setVisible(any(about for about, _ in things) or bool(step.about))
        show_choices(self.about, things, step.about)
        units = tuple((unit.id, typed(unit.title)) for unit in course.units)
        show_choices(self.unit, units, step.unit)
        show_text(self.title, step.title)
        show_text(self.text, step.text)
        show_text(self.trainer, step.trainer)
        show_number(self.minutes, step.minutes)

    def _put(self, key: str, value: Any) -> bool:
        course = self._desk.course
        step = replace(course.step(self._id), **{key: value})
        return self._desk.note(put_step(course, step), f"step/{self._id}/{key}")
