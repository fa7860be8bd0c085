"""What stands above the answer: its name, the formatting, its length; in one line if they fit."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from desktop.ui.editor import EditorToolbar
from desktop.ui.spacing import GAP

# Room for the usual length; a longer sentence about it wraps.
_LENGTH_CHARACTERS = 20


class AnswerHead(QWidget):
    """Name, toolbar and length beside each other; in a narrow column the toolbar goes below."""

    def __init__(self, name: QLabel, toolbar: EditorToolbar, length: QLabel) -> None:
        super().__init__()
        self._name, self._toolbar, self._length = name, toolbar, length
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(GAP)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(2, 1)
        self._grid.addWidget(name, 0, 0)
        self._grid.addWidget(length, 0, 2)
        self._one_line: bool | None = None
        self._fit()

    @property
    def one_line(self) -> bool:
        """Whether everything stands in one line."""
        return bool(self._one_line)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._fit()

    def _fit(self) -> None:
        length = self.fontMetrics().averageCharWidth() * _LENGTH_CHARACTERS
        words = self._name.sizeHint().width() + self._toolbar.sizeHint().width()
        one_line = words + length + 2 * GAP <= self.width()
        if one_line == self._one_line:
            return
        self._one_line = one_line
        self._grid.removeWidget(self._toolbar)
        if one_line:
            self._grid.addWidget(self._toolbar, 0, 1)
        else:
            self._grid.addWidget(self._toolbar, 1, 0, 1, 3)
