"""A long text with its label, its help and its words counted."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.core.words import Count
from desktop.ui.dialogs import Dialogs
from desktop.ui.form import labelled
from desktop.ui.models.words import counted
from desktop.ui.spacing import GAP_LARGE, GAP_SMALL
from desktop.ui.widgets.labels import text_label
from desktop.ui.widgets.long_text import LongText


class LongField(QWidget):
    """Label above, help and count below. ``text`` is the field itself."""

    def __init__(
        self,
        label: str,
        help_text: str = "",
        *,
        dialogs: Dialogs | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.text = LongText(dialogs)
        self.words = QLabel()
        self.words.setProperty("role", "muted")
        self.words.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        self.text.counted.connect(self._count)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_SMALL)
        column.addWidget(labelled(self.text, label))
        self.help = text_label(help_text, "muted")
        self.set_help(help_text)
        below = QHBoxLayout()
        below.setSpacing(GAP_LARGE)
        below.addWidget(self.help, 1)
        below.addWidget(self.words)
        column.addLayout(below)
        self._count(Count())

    def set_help(self, help_text: str) -> None:
        """Say something else below the text."""
        self.help.setText(help_text)
        self.text.setAccessibleDescription(help_text)

    def _count(self, count: Count) -> None:
        self.words.setText(counted(count.words, "word"))
