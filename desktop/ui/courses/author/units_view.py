"""Units and steps in order: what comes when, how long it takes, what is locked."""

from __future__ import annotations

from desktop.core.course import StepKind
from desktop.core.course_writing import (
    add_step,
    add_unit,
    move_step,
    move_unit,
    remove_step,
    remove_unit,
    things_for,
    typed,
)
from desktop.ui.context import Context
from desktop.ui.courses.author.desk import Desk
from desktop.ui.courses.author.listing import ListAndForms
from desktop.ui.courses.author.step_form import StepForm
from desktop.ui.courses.author.step_words import KINDS
from desktop.ui.courses.author.unit_form import UnitForm
from desktop.ui.models.key_model import Row
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.menu_button import menu_button

_UNIT, _STEP = "unit:", "step:"


class UnitsView(ListAndForms):
    """Left all units with their steps, right the form of the chosen one."""

    def __init__(self, context: Context, desk: Desk) -> None:
        super().__init__("Units and steps", desk)
        self._context = context
        self.unit_form = UnitForm(context, desk)
        self.step_form = StepForm(context, desk)
        self._unit_page = self.add_form(self.unit_form, "Unit")
        self._step_page = self.add_form(self.step_form, "Step")
        self.up = Button("↑", lambda: self.step_by(-1), name="Move up")
        self.down = Button("↓", lambda: self.step_by(1), name="Move down")
        self.add_button = Button("Add a unit", self.add_unit)
        kinds = ((words, lambda kind=kind: self.add_step(kind)) for kind, words in KINDS.items())
        self.step_menu = menu_button("Add a step", *kinds)
        self.remove_button = Button("Remove", self.remove, look="link")
        for button in (self.step_menu, self.add_button, self.up, self.down, self.remove_button):
            self.buttons.addWidget(button)
        self.list.moved.connect(self.step_by)
        self.follow()

    def add_unit(self) -> None:
        """Add a unit at the end and let it be named."""
        self.flush()
        made = add_unit(self._desk.course)
        self._desk.put(made)
        self.refresh(f"{_UNIT}{made.units[-1].id}")
        self.unit_form.title.field.setFocus()

    def add_step(self, kind: StepKind) -> None:
        """Add a step of a kind to the unit that is chosen."""
        self.flush()
        course = self._desk.course
        things = things_for(course, kind, self._desk.consultation)
        if not things:
            self._context.dialogs.notify(_MISSING[kind])
            return
        about, words = things[0]
        title = words if about else KINDS[kind]
        made = add_step(course, self._unit(), kind, about, title)
        (new,) = {step.id for step in made.steps} - {step.id for step in course.steps}
        self._desk.put(made)
        self.refresh(f"{_STEP}{new}")
        self.step_form.title.field.setFocus()

    def step_by(self, by: int) -> None:
        """Put what is chosen a place up or down among its like."""
        self.flush()
        key, course = self.list.key(), self._desk.course
        unit = self._unit()
        if key.startswith(_UNIT):
            order = [each.id for each in course.units]
            place = order.index(unit)
        else:
            order = [each.id for each in course.steps_of(unit)]
            place = order.index(key.removeprefix(_STEP))
        if not 0 <= place + by < len(order):
            return
        if key.startswith(_UNIT):
            made = move_unit(course, place, place + by)
        else:
            made = move_step(course, unit, place, place + by)
        self._desk.put(made)
        self.refresh(key)

    def remove(self) -> None:
        """Remove what is chosen; Undo brings it back."""
        self.flush()
        key, course = self.list.key(), self._desk.course
        keys = self.list.keys()
        place = keys.index(key)
        if key.startswith(_UNIT):
            self._desk.put(remove_unit(course, key.removeprefix(_UNIT)))
            words = "The unit was removed with its steps."
        else:
            self._desk.put(remove_step(course, key.removeprefix(_STEP)))
            words = "The step was removed."
        self._context.dialogs.notify(f"{words} Undo brings it back.")
        left = self.list.keys()
        self.refresh(left[min(place, len(left) - 1)])
        self.list.setFocus()

    def _unit(self) -> str:
        """Return the unit that is chosen, or that of the chosen step."""
        key = self.list.key()
        if key.startswith(_UNIT):
            return key.removeprefix(_UNIT)
        return self._desk.course.step(key.removeprefix(_STEP)).unit

    def _rows(self) -> list[Row]:
        course = self._desk.course
        rows: list[Row] = []
        for number, unit in enumerate(course.units, 1):
            locked = ", locked" if unit.locked else ""
            words = f"{number}. {typed(unit.title)} ({unit.minutes} min{locked})"
            rows.append(Row(f"{_UNIT}{unit.id}", words, heading=True))
            for step in course.steps_of(unit.id):
                time = f" ({step.minutes} min)" if step.minutes else ""
                rows.append(Row(f"{_STEP}{step.id}", f"{typed(step.title)}{time}"))
        return rows

    def _show(self, key: str) -> None:
        course = self._desk.course
        if key.startswith(_UNIT):
            self.unit_form.show_unit(course.unit(key.removeprefix(_UNIT)))
            self.show_form(self._unit_page)
        elif key:
            self.step_form.show_step(course.step(key.removeprefix(_STEP)))
            self.show_form(self._step_page)


_MISSING = {
    StepKind.DRAFT: "The consultation of this course is not here.",
    StepKind.WORKED: "There is no model answer yet. Add one under Model answers.",
    StepKind.REPAIR: "There is no text to mend yet. Make one under Exercises.",
    StepKind.SPOT: "There is no answer to mark yet. Make one under Exercises.",
    StepKind.BUDGET: "There is no word budget yet. Make one under Exercises.",
}
