"""The start page: the responses with how far each has come, the inquiries to answer, the bin."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from desktop.core.changes import Changes, Kind
from desktop.core.consultation import Consultation
from desktop.session import ResponseCard
from desktop.ui.context import Context
from desktop.ui.form import name_field
from desktop.ui.new_response import start_response
from desktop.ui.page import Page
from desktop.ui.pages.start_cards import BinnedCard, InquiryCard, ResponseRow
from desktop.ui.place import PageId, Place
from desktop.ui.spacing import GAP
from desktop.ui.widgets.breakable import breakable
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.labels import text_label
from desktop.ui.widgets.page_column import PageColumn

if TYPE_CHECKING:
    from desktop.core.deadline import Deadline

WELCOME = (
    "Consultee walks you through an inquiry question by question, offers facts, arguments and "
    "prompts as you write, and keeps every claim tied to its source.",
    "At the end you have a Word document laid out the way the committee wants it.",
    "Everything stays on this computer and is saved as you type.",
)
_IMPORT = (
    "Bring in past responses, reports and the next call for evidence: from then on the right "
    "passage is offered at the right question, and a call becomes an inquiry to answer."
)
_LEARN = (
    "A course takes you through a whole submission with invented papers, at your own pace, alone "
    "or with a trainer. It opens in a workspace of its own."
)
_LEARN_ON = (
    "You have begun a course. It waits where you left it, in a workspace of its own; there are "
    "others to begin, too."
)
_SHOWS = (Kind.RESPONSES, Kind.RESPONSE, Kind.STATE, Kind.ANSWER, Kind.ORGANISATION)


class StartPage(Page):
    """Where the program begins."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.rows: list[ResponseRow] = []
        self.inquiries: list[InquiryCard] = []
        self.binned: list[BinnedCard] = []
        self.bin_button: Button | None = None
        self._bin_open = False
        self._shown: PageColumn | None = None
        self._deadlines = context.jobs.lane(self)
        self._counts = context.jobs.lane(self)
        self._words: dict[str, int] = {}
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        context.bridge.changed.connect(self._changed)

    def open(self, place: Place) -> None:
        self._build()

    def first_focus(self) -> QWidget:
        if self.rows:
            return self.rows[0].open_button
        return self.inquiries[0].button if self.inquiries else self

    def _changed(self, changes: Changes) -> None:
        if self.isVisible() and changes.touches(*_SHOWS):
            self._build()

    def _build(self) -> None:
        """Make the page anew: it is small, and nothing is typed on it."""
        cards = self.context.session.responses()
        binned = self.context.session.responses(binned=True)
        self.rows, self.inquiries, self.binned, self.bin_button = [], [], [], None
        page = PageColumn("Responses")
        self._column = page.column
        if cards:
            self._add_responses(cards)
        else:
            self._add_welcome()
        self._add_inquiries(first_run=not cards)
        self._add_import()
        self._add_learning()
        if binned:
            self._add_bin(binned)
        self._add_workspace()
        page.end()
        self._show_words()
        self._put(page)
        self._find_deadlines()
        # After the page has come: it is to be seen first.
        QTimer.singleShot(0, self, self._count_words)

    def _count_words(self) -> None:
        """Say how long each response is; where it is long, counting takes a moment."""
        cards = [row.card for row in self.rows]
        if cards:
            self._counts.run(lambda: {card.response.id: card.words for card in cards}, self._know)

    def _know(self, words: dict[str, int]) -> None:
        self._words = words
        self._show_words()

    def _show_words(self) -> None:
        for row in self.rows:
            if row.card.response.id in self._words:
                row.show_words(self._words[row.card.response.id])

    def _find_deadlines(self) -> None:
        asked = [row.card.consultation for row in self.rows]
        asked += [card.consultation for card in self.inquiries]
        if any(one.closes is not None for one in asked):
            # Later ones of one id, those at the end, are as they came, without what was changed.
            job = self.context.session.deadlines.finding(reversed(asked))
            self._deadlines.run(job, self._show_deadlines)

    def _show_deadlines(self, found: dict[str, Deadline]) -> None:
        for row in self.rows:
            if row.card.consultation.id in found:
                row.show_deadline(found[row.card.consultation.id])
        for card in self.inquiries:
            if card.consultation.id in found:
                card.show_deadline(found[card.consultation.id])

    def _put(self, page: PageColumn) -> None:
        """Show the new column in place of the old one, scrolled as far, with the keyboard in it."""
        old, self._shown = self._shown, page
        self._outer.addWidget(page)
        if old is None:
            return
        had_focus = old.isAncestorOf(QApplication.focusWidget() or self)
        scrolled = old.verticalScrollBar().value()
        self._outer.removeWidget(old)
        old.hide()
        old.deleteLater()
        page.verticalScrollBar().setValue(scrolled)
        if had_focus:
            self.first_focus().setFocus()

    def _add_responses(self, cards: list[ResponseCard]) -> None:
        head = QHBoxLayout()
        head.addWidget(text_label("Your responses", "title"), 1)
        head.addWidget(Button("New response…", lambda: start_response(self.context)))
        self._column.addLayout(head)
        now = self.context.session.clock()
        for place, card in enumerate(cards):
            row = ResponseRow(card, now, first=place == 0)
            row.opened.connect(self._open_response)
            row.deleted.connect(self._delete)
            self.rows.append(row)
            self._column.addWidget(row)

    def _add_welcome(self) -> None:
        self._column.addWidget(text_label("Write evidence that a committee can use", "title"))
        for sentence in WELCOME:
            self._column.addWidget(text_label(sentence))

    def _add_inquiries(self, *, first_run: bool) -> None:
        self._column.addSpacing(GAP)
        self._column.addWidget(
            text_label("Begin with this inquiry" if first_run else "Inquiries to answer", "heading")
        )
        for place, consultation in enumerate(self.context.session.consultations()):
            card = InquiryCard(consultation, primary=first_run and place == 0)
            card.answered.connect(self._answer)
            self.inquiries.append(card)
            self._column.addWidget(card)

    def _add_import(self) -> None:
        self._column.addSpacing(GAP)
        self._column.addWidget(text_label("What you have written before", "heading"))
        self._column.addWidget(text_label(_IMPORT, "muted"))
        row = QHBoxLayout()
        row.addWidget(Button("Import documents…", lambda: self.context.run("go.import")))
        row.addStretch(1)
        self._column.addLayout(row)

    def _add_learning(self) -> None:
        self._column.addSpacing(GAP)
        self._column.addWidget(text_label("Learn to write evidence", "heading"))
        begun = next(self.context.session.paths.practices.glob("*.consultee"), None) is not None
        self._column.addWidget(text_label(_LEARN_ON if begun else _LEARN, "muted"))
        words = "Go on with a course" if begun else "Courses"
        row = QHBoxLayout()
        row.addWidget(Button(words, lambda: self.context.run("go.courses")))
        row.addStretch(1)
        self._column.addLayout(row)

    def _add_bin(self, binned: list[ResponseCard]) -> None:
        self._column.addSpacing(GAP)
        self.bin_button = toggle = Button(f"Bin ({len(binned)})", look="link")
        name_field(toggle, f"Bin, {len(binned)} deleted", "Shows or hides what was deleted")
        toggle.setCheckable(True)
        toggle.setChecked(self._bin_open)
        self._column.addWidget(toggle, 0, Qt.AlignmentFlag.AlignLeft)
        for card in binned:
            row = BinnedCard(card)
            row.restored.connect(self._restore)
            row.setVisible(self._bin_open)
            toggle.toggled.connect(row.setVisible)
            self.binned.append(row)
            self._column.addWidget(row)
        toggle.toggled.connect(self._note_bin)

    def _add_workspace(self) -> None:
        self._column.addSpacing(GAP)
        path = self.context.session.path
        self._column.addWidget(text_label("Workspace", "heading"))
        self._column.addWidget(text_label(f"All of this is kept in {breakable(path)}", "muted"))
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(Button("Open another workspace…", lambda: self.context.run("workspace.open")))
        row.addStretch(1)
        self._column.addLayout(row)

    def _note_bin(self, shown: bool) -> None:
        self._bin_open = shown

    def _answer(self, consultation: Consultation) -> None:
        start_response(self.context, consultation)

    def _open_response(self, card: ResponseCard) -> None:
        number = card.consultation.questions[0].number
        self.context.go(Place(PageId.QUESTION, card.response.id, number))

    def _delete(self, card: ResponseCard) -> None:
        if self._bin(card, self.context.session.clock()):
            self.context.dialogs.notify("The response is in the bin. Undo brings it back.")

    def _restore(self, card: ResponseCard) -> None:
        if self._bin(card, None):
            self.context.dialogs.notify("The response is back.")

    def _bin(self, card: ResponseCard, when: datetime | None) -> bool:
        from desktop.core.edits import BinResponse

        return self.context.apply(BinResponse(card.response.id, when), self) is not None
