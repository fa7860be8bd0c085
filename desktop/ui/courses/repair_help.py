"""The help of a repair exercise: a hint, a second hint, and the solution with its reasons."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop.core.course import Repair, Switches
from desktop.core.course_switches import hints_shown
from desktop.core.evidence import Source
from desktop.core.evidence_map import asked_words
from desktop.core.response import Recommendation
from desktop.ui.courses.cited_words import cited_words
from desktop.ui.courses.coming_up import bring_up
from desktop.ui.courses.exercise import say_aloud
from desktop.ui.courses.prose import Prose
from desktop.ui.panels.help_tab import card_column
from desktop.ui.spacing import GAP, GAP_SMALL
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.labels import text_label

_NTH = ("First", "Second", "Third", "Fourth", "Fifth")


class RepairHelp(QWidget):
    """``changed()``: another hint or the solution was asked for; ``again()``: start again;
    ``papers()``: look in the papers.
    """

    changed = Signal()
    again = Signal()
    papers = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._repair: Repair | None = None
        self._sources: Mapping[str, Source] = {}
        self.hints = 0
        self.solution_shown = False
        self.hint_button = Button("Show a hint", self._next_hint)
        self.solution_button = Button("Show the solution", self._toggle_solution)
        self.papers_button = Button("Look in the papers", self.papers.emit)
        self.again_button = Button("Start again", self.again.emit, look="link")
        buttons = FlowLayout()
        for button in (
            self.papers_button,
            self.hint_button,
            self.solution_button,
            self.again_button,
        ):
            buttons.addWidget(button)
        self._shown = QVBoxLayout()
        self._shown.setSpacing(GAP)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addLayout(buttons)
        column.addLayout(self._shown)

    def show_help(
        self, repair: Repair, switches: Switches, hints: int, *, solution: bool, papers: bool
    ) -> None:
        """Show the help of an exercise as far as it was asked for and the trainer allows."""
        repair = replace(repair, hints=hints_shown(repair, switches))
        self._repair = repair
        self.hints = min(hints, len(repair.hints))
        self.solution_shown = solution and switches.solutions
        self.hint_button.setVisible(bool(repair.hints))
        self.solution_button.setVisible(switches.solutions)
        self.papers_button.setVisible(papers)
        self._refresh()

    def show_sources(self, sources: Mapping[str, Source]) -> None:
        """Take note of what a solution may cite."""
        self._sources = sources

    def _next_hint(self) -> None:
        self.hints += 1
        self._refresh()
        self.changed.emit()
        self._bring_up(self.hints - 1)

    def _toggle_solution(self) -> None:
        self.solution_shown = not self.solution_shown
        self._refresh()
        self.changed.emit()
        if self.solution_shown:
            self._bring_up(self._shown.count() - 1)

    def _bring_up(self, place: int) -> None:
        """Let what was asked for be seen, and heard."""
        item = self._shown.itemAt(place)
        card = item.widget() if item is not None else None
        if card is not None:
            bring_up(card)
            say_aloud(self, card.accessibleName())

    def _refresh(self) -> None:
        repair = self._repair
        if repair is None:
            return
        left = len(repair.hints) - self.hints
        self.hint_button.setEnabled(left > 0)
        word = "Show a hint" if not self.hints else "Show another hint"
        self.hint_button.set_words(word if left else "No more hints")
        self.solution_button.set_words(
            "Hide the solution" if self.solution_shown else "Show the solution"
        )
        while (item := self._shown.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for place, hint in enumerate(repair.hints[: self.hints]):
            nth = _NTH[place] if place < len(_NTH) else f"{place + 1}th"
            self._shown.addWidget(_card(f"{nth} hint", hint))
        if self.solution_shown:
            self._shown.addWidget(_solution(repair, self._sources))


def _card(title: str, words: str) -> QFrame:
    card = QFrame()
    card.setProperty("card", "soft")
    column = card_column(card)
    column.setSpacing(GAP_SMALL)
    column.addWidget(text_label(title, "strong"))
    column.addWidget(text_label(words))
    card.setAccessibleName(f"{title}: {words}")
    return card


def _solution(repair: Repair, sources: Mapping[str, Source]) -> QFrame:
    card = QFrame()
    card.setProperty("card", "soft")
    column = card_column(card)
    column.setSpacing(GAP)
    column.addWidget(text_label("One way to mend it", "strong"))
    prose = Prose("Solution", sources)
    prose.show_text(repair.solution)
    column.addWidget(prose)
    cited = cited_words(repair.solution, sources)
    if cited:
        column.addWidget(text_label(cited, "small"))
    if repair.recommendation is not None:
        asked = Recommendation("", "", repair.question, *repair.recommendation)
        column.addWidget(text_label("Recommendation", "strong"))
        column.addWidget(text_label(asked_words(asked)))
    column.addWidget(text_label("Why", "strong"))
    column.addWidget(text_label(repair.reasons))
    card.setAccessibleName(f"One way to mend it: {prose.words()}")
    return card
