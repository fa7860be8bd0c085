"""One question in a word budget: its share as a number and a bar, and what is lost of it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QSpinBox, QVBoxLayout, QWidget

from desktop.core.consultation import Question
from desktop.core.exercises import Shared
from desktop.core.listing import counted
from desktop.ui.panels.help_tab import card_column
from desktop.ui.spacing import GAP, GAP_SMALL
from desktop.ui.widgets.inset import inset
from desktop.ui.widgets.labels import set_look, set_text, text_label

_STEP = 10


class WordsBox(QSpinBox):
    """A number of words; the wheel scrolls the page, unless the box has the keyboard."""

    def __init__(self, most: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setRange(0, most)
        self.setSingleStep(_STEP)
        self.setSuffix(" words")
        inset(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class BudgetRow(QFrame):
    """``given(int)``: the person gives the question so many words."""

    given = Signal(int)

    def __init__(self, question: Question, most: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "soft")
        self.question = question
        name = f"Question {question.number}: {question.heading or question.text}"
        self.words = WordsBox(most)
        self.words.setAccessibleName(f"Words for question {question.number}")
        self.words.setAccessibleDescription(question.text)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(f"Share of question {question.number}")
        self.said = text_label()
        self.model = text_label("", "muted")
        title = text_label(name, "strong")
        title.setToolTip(question.text)
        head = QHBoxLayout()
        head.setSpacing(GAP)
        head.addWidget(title, 1)
        head.addWidget(self.words, 0, Qt.AlignmentFlag.AlignTop)
        column: QVBoxLayout = card_column(self)
        column.setSpacing(GAP_SMALL)
        column.addLayout(head)
        column.addWidget(self.bar)
        column.addWidget(self.said)
        column.addWidget(self.model)
        self.words.valueChanged.connect(self.given)

    def show_share(self, shared: Shared, longest: int, *, touched: bool, compared: bool) -> None:
        """Show what the question has now: as long a bar as its share of the ``longest``."""
        self.words.blockSignals(True)
        self.words.setValue(shared.words)
        self.words.blockSignals(False)
        self.bar.setRange(0, max(longest, 1))
        self.bar.setValue(min(shared.words, longest))
        words, role = self._told(shared) if touched or compared else ("", "")
        set_text(self.said, words)
        set_look(self.said, "role", role)
        model = f"The model gives it {counted(shared.share.model, 'word')}."
        set_text(self.model, model if compared else "")
        self.bar.setAccessibleDescription(f"{counted(shared.words, 'word')}. {words}".strip())

    def _told(self, shared: Shared) -> tuple[str, str]:
        limit = self.question.limit
        if limit is not None and shared.words > limit.value:
            over = counted(shared.words - limit.value, "word")
            return f"✕ {over} more than this answer may have.", "danger"
        if not shared.words and shared.is_lost:
            return f"○ Not answered. Lost: {shared.share.lost}", "warn"
        if shared.is_lost:
            return f"● Too short. Lost: {shared.share.lost}", "warn"
        return "✓ Nothing is lost.", "done"
