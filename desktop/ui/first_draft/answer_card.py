"""One answer of a first draft: a tick for each piece that would go in, and what was not found."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.core.drafting import AnswerPlan, Placed, without
from desktop.core.drafting_words import PARTS, length_words, missing_words, untouched_words
from desktop.core.text import plain_text
from desktop.ui.form import name_field
from desktop.ui.models.words import counted
from desktop.ui.panels.help_tab import card_column
from desktop.ui.spacing import GAP, GAP_SMALL
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.labels import breakable, set_text, text_label


class AnswerCard(QFrame):
    """``changed()``: a tick was set or cleared."""

    changed = Signal()

    def __init__(self, plan: AnswerPlan, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self._plan = plan
        question = plan.question
        self.rows = [PieceRow(item) for item in plan.placed]
        self.length = text_label("", "muted")
        self.missing = text_label("", "muted")
        column = card_column(self)
        heading = f"{question.number}  {question.heading or question.text}"
        column.addWidget(text_label(breakable(heading), "strong"))
        column.addWidget(self.length)
        for row in self.rows:
            row.tick.toggled.connect(self._toggled)
            column.addWidget(row)
        column.addWidget(self.missing)
        self._tell()

    @property
    def open(self) -> bool:
        """Whether the answer may be written into."""
        return self._plan.untouched is None

    @property
    def has_pieces(self) -> bool:
        """Whether anything was found for this answer."""
        return bool(self.rows)

    @property
    def pieces(self) -> int:
        """How many pieces are ticked."""
        return len(self._ticked().placed)

    @property
    def words(self) -> int:
        """How many words they have."""
        return self._ticked().length.words

    def left_out(self) -> Iterator[tuple[str, str]]:
        """Yield the pieces that are not ticked, as ``without`` takes them."""
        for row in self.rows:
            if not row.tick.isChecked():
                yield self._plan.question.number, row.placed.candidate.id

    def _ticked(self) -> AnswerPlan:
        return without([self._plan], set(self.left_out()))[0]

    def _toggled(self) -> None:
        self._tell()
        self.changed.emit()

    def _tell(self) -> None:
        plan = self._ticked()
        if plan.untouched is not None:
            said = untouched_words(plan.untouched)
            self.length.setText(said[:1].upper() + said[1:])
        else:
            said = length_words(plan)
            self.length.setText(said[:1].upper() + said[1:])
        set_text(self.missing, "\n".join(missing_words(plan)))


class PieceRow(QWidget):
    """One piece: a tick, what part it plays, what it says, where it is from."""

    def __init__(self, placed: Placed, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.placed = placed
        candidate = placed.candidate
        part, words = PARTS[placed.part], counted(placed.length.words, "word")
        self.tick = QCheckBox()
        self.tick.setChecked(True)
        name_field(self.tick, f"{part}: {candidate.claim}", f"{candidate.reference}. {words}")
        self.text = text_label(breakable(placed.key_point or plain_text(placed.blocks)))
        self.text.hide()
        self.read_button = Button("Read it", self._read, look="link")
        self.read_button.setProperty("inline", True)
        self.read_button.setAccessibleName(f"Read it: {candidate.claim}")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, GAP_SMALL, 0, 0)
        row.setSpacing(GAP)
        ticks = QVBoxLayout()
        ticks.addWidget(self.tick)
        ticks.addStretch(1)
        row.addLayout(ticks)
        told = QVBoxLayout()
        told.setSpacing(GAP_SMALL)
        head = QHBoxLayout()
        head.addWidget(text_label(f"{part}, {words}", "muted"), 1)
        head.addWidget(self.read_button)
        told.addLayout(head)
        told.addWidget(text_label(breakable(candidate.claim)))
        told.addWidget(text_label(breakable(candidate.reference), "muted"))
        if placed.why:
            told.addWidget(text_label(breakable(f"Why: {'; '.join(placed.why)}"), "muted"))
        told.addWidget(self.text)
        row.addLayout(told, 1)

    def _read(self) -> None:
        reading = self.text.isHidden()
        self.text.setVisible(reading)
        words = "Fold" if reading else "Read it"
        self.read_button.set_words(words, f"{words}: {self.placed.candidate.claim}")
