"""Cards of one group: a few at first, more when asked; a group that matters less is folded."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.core.evidence import Suggestion
from desktop.ui.panels.evidence_card import EvidenceCard
from desktop.ui.panels.evidence_groups import Row
from desktop.ui.spacing import GAP
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.labels import text_label

AT_ONCE = 6
_MORE = 8

Show = Callable[[EvidenceCard, Suggestion, int], None]


class CardSection(QWidget):
    """Shows rows as cards, which are used again for other rows.

    ``make`` makes a card, ``show`` fills it with a Suggestion that so many others are folded under.
    A section with ``folded`` (the words of its button, given how many there are) is closed at
    first; one with a ``title`` has a heading. ``shown()`` says that other cards are to be seen,
    ``grown()`` that there are more cards than ever before.
    """

    shown = Signal()
    grown = Signal()

    def __init__(
        self,
        make: Callable[[], EvidenceCard],
        show: Show,
        *,
        title: str = "",
        folded: Callable[[int], str] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._make, self._show = make, show
        self._words = folded
        self._rows: Sequence[Row] = ()
        self._most = AT_ONCE
        self._opened: set[str] = set()
        self._cards: list[EvidenceCard] = []
        self.title = text_label(title, "muted")
        self.fold_button = Button("", look="link")
        self.fold_button.setCheckable(True)
        self.more_button = Button("", self._show_more, look="link")
        self._body = QVBoxLayout()
        self._body.setSpacing(GAP)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self.title)
        column.addWidget(self.fold_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(self._body)
        column.addWidget(self.more_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.title.setVisible(bool(title))
        self.fold_button.setVisible(folded is not None)
        self.fold_button.toggled.connect(lambda _: self._fill())
        self.hide()

    def show_rows(self, rows: Sequence[Row], *, again: bool) -> None:
        """Show other rows; ``again`` leaves open what was opened."""
        self._rows = rows
        if not again:
            self._most = AT_ONCE
            self._opened.clear()
            self.fold_button.setChecked(False)
        self.setVisible(bool(rows))
        self._fill()

    def cards(self) -> list[EvidenceCard]:
        """Return the cards to be seen, best first."""
        return [card for card in self._cards if not card.isHidden()] if self._rows else []

    @property
    def open(self) -> bool:
        """Whether the cards are to be seen."""
        return self._words is None or self.fold_button.isChecked()

    def toggle_under(self, card: EvidenceCard) -> None:
        """Show what is folded under a card, or fold it again; the keyboard stays on its button."""
        if card.suggestion is None:
            return
        self._opened ^= {card.suggestion.piece.id}
        self._fill()

    def _show_more(self) -> None:
        before = len(self.cards())
        self._most += _MORE
        self._fill()
        # The button may be gone: the keyboard goes on with the first of the new cards.
        cards = self.cards()
        if before < len(cards):
            cards[before].buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _entries(self) -> Iterator[tuple[Suggestion, int, bool]]:
        """Yield what is to be seen: each with how many are under it, and whether it is one."""
        for row in self._rows[: self._most] if self.open else ():
            yield row.suggestion, len(row.under), False
            if row.suggestion.piece.id in self._opened:
                yield from ((one, 0, True) for one in row.under)

    def _fill(self) -> None:
        entries = list(self._entries())
        before = len(self._cards)
        while len(self._cards) < len(entries):
            card = self._make()
            self._cards.append(card)
            self._body.addWidget(card)
        for card, (suggestion, under, is_under) in zip(self._cards, entries, strict=False):
            if card.isHidden() or card.suggestion is not suggestion:
                self._show(card, suggestion, under)
            card.show_under(is_under)
            card.unfold_button.setChecked(suggestion.piece.id in self._opened)
            card.show()
        for card in self._cards[len(entries) :]:
            card.hide()
        left = max(len(self._rows) - self._most, 0) if self.open else 0
        self.more_button.set_words(f"Show {min(left, _MORE)} more")
        self.more_button.setVisible(left > 0)
        if self._words is not None:
            self.fold_button.set_words(self._words(len(self._rows)))
        if len(self._cards) > before:
            self.grown.emit()
        self.shown.emit()
