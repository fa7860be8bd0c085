"""The bar below the answer: leave the question out, call it ready, go on."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop.core.response import AnswerMark
from desktop.ui.spacing import GAP, GAP_LARGE
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.flow import FlowLayout


class Footer(QWidget):
    """Emits what the person wants: ``skip``, ``ready(bool)``, ``step(int)``."""

    skip = Signal()
    ready = Signal(bool)
    step = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.skip_button = Button("Skip this question…", lambda: self.skip.emit())
        self.ready_button = Button("Mark as ready")
        self.ready_button.setCheckable(True)
        self.ready_button.clicked.connect(self.ready)
        self.previous_button = Button("Previous", lambda: self.step.emit(-1))
        self.next_button = Button("Next question", lambda: self.step.emit(1), look="primary")
        line = QFrame()
        line.setProperty("rule", True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(line)
        row = FlowLayout(spread=True)
        row.setContentsMargins(0, 0, 0, 0)
        for buttons in (
            (self.skip_button, self.ready_button),
            (self.previous_button, self.next_button),
        ):
            row.addWidget(_group(*buttons))
        bar = QWidget()
        inner = QVBoxLayout(bar)
        inner.setContentsMargins(GAP_LARGE, GAP, GAP_LARGE, GAP)
        inner.addLayout(row)
        column.addWidget(bar)

    def show_place(self, number: str, numbers: Sequence[str], in_course: bool) -> None:
        """Say where Previous and Next lead from a question: ``in_course``, on with that."""
        self.previous_button.setEnabled(number != numbers[0])
        on = "Next: about us" if number == numbers[-1] else "Next question"
        self.next_button.set_words("Go on with the course" if in_course else on)

    def show_mark(self, mark: AnswerMark) -> None:
        """Say what the answer is marked as."""
        skipped, ready = mark is AnswerMark.SKIPPED, mark is AnswerMark.READY
        self.skip_button.setVisible(not skipped)
        self.ready_button.setVisible(not skipped)
        self.ready_button.setChecked(ready)
        self.ready_button.set_words("✓ Ready" if ready else "Mark as ready")
        self.ready_button.setAccessibleName("Ready" if ready else "Mark as ready")
        self.ready_button.setToolTip(
            "Press again to go on drafting" if ready else "Says that this answer needs no more work"
        )


def _group(*buttons: Button) -> QWidget:
    group = QWidget()
    row = FlowLayout(group)
    for button in buttons:
        row.addWidget(button)
    return group
