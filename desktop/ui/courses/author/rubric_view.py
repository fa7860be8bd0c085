"""The rubric of the course: whose it is, its criteria, and what each level looks like."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from desktop.core.course import Criterion
from desktop.core.course_rubric import (
    LEVELS,
    add_criterion,
    is_own,
    move_criterion,
    put_criterion,
    put_rubric,
    remove_criterion,
)
from desktop.core.course_writing import typed
from desktop.ui.context import Context
from desktop.ui.courses.author.desk import Desk
from desktop.ui.courses.author.fields import Form, show_text
from desktop.ui.courses.author.listing import ListAndForms
from desktop.ui.models.key_model import Row
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.labels import set_text, text_label

_ABOUT, _CRITERION = "rubric:", "criterion:"
_SHARED = (
    "This is Consultee’s own rubric. As soon as you change a word of it, it is yours: say then who "
    "made it."
)
_OWN = "This course has a rubric of its own."
_NEW = "A new criterion"
_LEVEL_HELP = ("What it looks like where it is missing.", "", "", "What it looks like at its best.")


class RubricView(ListAndForms):
    """Left the criteria, right the chosen one."""

    def __init__(self, context: Context, desk: Desk) -> None:
        super().__init__("Rubric", desk)
        self._context = context
        self.rubric_form = RubricForm(context, desk)
        self.form = CriterionForm(context, desk)
        self._about_page = self.add_form(self.rubric_form, "The rubric")
        self._page = self.add_form(self.form, "Criterion")
        self.add_button = Button("Add a criterion", self.add)
        self.up = Button("↑", lambda: self.step_by(-1), name="Move up")
        self.down = Button("↓", lambda: self.step_by(1), name="Move down")
        self.remove_button = Button("Remove", self.remove, look="link")
        for button in (self.add_button, self.up, self.down, self.remove_button):
            self.buttons.addWidget(button)
        self.list.moved.connect(self.step_by)
        self.follow()

    def add(self) -> None:
        """Add a criterion to be written."""
        self.flush()
        rubric, key = add_criterion(self._desk.course.rubric, _NEW)
        self._desk.put(put_rubric(self._desk.course, rubric, self._desk.shared_rubric))
        self.refresh(f"{_CRITERION}{key}")
        self.form.name.field.setFocus()
        self.form.name.field.selectAll()

    def step_by(self, by: int) -> None:
        """Put a criterion a place up or down."""
        self.flush()
        key, rubric = self.list.key(), self._desk.course.rubric
        order = [f"{_CRITERION}{each.id}" for each in rubric.criteria]
        if key not in order or not 0 <= order.index(key) + by < len(order):
            return
        place = order.index(key)
        rubric = move_criterion(rubric, place, place + by)
        self._desk.put(put_rubric(self._desk.course, rubric, self._desk.shared_rubric))
        self.refresh(key)

    def remove(self) -> None:
        """Remove a criterion with the marks by it; Undo brings it back."""
        self.flush()
        name = self.list.key().removeprefix(_CRITERION)
        rubric = remove_criterion(self._desk.course.rubric, name)
        self._desk.put(put_rubric(self._desk.course, rubric, self._desk.shared_rubric))
        words = "The criterion was removed, with marks by it. Undo brings it back."
        self._context.dialogs.notify(words)
        self.list.setFocus()

    def _rows(self) -> list[Row]:
        rubric = self._desk.course.rubric
        rows = [Row(_ABOUT, "About the rubric", heading=True)]
        rows += [Row(f"{_CRITERION}{each.id}", typed(each.name)) for each in rubric.criteria]
        return rows

    def _relist(self) -> None:
        super()._relist()
        if self.isVisible():
            self.rubric_form.retell()

    def _show(self, key: str) -> None:
        criteria = {f"{_CRITERION}{each.id}": each for each in self._desk.course.rubric.criteria}
        chosen = criteria.get(key)
        if chosen is not None:
            self.form.show_criterion(chosen)
            self.show_form(self._page)
        else:
            self.rubric_form.show_rubric()
            self.show_form(self._about_page)
        self.up.setEnabled(chosen is not None)
        self.down.setEnabled(chosen is not None)
        self.remove_button.setEnabled(chosen is not None and len(criteria) > 1)


class RubricForm(Form):
    """Title, who made it, and a way back to the rubric that comes with the program."""

    def __init__(self, context: Context, desk: Desk) -> None:
        super().__init__(context)
        self._desk = desk
        self.told = text_label("", "muted")
        self.column.addWidget(self.told)
        self.title = self.line("Title of the rubric", lambda text: self._put("title", text))
        self.whose = self.lines(
            "Who made it",
            lambda text: self._put("whose", text),
            "It is printed with the rubric, so that nobody takes it for a committee’s.",
        )
        self.back_button = Button("Take Consultee’s rubric again", self.take_back, look="link")
        row = FlowLayout()
        row.addWidget(self.back_button)
        self.column.addLayout(row)

    def show_rubric(self) -> None:
        """Show what the rubric says of itself."""
        rubric = self._desk.course.rubric
        show_text(self.title, rubric.title)
        show_text(self.whose, rubric.whose)
        self.retell()

    def retell(self) -> None:
        """Say whose the rubric is now."""
        if self._desk.is_open:
            own = is_own(self._desk.course, self._desk.shared_rubric)
            set_text(self.told, _OWN if own else _SHARED)
            self.back_button.setVisible(own)

    def take_back(self) -> None:
        """Have the rubric that comes with the program; Undo brings the own one back."""
        self.flush()
        shared = self._desk.shared_rubric
        self._desk.put(put_rubric(self._desk.course, shared, shared))
        self.title.field.setFocus()

    def _put(self, key: str, value: str) -> bool:
        rubric = replace(self._desk.course.rubric, **{key: value})
        course = put_rubric(self._desk.course, rubric, self._desk.shared_rubric)
        kept = self._desk.note(course, f"rubric/{key}")
        show_text(self.whose, self._desk.course.rubric.whose)
        return kept


class CriterionForm(Form):
    """Its name, the question to ask, and four levels."""

    def __init__(self, context: Context, desk: Desk) -> None:
        super().__init__(context)
        self._desk = desk
        self._id = ""
        self.name = self.line("Name of the criterion", lambda text: self._put("name", text))
        self.asks = self.lines("The question to ask of the text", lambda t: self._put("asks", t))
        self.levels = [
            self.lines(
                f"Level {level}",
                lambda text, level=level: self._put_level(level, text),
                _LEVEL_HELP[level],
            )
            for level in range(LEVELS)
        ]

    def show_criterion(self, criterion: Criterion) -> None:
        """Show a criterion."""
        self._id = criterion.id
        show_text(self.name, criterion.name)
        show_text(self.asks, criterion.asks)
        for field, text in zip(self.levels, criterion.levels, strict=True):
            show_text(field, text)

    @property
    def _criterion(self) -> Criterion:
        criteria = self._desk.course.rubric.criteria
        return next(each for each in criteria if each.id == self._id)

    def _put(self, key: str, value: Any, level: str = "") -> bool:
        rubric = put_criterion(self._desk.course.rubric, replace(self._criterion, **{key: value}))
        course = put_rubric(self._desk.course, rubric, self._desk.shared_rubric)
        return self._desk.note(course, f"criterion/{self._id}/{key}{level}")

    def _put_level(self, level: int, text: str) -> bool:
        levels = list(self._criterion.levels)
        levels[level] = text
        return self._put("levels", tuple(levels), str(level))
