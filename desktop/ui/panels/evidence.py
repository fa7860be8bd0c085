"""Evidence for this question, best first; or for and against a sentence, or whatever the whole
library has for some words.
"""

from __future__ import annotations

from enum import Enum, auto
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from desktop.core.changes import Changes, Kind
from desktop.core.evidence import Passage, Snippet, Suggestion
from desktop.core.evidence import Purpose as PromptPurpose
from desktop.core.response import Draft
from desktop.ui.context import Context
from desktop.ui.courses.practice import evidence_is_off
from desktop.ui.panels.evidence_card import EvidenceCard
from desktop.ui.panels.evidence_deeds import CardDeeds
from desktop.ui.panels.evidence_groups import Groups, grouped
from desktop.ui.panels.evidence_head import EvidenceHead
from desktop.ui.panels.evidence_list import EvidenceList
from desktop.ui.panels.evidence_state import EvidenceState
from desktop.ui.panels.evidence_used import EvidenceUsed
from desktop.ui.panels.evidence_wanted import (
    EMPTY_LIBRARY,
    TURNED_OFF,
    Purpose,
    Said,
    Wanted,
    heading,
    job_for,
    said_of,
)
from desktop.ui.panels.following import Following
from desktop.ui.panels.help_tab import HelpTab
from desktop.ui.panels.looked_for import LookedFor
from desktop.ui.place import PageId, Place
from desktop.ui.reading_order import follow_reading_order
from desktop.ui.spacing import GAP
from desktop.ui.widgets.filter_menu import FilterMenu

_MOST_PROMPTS = 3


class _How(Enum):
    """Why the cards change: may they, and do they start anew?"""

    ASKED = auto()  # the person wants something else: from the top
    AGAIN = auto()  # the person has done something to the cards: where they are
    BY_ITSELF = auto()  # nobody asked: not under the hands of who uses the cards


