"""What was answered before: to this very question first, then to others like it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.core.changes import Kind
from desktop.core.consultation import question_ref
from desktop.core.moments import day_words, printed_day
from desktop.core.readable import readable
from desktop.core.response import Draft
from desktop.markup import parse
from desktop.store.past_answers import PastAnswer
from desktop.ui.context import Context
from desktop.ui.models.library_places import reading_place
from desktop.ui.panels.compare_window import CompareWindow
from desktop.ui.panels.help_tab import CardList, HelpTab
from desktop.ui.panels.version_card import VersionCard
from desktop.ui.place import PageId, Place
from desktop.ui.spacing import GAP
from desktop.ui.widgets.labels import text_label


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

    def refresh(self) -> None:
        if self.draft is None:
            return
        job = self.context.session.finding_past_answers(self.draft, self.number)
        self._liking.run(job, self._show)

    def _show(self, found: list[PastAnswer]) -> None:
        for card in self._cards:
            card.hide()
            card.deleteLater()
        self._cards = [self._card(answer, self.draft) for answer in found if self.draft]
        self._said.setText(
            "Your earlier answers, closest first. Say what has changed since."
            if found
            else "Nothing yet. Answers from your other responses, also from those you import, to "
            "this question or to one like it, will be offered here."
        )

    def _card(self, past: PastAnswer, draft: Draft) -> VersionCard:
        card = VersionCard("Insert")
        same = _same_question(past, draft, self.number)
        card.show_text(
            _where(past),
            about_words(past, same=same),
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


def about_words(past: PastAnswer, *, same: bool) -> str:
    """Return whose answer it is, whether it was to this very question, and when it was sent."""
    when = f"sent {printed_day(past.sent)}" if past.sent else f"edited {day_words(past.edited)}"
    if past.document and not past.sent:
        when = "date not known"
    about = f"{past.organisation}, {when}" if past.organisation else when
    return f"To this question. {about[:1].upper()}{about[1:]}" if same else about


def place_of(past: PastAnswer) -> Place:
    """Return where a past answer can be read with what stands around it."""
    if past.source:
        return reading_place(past.source, past.locator)
    return Place(PageId.QUESTION, past.answer.response, past.answer.question)


def _same_question(past: PastAnswer, draft: Draft, number: str) -> bool:
    ref = past.ref or question_ref(past.consultation, past.answer.question)
    return ref == question_ref(draft.consultation.id, number)
