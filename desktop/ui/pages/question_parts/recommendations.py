"""The recommendations that an answer argues for: add, change in place, remove."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.core.edits import RemoveRecommendation, SaveRecommendation
from desktop.core.finding import Finding, TextField
from desktop.core.response import Draft, Recommendation
from desktop.ui.checking.marking import FieldMarks, mark_field
from desktop.ui.context import Context
from desktop.ui.pages.bill_fields import is_about_a_bill
from desktop.ui.pages.question_parts.recommendation_card import RecommendationCard
from desktop.ui.spacing import GAP, GAP_SMALL
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.labels import text_label


class RecommendationList(QWidget):
    """``edited()``: something was typed; ``left()``: a field lost the keyboard, so save now.

    ``gone(SaveRecommendation)``: this one was removed, so what waits to be saved of it is void.
    ``opened(QWidget)``: the fields of this card have opened and should be seen.
    """

    edited = Signal()
    left = Signal()
    gone = Signal(object)
    opened = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._response, self._number = "", ""
        self._cards: list[RecommendationCard] = []
        self._ever_stored: set[str] = set()
        self._about_a_bill = False
        self._column = QVBoxLayout()
        self._column.setSpacing(GAP)
        self.add_button = Button("+ Add a recommendation")
        self.add_button.setProperty("role", "link")
        self.add_button.setAccessibleName("Add a recommendation")
        self.add_button.clicked.connect(self.add)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(GAP_SMALL)
        self._heading = text_label("Recommendations", "strong")
        self._heading.hide()  # while there is none, the button says enough
        outer.addWidget(self._heading)
        outer.addLayout(self._column)
        outer.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)

    def cards(self) -> list[RecommendationCard]:
        """Return the cards in order."""
        return list(self._cards)

    def show_draft(self, draft: Draft, number: str) -> None:
        """Show the recommendations of a Question; a field that was just typed in keeps its text."""
        if (draft.response.id, number) != (self._response, self._number):
            self._clear()
        self._response, self._number = draft.response.id, number
        stored = draft.recommendations_of(number)
        known = {card.item.id: card for card in self._cards}
        kept = {item.id for item in stored}
        for item_id, card in known.items():
            # A card that has just been opened is not stored yet, and no reason to close it.
            still_typed = card.writing and (card.touched or item_id not in self._ever_stored)
            if item_id not in kept and not still_typed:
                self._drop(card)
        self._ever_stored |= kept
        for item in stored:
            card = known.get(item.id)
            if card is None:
                self._card(item)
            elif not card.touched:
                card.show_item(item)
        self._about_a_bill = is_about_a_bill(draft)
        for card in self._cards:
            card.bill.answer_a_bill(self._about_a_bill)
        self._order([item.id for item in stored])

    def edits(self) -> Iterator[SaveRecommendation]:
        """Yield the Edits that make what was typed true."""
        for card in self._cards:
            if card.touched and not card.blank:
                card.touched = False
                yield SaveRecommendation(self._response, card.item)

    def add(self) -> None:
        """Open the fields for a new recommendation."""
        session = self._context.session
        item = Recommendation(
            session.new_id(),
            self._response,
            self._number,
            position=session.next_recommendation_position(self._response),
        )
        card = self._card(item)
        card.write(True)

    def card(self, item_id: str) -> RecommendationCard | None:
        """Return the card of a recommendation, None if it is not one of this answer."""
        return next((card for card in self._cards if card.item.id == item_id), None)

    def show_finding(self, finding: Finding) -> bool:
        """Open the fields of the recommendation that a Finding is about, with its words selected;
        tell whether it can be seen here.
        """
        spot = finding.spot
        card = self.card(spot.item) if spot is not None else None
        if spot is None or card is None or not self.isVisible():
            return False
        card.write(True)
        field = card.field(spot.field)
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        if not any(marks.select(finding) for marks in card.marks):
            field.select_all()
        return True

    def _card(self, item: Recommendation) -> RecommendationCard:
        card = RecommendationCard(item)
        card.marks = tuple(self._marks(card))
        card.bill.answer_a_bill(self._about_a_bill)
        card.edited.connect(self.edited)
        card.left.connect(self.left)
        card.opened.connect(lambda: self.opened.emit(card))
        card.finished.connect(lambda: self._finish(card))
        card.removed.connect(lambda: self._remove(card))
        self._cards.append(card)
        self._heading.show()
        self._column.addWidget(card)
        card.show()  # at once, so that it can have the keyboard at once
        self._chain()
        return card

    def _marks(self, card: RecommendationCard) -> Iterator[FieldMarks]:
        """Underline in the fields of a card what the checks say of them."""
        for field in (TextField.WHO, TextField.WHAT, TextField.BY_WHEN):
            marks = mark_field(card.field(field), self._context, field, card.item.id)
            if marks is not None:
                yield marks

    def _order(self, ids: list[str]) -> None:
        """Put the cards in the order of the document; new ones come last."""
        ranks = {item_id: rank for rank, item_id in enumerate(ids)}
        wanted = sorted(self._cards, key=lambda card: ranks.get(card.item.id, len(ranks)))
        if wanted == self._cards:
            return
        self._cards = wanted
        for card in wanted:
            self._column.removeWidget(card)
            self._column.addWidget(card)
        self._chain()

    def _chain(self) -> None:
        """Let Tab pass the cards in order, before the button that adds one."""
        stops = [stop for card in self._cards for stop in card.stops()]
        before: QWidget = self.add_button
        for stop in stops:
            QWidget.setTabOrder(before, stop)
            before = stop
        if stops:
            QWidget.setTabOrder(before, self.add_button)

    def _finish(self, card: RecommendationCard) -> None:
        if card not in self._cards:
            return
        if card.blank:
            self._remove(card)
            return
        card.write(False)
        self.left.emit()
        self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _remove(self, card: RecommendationCard) -> None:
        item = card.item
        self._drop(card)
        self.gone.emit(SaveRecommendation(self._response, item))
        if self._context.apply(RemoveRecommendation(self._response, item.id)) is not None:
            self._context.dialogs.notify("The recommendation is removed. Undo brings it back.")
        self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _drop(self, card: RecommendationCard) -> None:
        self._cards.remove(card)
        self._heading.setVisible(bool(self._cards))
        self._column.removeWidget(card)
        card.hide()
        card.deleteLater()

    def _clear(self) -> None:
        for card in self.cards():
            self._drop(card)