class EvidencePanel(HelpTab):
    """``insert`` and ``cite`` (of a Snippet or Passage) and ``start`` (of a sentence starter) say
    what is wanted in the answer; ``left()`` gives the keyboard back to it.
    """

    insert = Signal(object)
    cite = Signal(object)
    start = Signal(str)
    left = Signal()
    kinds = (Kind.LIBRARY,)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.following = Following(context.memory, self)
        self.head = EvidenceHead(self.following.on)
        self.looked_for = LookedFor()
        self.state = EvidenceState()
        self._deeds = CardDeeds(context, self)
        self._used = EvidenceUsed(context, self)
        self._wanted = Wanted(Purpose.QUESTION)
        self._sentence: Wanted | None = None
        self._held: Groups | None = None
        self._turned = False
        self.list = EvidenceList(self.looked_for, self.state, self._make_card, self._fill_card)
        self._finding = context.jobs.lane(self)
        self._asking = context.jobs.lane(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, GAP, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self.head)
        column.addWidget(self.list, 1)
        self._connect()

    # Asked from outside

    def show_question(self, draft: Draft, number: str) -> None:
        place = (self.draft.response.id if self.draft else "", self.number)
        if (draft.response.id, number) != place:
            self._turned = True
            self.following.forget()
            self._end_looking()
            self._clear()
        self._deeds.show_question(draft, number)
        super().show_question(draft, number)

    def changed(self, draft: Draft, changes: Changes) -> None:
        self._deeds.show_question(draft, self.number)
        super().changed(draft, changes)
        if changes.touches(Kind.LEARNING) and changes.origin is not self:
            if self.isVisible():
                self._find(_How.AGAIN)
            else:
                self.refresh_when_seen()
        if changes.touches(Kind.ANSWER, Kind.STATE) and self.isVisible():
            self._used.changed(draft)

    def refresh(self) -> None:
        if self.draft is None:
            return
        self.head.offer(self.draft)
        self._used.read(self.draft)
        how = _How.ASKED if self._turned else _How.BY_ITSELF
        self._turned = False
        self._find(how)

    def search_for(self, text: str) -> None:
        """Put words into the search box, as if they had been typed, and the keyboard with them."""
        self.head.search.setText(text)
        self.focus_search()

    def focus_search(self) -> None:
        """Give the keyboard to the search box."""
        self.head.search.setFocus()
        self.head.search.selectAll()

    def look_for(self, purpose: Purpose, sentence: str) -> None:
        """Look for support for a sentence, or for what speaks against it."""
        self._end_looking()
        self._sentence = Wanted(purpose, sentence)
        self.following.wanted = False
        self.looked_for.show_words(heading(self._sentence))
        self.head.offer_filters(False)
        self._clear()
        self.looked_for.back_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self._find()

    def stop_looking(self) -> bool:
        """Go back to the evidence for the question; tell whether anything else was looked for."""
        sentence = self._sentence
        if sentence is None and not self.head.search.text():
            return False
        focused = self.window().focusWidget()
        inside = focused is not None and self.isAncestorOf(focused)
        self._end_looking()
        self._clear()
        self._find()
        if sentence is not None and inside:
            self.left.emit()
        return True

    def used(self, piece: Snippet | Passage) -> None:
        """Learn that a piece was put into the answer."""
        if self.draft is not None:
            known = any(
                card.suggestion.taught
                for card in self.cards()
                if card.suggestion is not None and card.suggestion.piece.id == piece.id
            )
            self._deeds.teaching.helped(piece, self.draft, self.number, known=known)

    def cards(self) -> list[EvidenceCard]:
        """Return the cards on screen, best first."""
        return self.list.cards()

    def first(self) -> Suggestion | None:
        """Return the best piece that is good, and neither used in this answer nor put aside."""
        aside = {card.piece for card in self.cards() if card.is_aside}
        for row in self.list.groups.fresh:
            piece = row.suggestion.piece
            if piece not in aside and self.number not in self._used.where(piece):
                return row.suggestion
        return None

    @property
    def looking(self) -> bool:
        """Whether a search is under way or about to be."""
        return self._finding.running or self.head.waiting or self.following.waiting

    @property
    def message(self) -> str:
        """What stands above the cards."""
        return self.state.message

    @property
    def search_box(self) -> QLineEdit:
        """Where words are typed."""
        return self.head.search

    @property
    def filters(self) -> tuple[FilterMenu, FilterMenu]:
        """Kinds and sources."""
        return self.head.kinds, self.head.sources

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.stop_looking():
            return
        super().keyPressEvent(event)

    # Looking

    def _connect(self) -> None:
        head, state = self.head, self.state
        head.changed.connect(self._find)
        head.typing.connect(self._words_typed)
        head.follow.toggled.connect(self.following.turn)
        self.following.turned.connect(head.follow.setChecked)
        self.following.changed.connect(self._follow)
        self.looked_for.left.connect(self.stop_looking)
        self.list.shown.connect(self._say_used)
        self.list.grown.connect(lambda: follow_reading_order(self))
        self.list.released.connect(self._show_held)
        self.list.start.connect(self.start)
        self._used.known.connect(self._know_used)
        self._deeds.offered.connect(self._offered_again)
        self._finding.busy.connect(self._say_busy)
        state.held_button.clicked.connect(self._show_held)
        state.stop_button.clicked.connect(self._stop)
        state.again_button.clicked.connect(lambda: self._find())
        state.clear_button.clicked.connect(head.clear_filters)
        state.import_button.clicked.connect(lambda: self.context.go(Place(PageId.IMPORT)))
        state.library_button.clicked.connect(lambda: self.context.go(Place(PageId.LIBRARY)))

    def _find(self, how: _How = _How.ASKED) -> None:
        """Look for what is wanted now."""
        if self.draft is None:
            return
        self._held = None
        wanted = self.head.wanted(
            self._sentence or Wanted(Purpose.QUESTION, self.following.paragraph)
        )
        job = job_for(self.context.session, self.draft, self.number, wanted)
        self._finding.run(job, partial(self._found, wanted, how), self._failed)

    def _found(self, wanted: Wanted, how: _How, found: list[Suggestion]) -> None:
        if wanted.purpose is Purpose.QUESTION and self.following.outdated(wanted.text):
            return  # somebody writes on: what fits the new words is looked for in a moment
        groups = grouped(found, weak_apart=not wanted.typed, fold=wanted.folds)
        self._wanted = wanted
        if how is not _How.BY_ITSELF or not self.list.in_use:
            self._show(groups, again=how is not _How.ASKED)
        elif groups != self.list.groups:
            self._held = groups
            self.state.hold(self._said(self.list.groups), follows=bool(wanted.text))

    def _show(self, groups: Groups, *, again: bool) -> None:
        self._held = None
        self._deeds.found()
        self.list.show_groups(groups, again=again)
        self._say(groups)
        self._ask()

    def _show_held(self) -> None:
        if self._held is not None:
            self._show(self._held, again=True)

    def _clear(self) -> None:
        """Show nothing rather than what is for something else."""
        self._finding.cancel()
        self._asking.cancel()
        self._held = None
        self.list.show_groups(Groups(), again=False)
        self.list.show_prompts([])
        self.state.say(Said(""))

    def _said(self, groups: Groups) -> Said:
        if not len(groups) and evidence_is_off(self.context.session):
            return TURNED_OFF
        empty = not len(groups) and self._deeds.pieces.library_is_empty()
        return said_of(groups, self._wanted, empty_library=empty)

    def _say(self, groups: Groups) -> None:
        state = self.state
        said = self._said(groups)
        if groups.good:
            state.say(said)
        elif said is EMPTY_LIBRARY:
            state.say(said, state.import_button, state.library_button)
        elif said is TURNED_OFF:
            state.say(said)
        elif self._wanted.narrowed:
            state.say(said, state.clear_button)
        else:
            state.say(said, state.library_button)

    def _ask(self) -> None:
        """Under arguments against a sentence, show what helps to think of more."""
        if self._wanted.purpose is not Purpose.COUNTER or self.draft is None:
            self._asking.cancel()
            self.list.show_prompts([])
            return
        session, purposes = self.context.session, frozenset({PromptPurpose.COUNTER_ARGUMENT})
        job = session.prompting(self.draft, self.number, self._wanted.text, purposes=purposes)
        self._asking.run(job, lambda found: self.list.show_prompts(found[:_MOST_PROMPTS]))

    def _failed(self, error: Exception) -> None:
        self.state.say(Said("The search did not work."), self.state.again_button)
        self.context.jobs.fail(error)

    def _say_busy(self, busy: bool) -> None:
        if busy:
            self.state.say(Said("Looking through the library…"), self.state.stop_button)

    def _stop(self) -> None:
        self._finding.cancel()
        self.state.say(Said("Stopped."), self.state.again_button)

    def _end_looking(self) -> None:
        """Forget the sentence and the words that were looked for."""
        self._end_sentence()
        self.head.clear_words()

    def _words_typed(self) -> None:
        self._finding.cancel()
        if self._sentence is not None:
            self._end_sentence()

    def _end_sentence(self) -> None:
        self._sentence = None
        self.following.wanted = True
        self.looked_for.hide()
        self.head.offer_filters(True)

    def _follow(self) -> None:
        if self.isVisible() and self._sentence is None and not self.head.search.text():
            self._find(_How.BY_ITSELF)

    # Cards

    def _make_card(self) -> EvidenceCard:
        card = EvidenceCard(self._deeds.pieces.has_text)
        card.insert.connect(self.insert)
        card.cite.connect(self.cite)
        card.unfold.connect(self.list.fresh.toggle_under)
        self._deeds.serve(card)
        return card

    def _fill_card(self, card: EvidenceCard, suggestion: Suggestion, under: int) -> None:
        today = self.context.session.clock().date()
        card.show_suggestion(suggestion, today, under=under, asks=not self._wanted.typed)
        self._deeds.dress(card)

    def _say_used(self) -> None:
        for card in self.cards():
            if card.piece is not None:
                card.show_used(self._used.where(card.piece), self.number)

    def _know_used(self) -> None:
        self._say_used()
        if self.draft is not None:
            self._deeds.teaching.reconsider(self.draft, self.number, self._is_cited)

    def _is_cited(self, piece: Snippet | Passage) -> bool:
        return self._used.cites(self.number, piece)

    def _offered_again(self) -> None:
        self.list.focus_aside()
        self._find(_How.AGAIN)
