"""What stands in place of the answer while a question is skipped."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from desktop.ui.panels.help_tab import card_column
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.labels import breakable, chip, text_label


class SkippedNotice(QFrame):
    """Shows the reason; ``reopen()`` and ``reword()`` say what the person wants."""

    reopen = Signal()
    reword = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("skippedNotice")
        self.setProperty("card", "soft")
        self._reason = text_label("", "strong")
        self.reopen_button = Button("Answer it after all")
        self.reword_button = Button("Change the reason…")
        self.reopen_button.clicked.connect(self.reopen)
        self.reword_button.clicked.connect(self.reword)
        column = card_column(self)
        chips = FlowLayout()
        chips.addWidget(chip("– Skipped", "neutral"))
        column.addLayout(chips)
        column.addWidget(self._reason)
        column.addWidget(
            text_label(
                "The submission leaves this question out. Anything written here is kept.", "muted"
            )
        )
        row = FlowLayout()
        row.addWidget(self.reopen_button)
        row.addWidget(self.reword_button)
        column.addLayout(row)

    def show_reason(self, reason: str) -> None:
        """Show why the question is skipped."""
        self._reason.setText(breakable(reason.strip() or "No reason was given."))

    def reason(self) -> str:
        """Return the reason shown."""
        return self._reason.text()
