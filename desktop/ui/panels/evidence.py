"""Evidence for this question, best first; or whatever the whole library has for some words."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.core.changes import Changes, Kind
from desktop.core.evidence import Suggestion
from desktop.core.references import short_reference
from desktop.core.response import AnswerMark, Draft
from desktop.core.usage import Place, Written, shared_places, used_in, written
from desktop.markup import parse
from desktop.ui.context import Context
from desktop.ui.debounce import Debounce
from desktop.ui.form import name_field
from desktop.ui.panels.evidence_card import EvidenceCard
from desktop.ui.panels.evidence_words import chosen_kinds, kind_options
from desktop.ui.panels.help_tab import CardList, HelpTab
from desktop.ui.panels.piece_actions import PieceActions
from desktop.ui.spacing import GAP
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.filter_menu import FilterMenu
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.labels import set_text, text_label

SEARCH_QUIET_MS = 150
# Reading a long answer takes a while: not in the middle of typing, unless a citation came or went.
USAGE_QUIET_MS = 1500
_AT_ONCE = 8
_NEARLY = 200


class EvidencePanel(HelpTab):
    """``insert`` and ``cite`` (of a Snippet or Passage) say what is wanted in the answer."""

    insert = Signal(object)
    cite = Signal(object)
    kinds = (Kind.LIBRARY,)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._search = QLineEdit()
        self._search.setPlaceholderText("Search all evidence")
        self._search.setClearButtonEnabled(True)
        name_field(self._search, "Search all evidence", "Searches the whole library as you type")
        self._kinds = FilterMenu("Kinds of evidence", "kind", "kinds")
        self._sources = FilterMenu("Sources", "source", "sources")
        self._said = text_label("", "muted")
        self.stop_button = Button("Stop")
        self.clear_button = Button("Show all kinds and sources")
        self.list = CardList("Evidence")
        self._cards: list[EvidenceCard] = []
        self._found: list[Suggestion] = []
        self._shown = 0
        self._used: dict[str, Written] = {}
        self._shared: frozenset[Place] = frozenset()
        self._making = PieceActions(context)
        self._finding = context.jobs.lane(self)
        self._using = context.jobs.lane(self)
        self._sharing = context.jobs.lane(self)
        self._typed = Debounce(SEARCH_QUIET_MS, self._find, self)
        self._changed_words = Debounce(USAGE_QUIET_MS, self._read_usage, self)
        self._build()
        self._connect()

    # Asked from outside

    def show_question(self, draft: Draft, number: str) -> None:
        other = (draft.response.id, number) != (self._response(), self.number)
        super().show_question(draft, number)
        if other and self._search.text():
            self._search.clear()

    def changed(self, draft: Draft, changes: Changes) -> None:
        before = _citations(self.draft)
        super().changed(draft, changes)
        if not changes.touches(Kind.ANSWER, Kind.STATE) or not self.isVisible():
            return
        if _citations(draft) != before:
            self._read_usage()
        else:
            self._changed_words.poke()

    def refresh(self) -> None:
        self._offer_filters()
        self._read_shared()
        self._read_usage()
        self._find()

    def search_for(self, text: str) -> None:
        """Put words into the search box, as if they had been typed, and the keyboard with them."""
        self._search.setText(text)
        self.focus_search()

    def focus_search(self) -> None:
        """Give the keyboard to the search box."""
        self._search.setFocus()
        self._search.selectAll()

    def cards(self) -> list[EvidenceCard]:
        """Return the cards on screen, best first."""
        return self._cards[: self._shown]

    def first(self) -> Suggestion | None:
        """Return the best piece of evidence now offered."""
        return self._found[0] if self._found else None

    @property
    def looking(self) -> bool:
        """Whether a search is under way or about to be."""
        return self._finding.running or self._typed.waiting

    @property
    def message(self) -> str:
        """What stands above the cards."""
        return self._said.text()

    @property
    def search_box(self) -> QLineEdit:
        """Where words are typed."""
        return self._search

    @property
    def filters(self) -> tuple[FilterMenu, FilterMenu]:
        """Kinds and sources."""
        return self._kinds, self._sources

    # Inside

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, GAP, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self._search)
        filters = FlowLayout()
        for menu in (self._kinds, self._sources):
            filters.addWidget(menu)
        column.addLayout(filters)
        row = QHBoxLayout()
        row.addWidget(self._said, 1)
        row.addWidget(self.stop_button)
        column.addLayout(row)
        self.clear_button.setProperty("role", "link")
        self.stop_button.setProperty("role", "link")
        column.addWidget(self.clear_button)
        column.addWidget(self.list, 1)
        self.stop_button.hide()
        self.clear_button.hide()

    def _connect(self) -> None:
        self._search.textChanged.connect(lambda: self._typed.poke())
        self._search.returnPressed.connect(self._typed.flush)
        self._kinds.changed.connect(self._find)
        self._sources.changed.connect(self._find)
        self.clear_button.clicked.connect(self._clear_filters)
        self.stop_button.clicked.connect(self._stop_finding)
        self._finding.busy.connect(self._say_busy)
        bar = self.list.verticalScrollBar()
        bar.valueChanged.connect(lambda value: self._more(value, bar.maximum()))

    def _response(self) -> str:
        return self.draft.response.id if self.draft else ""

    def _offer_filters(self) -> None:
        self._kinds.set_options(kind_options())
        sources = self.draft.sources.values() if self.draft else ()
        self._sources.set_options((source.key, short_reference(source)) for source in sources)

    def _find(self) -> None:
        if self.draft is None:
            return
        self._typed.cancel()
        text = self._search.text().strip()
        kinds, passages = chosen_kinds(self._kinds.chosen())
        sources = self._sources.chosen()
        session = self.context.session
        if text:
            job = session.searching(
                self._search.text(), kinds=kinds, sources=sources, passages=passages
            )
        else:
            job = session.suggesting(
                self.draft, self.number, kinds=kinds, sources=sources, passages=passages
            )
        self._finding.run(job, partial(self._show, text))

    def _show(self, text: str, found: list[Suggestion]) -> None:
        self._found = found
        self._shown = 0
        self._say(text)
        self._show_up_to(_AT_ONCE)
        self.list.to_top()

    def _show_up_to(self, count: int) -> None:
        """Show so many cards, using those made before; the others wait until they are near."""
        today = self.context.session.clock().date()
        wanted = self._found[: max(count, 0)]
        for place, suggestion in enumerate(wanted):
            if place >= len(self._cards):
                self._cards.append(self._make_card())
            if place >= self._shown:
                self._cards[place].show_suggestion(suggestion, today)
                self._cards[place].show()
        for card in self._cards[len(wanted) :]:
            card.hide()
        self._shown = len(wanted)
        self._say_used()

    def _more(self, value: int, end: int) -> None:
        if self._shown < len(self._found) and value >= end - _NEARLY:
            self._show_up_to(self._shown + _AT_ONCE)

    def _make_card(self) -> EvidenceCard:
        card = EvidenceCard(self._making.has_text)
        card.insert.connect(self.insert)
        card.cite.connect(self.cite)
        card.read.connect(self._making.read)
        card.make.connect(lambda piece: self._making.make(piece, self.draft, self.number))
        self.list.add(card)
        return card

    def _say(self, text: str) -> None:
        narrowed = bool(self._kinds.chosen() or self._sources.chosen())
        set_text(self._said, found_words(len(self._found), text, narrowed=narrowed))
        self.clear_button.setVisible(narrowed and not self._found)

    def _say_busy(self, busy: bool) -> None:
        self.stop_button.setVisible(busy)
        if busy:
            set_text(self._said, "Looking through the library…")

    def _stop_finding(self) -> None:
        self._finding.cancel()
        set_text(self._said, "Stopped. Change the search or a filter to look again.")

    def _clear_filters(self) -> None:
        self._kinds.choose(None)
        self._sources.choose(None)

    def _read_shared(self) -> None:
        listing = self.context.session.listing_places()
        self._sharing.run(lambda: shared_places(listing()), self._know_shared)

    def _know_shared(self, shared: frozenset[Place]) -> None:
        self._shared = shared
        self._say_used()

    def _read_usage(self) -> None:
        self._changed_words.cancel()
        if self.draft is not None:
            self._using.run(partial(written_answers, self.draft), self._know_usage)

    def _know_usage(self, used: dict[str, Written]) -> None:
        self._used = used
        self._say_used()

    def _say_used(self) -> None:
        for card, suggestion in zip(self.cards(), self._found, strict=False):
            numbers = used_in(suggestion.piece, self._used, self._shared)
            card.show_used(numbers, self.number)


def written_answers(draft: Draft) -> dict[str, Written]:
    """Return what each answer holds that goes into the submission, by number."""
    numbers = [question.number for question in draft.consultation.questions]
    return {
        number: written(parse(draft.answer(number).body))
        for number in numbers
        if draft.answer(number).mark is not AnswerMark.SKIPPED
    }


def _citations(draft: Draft | None) -> int:
    """Return about how many citations there are: cheap, and different when one came or went."""
    return sum(answer.body.count("[@") for answer in draft.answers.values()) if draft else 0


def found_words(count: int, text: str, *, narrowed: bool) -> str:
    """Return what stands above the cards: how many there are, or what to do when there are none."""
    if count and text:
        return f"{count} found for “{text}”, best first."
    if count:
        return "For this question, best first."
    if narrowed:
        return "Nothing of these kinds and sources. Show all of them, or choose others."
    if text:
        return f"Nothing found for “{text}”. Try fewer words, or other words for the same thing."
    return (
        "The library has nothing close to this question. Search all evidence with words of your "
        "own, or add evidence to the library."
    )
