"""The heading over evidence for or against a sentence: what was looked for, and the way back."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget

from desktop.ui.panels.help_tab import card_column
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.labels import breakable, text_label, tip

_LONGEST = 240


class LookedFor(QFrame):
    """``left()``: back to the evidence for the question."""

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "soft")
        self._words = text_label("", "strong")
        self.back_button = Button("Back to the question (Esc)", self.left.emit)
        column = card_column(self)
        column.addWidget(self._words)
        column.addWidget(self.back_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def show_words(self, words: str) -> None:
        """Say what was looked for; a whole page that was selected is shown by its beginning."""
        short = words if len(words) <= _LONGEST else words[:_LONGEST].rsplit(" ", 1)[0] + " …”"
        self._words.setText(breakable(short))
        self._words.setToolTip(tip(words))
        self._words.setAccessibleName(words)
        self.back_button.setAccessibleDescription(words)
        self.show()

    @property
    def words(self) -> str:
        """What is said to have been looked for, "" if nothing special was."""
        return "" if self.isHidden() else self._words.text().replace("\u200b", "")
