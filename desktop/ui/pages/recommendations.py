"""All recommendations of a Response in the order of the document."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.core.changes import Kind
from desktop.core.edits import OrderRecommendations, RemoveRecommendation, SaveRecommendation
from desktop.core.response import AnswerState, Draft, Recommendation
from desktop.core.walk import states
from desktop.markup.counting import recommendation_words
from desktop.ui.context import Context
from desktop.ui.models.words import counted
from desktop.ui.pages.bill_fields import is_about_a_bill
from desktop.ui.pages.recommendation_row import RecommendationRow
from desktop.ui.pages.response_page import ResponsePage
from desktop.ui.spacing import GAP_LARGE
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.labels import text_label
from desktop.ui.widgets.page_column import PageColumn, titled
from desktop.ui.widgets.reorder import ReorderColumn

_WHAT_FOR = (
    "A committee can repeat an ask that names who should do what, and by when. They are printed in "
    "this order, each pointing back at the paragraphs that argue for it."
)


class RecommendationsPage(ResponsePage):
    """Every Recommendation as a card to edit in place; the cards can be put in another order."""

    kinds: ClassVar[frozenset[Kind]] = frozenset({Kind.RECOMMENDATIONS, Kind.STATE})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.rows: list[RecommendationRow] = []
        self.words = text_label("", "muted")
        self.column = ReorderColumn()
        self.column.moved.connect(self._move)
        self.add_button = Button("Add a recommendation", self.add)
        self.empty = EmptyState(
            "Nothing is asked for yet",
            "Say what you want to happen: who should do what, by when. You can write "
            "recommendations here or beside the answer that argues for them.",
            "Add a recommendation",
            self.add,
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self._page())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)

    def flush(self) -> None:
        for row in self.rows:
            row.flush()

    def first_focus(self) -> QWidget:
        return self.rows[0].who if self.rows else self.empty.button

    def show_draft(self, draft: Draft) -> None:
        known = {row.item.id: row for row in self.rows}
        rows = []
        for item in draft.recommendations:
            row = known.get(item.id) or self._row(draft, item)
            row.show_item(item)
            row.bill.answer_a_bill(is_about_a_bill(draft))
            rows.append(row)
        self._set_rows(rows)
        self.show_own_change(draft)

    def show_own_change(self, draft: Draft) -> None:
        items = draft.recommendations
        words = sum(map(recommendation_words, items))
        self.words.setText(f"{counted(len(items), 'recommendation')}, {counted(words, 'word')}")
        self._stack.setCurrentIndex(1 if self.rows else 0)

    def add(self) -> None:
        """Add a recommendation to the question of the last one, and let it be written."""
        self.flush()
        draft = self.draft()
        session = self.context.session
        item = Recommendation(
            session.new_id(),
            self.response,
            self.rows[-1].item.question if self.rows else _first_answered(draft),
            position=session.next_recommendation_position(self.response),
        )
        if self.context.apply(SaveRecommendation(self.response, item), self) is None:
            return
        self.show_draft(self.draft())
        self.rows[-1].who.setFocus(Qt.FocusReason.OtherFocusReason)

    def _page(self) -> PageColumn:
        page = PageColumn("Recommendations")
        head = titled("Recommendations", _WHAT_FOR)
        head.addWidget(self.words)
        page.add(head)
        page.add(self.column)
        buttons = QHBoxLayout()
        buttons.setSpacing(GAP_LARGE)
        buttons.addWidget(self.add_button)
        buttons.addStretch(1)
        page.add(buttons)
        page.end()
        return page

    def _row(self, draft: Draft, item: Recommendation) -> RecommendationRow:
        row = RecommendationRow(self.context, self._save, draft.consultation.questions, item)
        row.remove.connect(lambda: self._remove(row))
        row.go.connect(self.to_question)
        return row

    def _set_rows(self, rows: list[RecommendationRow]) -> None:
        self.rows = rows
        self.column.set_rows([("Recommendation", row) for row in rows])

    def _save(self, item: Recommendation) -> bool:
        return self.context.apply(SaveRecommendation(self.response, item), self) is not None

    def _move(self, was: int, now: int) -> None:
        self.flush()
        rows = list(self.rows)
        row = rows.pop(was)
        rows.insert(now, row)
        focus = self.focusWidget()
        order = tuple(other.item.id for other in rows)
        if self.context.apply(OrderRecommendations(self.response, order), self) is None:
            return
        self.show_draft(self.draft())
        if focus is not None and row.isAncestorOf(focus):
            focus.setFocus(Qt.FocusReason.OtherFocusReason)

    def _remove(self, row: RecommendationRow) -> None:
        place = self.rows.index(row)
        if self.context.apply(RemoveRecommendation(self.response, row.item.id), self) is None:
            return
        self.show_draft(self.draft())
        self.context.dialogs.notify("Recommendation removed. Undo brings it back.")
        rows = self.rows
        nearest = rows[min(place, len(rows) - 1)].who if rows else self.empty.button
        nearest.setFocus(Qt.FocusReason.OtherFocusReason)


def _first_answered(draft: Draft) -> str:
    """Return the first Question with an answer, or the very first."""
    numbers = [q.number for q in draft.consultation.questions]
    busy = {AnswerState.DRAFTING, AnswerState.READY}
    at = states(draft)
    return next((number for number in numbers if at[number] in busy), numbers[0])
