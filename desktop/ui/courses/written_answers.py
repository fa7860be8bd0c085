"""What a learner has written, an answer at a time: to be read beside what is said of it."""

from __future__ import annotations

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from desktop.core.evidence_map import asked_words
from desktop.core.recommending import is_blank
from desktop.core.response import AnswerState, Draft
from desktop.ui.courses.cited_words import cited_words
from desktop.ui.courses.prose import Prose
from desktop.ui.spacing import GAP
from desktop.ui.widgets.labels import breakable, text_label
from desktop.ui.widgets.strip_tabs import StripTabs

_NOTHING = "Nothing is written yet."


class WrittenAnswers(QWidget):
    """Shows the answers of a draft, each behind a tab."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tabs: StripTabs | None = None
        self._views: list[QWidget] = []
        self._numbers: tuple[str, ...] = ()
        self._nothing = text_label(_NOTHING, "muted")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GAP)
        self._column.addWidget(self._nothing)

    def show_draft(self, draft: Draft) -> None:
        """Show the answers as they are now, at the one that was shown before."""
        before = self._numbers[self.tabs.strip.current] if self.tabs else ""
        if self.tabs is not None:
            self.tabs.hide()
            self.tabs.deleteLater()
            self.tabs = None
        self._numbers = written_numbers(draft)
        self._nothing.setVisible(not self._numbers)
        self._views = [_answer(draft, number) for number in self._numbers]
        if not self._numbers:
            return
        titles = [f"Answer {number}" for number in self._numbers]
        self.tabs = StripTabs("Answers", list(zip(titles, self._views, strict=True)))
        self.tabs.changed.connect(self._fit)
        self._column.addWidget(self.tabs)
        if before in self._numbers:
            self.tabs.choose(self._numbers.index(before))
        self._fit()

    def first_focus(self) -> QWidget | None:
        """Return the tab of the answer that is shown, None where there is none."""
        return self.tabs.first_tab() if self.tabs else None

    def _fit(self, _place: int = 0) -> None:
        """Let the shown one alone say how tall they are."""
        for view in self._views:
            shown = self.tabs is not None and self.tabs.current is view
            policy = QSizePolicy.Policy.Preferred if shown else QSizePolicy.Policy.Ignored
            view.setSizePolicy(QSizePolicy.Policy.Preferred, policy)


def written_numbers(draft: Draft) -> tuple[str, ...]:
    """Return the numbers of the Questions that have an answer, in order."""
    written = (AnswerState.DRAFTING, AnswerState.READY)
    numbers = (question.number for question in draft.consultation.questions)
    return tuple(number for number in numbers if draft.answer(number).state in written)


def _answer(draft: Draft, number: str) -> QWidget:
    view, answer = QWidget(), draft.answer(number)
    question = draft.consultation.question(number)
    column = QVBoxLayout(view)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(GAP)
    column.addWidget(text_label(f"Question {number}: {question.heading or question.text}", "muted"))
    if answer.key_point.strip():
        column.addWidget(text_label(breakable(answer.key_point), "strong"))
    if answer.body.strip():
        prose = Prose(f"Answer to question {number}", draft.sources)
        prose.show_text(answer.body)
        column.addWidget(prose)
        if cited := cited_words(answer.body, draft.sources):
            column.addWidget(text_label(breakable(cited), "small"))
    asks = [item for item in draft.recommendations_of(number) if not is_blank(item)]
    for item in asks:
        column.addWidget(text_label(breakable(f"Recommendation: {asked_words(item)}")))
    column.addStretch(1)
    return view
