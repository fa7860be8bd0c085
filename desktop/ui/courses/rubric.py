"""The rubric: seven things to look at, by the learner, a peer and the trainer side by side. No
total is made of it.
"""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.core.course import Criterion, Rubric, Step
from desktop.core.learning import Column, WorkKind
from desktop.ui.commenting.rubric_columns import Said
from desktop.ui.context import Context
from desktop.ui.courses.criterion_card import CriterionCard
from desktop.ui.courses.exercise import ExerciseView
from desktop.ui.spacing import GAP
from desktop.ui.widgets.labels import breakable, text_label

_HOW = (
    "Give each what you can show, from 0 to 3, and leave out what you cannot tell. Nothing is "
    "added up: it is there to talk about."
)


class RubricView(ExerciseView):
    """The learner's and a peer's column to fill in, the trainer's to read."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._rubric: Rubric | None = None
        self._whose = text_label("", "muted")
        self.cards: dict[str, CriterionCard] = {}
        self._list = QVBoxLayout()
        self._list.setSpacing(GAP)
        self.column.addWidget(text_label(_HOW))
        self.column.addLayout(self._list)
        self.column.addWidget(self._whose)

    def open_exercise(self, step: Step) -> None:
        """Show the criteria of the Course."""
        rubric = self.course.rubric
        if rubric == self._rubric:
            return
        self._rubric = rubric
        self._whose.setText(breakable(rubric.whose))
        while self._list.count():
            self._list.takeAt(0)
        for card in self.cards.values():
            card.hide()
            card.deleteLater()
        self.cards = {each.id: self._card(each) for each in rubric.criteria}
        for card in self.cards.values():
            self._list.addWidget(card)

    def refresh(self) -> None:
        """Show what everybody says."""
        for criterion, card in self.cards.items():
            card.show_said(
                {
                    column: Said.of(self.work(WorkKind.RUBRIC, f"{column}/{criterion}"))
                    for column in Column
                }
            )

    def flush(self) -> None:
        """Save what was typed."""
        super().flush()
        for card in self.cards.values():
            card.flush()

    def first_focus(self) -> QWidget:
        """Begin with the first criterion."""
        card = next(iter(self.cards.values()), None)
        return card.grid.button(Column.SELF, 0) if card else self

    def _card(self, criterion: Criterion) -> CriterionCard:
        courses = self.context.session.courses
        card = CriterionCard(criterion, self.context, courses.practice_draft)
        card.said.connect(lambda column, said: self._say(column, criterion.id, said))
        return card

    def _say(self, column: Column, criterion: str, said: Said) -> None:
        self.keep(WorkKind.RUBRIC, f"{column}/{criterion}", **said.data())
        self.refresh()
