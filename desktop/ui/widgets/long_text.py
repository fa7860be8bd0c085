"""A field for a text of several paragraphs, counted as it is written."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from desktop.core.words import Count
from desktop.markup.counting import count_markdown_words


class LongText(QPlainTextEdit):
    """Markdown of the answer subset; ``edited()`` by the person, ``counted(Count)``."""

    edited = Signal()
    counted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self._setting = False
        self.textChanged.connect(self._changed)

    def set_markdown(self, markdown: str) -> None:
        """Show a text."""
        self._setting = True
        self.setPlainText(markdown)
        self._setting = False

    def markdown(self) -> str:
        """Return the text."""
        return self.toPlainText()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.fontMetrics().lineSpacing() * 7)

    def _changed(self) -> None:
        self.counted.emit(Count(count_markdown_words(self.toPlainText())))
        if not self._setting:
            self.edited.emit()
