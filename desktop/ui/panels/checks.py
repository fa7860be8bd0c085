"""What the checks say about this answer: what is wrong, what to do, and who says so."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop.core.changes import Changes, Kind
from desktop.core.finding import Finding, FindingLevel
from desktop.core.response import Draft
from desktop.ui.context import Context
from desktop.ui.debounce import SAVE_AT_LATEST_MS, Debounce
from desktop.ui.panels.help_tab import CardList, HelpTab, card_column
from desktop.ui.place import PageId, Place
from desktop.ui.spacing import GAP
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.labels import breakable, chip, set_look, set_text, text_label

# Longer than a save waits at most: nothing is checked while somebody types on.
CHECK_QUIET_MS = SAVE_AT_LATEST_MS + 200
# A report pasted whole may have thousands of findings; a card for each would stop the window.
_MOST_CARDS = 20
_LEVELS = {
    FindingLevel.ERROR: ("✕ Must be mended", "danger"),
    FindingLevel.WARNING: ("! Worth mending", "warn"),
    FindingLevel.NUDGE: ("→ A thought", "neutral"),
}


class ChecksPanel(HelpTab):
    """Checks the draft a moment after each change; ``counted(int)``: findings at this answer."""

    counted = Signal(int)
    kinds = (
        Kind.ANSWER,
        Kind.STATE,
        Kind.RECOMMENDATIONS,
        Kind.RESPONSE,
        Kind.ORGANISATION,
        Kind.LIBRARY,
    )

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._checking = context.jobs.lane(self)
        self._soon = Debounce(CHECK_QUIET_MS, self.refresh, self)
        self._found: tuple[Finding, ...] = ()
        self._cards: list[FindingCard] = []
        self._said = text_label("", "muted")
        self._list = CardList("Checks")
        self.rest_button = Button("")
        self.rest_button.setProperty("role", "link")
        self.rest_button.clicked.connect(self._open_review)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, GAP, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self._said)
        column.addWidget(self._list, 1)
        column.addWidget(self.rest_button)
        self.rest_button.hide()
        self._checking.busy.connect(lambda busy: busy and self._said.setText("Checking…"))

    @property
    def message(self) -> str:
        """What stands above the findings."""
        return self._said.text()

    def cards(self) -> list[FindingCard]:
        """Return the cards on screen, what matters most first."""
        return [card for card in self._cards if not card.isHidden()]

    def show_question(self, draft: Draft, number: str) -> None:
        """Turn to another question; the check runs also while the tab is hidden, for its count."""
        self.draft, self.number = draft, number
        self._show()
        self.refresh()

    def changed(self, draft: Draft, changes: Changes) -> None:
        self.draft = draft
        if changes.touches(*self.kinds):
            self._soon.poke()

    def refresh(self) -> None:
        if self.draft is not None:
            self._soon.cancel()
            self._checking.run(self.context.session.checking(self.draft), self._know)

    def _know(self, found: tuple[Finding, ...]) -> None:
        self._found = found
        self._show()

    def _show(self) -> None:
        order = list(FindingLevel)
        here = [finding for finding in self._found if finding.question == self.number]
        here.sort(key=lambda finding: order.index(finding.level))
        shown = here[:_MOST_CARDS]
        while len(self._cards) < len(shown):
            card = FindingCard()
            self._cards.append(card)
            self._list.add(card)
        for card, finding in zip(self._cards, shown, strict=False):
            card.show_finding(finding)
            card.show()
        for card in self._cards[len(shown) :]:
            card.hide()
        self._said.setText(_said(len(shown), len(here)))
        rest = len(self._found) - len(here)
        self.rest_button.set_words(
            f"{rest} more in the review",
            f"{rest} more in the rest of the submission: open the review",
        )
        self.rest_button.setVisible(rest > 0)
        self.counted.emit(len(here))

    def _open_review(self) -> None:
        if self.draft is not None:
            self.context.go(Place(PageId.REVIEW, self.draft.response.id))


def _said(shown: int, count: int) -> str:
    if not count:
        return "Nothing to mend in this answer."
    words = "What a clerk or a member would stumble over in this answer."
    return words if shown == count else f"{words} These are the first {shown} of {count:,}."


class FindingCard(QFrame):
    """One finding."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self._level = chip("", "neutral")
        self._sentence = text_label("", "strong")
        self._excerpt = text_label("", "muted")
        self._remedy = text_label("")
        self._authority = text_label("", "muted")
        column = card_column(self)
        chips = FlowLayout()
        chips.addWidget(self._level)
        column.addLayout(chips)
        for label in (self._sentence, self._excerpt, self._remedy, self._authority):
            column.addWidget(label)

    def show_finding(self, finding: Finding) -> None:
        """Show another finding."""
        words, look = _LEVELS[finding.level]
        self._level.setText(words)
        set_look(self._level, "chip", look)
        self._sentence.setText(breakable(finding.sentence))
        set_text(self._excerpt, breakable(f"“{finding.excerpt}”") if finding.excerpt else "")
        set_text(self._remedy, breakable(finding.remedy))
        set_text(self._authority, breakable(says_who(finding)))
        self.setAccessibleName(f"{words}: {finding.sentence}")

    def words(self) -> list[str]:
        """Return what the card says, in reading order."""
        labels = (self._level, self._sentence, self._excerpt, self._remedy, self._authority)
        return [label.text() for label in labels if not label.isHidden()]


def says_who(finding: Finding) -> str:
    """Return on whose authority a finding rests."""
    if finding.rule is not None:
        return f"{finding.rule.source}: “{finding.rule.says}”"
    return finding.authority
