"""What was answered before: to this very question first, then to others like it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.core.changes import Kind
from desktop.core.likeness import shared_words
from desktop.core.moments import day_words
from desktop.core.readable import readable
from desktop.core.response import Draft
from desktop.markup import parse
from desktop.session import PastAnswer
from desktop.ui.context import Context
from desktop.ui.panels.compare_window import CompareWindow
from desktop.ui.panels.help_tab import CardList, HelpTab
from desktop.ui.panels.version_card import VersionCard
from desktop.ui.spacing import GAP
from desktop.ui.widgets.labels import text_label

_MOST = 20
_FEWEST_WORDS = 2


class PastAnswersPanel(HelpTab):
    """``insert(str)``: write this Markdown at the cursor; ``reading()``: save what is typed."""

    insert = Signal(str)
    reading = Signal()
    kinds = (Kind.RESPONSES,)

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
        past = self.context.session.past_answers(self.draft.response.id)
        draft, number = self.draft, self.number
        self._liking.run(lambda: like_answers(past, draft, number), self._show)

    def _show(self, found: list[PastAnswer]) -> None:
        for card in self._cards:
            card.hide()
            card.deleteLater()
        self._cards = [self._card(answer, self.draft) for answer in found if self.draft]
        self._said.setText(
            "Your earlier answers, closest first. Say what has changed since."
            if found
            else "Nothing yet. Answers from your other responses to this question, or to one like "
            "it, will be offered here."
        )

    def _card(self, past: PastAnswer, draft: Draft) -> VersionCard:
        card = VersionCard("Insert")
        same = _same_question(past, draft, self.number)
        where = f"Question {past.answer.question}, {past.consultation_title}"
        about = f"{past.organisation}, {day_words(past.edited)}"
        if same:
            about = f"To this question. {about}"
        card.show_text(where, about, readable(parse(past.answer.body), draft.sources))
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
            ("The past answer", readable(parse(past.answer.body), draft.sources)),
            ("The current draft", readable(parse(draft.answer(self.number).body), draft.sources)),
            "Insert the past answer",
            lambda: self.insert.emit(past.answer.body),
        )


def like_answers(past: list[PastAnswer], draft: Draft, number: str) -> list[PastAnswer]:
    """Return the past answers worth a look at a Question, closest first.

    Those to the same Question lead, newest first; then those that share at least two telling words
    with it, those that share most before others.
    """
    question = draft.consultation.question(number)
    asked = f"{question.heading} {question.text}"
    scored: list[tuple[int, int, PastAnswer]] = []
    for place, item in enumerate(past):
        shared = len(shared_words(asked, f"{item.answer.key_point} {item.answer.body}"))
        if _same_question(item, draft, number):
            scored.append((-1_000_000, place, item))
        elif shared >= _FEWEST_WORDS:
            scored.append((-shared, place, item))
    return [item for _, _, item in sorted(scored, key=lambda entry: entry[:2])[:_MOST]]


def _same_question(past: PastAnswer, draft: Draft, number: str) -> bool:
    return past.consultation == draft.consultation.id and past.answer.question == number
