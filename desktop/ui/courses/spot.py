"""Spot what is what: mark the parts of an argument in a text, then compare with the key."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.core.course import Spot, Step
from desktop.core.exercises import Mark, compare_marks, marks_of, place_of
from desktop.core.learning import WorkKind
from desktop.core.marking import with_mark, without_marks
from desktop.markup.plain_spot import PlainSpot, plain_spot
from desktop.ui.context import Context
from desktop.ui.courses.cited_words import reference
from desktop.ui.courses.exercise import ExerciseView, say_aloud
from desktop.ui.courses.marked_text import MarkedText
from desktop.ui.courses.parts import PART_NAMES
from desktop.ui.courses.spot_compared import SpotCompared
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.labels import breakable, set_text, text_label

_HOW = (
    "Select words and choose what they are, or press the number. With nothing selected, the whole "
    "sentence at the cursor is marked."
)


class SpotView(ExerciseView):
    """One spotting exercise."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._spot: Spot | None = None
        self._plain: PlainSpot | None = None
        self._marks: tuple[Mark, ...] = ()
        self._looked = 0
        self._key_shown = False
        self._says = text_label()
        self.text = MarkedText(context)
        self.cited = text_label("", "muted")
        self.parts: list[Button] = []
        self._part_row = FlowLayout()
        self.away = Button("Take the mark away", lambda: self._press(-1), look="link")
        self.compare = Button("Compare with the key", self._compare, look="primary")
        self.key = Button("Show the key in the text", self._toggle_key)
        self.again = Button("Start again", self._start_again, look="link")
        self.compared = SpotCompared()
        below = FlowLayout()
        for button in (self.compare, self.key, self.again):
            below.addWidget(button)
        self.column.addWidget(self._says)
        self.column.addWidget(text_label(_HOW, "muted"))
        self.column.addLayout(self._part_row)
        self.column.addWidget(self.text)
        self.column.addWidget(self.cited)
        self.column.addLayout(below)
        self.column.addWidget(self.compared)
        self.text.pressed.connect(self._press)

    def open_exercise(self, step: Step) -> None:
        """Turn to the text that a step is about."""
        self.open_spot(self.course.spot(step.about))

    def open_spot(self, exercise: Spot) -> None:
        """Turn to a text."""
        plain = self._plain = plain_spot(exercise)
        spot = self._spot = plain.spot
        self._key_shown = False
        self.compared.hide()
        self._says.setText(spot.says)
        self.text.show_text(spot.text, "The text to mark")
        sources = self.context.session.courses.practice_draft().sources
        cited = (f"{n}  {reference(cite, sources)}" for n, cite in enumerate(plain.cited, 1))
        set_text(self.cited, breakable("\n".join(cited)))
        while self._part_row.count():
            self._part_row.takeAt(0)
        for button in self.parts:
            button.hide()
            button.deleteLater()
        self.parts = [
            Button(
                f"{number}  {PART_NAMES[part]}",
                lambda place=number - 1: self._press(place),
                name=f"Mark as {PART_NAMES[part].lower()}, key {number}",
            )
            for number, part in enumerate(spot.parts, 1)
        ]
        for button in (*self.parts, self.away):
            self._part_row.addWidget(button)

    def refresh(self) -> None:
        """Show the marks as they were left."""
        spot, plain = self._spot, self._plain
        if spot is None or plain is None:
            return
        work = self.work(WorkKind.SPOT, spot.id)
        data = work.data if work else {}
        self._marks = plain.from_kept(marks_of(data.get("marks")))
        looked = data.get("looked", 0)
        self._looked = looked if isinstance(looked, int) else 0
        self._show()

    def first_focus(self) -> QWidget:
        """Begin in the text."""
        return self.text

    def marks(self) -> tuple[Mark, ...]:
        """Return what the learner marked."""
        return self._marks

    def _press(self, place: int) -> None:
        spot = self._spot
        if spot is None or place >= len(spot.parts) or self._key_shown:
            return
        start, end = self.text.chosen()
        if start == end:
            return
        if place < 0:
            self._take_away(start, end)
            return
        part = spot.parts[place]
        self._put(with_mark(self._marks, start, end, part))
        self.text.let_go()
        say_aloud(self.text, f"Marked as {PART_NAMES[part].lower()}: {spot.text[start:end]}")

    def _take_away(self, start: int, end: int) -> None:
        """Take away what is marked in the selection, or the whole mark at the cursor."""
        here = self.text.mark_here()
        if not self.text.textCursor().hasSelection() and here is not None:
            start, end = here.start, here.end
        self._put(without_marks(self._marks, start, end))
        say_aloud(self.text, "The mark is gone.")

    def _put(self, marks: tuple[Mark, ...]) -> None:
        if marks == self._marks:
            return
        self._marks = marks
        self._keep()
        self.compared.hide()
        self._show()

    def _keep(self) -> None:
        if self._plain is not None:
            marks = self._plain.to_kept(self._marks)
            said = [[mark.start, mark.end, mark.part.value] for mark in marks]
            self.keep(WorkKind.SPOT, self._plain.spot.id, marks=said, looked=self._looked)

    def _compare(self) -> None:
        spot = self._spot
        if spot is None:
            return
        self._looked += 1
        self._keep()
        self.compared.show_compared(spot, compare_marks(spot, self._marks))
        self._show()
        self.key.setFocus(Qt.FocusReason.OtherFocusReason)
        say_aloud(self.compared, self.compared.summary.text())

    def _toggle_key(self) -> None:
        self._key_shown = not self._key_shown
        self._show()

    def _start_again(self) -> None:
        before = self._marks
        self._key_shown = False
        self._put(())
        self.context.dialogs.notify("Nothing is marked.", "Undo", lambda: self._put(before))

    def _show(self) -> None:
        spot = self._spot
        if spot is None:
            return
        compared = not self.compared.isHidden()
        self._key_shown = self._key_shown and compared
        if self._key_shown:
            key = {Mark(*place_of(spot, each), each.part): each.why for each in spot.key}
            self.text.show_marks(sorted(key, key=lambda mark: mark.start), key)
        else:
            self.text.show_marks(self._marks)
        self.compare.setVisible(not compared)
        self.key.setVisible(compared)
        shown = "Show my marks again" if self._key_shown else "Show the key in the text"
        self.key.set_words(shown)
        for button in (*self.parts, self.away):
            button.setEnabled(not self._key_shown)
