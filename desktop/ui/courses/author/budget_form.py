"""The form of a word budget: how many words, what each question wants, what is lost below that."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QFrame, QSpinBox, QVBoxLayout

from desktop.core.consultation import Question
from desktop.core.course import Budget, Share
from desktop.core.course_budget import even, left_over, put_budget, put_share, share_of
from desktop.core.listing import counted
from desktop.ui.context import Context
from desktop.ui.courses.author.desk import Desk
from desktop.ui.courses.author.fields import Form, number_box, show_number, show_text
from desktop.ui.form import labelled
from desktop.ui.panels.help_tab import card_column
from desktop.ui.spacing import GAP, GAP_LARGE
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.folding import Folding
from desktop.ui.widgets.labels import breakable, set_look, set_text, text_label
from desktop.ui.widgets.page_column import titled
from desktop.ui.widgets.saved_field import SavedField, note_edit

_MOST_WORDS = 100_000
_STEP = 10
_SHARES = (
    "Learners share the words out first, then compare with your key. Below the least of a question "
    "they are told what is lost."
)


class BudgetForm(Form):
    """Fields, a card for each question, and whether the key adds up."""

    def __init__(self, context: Context, desk: Desk) -> None:
        super().__init__(context)
        self._desk = desk
        self._id = ""
        self._asked: tuple[Question, ...] = ()
        self.cards: dict[str, _ShareCard] = {}
        self.says = self.lines("What learners are told", lambda text: self._put("says", text))
        self.words = number_box(_MOST_WORDS, " words", lambda n: self._put("words", n), _STEP, 1)
        self.column.addWidget(labelled(self.words, "Words in all"))
        self.column.addLayout(titled("The key", _SHARES, "heading"))
        self.left = text_label("", "strong")
        self.left.setAccessibleName("Whether the key adds up")
        self.column.addWidget(self.left)
        row = FlowLayout()
        self.even_button = Button("Share out evenly", self.share_evenly, look="link")
        row.addWidget(self.even_button)
        self.column.addLayout(row)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(GAP)
        self.column.addLayout(self._rows)
        self.reasons = self.lines(
            "Why the key shares them out so", lambda text: self._put("reasons", text), "", 3
        )

    def show_budget(self, budget: Budget) -> None:
        """Show a word budget."""
        self._id = budget.id
        show_text(self.says, budget.says)
        show_number(self.words, budget.words)
        show_text(self.reasons, budget.reasons)
        asked = self._desk.consultation
        self._show_cards(asked.questions if asked else ())
        for number, card in self.cards.items():
            card.show_share(share_of(budget, number))
        self._tell(budget)

    def share_evenly(self) -> None:
        """Give every question the same share."""
        self.flush()
        known = (each for each in self._budget.shares if each.question in self.cards)
        budget = replace(self._budget, shares=tuple(known))
        for number, words in zip(self.cards, even(budget.words, len(self.cards)), strict=True):
            share = share_of(budget, number)
            budget = put_share(budget, replace(share, model=words))
        self._desk.put(put_budget(self._desk.course, budget))

    @property
    def _budget(self) -> Budget:
        return self._desk.course.budget(self._id)

    def _show_cards(self, questions: tuple[Question, ...]) -> None:
        if questions == self._asked:
            return
        for card in self.cards.values():
            self.untie(card.lost)
            self._rows.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._asked, self.cards = questions, {}
        for question in questions:
            card = _ShareCard(question, self.tie, self._put_share)
            self.cards[question.number] = card
            self._rows.addWidget(card)

    def _put(self, key: str, value: Any) -> bool:
        return self._note(replace(self._budget, **{key: value}), key)

    def _put_share(self, question: str, key: str, value: Any) -> bool:
        share = replace(share_of(self._budget, question), **{key: value})
        return self._note(put_share(self._budget, share), f"{question}/{key}")

    def _note(self, budget: Budget, key: str) -> bool:
        self._tell(budget)
        course = put_budget(self._desk.course, budget)
        return self._desk.note(course, f"budget/{self._id}/{key}")

    def _tell(self, budget: Budget) -> None:
        left = left_over(budget)
        given = budget.words - left
        said = f"The key gives {given:,} of {counted(budget.words, 'word')}"
        if left > 0:
            said += f": {left:,} are left."
        elif left < 0:
            said += f": {-left:,} too many."
        else:
            said = f"✓ {said}."
        set_text(self.left, said)
        set_look(self.left, "role", "warn" if left else "strong")


class _ShareCard(QFrame):
    """What one question wants."""

    def __init__(
        self,
        question: Question,
        tie: Callable[[Any, Callable[[str], bool]], SavedField],
        put: Callable[[str, str, Any], bool],
    ) -> None:
        super().__init__()
        self.setProperty("card", True)
        number = question.number
        column = card_column(self)
        title = f"Question {number}: {question.heading or question.text}"
        column.addWidget(text_label(breakable(title), "strong"))
        self.model = number_box(_MOST_WORDS, " words", lambda n: put(number, "model", n), _STEP)
        self.least = number_box(_MOST_WORDS, " words", lambda n: put(number, "least", n), _STEP)
        row = Folding(40, GAP_LARGE)
        for box, label in ((self.model, "Share in the key"), (self.least, "Least that it needs")):
            row.add_top(labelled(box, label), 1)
            box.setAccessibleName(f"{label}, question {number}")
        column.addWidget(row)
        field = note_edit(2)
        column.addWidget(labelled(field, "What is lost with fewer words"))
        field.setAccessibleName(f"What is lost with fewer words, question {number}")
        self.lost = tie(field, lambda text: put(number, "lost", text))

    def show_share(self, share: Share) -> None:
        """Show what it wants now."""
        boxes: tuple[tuple[QSpinBox, int], ...] = (
            (self.model, share.model),
            (self.least, share.least),
        )
        for box, words in boxes:
            show_number(box, words)
        show_text(self.lost, share.lost)
