"""The form of one unit."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QCheckBox

from desktop.core.course import Unit
from desktop.core.course_writing import put_unit
from desktop.ui.context import Context
from desktop.ui.courses.author.desk import Desk
from desktop.ui.courses.author.fields import Form, show_text
from desktop.ui.form import name_field
from desktop.ui.widgets.labels import text_label

_LOCKED = "Locked: learners see it and cannot begin it"
_LOCKED_HELP = "To open it during a session, take the tick away and hand the file out again."


class UnitForm(Form):
    """Title, aim, lock, notes for the trainer."""

    def __init__(self, context: Context, desk: Desk) -> None:
        super().__init__(context)
        self._desk = desk
        self._id = ""
        self.title = self.line("Title of the unit", lambda text: self._put("title", text))
        self.aim = self.lines("What it is for", lambda text: self._put("aim", text))
        self.locked = QCheckBox(_LOCKED)
        name_field(self.locked, _LOCKED, _LOCKED_HELP)
        self.locked.clicked.connect(lambda on: self._put("locked", bool(on)))
        self.column.addWidget(self.locked)
        self.column.addWidget(text_label(_LOCKED_HELP, "muted"))
        self.trainer = self.lines(
            "For the trainer alone",
            lambda text: self._put("trainer", text),
            "It is printed in the trainer’s key.",
            4,
        )
        self.minutes = text_label("", "muted")
        self.column.addWidget(self.minutes)

    def show_unit(self, unit: Unit) -> None:
        """Show a unit."""
        self._id = unit.id
        show_text(self.title, unit.title)
        show_text(self.aim, unit.aim)
        show_text(self.trainer, unit.trainer)
        self.locked.setChecked(unit.locked)
        self.minutes.setText(f"Its steps take {unit.minutes} minutes together.")

    def _put(self, key: str, value: Any) -> bool:
        course = self._desk.course
        unit = replace(course.unit(self._id), **{key: value})
        return self._desk.note(put_unit(course, unit), f"unit/{self._id}/{key}")
