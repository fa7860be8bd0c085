"""The tab that guides a first draft in a course: one part of the argument at a time."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop.core.blanks import unfinished
from desktop.core.changes import Changes, Kind
from desktop.core.course import IN_ORDER, Course, Frame, PartKind
from desktop.core.course_steps import BEGUN, draft_step
from desktop.core.learning import WorkKind
from desktop.core.response import Draft
from desktop.core.text import plain_text
from desktop.errors import DesktopError
from desktop.markup import parse
from desktop.ui.context import Context
from desktop.ui.courses.leaving_draft import leave_draft
from desktop.ui.courses.parts import PART_DOES, PART_NAMES
from desktop.ui.form import name_field
from desktop.ui.panels.help_tab import CardList, HelpTab, card
from desktop.ui.place import PageId, Place
from desktop.ui.spacing import GAP
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.labels import set_text, text_label

_ALL_SAID = (
    "Those were the five parts. Write the key point last: the answer in one sentence, for somebody "
    "who reads nothing else. Then look at Checks, and at the length."
)


class GuidePanel(HelpTab):
    """Asks for one part after another; any can be skipped. ``start(str)``: write this at the
    cursor.
    """

    start = Signal(str)
    kinds = (Kind.COURSE,)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.list = CardList("Guide")
        self.where = text_label("", "muted")
        self.part = text_label("", "heading")
        self.does = text_label("", "muted")
        self.unfinished = text_label("", "warn")
        self.frames: list[Button] = []
        # At questions that the course has no step for.
        self._parts: dict[str, int] = {}
        self._asks = QVBoxLayout()
        self._frames_head = text_label("Sentences to complete", "strong")
        self._frames = QVBoxLayout()
        self.next_button = Button("Next part", lambda: self._step(1), look="primary")
        self.skip_button = Button("Skip this part", lambda: self._step(1))
        self.back_button = Button("Back", lambda: self._step(-1), name="Back to the part before")
        self.on_button = Button("Go on with the course", self.go_on, look="primary")
        self.course_button = Button("To the step of the course", self._to_step, look="link")
        self._build()

    # What the panel around it calls

    def refresh(self) -> None:
        course, draft = self.context.session.course, self.draft
        if course is None or draft is None:
            return
        place = self._place(course)
        self.list.to_top()
        over = place >= len(IN_ORDER)
        total = len(IN_ORDER)
        said = "all parts asked for" if over else f"part {place + 1} of {total}"
        self.where.setText(f"Question {self.number} · {said}")
        self.part.setText("The key point, and then on" if over else PART_NAMES[IN_ORDER[place]])
        self.does.setText(_ALL_SAID if over else PART_DOES[IN_ORDER[place]])
        self._show_part(course, None if over else IN_ORDER[place])
        for button in (self.next_button, self.skip_button):
            button.setVisible(not over)
        self.next_button.set_words("All parts done" if place == total - 1 else "Next part")
        self.back_button.setEnabled(place > 0)
        self.on_button.setVisible(over and draft_step(course, self.number) is not None)
        self._say_unfinished()

    def changed(self, draft: Draft, changes: Changes) -> None:
        super().changed(draft, changes)
        if self.isVisible() and changes.touches(Kind.ANSWER):
            self._say_unfinished()

    def focus_first(self) -> None:
        """Give the keyboard to what is most likely wanted."""
        first = self.frames[0] if self.frames else self.next_button
        wanted = self.on_button if not self.on_button.isHidden() else first
        wanted.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_on(self) -> None:
        """Note that the draft is done and show the step of the course that follows it."""
        leave_draft(self.context, self.number)

    # Inside

    def _say_unfinished(self) -> None:
        """When all parts are asked for, name the sentences in which a blank is left."""
        left: tuple[str, ...] = ()
        if self.draft is not None and not self.on_button.isHidden():
            written = plain_text(parse(self.draft.answer(self.number).body))
            left = tuple(unfinished(written))
        said = "\n".join(f"• {words}" for words in left)
        set_text(self.unfinished, f"Still to complete:\n{said}" if left else "")

    def _build(self) -> None:
        for widget in (self.where, self.part, self.does, self.unfinished):
            self.list.add(widget)
        for column in (self._asks, self._frames):
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(GAP)
            holder = QWidget()
            holder.setLayout(column)
            if column is self._frames:
                self.list.add(self._frames_head)
            self.list.add(holder)
        self.list.add(self.on_button)
        buttons = QWidget()
        row = FlowLayout(buttons)
        for button in (self.back_button, self.skip_button, self.next_button):
            row.addWidget(button)
        self.list.add(buttons)
        self.list.add(self.course_button)
        for link in (self.on_button, self.course_button):
            self.list.column.setAlignment(link, Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, GAP, 0, 0)
        column.addWidget(self.list, 1)

    def _show_part(self, course: Course, part: PartKind | None) -> None:
        for column in (self._asks, self._frames):
            while item := column.takeAt(0):
                if widget := item.widget():
                    widget.hide()
                    widget.deleteLater()
        cues = course.cues_at(self.number, part) if part else ()
        frames = course.frames_at(self.number, part) if part else ()
        for cue in cues:
            self._asks.addWidget(text_label(cue.text))
        self.frames = []
        self._frames_head.setVisible(bool(frames))
        for frame in frames:
            self._frames.addWidget(self._frame_card(frame))

    def _frame_card(self, frame: Frame) -> QFrame:
        made, column = card()
        column.addWidget(text_label(frame.text))
        button = Button("Put it in", lambda: self.start.emit(frame.text))
        name_field(button, f"Put it in: {frame.text}", "Writes it where the cursor is")
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self.frames.append(button)
        return made

    def _place(self, course: Course) -> int:
        """Return which part was asked for last at this question, counted from 0."""
        step = draft_step(course, self.number)
        learning = self.context.session.learning
        work = learning.work(WorkKind.STEP, step.id) if step and learning else None
        said = work.data.get("part", 0) if work else self._parts.get(self.number, 0)
        return said if isinstance(said, int) and 0 <= said <= len(IN_ORDER) else 0

    def _step(self, by: int) -> None:
        course = self.context.session.course
        if course is None:
            return
        place = min(max(self._place(course) + by, 0), len(IN_ORDER))
        self._parts[self.number] = place
        step = draft_step(course, self.number)
        if step is not None:
            learning = self.context.session.learning
            state = learning.state(step.id) if learning else ""
            self._note(step.id, state=state or BEGUN, part=place)
        self.refresh()
        # The button that was pressed may be gone: the keyboard goes on where the part begins.
        self.focus_first()

    def _to_step(self) -> None:
        course = self.context.session.course
        step = draft_step(course, self.number) if course else None
        self.context.go(Place(PageId.COURSE, "", step.id if step else ""))

    def _note(self, step: str, **data: object) -> None:
        try:
            self.context.session.courses.set(WorkKind.STEP, step, self, **data)
        except DesktopError as error:
            self.context.dialogs.show_error(error)
