"""What a place shows while it is empty: what it is for, and what to do first."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.ui.spacing import GAP, GAP_LARGE
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.labels import text_label

_CHARACTERS = 64


class EmptyState(QWidget):
    """A heading, a few sentences and at most one button, in the middle of the room there is."""

    def __init__(
        self,
        title: str,
        words: str,
        action: str = "",
        act: Callable[[], object] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.title = text_label(title, "heading")
        self.words = text_label(words, "muted")
        self.button = Button(action, act, look="primary")
        if not action:
            self.button.hide()
        body = QWidget()
        body.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        body.setMaximumWidth(self.fontMetrics().averageCharWidth() * _CHARACTERS)
        column = QVBoxLayout(body)
        column.setSpacing(GAP)
        column.addWidget(self.title)
        column.addWidget(self.words)
        column.addSpacing(GAP)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(GAP_LARGE, GAP_LARGE, GAP_LARGE, GAP_LARGE)
        outer.addStretch(1)
        middle = QHBoxLayout()
        middle.addWidget(body)
        outer.addLayout(middle)
        outer.addStretch(2)
