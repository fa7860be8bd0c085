"""What the guided draft asks, part by part, and the sentences it offers to complete."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtWidgets import QWidget

from desktop.core.course import IN_ORDER, Course, PartKind
from desktop.core.course_prompts import cues_of, frames_of, own_starters, put_cues, put_frames
from desktop.core.listing import counted
from desktop.ui.context import Context
from desktop.ui.courses.author.desk import Desk
from desktop.ui.courses.author.fields import (
    Form,
    as_lines,
    choice_box,
    from_lines,
    show_choices,
    show_text,
)
from desktop.ui.courses.parts import PART_DOES, PART_NAMES
from desktop.ui.form import labelled
from desktop.ui.spacing import GAP_LARGE
from desktop.ui.widgets.folding import Folding
from desktop.ui.widgets.page_column import PageColumn, titled
from desktop.ui.widgets.saved_field import SavedField, note_edit

_WHAT_FOR = (
    "The Guide beside a learner’s draft goes through the parts of the argument in this order. What "
    "you write for one question comes before what is there for any."
)
_ANY = "Any question"
Put = Callable[[Course, str, PartKind, Iterable[str]], Course]


class PromptsView(PageColumn):
    """For any question, or one: two fields for each part of the argument."""

    def __init__(self, context: Context, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("Prompts", parent=parent)
        self._desk = desk
        self._number = ""
        self.form = Form(context)
        self.cues: dict[PartKind, SavedField] = {}
        self.frames: dict[PartKind, SavedField] = {}
        self.question = choice_box(self._picked, 24)
        self.form.column.addLayout(titled("Prompts", _WHAT_FOR, "heading"))
        self.form.column.addWidget(labelled(self.question, "For"))
        for part in IN_ORDER:
            self._add_part(part)
        self.add(self.form)
        self.end()
        desk.changed.connect(self.refresh)
        desk.noted.connect(self._retell)

    def refresh(self) -> None:
        """Show the course as it is."""
        if not self._desk.is_open:
            return
        self._retell()
        course = self._desk.course
        for part in IN_ORDER:
            show_text(self.cues[part], as_lines(cues_of(course, self._number, part)))
            show_text(self.frames[part], as_lines(frames_of(course, self._number, part)))

    def go(self, table: str, number: str) -> None:
        """Show a prompt, or a sentence to complete, by its number among them."""
        self.flush()
        place = int(number) - 1
        course = self._desk.course
        starters = course.cues if table == "cue" else course.frames
        if place < len(starters):
            self._number = starters[place].question
            self.refresh()

    def flush(self) -> None:
        """Save what is typed and not saved."""
        self.form.flush()

    def _add_part(self, part: PartKind) -> None:
        name = PART_NAMES[part]
        self.form.column.addLayout(titled(name, PART_DOES[part], "heading"))
        row = Folding(64, GAP_LARGE)
        for kept, label, put, what in (
            (self.cues, "What is asked", put_cues, "cue"),
            (self.frames, "Sentences to complete", put_frames, "frame"),
        ):
            field = note_edit(3)
            row.add_top(labelled(field, label, "One to a line."), 1)
            field.setAccessibleName(f"{name}: {label}")
            kept[part] = self.form.tie(field, self._saver(part, put, what))
        self.form.column.addWidget(row)

    def _saver(self, part: PartKind, put: Put, what: str) -> Callable[[str], bool]:
        def save(text: str) -> bool:
            course = put(self._desk.course, self._number, part, from_lines(text))
            return self._desk.note(course, f"{what}/{self._number}/{part}")

        return save

    def _picked(self) -> None:
        self.flush()
        self._number = str(self.question.currentData())
        self.refresh()

    def _retell(self) -> None:
        if self._desk.is_open:
            show_choices(self.question, self._choices(), self._number)

    def _choices(self) -> tuple[tuple[str, str], ...]:
        course, asked = self._desk.course, self._desk.consultation
        rows = [("", _ANY)]
        for each in asked.questions if asked else ():
            own = own_starters(course, each.number)
            told = f" ({counted(own, 'of its own', 'of its own')})" if own else ""
            rows.append((each.number, f"Question {each.number}: {each.heading}{told}"))
        return tuple(rows)
