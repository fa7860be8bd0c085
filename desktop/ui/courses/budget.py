"""A word budget: share words out among questions, and see what is lost."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from PySide6.QtWidgets import QFrame, QProgressBar, QVBoxLayout, QWidget

from desktop.core.course import Budget, Step
from desktop.core.exercises import Sharing, shared_out
from desktop.core.learning import WorkKind
from desktop.core.listing import counted
from desktop.ui.context import Context
from desktop.ui.courses.budget_row import BudgetRow
from desktop.ui.courses.exercise import ExerciseView
from desktop.ui.debounce import saving
from desktop.ui.panels.help_tab import card_column
from desktop.ui.spacing import GAP, GAP_SMALL
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.labels import set_look, text_label


class BudgetView(ExerciseView):
    """One word budget."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._budget: Budget | None = None
        self._words: dict[str, object] = {}
        self._looked = 0
        self._compared = False
        self._unsaved = False
        self._says = text_label()
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName("Words shared out")
        self.left = text_label("", "strong")
        self.rows: dict[str, BudgetRow] = {}
        self._list = QVBoxLayout()
        self._list.setSpacing(GAP)
        self.even = Button("Share evenly", self._share_evenly)
        self.compare = Button("Compare with the model", self._compare, look="primary")
        self.again = Button("Start again", self._start_again, look="link")
        self._reasons = text_label()
        self._why = QFrame()
        self._why.setProperty("card", "soft")
        self._saving = saving(self.flush, self)
        self._build()

    def _build(self) -> None:
        column = card_column(self._why)
        column.addWidget(text_label("Why the model shares them out as it does", "strong"))
        column.addWidget(self._reasons)
        buttons = FlowLayout()
        for button in (self.compare, self.even, self.again):
            buttons.addWidget(button)
        total = QVBoxLayout()
        total.setSpacing(GAP_SMALL)
        total.addWidget(self.left)
        total.addWidget(self.bar)
        self.column.addWidget(self._says)
        self.column.addLayout(total)
        self.column.addLayout(self._list)
        self.column.addLayout(buttons)
        self.column.addWidget(self._why)

    def open_exercise(self, step: Step) -> None:
        """Turn to a budget."""
        budget = self._budget = self.course.budget(step.about)
        self._compared = False
        self._says.setText(budget.says)
        self._reasons.setText(budget.reasons)
        while self._list.count():
            self._list.takeAt(0)
        for row in self.rows.values():
            row.hide()
            row.deleteLater()
        consultation = self.context.session.courses.practice_draft().consultation
        self.rows = {}
        for share in budget.shares:
            row = BudgetRow(consultation.question(share.question), budget.words)
            number = share.question
            row.given.connect(lambda words, number=number: self._give(number, words))
            self.rows[number] = row
            self._list.addWidget(row)

    def refresh(self) -> None:
        """Show the shares as they were left."""
        budget = self._budget
        if budget is None:
            return
        work = self.work(WorkKind.BUDGET, budget.id)
        data: Mapping[str, object] = work.data if work else {}
        words = data.get("words")
        kept = cast("Mapping[str, object]", words) if isinstance(words, Mapping) else {}
        self._words = {number: given for number, given in kept.items() if number in self.rows}
        looked = data.get("looked", 0)
        self._looked = looked if isinstance(looked, int) else 0
        self._unsaved = False
        self._saving.cancel()
        self._show()

    def flush(self) -> None:
        """Save the shares."""
        super().flush()
        self._saving.cancel()
        if self._unsaved:
            self._keep()

    @property
    def unsaved(self) -> bool:
        return self._unsaved

    def first_focus(self) -> QWidget:
        """Begin with the first question."""
        return next((row.words for row in self.rows.values()), self)

    def sharing(self) -> Sharing:
        """Return the shares as they stand, and what is lost."""
        if self._budget is None:
            raise LookupError("no budget is shown")
        return shared_out(self._budget, self._words)

    def _give(self, number: str, words: int) -> None:
        self._words[number] = words
        self._unsaved = True
        self.context.typing()
        self._show()
        self._saving.poke()

    def _keep(self) -> None:
        if self._budget is not None:
            kept = self.keep(
                WorkKind.BUDGET, self._budget.id, words=dict(self._words), looked=self._looked
            )
            self._unsaved = self._unsaved and not kept

    def _share_evenly(self) -> None:
        budget = self._budget
        if budget is None:
            return
        each, over = divmod(budget.words, max(len(self.rows), 1))
        self._put({number: each + (at < over) for at, number in enumerate(self.rows)})

    def _start_again(self) -> None:
        before = dict(self._words)
        self._compared = False
        self._put({})
        self.context.dialogs.notify("No words are given.", "Undo", lambda: self._put(before))

    def _put(self, words: Mapping[str, object]) -> None:
        self._words = dict(words)
        self._keep()
        self._show()

    def _compare(self) -> None:
        self._compared = not self._compared
        if self._compared:
            self._looked += 1
            self._keep()
        self._show()

    def _show(self) -> None:
        budget = self._budget
        if budget is None:
            return
        sharing = self.sharing()
        given = budget.words - sharing.left
        self.left.setText(_left_words(sharing.left, budget.words))
        self.noted.emit(_short_words(sharing.left))
        set_look(self.left, "role", "danger" if sharing.left < 0 else "strong")
        self.bar.setRange(0, budget.words)
        self.bar.setValue(min(given, budget.words))
        self.bar.setAccessibleDescription(self.left.text())
        longest = max((max(one.share.model, one.words) for one in sharing.shares), default=1)
        for shared in sharing.shares:
            self.rows[shared.share.question].show_share(
                shared,
                longest,
                touched=shared.share.question in self._words,
                compared=self._compared,
            )
        shown = "Hide the model" if self._compared else "Compare with the model"
        self.compare.set_words(shown)
        self._why.setVisible(self._compared)


def _short_words(left: int) -> str:
    if left < 0:
        return f"✕ {counted(-left, 'word')} too many"
    return f"{counted(left, 'word')} left" if left else "✓ All shared out"


def _left_words(left: int, words: int) -> str:
    if left < 0:
        return f"✕ {counted(-left, 'word')} too many: there are {words:,} to share out."
    if not left:
        return f"✓ All {words:,} words are shared out."
    return f"{left:,} of {words:,} words left to share out."
