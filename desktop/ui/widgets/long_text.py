"""A field for a text of several paragraphs: the answer editor at the size of a form field."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.dialogs import Dialogs
from desktop.ui.editor import AnswerEditor

_LINES = 6


class LongText(AnswerEditor):
    """Rich text of the answer subset, some lines high."""

    def __init__(self, dialogs: Dialogs | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent, dialogs)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.fontMetrics().lineSpacing() * (_LINES + 2))
