"""What was answered before: to this very question first, then to others like it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.core.changes import Kind
from desktop.core.consultation import question_ref
from desktop.core.likeness import shared_words
from desktop.core.listing import listed
from desktop.core.moments import day_words, printed_day
from desktop.core.readable import readable
from desktop.core.response import Draft
from desktop.markup import parse
from desktop.store.past_answers import PastAnswer, of_other_responses
from desktop.ui.context import Context
from desktop.ui.models.library_places import reading_place
from desktop.ui.panels.compare_window import CompareWindow
from desktop.ui.panels.help_tab import CardList, HelpTab
from desktop.ui.panels.version_card import VersionCard
from desktop.ui.place import PageId, Place
from desktop.ui.spacing import GAP
from desktop.ui.widgets.labels import text_label

_MOST_WORDS = 4
_FOUND = "Your earlier answers, closest first. Say what has changed since."
_NONE_LIKE_IT = "None of your earlier answers is to this question, or to one like it."
_NONE_YET = (
    "Nothing yet. Answers from your other responses, also from those you import, to this question "
    "or to one like it, will be offered here."
)


class PastAnswersPanel(HelpTab):
    """``insert(str)``: write this Markdown at the cursor; ``reading()``: save what is typed."""

    insert = Signal(str)
    reading = Signal()
    kinds = (Kind.RESPONSES, Kind.LIBRARY)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._said = text_label("", "muted")
        self._list = CardList("Past answers")
        self._cards: list[VersionCard] = []
        self._window: CompareWindow | None = None
        self._liking = context.jobs.lane(self)
        self._liking.busy.connect(lambda busy: busy and self._said.setText("Looking…"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, GAP, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self._said)
        column.addWidget(self._list, 1)

    @property
    def message(self) -> str:
        """What stands above the cards."""
        return self._said.text()

    @property
    def window_shown(self) -> CompareWindow | None:
        """The comparison, if one was ever asked for."""
        return self._window

    def cards(self) -> list[VersionCard]:
        """Return the cards on screen, closest first."""
        return [card for card in self._cards if not card.isHidden()]

    def show_question(self, draft: Draft, number: str) -> None:
        place = (self.draft.response.id if self.draft else "", self.number)
        if (draft.response.id, number) != place:
            # Nothing rather than what was answered to another question.
            self._liking.cancel()
            self._show_cards([])
            self._said.setText("")
        super().show_question(draft, number)

    def refresh(self) -> None:
        if self.draft is None:
            return
        response = self.draft.response.id
        finding = self.context.session.finding_past_answers(self.draft, self.number)
        others = self.context.session.reading_job(lambda db: of_other_responses(db, response))
        brought_in = self.context.session.has_past_responses

        def look() -> tuple[list[PastAnswer], bool]:
            found = finding()
            return found, bool(found) or brought_in or bool(others())

        self._liking.run(look, self._know)

    def _know(self, looked: tuple[list[PastAnswer], bool]) -> None:
        found, any_at_all = looked
        self._show_cards(found)
        self._said.setText(_FOUND if found else _NONE_LIKE_IT if any_at_all else _NONE_YET)

    def _show_cards(self, found: list[PastAnswer]) -> None:
        for card in self._cards:
            card.hide()
            card.deleteLater()
        self._cards = [self._card(answer, self.draft) for answer in found if self.draft]

    def _card(self, past: PastAnswer, draft: Draft) -> VersionCard:
        card = VersionCard("Insert")
        card.show_text(
            _where(past),
            f"{why_offered(past, draft, self.number)} {about_words(past)}".strip(),
            readable(parse(past.answer.body), draft.sources),
        )
        card.offer_way("Read it in its place" if past.source else "Open that response")
        card.open.connect(lambda: self.context.go(place_of(past)))
        card.use.connect(lambda: self.insert.emit(past.answer.body))
        card.compare.connect(partial(self._compare, past))
        self._list.add(card)
        return card

    def _compare(self, past: PastAnswer) -> None:
        self.reading.emit()
        if self.draft is None:
            return
        draft = self.context.session.draft(self.draft.response.id)
        if self._window is None:
            self._window = CompareWindow(self)
        self._window.compare(
            "A past answer beside the current draft",
            (_where(past), readable(parse(past.answer.body), draft.sources)),
            ("The current draft", readable(parse(draft.answer(self.number).body), draft.sources)),
            "Insert the past answer",
            lambda: self.insert.emit(past.answer.body),
        )


def _where(past: PastAnswer) -> str:
    number = past.answer.question
    asked = f"Question {number}" if number else past.asked
    return ", ".join(part for part in (asked, past.consultation_title) if part)


def why_offered(past: PastAnswer, draft: Draft, number: str) -> str:
    """Return why a past answer is offered: it was to this very question, or shares its words."""
    if _same_question(past, draft, number):
        return "To this question."
    question = draft.consultation.question(number)
    said = f"{past.asked} {past.answer.key_point} {past.answer.body}"
    words = shared_words(f"{question.heading} {question.text}", said)[:_MOST_WORDS]
    return f"Mentions {listed(words)} too." if words else ""


def about_words(past: PastAnswer) -> str:
    """Return whose answer it is, and when it was sent."""
    when = f"sent {printed_day(past.sent)}" if past.sent else f"edited {day_words(past.edited)}"
    if past.document and not past.sent:
        when = "date not known"
    about = f"{past.organisation}, {when}" if past.organisation else when
    return f"{about[:1].upper()}{about[1:]}"


def place_of(past: PastAnswer) -> Place:
    """Return where a past answer can be read with what stands around it."""
    if past.source:
        return reading_place(past.source, past.locator)
    return Place(PageId.QUESTION, past.answer.response, past.answer.question)


def _same_question(past: PastAnswer, draft: Draft, number: str) -> bool:
    ref = past.ref or question_ref(past.consultation, past.answer.question)
    return ref == question_ref(draft.consultation.id, number)
