"""What the checks say, of this answer or of the whole response: by level, with what to do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QButtonGroup, QVBoxLayout, QWidget

from desktop.core.changes import Changes
from desktop.core.finding import Finding, FindingLevel, Fix
from desktop.core.nothing_answered import nothing_answered
from desktop.core.response import Draft
from desktop.ui.checking.acting import Acting
from desktop.ui.checking.likeness import likeness
from desktop.ui.checking.live import LiveChecks
from desktop.ui.context import Context
from desktop.ui.pages.finding_places import place_words
from desktop.ui.panels.checks_card import FindingCard
from desktop.ui.panels.checks_dismissed import DismissedList
from desktop.ui.panels.checks_groups import LevelGroup
from desktop.ui.panels.help_tab import CardList, HelpTab
from desktop.ui.spacing import GAP
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.labels import text_label

_TELLING = {
    FindingLevel.ERROR: "must be mended",
    FindingLevel.WARNING: "worth mending",
    FindingLevel.NUDGE: "to think about",
}


class ChecksPanel(HelpTab):
    """Shows what the window's checks know; ``counted(int)``: findings at this answer; ``left()``:
    the keyboard belongs to the answer again.
    """

    counted = Signal(int)
    left = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.checks = context.checks or LiveChecks(
            context.session, context.bridge, context.jobs, self
        )
        self.acting = Acting(context, self.checks, self)
        self.here_button, self.whole_button = Button(""), Button("")
        self._said = text_label("", "muted")
        self._list = CardList("Checks")
        self._groups = [LevelGroup(level) for level in FindingLevel]
        self.dismissed = DismissedList()
        self._build()
        self.checks.changed.connect(self._know)
        self.checks.busy.connect(self._say_busy)
        self.checks.wanted.connect(self._open_wanted)

    @property
    def message(self) -> str:
        """What stands above the findings."""
        return self._said.text()

    @property
    def whole(self) -> bool:
        """Whether the whole response is shown."""
        return self.whole_button.isChecked()

    def cards(self) -> list[FindingCard]:
        """Return the cards, what matters most first."""
        return [card for group in self._groups for card in group.cards()]

    def groups(self) -> list[LevelGroup]:
        """Return the levels that have anything to say."""
        return [group for group in self._groups if not group.isHidden()]

    def show_question(self, draft: Draft, number: str) -> None:
        """Turn to another question; the number on the tab counts also while the tab is hidden."""
        turned = (draft.response.id, number) != (
            self.draft.response.id if self.draft else "",
            self.number,
        )
        self.draft, self.number = draft, number
        self.checks.show_response(draft.response.id)
        anew = turned and not self.whole  # the whole response is the same beside any answer
        self._know(anew=anew)
        if anew:
            self._list.to_top()

    def changed(self, draft: Draft, changes: Changes) -> None:
        self.draft = draft  # what the checks say of it comes by itself

    def refresh(self) -> None:
        self._show(anew=False)

    def show_whole(self, wanted: bool) -> None:
        """Show the whole response, or this answer only."""
        (self.whole_button if wanted else self.here_button).setChecked(True)

    def focus_first(self) -> None:
        """Give the keyboard to the card that is open, or the first, or the choice above."""
        cards = self.cards()
        card = next((card for card in cards if card.is_open), cards[0] if cards else None)
        (card or self.here_button).setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_finding(self, finding: Finding) -> None:
        """Give the keyboard to the card of a finding."""
        self.show_whole(finding.question != self.number)
        for card in self.cards():
            if card.finding == finding:
                card.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        choice = QButtonGroup(self)
        row = FlowLayout()
        for button in (self.here_button, self.whole_button):
            button.setCheckable(True)
            choice.addButton(button)
            row.addWidget(button)
        self.here_button.setChecked(True)
        choice.buttonToggled.connect(lambda _, on: on and self._turn())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, GAP, 0, 0)
        column.setSpacing(GAP)
        column.addLayout(row)
        column.addWidget(self._said)
        column.addWidget(self._list, 1)
        for group in self._groups:
            group.made.connect(self._meet)
            self._list.add(group)
            group.hide()
        self._list.add(self.dismissed)
        self.dismissed.hide()
        self.dismissed.bring_back.connect(self.acting.bring_back)

    def _meet(self, card: FindingCard) -> None:
        card.opened.connect(lambda: self._open(card))
        card.pointed.connect(lambda: self._point(card))
        card.wanted.connect(lambda: self.acting.go(card.finding, self.number))
        card.step.connect(lambda step: self._step(card, step))
        card.dismiss.connect(lambda: self._dismiss(card))
        card.mend.connect(lambda fix: self._mend(card, fix))

    def _turn(self) -> None:
        self._show(anew=True)
        self._list.to_top()

    def _know(self, *, anew: bool = False) -> None:
        self.counted.emit(len(self.checks.at(self.number)))
        self._stale = not self.isVisible()
        if not self._stale:
            self._show(anew=anew)

    def _show(self, *, anew: bool) -> None:
        said, whole = self.checks.said, self.whole
        here = self.checks.at(self.number)
        shown = said.open if whole else here
        before = self.cards()
        for group in self._groups:
            group.show_findings(shown, self._place_words if whole else _nowhere, anew=anew)
        self._keep_keyboard(before)
        for group in self._groups:
            group.put_away()
        self._reach()
        self.dismissed.show_dismissed(
            tuple(pair for pair in said.dismissed if whole or pair[0].question == self.number)
        )
        for button, words, count in (
            (self.here_button, "This answer", len(here)),
            (self.whole_button, "Whole response", len(said.open)),
        ):
            button.set_words(f"{words} ({count:,})" if count else words)
        self._said.setText(self._telling(shown))

    def _keep_keyboard(self, before: list[FindingCard]) -> None:
        """Keep the keyboard in the list where the card that has it is gone: on what says the same
        now (of another level), or else on what stands in its place.
        """
        focused = QApplication.focusWidget()
        place = next((at for at, card in enumerate(before) if _holds(card, focused)), None)
        now = self.cards()
        if place is None or before[place] in now:
            return
        said = likeness(before[place].finding)
        same = (card for card in now if likeness(card.finding) == said)
        nearest = now[min(place, len(now) - 1)] if now else None
        choice = self.whole_button if self.whole else self.here_button
        next(same, nearest or choice).setFocus(Qt.FocusReason.OtherFocusReason)

    def _telling(self, shown: tuple[Finding, ...]) -> str:
        if not self.checks.known:
            return "Checking…"
        if shown:
            nothing = nothing_answered(self.draft) if self.whole and self.draft else ""
            return f"{nothing} {levels_words(shown)}.".strip()
        return f"Nothing to mend in {'the response' if self.whole else 'this answer'}."

    def _place_words(self, finding: Finding) -> str:
        return place_words(finding, self.draft) if self.draft else ""

    def _say_busy(self, busy: bool) -> None:
        if busy:
            self._said.setText("Checking…")
        elif self.checks.known:
            self._show(anew=False)

    def _reach(self) -> None:
        """Let Tab reach one card: the open one, or the first; the arrow keys lead to the others."""
        cards = self.cards()
        reached = next((card for card in cards if card.is_open), cards[0] if cards else None)
        for card in cards:
            card.can_be_reached(card is reached)

    def _open(self, card: FindingCard) -> None:
        for other in self.cards():
            other.open_card(other is card)
        self._reach()
        # Once it has its height.
        QTimer.singleShot(0, card, lambda: self._bring(card))

    def _bring(self, card: FindingCard) -> None:
        """Scroll a card into sight, its beginning where there is no room for all of it; above the
        first one stands how much it matters.
        """
        self._list.ensureWidgetVisible(card, 0, GAP)
        if card is next(iter(self.cards()), None):
            self._list.to_top()
            return
        hidden = -card.mapTo(self._list.viewport(), QPoint(0, -GAP)).y()
        if hidden > 0:
            bar = self._list.verticalScrollBar()
            bar.setValue(bar.value() - hidden)

    def _open_wanted(self, finding: Finding) -> None:
        for card in self.cards():
            if card.finding == finding:
                self._open(card)

    def _point(self, card: FindingCard) -> None:
        """Show the place of a finding beside its card, which keeps the keyboard."""
        if self.acting.point(card.finding, self.number):
            card.setFocus(Qt.FocusReason.OtherFocusReason)

    def _step(self, card: FindingCard, step: int) -> None:
        cards = self.cards()
        to = min(max(cards.index(card) + step, 0), len(cards) - 1)
        cards[to].setFocus(Qt.FocusReason.OtherFocusReason)

    def _mend(self, card: FindingCard, fix: Fix) -> None:
        if self.acting.mend(card.finding, fix):
            self._go_on_from(card)

    def _dismiss(self, card: FindingCard) -> None:
        if self.acting.dismiss(card.finding):
            self._go_on_from(card)

    def _go_on_from(self, card: FindingCard) -> None:
        """Give the keyboard to what comes after a card that is done with."""
        cards = [one for one in self.cards() if not one.isHidden()]
        place = cards.index(card) if card in cards else 0
        rest = [*cards[place + 1 :], *reversed(cards[:place])]
        if rest:
            rest[0].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.left.emit()


def levels_words(findings: Iterable[Finding]) -> str:
    """Return how much there is to mend: "2 must be mended, 3 worth mending"."""
    tally = Counter(finding.level for finding in findings)
    return ", ".join(
        f"{tally[level]:,} {words}" for level, words in _TELLING.items() if tally[level]
    )


def _holds(card: FindingCard, focused: QWidget | None) -> bool:
    return focused is not None and (card is focused or card.isAncestorOf(focused))


def _nowhere(_finding: Finding) -> str:
    return ""
