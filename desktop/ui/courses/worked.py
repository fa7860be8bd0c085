"""A worked example: one's own answer beside a finished one, with what each part of that does."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.core.changes import Changes, Kind
from desktop.core.course import Course, Step
from desktop.core.learning import FirstAttempt
from desktop.core.response import Answer, Draft
from desktop.errors import DesktopError
from desktop.ui.context import Context
from desktop.ui.courses.coming_up import bring_up
from desktop.ui.courses.drafting import GUIDE_TAB
from desktop.ui.courses.model_view import ModelView
from desktop.ui.courses.own_answer import OwnAnswer
from desktop.ui.courses.readable import Readable
from desktop.ui.courses.step_view import StepView
from desktop.ui.place import PageId, Place
from desktop.ui.spacing import GAP, GAP_LARGE
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.folding import Folding
from desktop.ui.widgets.labels import set_text, text_label
from desktop.ui.widgets.strip_tabs import StripTabs

_FOLDS_AT = 110
_MODELS_SHARE = 5
_NOTHING = "You have written nothing at this question."
_WITHOUT = (
    f"{_NOTHING} If you look now, there is no first attempt to keep; you can write afterwards all "
    "the same."
)
_KEEPS = "When you look, what you have written is kept as your first attempt."
_SAME = "As it was when you looked."
_CHANGED = "As it is now. What you wrote before you looked is kept as your first attempt."
_AFTER = "You wrote this after you had looked."
_AS_IT_WAS = "As it was when you looked. What you write now does not change it."
_CLOSED = "Your trainer has kept the finished answers closed. They can be shown in the room."


class WorkedView(StepView):
    """Shows the models when they are asked for, and keeps the learner's attempt as it was then."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._step: Step | None = None
        self._shown_of = ""
        self.models: list[ModelView] = []
        self.tabs: StripTabs | None = None
        self.said = text_label("", "muted")
        self.reveal_button = Button("Show the finished answers", self.reveal, look="primary")
        self.write_button = Button("Write at this question", self._write)
        self.own = OwnAnswer()
        self.both = Folding(_FOLDS_AT, GAP_LARGE, folded_spacing=GAP_LARGE)
        self._models = QVBoxLayout()
        self._build()
        self.own.strip.changed.connect(lambda _: self._say())
        context.bridge.changed.connect(self._changed)

    def show_step(self, step: Step) -> None:
        self._step = step
        self.own.strip.choose(0)
        self._show()

    def first_focus(self) -> QWidget:
        if not self.reveal_button.isHidden():
            return self.reveal_button
        return self.models[0].prose if self.models else self.write_button

    def reveal(self) -> None:
        """Keep the attempt as it is now and show the models beside it."""
        if self._step is None:
            return
        try:
            self.context.session.courses.reveal(self._step.about, self)
        except DesktopError as error:
            self.context.dialogs.show_error(error)
            return
        self._show()
        self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)
        bring_up(self._other)

    def _build(self) -> None:
        own, other = QWidget(), QWidget()
        column = QVBoxLayout(own)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(text_label("Your answer", "heading"))
        column.addWidget(self.said)
        column.addWidget(self.own)
        buttons = QWidget()
        row = FlowLayout(buttons)
        row.addWidget(self.reveal_button)
        row.addWidget(self.write_button)
        column.addWidget(buttons)
        self._models.setContentsMargins(0, 0, 0, 0)
        other.setLayout(self._models)
        self._other = other
        self.both.add_top(own, 2)
        self.both.add_top(other)
        Readable(own)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.both)

    def _show(self) -> None:
        course, learning = self.context.session.course, self.context.session.learning
        if course is None or learning is None or self._step is None:
            return
        question = self._step.about
        draft = self.context.session.courses.practice_draft()
        open_ = course.switches.models and learning.has_seen(question)
        self.own.show_answer(draft, question, learning.first(question) if open_ else None)
        self.reveal_button.setVisible(course.switches.models and not open_)
        self._say()
        self._other.setVisible(open_)
        # Alone, one's own answer has the whole width.
        self.both.row.setStretch(1, _MODELS_SHARE if open_ else 0)
        if open_ and self._shown_of != question:
            self._show_models(course, draft, question)

    def _say(self) -> None:
        """Say what it is that stands there, and what looking would keep."""
        course, learning = self.context.session.course, self.context.session.learning
        if course is None or learning is None or self._step is None:
            return
        question = self._step.about
        answer = self.context.session.courses.practice_draft().answer(question)
        written = bool((answer.body + answer.key_point).strip())
        if not course.switches.models:
            said = _CLOSED
        elif not learning.has_seen(question):
            said = _KEEPS if written else _WITHOUT
        elif self.own.shows_first:
            said = _AS_IT_WAS
        else:
            said = _own_words(answer, learning.first(question)) if written else _NOTHING
        set_text(self.said, said)

    def _show_models(self, course: Course, draft: Draft, question: str) -> None:
        self._shown_of = question
        if self.tabs is not None:
            self.tabs.hide()
            self.tabs.deleteLater()
        self.models = [
            ModelView(course, model, draft.sources) for model in course.models_of(question)
        ]
        views: list[tuple[str, QWidget]] = [(view.model.level, view) for view in self.models]
        self.tabs = StripTabs("Finished answers", views)
        self.tabs.changed.connect(self._fit)
        self._models.addWidget(self.tabs)
        self._fit()

    def _fit(self, _place: int = 0) -> None:
        """Let the shown one alone say how tall the column is."""
        for view in self.models:
            shown = self.tabs is not None and self.tabs.current is view
            view.take_room(shown)

    def _write(self) -> None:
        if self._step is not None:
            response = self.context.session.courses.practice_draft().response.id
            self.context.go(Place(PageId.QUESTION, response, self._step.about))
            self.context.run(GUIDE_TAB)

    def _changed(self, changes: Changes) -> None:
        if changes.origin is self or not changes.touches(Kind.ANSWER, Kind.COURSE):
            return
        if self.isVisible():
            self._show()


def _own_words(answer: Answer, first: FirstAttempt | None) -> str:
    if first is None:
        return _AFTER
    return _SAME if first.is_that_of(answer) else _CHANGED
