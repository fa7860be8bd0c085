"""The findings of one level: a heading with their number, then a card for each, the first of many.

A card keeps to its finding, so that one which is open or has the keyboard stays as it is while
others come and go.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.core.finding import Finding, FindingLevel
from desktop.ui.checking.likeness import Likeness, likeness
from desktop.ui.models.words import LEVELS
from desktop.ui.panels.checks_card import FindingCard
from desktop.ui.spacing import GAP
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.labels import chip

# A report pasted whole may have thousands of findings; a card for each would stop the window.
_MANY = 20


class LevelGroup(QWidget):
    """``made(FindingCard)`` comes with each new card."""

    made = Signal(object)

    def __init__(self, level: FindingLevel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._level = level
        self._limit = _MANY
        self._findings: tuple[Finding, ...] = ()
        self._where: Callable[[Finding], str] = lambda _: ""
        self._cards: dict[Likeness, FindingCard] = {}
        self._gone: list[FindingCard] = []
        self.heading = chip("", LEVELS[level][2])
        self._column = QVBoxLayout()
        self._column.setSpacing(GAP)
        self.more_button = Button("", self._show_more, look="link")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, GAP)
        column.setSpacing(GAP)
        column.addWidget(self.heading, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(self._column)
        column.addWidget(self.more_button)

    def cards(self) -> list[FindingCard]:
        """Return the cards, first to last."""
        return list(self._cards.values())

    def show_findings(
        self, findings: tuple[Finding, ...], where: Callable[[Finding], str], *, anew: bool
    ) -> None:
        """Show those of this level; ``where`` names the place of one, ``anew`` begins with a short
        list again. What is no longer said stays until ``put_away``, so that the keyboard can move
        on from there before it is gone.
        """
        if anew:
            self._limit = _MANY
        self._findings = tuple(one for one in findings if one.level is self._level)
        self._where = where
        self._show()

    def put_away(self) -> None:
        """Take the cards off the list that are no longer in it."""
        for card in self._gone:
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._gone = []
        self.setVisible(bool(self._findings))

    def _show_more(self) -> None:
        self._limit += _MANY
        self._show()

    def _show(self) -> None:
        known, self._cards = self._cards, {}
        for finding in self._findings[: self._limit]:
            key = likeness(finding, self._cards)
            where = self._where(finding)
            card = known.pop(key, None)
            if card is None:
                card = FindingCard(finding, where)
                self.made.emit(card)
            else:
                card.show_finding(finding, where)
            self._cards[key] = card
        self._gone += known.values()
        for place, card in enumerate(self._cards.values()):
            if self._column.indexOf(card) != place:
                self._column.insertWidget(place, card)
                card.show()  # at once, so that it can have the keyboard at once
        count = len(self._findings)
        sign, words, _ = LEVELS[self._level]
        self.heading.setText(f"{sign} {words} ({count:,})")
        left = count - len(self._cards)
        self.more_button.setVisible(left > 0)
        self.more_button.set_words(f"Show {min(left, _MANY)} more of {left:,}")
        if count:
            self.show()
