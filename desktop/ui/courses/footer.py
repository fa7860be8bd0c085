"""The bar below a step: back, leave it out, go on."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from desktop.ui.spacing import GAP, GAP_LARGE
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.labels import set_text


class StepFooter(QWidget):
    """Emits what the person wants: ``back``, ``skip``, ``next``."""

    back = Signal()
    skip = Signal()
    next = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.back_button = Button("Back", self.back.emit, name="Back to the step before")
        self.skip_button = Button("Skip this step", self.skip.emit)
        self.next_button = Button("Next step", self.next.emit, look="primary")
        line = QFrame()
        line.setProperty("rule", True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(line)
        bar = QWidget()
        inner = QVBoxLayout(bar)
        inner.setContentsMargins(GAP_LARGE, GAP, GAP_LARGE, GAP)
        row = FlowLayout(spread=True)
        self._note = QLabel()
        self._note.setProperty("role", "strong")
        self._note.hide()
        for part in (self.back_button, self.skip_button, self._note, self.next_button):
            row.addWidget(part)
        inner.addLayout(row)
        column.addWidget(bar)

    def show_place(self, *, first: bool, last: bool, locked: bool) -> None:
        """Say where the buttons lead: past all of a unit that is ``locked``."""
        self.back_button.setEnabled(not first)
        self.next_button.set_words("Finish" if last else "Next unit" if locked else "Next step")
        self.skip_button.setVisible(not last and not locked)

    def show_note(self, words: str) -> None:
        """Say how the step stands."""
        set_text(self._note, words)
