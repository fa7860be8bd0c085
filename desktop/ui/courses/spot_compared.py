"""What a learner marked beside the key: right, missed, not in the key, each with the reason."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop.core.course import Marked, PartKind, Spot
from desktop.core.exercises import Compared, Mark
from desktop.core.listing import counted
from desktop.ui.courses.part_look import PART_CHIPS
from desktop.ui.courses.parts import PART_NAMES
from desktop.ui.panels.help_tab import card_column
from desktop.ui.spacing import GAP, GAP_SMALL
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.labels import breakable, chip, text_label

RIGHT, MISSED, WRONG = ("✓ Right", "used"), ("○ Missed", "warn"), ("✕ Not in the key", "danger")


@dataclass(frozen=True, slots=True)
class Row:
    """One stretch: how it compares, as which part, its words, and why."""

    state: tuple[str, str]
    part: PartKind
    words: str
    why: str


def rows(spot: Spot, compared: Compared) -> Iterator[Row]:
    """Yield what is right, then what was missed, then what the key does not have."""
    for _, marked in compared.right:
        yield Row(RIGHT, marked.part, marked.at, marked.why)
    for marked in compared.missed:
        yield Row(MISSED, marked.part, marked.at, marked.why)
    for mark, there in compared.wrong:
        words = spot.text.rstrip("\n")[mark.start : mark.end]
        yield Row(WRONG, mark.part, words, _instead(mark, there))


def summed_up(compared: Compared) -> str:
    """Return how the marks compare, in one sentence."""
    key = len(compared.right) + len(compared.missed)
    said = f"{len(compared.right)} of {key} found"
    if compared.wrong:
        said = f"{said}, and {counted(len(compared.wrong), 'mark')} that the key does not have"
    return f"{said}. The key is one good reading: yours may be another."


def _instead(mark: Mark, there: Marked | None) -> str:
    if there is None:
        return "The key marks nothing here."
    if there.part is mark.part:
        return f"The key marks as {PART_NAMES[there.part].lower()} just this: “{there.at}”"
    return f"The key has this as {PART_NAMES[there.part].lower()}. {there.why}"


class SpotCompared(QWidget):
    """The comparison, a card for each stretch."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.summary = text_label("", "strong")
        self._cards = QVBoxLayout()
        self._cards.setSpacing(GAP)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self.summary)
        column.addLayout(self._cards)
        self.rows: tuple[Row, ...] = ()
        self.hide()

    def show_compared(self, spot: Spot, compared: Compared) -> None:
        """Show how marks compare with the key."""
        self.rows = tuple(rows(spot, compared))
        self.summary.setText(summed_up(compared))
        while (item := self._cards.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for row in self.rows:
            self._cards.addWidget(_card(row))
        self.show()


def _card(row: Row) -> QFrame:
    card = QFrame()
    card.setProperty("card", "soft")
    column = card_column(card)
    column.setSpacing(GAP_SMALL)
    chips = FlowLayout()
    chips.addWidget(chip(*row.state))
    chips.addWidget(chip(PART_NAMES[row.part], PART_CHIPS[row.part]))
    column.addLayout(chips)
    column.addWidget(text_label(f"“{breakable(row.words)}”"))
    column.addWidget(text_label(row.why, "muted"))
    return card
