"""A mock hearing: one likely question of a member at a time, two minutes for it, and notes."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget

from desktop.core.course import Step
from desktop.core.hearing import Likely
from desktop.core.learning import WorkKind
from desktop.core.response import AnswerState
from desktop.ui.context import Context
from desktop.ui.courses.countdown import Countdown
from desktop.ui.courses.exercise import ExerciseView, say_aloud
from desktop.ui.form import labelled
from desktop.ui.panels.help_tab import card_column
from desktop.ui.place import PageId, Place
from desktop.ui.spacing import GAP, GAP_SMALL
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.labels import set_text, text_label
from desktop.ui.widgets.saved_field import SavedField, note_edit

_HOW = (
    "Say the answer aloud, to somebody or to the wall: two minutes are about 250 words. Nothing is "
    "recorded. Write down afterwards what you would say differently."
)
_NOTE_LINES = 4


class HearingView(ExerciseView):
    """A mock hearing on what the learner has written so far."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._questions: tuple[Likely, ...] = ()
        self._at = 0
        self._lane = context.jobs.lane(self)
        self.number = text_label("", "muted")
        self.asks = text_label("", "question")
        self.why = text_label("", "muted")
        self.excerpt = text_label()
        self.read = Button("Read your answer", self._read_answer, look="link")
        self.countdown = Countdown()
        self.notes = note_edit(_NOTE_LINES)
        self.before = Button("Question before", lambda: self._turn(-1))
        self.next = Button("Next question", lambda: self._turn(1))
        self._saved = SavedField(self.notes, self._save, context)
        self._card = QFrame()
        self._card.setProperty("card", "soft")
        self._asking = QWidget()
        self._build()

    def _build(self) -> None:
        came = card_column(self._card)
        came.setSpacing(GAP_SMALL)
        came.addWidget(text_label("What it came from", "strong"))
        came.addWidget(self.why)
        came.addWidget(self.excerpt)
        came.addWidget(self.read, 0, Qt.AlignmentFlag.AlignLeft)
        walk = FlowLayout(spacing=GAP)
        walk.addWidget(self.before)
        walk.addWidget(self.next)
        self.asks.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self._asking)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP * 2)
        column.addWidget(self.number)
        column.addWidget(self.asks)
        column.addWidget(self.countdown)
        column.addWidget(self._card)
        column.addWidget(labelled(self.notes, "Notes"))
        column.addLayout(walk)
        self.waiting = text_label("The questions are being made from your draft …", "muted")
        self.column.addWidget(text_label(_HOW))
        self.column.addWidget(self.waiting)
        self.column.addWidget(self._asking)
        self._asking.hide()

    def open_exercise(self, step: Step) -> None:
        """Make the questions from the draft as it is now."""
        self.countdown.reset()
        self.waiting.show()
        self._asking.hide()
        courses = self.context.session.courses
        self._lane.run(courses.questions_of_a_member(), self._show_questions)

    def refresh(self) -> None:
        """Show the notes as they were left."""
        if self._questions:
            work = self.work(WorkKind.HEARING, self._here().key)
            self._saved.show(work.text if work else "")

    def flush(self) -> None:
        """Save the notes."""
        super().flush()
        self._saved.flush()

    def first_focus(self) -> QWidget:
        """Begin with the timer."""
        return self.countdown.start

    def questions(self) -> tuple[Likely, ...]:
        """Return the questions of this hearing."""
        return self._questions

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop counting for nobody."""
        self.countdown.stop()
        super().hideEvent(event)

    def _here(self) -> Likely:
        return self._questions[self._at]

    def _show_questions(self, questions: tuple[Likely, ...]) -> None:
        before = self._here().key if self._questions else ""
        self._questions = questions
        keys = [each.key for each in questions]
        self._at = keys.index(before) if before in keys else 0
        self._asking.setVisible(bool(questions))
        none = "There is nothing to ask about yet: write an answer first."
        set_text(self.waiting, "" if questions else none)
        if not questions:
            return
        self._show()
        focused = QApplication.focusWidget()
        if self.isVisible() and not (focused and self.isAncestorOf(focused)):
            self.countdown.start.setFocus(Qt.FocusReason.OtherFocusReason)

    def _turn(self, by: int) -> None:
        self.flush()
        self._at = max(0, min(self._at + by, len(self._questions) - 1))
        self.countdown.reset()
        self._show()
        say_aloud(self.asks, f"{self.number.text()}: {self.asks.text()}")

    def _show(self) -> None:
        here, all_ = self._here(), len(self._questions)
        self.number.setText(f"Question {self._at + 1} of {all_} from a member of the committee")
        self.asks.setText(here.asks)
        self.why.setText(here.why)
        set_text(self.excerpt, f"“{here.excerpt}”" if here.excerpt else "")
        self.read.setVisible(bool(here.question))
        self.read.set_words(self._read_words(here.question))
        self._move_focus(self.before, self.next, self._at == 0)
        self._move_focus(self.next, self.before, self._at == all_ - 1)
        self.refresh()

    def _read_words(self, number: str) -> str:
        answer = self.context.session.courses.practice_draft().answer(number)
        written = answer.state in (AnswerState.DRAFTING, AnswerState.READY)
        return f"{'Read your answer to' if written else 'Go to'} question {number}"

    def _move_focus(self, button: Button, other: Button, at_end: bool) -> None:
        """Grey a button out at the end; the keyboard goes to the other one."""
        had = button.hasFocus()
        button.setEnabled(not at_end)
        if had and at_end:
            other.setFocus(Qt.FocusReason.OtherFocusReason)

    def _save(self, text: str) -> bool:
        here = self._here()
        if not text.strip():
            return self.keep(WorkKind.HEARING, here.key)
        return self.keep(WorkKind.HEARING, here.key, text=text, asked=here.asks)

    def _read_answer(self) -> None:
        learning = self.learning
        self.context.go(Place(PageId.QUESTION, learning.response, self._here().question))
