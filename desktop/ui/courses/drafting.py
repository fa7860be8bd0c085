"""A step in which an answer is drafted: what is asked, what is there so far, the way to the page
where it is written.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop.core.changes import Changes, Kind
from desktop.core.course import Step
from desktop.core.response import Draft
from desktop.markup.counting import answer_words
from desktop.ui.context import Context
from desktop.ui.courses.prose import Prose
from desktop.ui.courses.step_view import StepView
from desktop.ui.panels.help_tab import card_column
from desktop.ui.place import PageId, Place
from desktop.ui.spacing import GAP_LARGE
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.labels import set_text, text_label

_HOW = (
    "You write on the page where every answer is written. The tab “Guide” beside it asks for one "
    "part at a time and has sentences to complete. “Go on with the course” brings you back."
)
GUIDE_TAB = "tab.6"


class DraftingView(StepView):
    """Leads to the question page of the practice workspace."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._step: Step | None = None
        self.asked = QFrame()
        self.asked.setProperty("card", True)
        self.number = text_label("", "muted")
        self.question = text_label("", "question")
        self.guidance = text_label("", "muted")
        self.button = Button("Write the answer", self.write, look="primary")
        self.so_far = text_label("", "muted")
        self.key_point = text_label("", "strong")
        self.prose = Prose("What you have written so far")
        column = card_column(self.asked)
        for part in (self.number, self.question, self.guidance):
            column.addWidget(part)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(GAP_LARGE)
        outer.addWidget(self.asked)
        outer.addWidget(text_label(_HOW, "muted"))
        outer.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        for part in (self.so_far, self.key_point, self.prose):
            outer.addWidget(part)
        context.bridge.changed.connect(self._changed)

    def show_step(self, step: Step) -> None:
        self._step = step
        self._show(self.context.session.courses.practice_draft(), step.about)

    def first_focus(self) -> QWidget:
        return self.button

    def write(self) -> None:
        """Go to the question, with the guide beside it."""
        if self._step is None:
            return
        response = self.context.session.courses.practice_draft().response.id
        self.context.go(Place(PageId.QUESTION, response, self._step.about))
        self.context.run(GUIDE_TAB)

    def _show(self, draft: Draft, number: str) -> None:
        question, answer = draft.consultation.question(number), draft.answer(number)
        total = len(draft.consultation.questions)
        self.number.setText(f"Question {number} of {total}")
        self.question.setText(question.text)
        set_text(self.guidance, question.guidance)
        words = answer_words(draft, number)
        limit = f" of {question.limit.value}" if question.limit else ""
        self.button.set_words("Go on writing" if words else "Write the answer")
        self.so_far.setText(
            f"So far: {words}{limit} words." if words else "Nothing is written here yet."
        )
        set_text(self.key_point, answer.key_point)
        self.prose.setVisible(bool(answer.body.strip()))
        self.prose.show_text(answer.body, draft.sources)

    def _changed(self, changes: Changes) -> None:
        if self.isVisible() and self._step is not None and changes.touches(Kind.ANSWER):
            self._show(self.context.session.courses.practice_draft(), self._step.about)
