"""The practices that were put away, folded behind a link: to be brought back, or deleted."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.core.moments import printed_day
from desktop.session.practising import PracticeCard
from desktop.ui.models.words import counted
from desktop.ui.spacing import GAP_LARGE, GAP_SMALL
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.labels import breakable, text_label


class PutAwayList(QWidget):
    """``brought_back(PracticeCard)``, ``deleted(PracticeCard)``: what a button asks for;
    ``folded(bool)``: whether only the link shows now.
    """

    brought_back = Signal(object)
    deleted = Signal(object)
    folded = Signal(bool)

    def __init__(
        self, cards: Sequence[PracticeCard], *, opened: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._count = len(cards)
        self._opened = opened
        self.link = Button("", self._toggle, look="link")
        self.rows = [self._row(card) for card in cards]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_LARGE)
        column.addWidget(self.link, 0, Qt.AlignmentFlag.AlignLeft)
        for row in self.rows:
            column.addWidget(row)
        self._show()

    def _toggle(self) -> None:
        self._opened = not self._opened
        self._show()
        self.folded.emit(not self._opened)

    def _show(self) -> None:
        verb = "Hide" if self._opened else "Show"
        said = f"{verb} the courses that were put away"
        self.link.set_words(f"{verb} what was put away ({self._count})", f"{said}: {self._count}")
        for row in self.rows:
            row.setVisible(self._opened)

    def _row(self, card: PracticeCard) -> PutAwayRow:
        row = PutAwayRow(card)
        row.back.clicked.connect(lambda: self.brought_back.emit(card))
        row.delete.clicked.connect(lambda: self.deleted.emit(card))
        return row


class PutAwayRow(QWidget):
    """One of them: what it is, whose, and since when nobody has written in it."""

    def __init__(self, card: PracticeCard, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.card = card
        name = practice_name(card)
        self.setAccessibleName(name)
        self.back = Button("Bring back", look="link", name=f"Bring back {name}")
        self.delete = Button("Delete for good…", look="link", name=f"Delete for good: {name}…")
        steps = f"{card.done} of {counted(card.steps, 'step')} behind you"
        when = f"last worked on {printed_day(card.last.date().isoformat())}"
        said = card.problem or f"{steps} · {when}"
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_SMALL)
        column.addWidget(text_label(breakable(name)))
        column.addWidget(text_label(breakable(said), "warn" if card.problem else "muted"))
        buttons = FlowLayout()
        for button in (self.back, self.delete):
            button.setProperty("inline", True)
            buttons.addWidget(button)
        column.addLayout(buttons)


def practice_name(card: PracticeCard) -> str:
    """Return what tells one practice from others: its course, and whose it is."""
    return f"{card.title}, as {card.name}" if card.name else card.title
