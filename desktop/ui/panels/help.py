"""The right panel: what helps with this answer, in five tabs, and a sixth in a course."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.core.changes import Changes, Kind
from desktop.core.finding import Finding
from desktop.core.response import Draft
from desktop.ui.context import Context
from desktop.ui.courses.practice import is_practice
from desktop.ui.panels.checks import ChecksPanel
from desktop.ui.panels.evidence import EvidencePanel
from desktop.ui.panels.evidence_wanted import Purpose
from desktop.ui.panels.following import Written
from desktop.ui.panels.help_tab import HelpTab
from desktop.ui.panels.history import HistoryPanel
from desktop.ui.panels.past_answers import PastAnswersPanel
from desktop.ui.panels.prompts import PromptsPanel
from desktop.ui.place import PageId, Place
from desktop.ui.spacing import GAP, GAP_LARGE, GAP_SMALL
from desktop.ui.widgets.tab_strip import TabStrip


class Tab(StrEnum):
    """The tabs, in order; the value is what stands on them."""

    EVIDENCE = "Evidence"
    PROMPTS = "Prompts"
    CHECKS = "Checks"
    PAST_ANSWERS = "Past answers"
    HISTORY = "History"
    GUIDE = "Guide"  # where a course is practised


class HelpPanel(QWidget):
    """Helps with one question.

    ``insert(Snippet)``, ``cite(Snippet)``, ``start(str)`` and ``insert_answer(str)`` ask the page
    to write at the cursor; ``reading()`` asks it to save first, for the draft is about to be read;
    ``left()`` gives it the keyboard back.
    """

    insert = Signal(object)
    cite = Signal(object)
    start = Signal(str)
    insert_answer = Signal(str)
    reading = Signal()
    left = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("helpPanel")
        self.setAccessibleName("Help with this question")
        self._context = context
        self._place = Place(PageId.START)
        self._stale = False
        self.evidence = EvidencePanel(context)
        self.prompts = PromptsPanel(context, lambda: self.evidence.following.paragraph)
        self.checks = ChecksPanel(context)
        self.past_answers = PastAnswersPanel(context)
        self.history = HistoryPanel(context)
        self._stack = QStackedWidget()
        self._pages: dict[Tab, HelpTab] = {
            Tab.EVIDENCE: self.evidence,
            Tab.PROMPTS: self.prompts,
            Tab.CHECKS: self.checks,
            Tab.PAST_ANSWERS: self.past_answers,
            Tab.HISTORY: self.history,
        }
        if is_practice(context.session):
            from desktop.ui.panels.guide import GuidePanel

            self.guide = GuidePanel(context)
            self.guide.start.connect(self.start)
            self._pages[Tab.GUIDE] = self.guide
        self._strip = TabStrip([tab.value for tab in self._pages])
        self._build()
        context.bridge.changed.connect(self._changed)

    def open(self, place: Place) -> None:
        """Help with the question of a place; other places leave the panel as it is."""
        if place.page is not PageId.QUESTION or not place.item:
            return
        self._place = place
        self._stale = not self.isVisible()
        if not self._stale:
            self._show()

    def flush(self) -> None:
        """Nothing is typed here that is kept, so there is nothing to save."""

    def show_tab(self, name: str | int) -> None:
        """Show a tab by its name ("Evidence") or its place (0 to 4, and 5 in a course); if it is
        seen, focus it. Raises ValueError if there is none of this name.
        """
        if isinstance(name, str):
            name = [tab.value.casefold() for tab in self._pages].index(name.casefold())
        self._strip.choose(name)
        if not self.isVisible():
            return
        if self.tab() is Tab.EVIDENCE:
            self.evidence.focus_search()
        elif self.tab() is Tab.CHECKS:
            self.checks.focus_first()
        elif self.tab() is Tab.GUIDE:
            self.guide.focus_first()
        else:
            self._strip.focus_current()

    def follow(self, written: Written) -> None:
        """Follow the paragraph that is being written."""
        self.evidence.following.attach(written)
        # A mouse that was left lying over the cards is no reason to keep them as they are.
        for cards in (self.evidence.list, self.prompts.list):
            written.moved.connect(cards.rest)

    def look_for(self, purpose: Purpose, sentence: str) -> None:
        """Show what supports a sentence, or speaks against it, with the keyboard beside it."""
        self._strip.choose(list(Tab).index(Tab.EVIDENCE))
        self.evidence.look_for(purpose, sentence)

    def show_checks(self) -> None:
        """Show what the checks say of the whole response, with the keyboard there."""
        self.checks.show_whole(True)
        self.show_tab(Tab.CHECKS.value)

    def show_finding(self, finding: Finding) -> None:
        """Show a finding in the list of checks, open, with the keyboard there."""
        self._strip.choose(list(Tab).index(Tab.CHECKS))
        self.checks.focus_finding(finding)

    def tab(self) -> Tab:
        """Return the tab now shown."""
        return list(Tab)[self._strip.current]

    def titles(self) -> list[str]:
        """Return what stands on the tabs."""
        return self._strip.titles()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._stale = False
            self._show()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP_SMALL, GAP, GAP_SMALL, GAP_LARGE)
        column.setSpacing(0)
        column.addWidget(self._strip)
        line = QFrame()
        line.setProperty("rule", True)
        column.addWidget(line)
        # Margins of the stack itself would be gone after a change of theme.
        inside = QHBoxLayout()
        inside.setContentsMargins(GAP + GAP_SMALL, 0, GAP + GAP_SMALL, 0)
        inside.addWidget(self._stack)
        column.addLayout(inside, 1)
        for page in self._pages.values():
            self._stack.addWidget(page)
        self._strip.changed.connect(self._stack.setCurrentIndex)
        self.evidence.insert.connect(self.insert)
        self.evidence.cite.connect(self.cite)
        self.evidence.start.connect(self.start)
        self.evidence.left.connect(self.left)
        self.evidence.following.changed.connect(self.prompts.refresh)
        self.prompts.start.connect(self.start)
        self.prompts.counted.connect(lambda count: self._count(Tab.PROMPTS, count))
        self.checks.left.connect(self.left)
        self.checks.counted.connect(lambda count: self._count(Tab.CHECKS, count))
        self.past_answers.insert.connect(self.insert_answer)
        self.past_answers.reading.connect(self.reading)
        self.history.reading.connect(self.reading)

    def _count(self, tab: Tab, count: int) -> None:
        title = f"{tab.value} {count}" if count else tab.value
        self._strip.set_title(list(Tab).index(tab), title)

    def _show(self) -> None:
        draft = self._context.session.draft(self._place.response)
        for page in self._pages.values():
            page.show_question(draft, self._place.item)

    def _changed(self, changes: Changes) -> None:
        if not self._place.response or changes.response not in {"", self._place.response}:
            return
        if changes.kinds == {Kind.SETTINGS}:
            return
        if not self.isVisible():
            self._stale = True
            return
        draft: Draft = self._context.session.draft(self._place.response)
        for page in self._pages.values():
            page.changed(draft, changes)
