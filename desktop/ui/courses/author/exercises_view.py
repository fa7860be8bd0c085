"""Exercises: texts to mend and answers to mark, made of words of an answer or of one's own."""

from __future__ import annotations

from desktop.core.course import IN_ORDER, Spot
from desktop.core.course_budget import add_budget
from desktop.core.course_writing import (
    add_repair,
    add_spot,
    budget_words,
    remove_exercise,
    repair_words,
    spot_words,
)
from desktop.ui.context import Context
from desktop.ui.courses.author.budget_form import BudgetForm
from desktop.ui.courses.author.desk import Desk
from desktop.ui.courses.author.listing import ListAndForms
from desktop.ui.courses.author.making import MakingForm
from desktop.ui.courses.author.repair_form import RepairForm
from desktop.ui.courses.author.spot_form import SpotForm
from desktop.ui.models.key_model import Row
from desktop.ui.widgets.buttons import Button

_NEW, _REPAIR, _SPOT, _BUDGET = "new", "repair:", "spot:", "budget:"
_SAYS_MEND = "Mend this text."
_SAYS_MARK = "Mark what each part of this answer is."
_SAYS_SHARE = "Share the words out among the questions. What do you give up?"


class ExercisesView(ListAndForms):
    """Left the exercises and where new ones are made, right the chosen one."""

    def __init__(self, context: Context, desk: Desk) -> None:
        super().__init__("Exercises", desk)
        self._context = context
        self.making = MakingForm(desk)
        self.repair_form = RepairForm(context, desk)
        self.spot_form = SpotForm(context, desk)
        self.budget_form = BudgetForm(context, desk)
        self._pages = {
            _NEW: self.add_form(self.making, "New exercise"),
            _REPAIR: self.add_form(self.repair_form, "Text to mend"),
            _SPOT: self.add_form(self.spot_form, "Answer to mark"),
            _BUDGET: self.add_form(self.budget_form, "Words to share out"),
        }
        self.new_button = Button("New exercise…", lambda: self.refresh(_NEW))
        self.remove_button = Button("Remove", self.remove, look="link")
        self.buttons.addWidget(self.new_button)
        self.buttons.addWidget(self.remove_button)
        self.making.mend.connect(self.add_repair)
        self.making.mark.connect(self.add_spot)
        self.making.share.connect(self.add_budget)
        self.follow()

    def add_repair(self, question: str, text: str, solution: str) -> None:
        """Make a text to mend."""
        made, name = add_repair(self._desk.course, question, text, _SAYS_MEND, solution)
        self._desk.put(made)
        self.refresh(f"{_REPAIR}{name}")
        self.repair_form.box.setFocus()

    def add_spot(self, question: str, text: str) -> None:
        """Make an answer to mark."""
        spot = Spot("", "", _SAYS_MARK, IN_ORDER, ())
        made, name = add_spot(self._desk.course, question, text, spot)
        self._desk.put(made)
        self.refresh(f"{_SPOT}{name}")
        self.spot_form.box.setFocus()

    def add_budget(self) -> None:
        """Make a word budget for the questions of the call."""
        asked = self._desk.consultation
        if asked is not None:
            made, name = add_budget(self._desk.course, asked, _SAYS_SHARE)
            self._desk.put(made)
            self.refresh(f"{_BUDGET}{name}")
            self.budget_form.words.setFocus()

    def remove(self) -> None:
        """Remove the chosen exercise with the steps that set it; Undo brings it back."""
        self.flush()
        _, _, name = self.list.key().partition(":")
        self._desk.put(remove_exercise(self._desk.course, name))
        self._context.dialogs.notify("The exercise was removed with its step. Undo brings it back.")
        self.list.setFocus()

    def _rows(self) -> list[Row]:
        course = self._desk.course
        rows = [Row(_NEW, "New exercise", heading=True)]
        rows += [Row(f"{_REPAIR}{each.id}", repair_words(each)) for each in course.repairs]
        rows += [Row(f"{_SPOT}{each.id}", spot_words(each)) for each in course.spots]
        rows += [Row(f"{_BUDGET}{each.id}", budget_words(each)) for each in course.budgets]
        return rows

    def _show(self, key: str) -> None:
        course = self._desk.course
        table, _, name = key.partition(":")
        self.remove_button.setEnabled(bool(name))
        if table == "repair":
            self.repair_form.show_repair(course.repair(name))
        elif table == "spot":
            self.spot_form.show_spot(course.spot(name))
        elif table == "budget":
            self.budget_form.show_budget(course.budget(name))
        else:
            self.making.refresh()
        self.show_form(self._pages[f"{table}:" if name else _NEW])
