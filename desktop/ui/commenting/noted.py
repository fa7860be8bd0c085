"""What a peer wrote of a learner's submission."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.spacing import GAP, GAP_SMALL
from desktop.ui.widgets.labels import breakable, text_label


class Noted(QWidget):
    """Shows nothing where nothing was noted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GAP_SMALL)
        self._labels: list[QWidget] = []

    def show_noted(self, noted: Sequence[tuple[str, str, str]]) -> None:
        """Show these: where, what was asked, what is written."""
        for label in self._labels:
            label.hide()
            label.deleteLater()
        self._labels = []
        last = ""
        for where, asked, text in noted:
            if where != last:
                self._add(where, "heading")
            last = where
            self._add(asked, "muted")
            self._add(text, "")
        self.setVisible(bool(noted))

    def _add(self, words: str, role: str) -> None:
        label = text_label(breakable(words), role)
        if not role:
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            label.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            label.setContentsMargins(0, 0, 0, GAP)
        self._labels.append(label)
        self._column.addWidget(label)
