"""The form of a text to mend: what is wrong with it, as the checks see it, and how it is mended."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from desktop.core.course import Repair
from desktop.core.course_writing import put_repair, typed
from desktop.errors import DesktopError
from desktop.session.course_examining import Mended
from desktop.ui.context import Context
from desktop.ui.courses.author.citing import Citing
from desktop.ui.courses.author.desk import Desk
from desktop.ui.courses.author.faults import FaultsList
from desktop.ui.courses.author.fields import Form, TallText, as_lines, from_lines, show_text
from desktop.ui.debounce import Debounce
from desktop.ui.form import labelled
from desktop.ui.spacing import GAP
from desktop.ui.widgets.folding import Folding
from desktop.ui.widgets.labels import set_text, text_label
from desktop.ui.widgets.page_column import titled
from desktop.ui.widgets.saved_field import line_edit

_PAUSE_MS = 400
_FAULTS = (
    "Tick what learners are to mend. The program looks as you write: it says whether that check "
    "finds it."
)
_HINTS_HELP = "One to a line, the gentlest first."
_ASK = "A recommendation that the solution comes with, if it needs one."
_ASK_FIELDS = ("who", "what", "by when")


class RepairForm(Form):
    """Fields, what the checks find in the text, and what they still find in the solution."""

    def __init__(self, context: Context, desk: Desk) -> None:
        super().__init__(context)
        self._desk = desk
        self._id = ""
        self._looking = Debounce(_PAUSE_MS, self._look, self)
        self._first, self._after = context.jobs.lane(self), context.jobs.lane(self)
        self.question = text_label("", "strong")
        self.column.addWidget(self.question)
        self.says = self.lines("What learners are told", lambda text: self._put("says", text))
        self.box = TallText(7)
        self.text = self.add_text(self.box, "The text to mend", lambda t: self._put("text", t))
        self.citing = Citing(desk, self.box)
        self.column.addWidget(self.citing)
        self.column.addLayout(titled("What is wrong with it", _FAULTS, "heading"))
        self.faults = FaultsList()
        self.faults.ticked.connect(self._tick)
        self.column.addWidget(self.faults)
        self.hints = self.lines(
            "Hints", lambda text: self._put("hints", from_lines(text)), _HINTS_HELP
        )
        solved = TallText(7)
        self.solution = self.add_text(
            solved, "The solution", lambda text: self._put("solution", text)
        )
        self.citing_solved = Citing(desk, solved)
        self.column.addWidget(self.citing_solved)
        self.found = text_label("", "")
        self.found.setAccessibleName("What the checks say of the solution")
        self.column.addWidget(self.found)
        self.reasons = self.lines("Why it is better", lambda t: self._put("reasons", t), "", 3)
        self._add_ask()

    def _add_ask(self) -> None:
        self.column.addWidget(text_label(_ASK, "muted"))
        row = Folding(60, GAP)
        self.ask = []
        for place, label in enumerate(_ASK_FIELDS):
            field = line_edit()
            row.add_top(labelled(field, label.capitalize()), 2 if place == 1 else 1)
            self.ask.append(self.tie(field, lambda text, place=place: self._put_ask(place, text)))
        self.column.addWidget(row)

    def show_repair(self, repair: Repair) -> None:
        """Show an exercise, and let the checks look at it."""
        if repair.id != self._id:
            self.faults.show_found(None, repair.faults)
            set_text(self.found, "")
        self._id = repair.id
        self.question.setText(f"A text at question {repair.question}")
        show_text(self.says, repair.says)
        show_text(self.text, repair.text)
        show_text(self.hints, as_lines(repair.hints))
        show_text(self.solution, repair.solution)
        show_text(self.reasons, repair.reasons)
        for field, text in zip(self.ask, repair.recommendation or ("", "", ""), strict=True):
            show_text(field, text)
        self._look()

    @property
    def _repair(self) -> Repair:
        return self._desk.course.repair(self._id)

    def _still_there(self) -> Repair | None:
        """Return the exercise, None where it has gone since the checks were asked."""
        if not self._desk.is_open:
            return None
        return next((each for each in self._desk.course.repairs if each.id == self._id), None)

    def _put(self, key: str, value: Any) -> bool:
        repair = replace(self._repair, **{key: value})
        course = put_repair(self._desk.course, repair)
        if key in ("text", "solution", "recommendation"):
            self._looking.poke()
        return self._desk.note(course, f"repair/{self._id}/{key}")

    def _put_ask(self, place: int, text: str) -> bool:
        said = list(self._repair.recommendation or ("", "", ""))
        said[place] = text
        who, what, when = said
        return self._put("recommendation", (who, what, when) if who or what or when else None)

    def _tick(self, faults: tuple[str, ...]) -> None:
        self._put("faults", faults)
        self._look()

    def _look(self) -> None:
        """Ask the checks what they find in the text, and in the solution."""
        repair = self._still_there()
        if repair is None:
            return
        courses, course = self.context.session.courses, self._desk.course
        first = courses.repairing_in(course, repair, typed(repair.text))
        solved = typed(repair.solution)
        after = courses.repairing_in(course, repair, solved, repair.recommendation)
        self._first.run(first, self._show_first, self._failed)
        self._after.run(after, self._show_after, self._failed)

    def _show_first(self, found: Mended) -> None:
        repair = self._still_there()
        if repair is not None:
            self.faults.show_found(found.findings, repair.faults)

    def _show_after(self, found: Mended) -> None:
        repair = self._still_there()
        if repair is None:
            return
        if not typed(repair.solution):
            set_text(self.found, "Write here how the text reads once it is mended.")
        elif not repair.faults:
            set_text(self.found, "Tick above what is to be mended.")
        elif found.is_little:
            set_text(self.found, "The solution is still to be written.")
        elif found.is_mended:
            set_text(self.found, "✓ The checks find none of it in the solution.")
        else:
            sentences = (each.sentence for each in found.findings if each.check in found.left)
            set_text(self.found, "Still found in the solution: " + " ".join(sentences))

    def _failed(self, error: Exception) -> None:
        said = error.message if isinstance(error, DesktopError) else ""
        if not said:
            self.context.jobs.fail(error)
        set_text(self.found, said)
