"""A text box as tall as its text: for columns that scroll as a whole."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QScrollArea, QTextEdit


class GrownHeight(QObject):
    """Keeps a box as tall as what is in it, and never lower than some ``lines``; the column that it
    stands in scrolls to where the cursor goes.
    """

    def __init__(self, box: QTextEdit, lines: int = 1) -> None:
        super().__init__(box)
        self._box = box
        self._lines = lines
        self._position = 0
        box.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        box.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # In the middle of a change of size nothing is as tall as it will be.
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._settle)
        box.cursorPositionChanged.connect(self._soon.start)
        box.document().documentLayout().documentSizeChanged.connect(lambda _: self._soon.start())
        box.installEventFilter(self)
        self._soon.start()

    def _settle(self) -> None:
        self.fit()
        if self._box.hasFocus() and self._position != self._box.textCursor().position():
            self._position = self._box.textCursor().position()
            self._follow_cursor()

    def _follow_cursor(self) -> None:
        column = self._box.parentWidget()
        while column is not None and not isinstance(column, QScrollArea):
            column = column.parentWidget()
        inside = column.widget() if isinstance(column, QScrollArea) else None
        if isinstance(column, QScrollArea) and inside is not None:
            caret = self._box.cursorRect()
            place = self._box.viewport().mapTo(inside, caret.center())
            column.ensureVisible(0, place.y(), 0, caret.height())

    def fit(self) -> None:
        """Give the box the height of its text."""
        box = self._box
        frame = box.height() - box.viewport().height()
        text = ceil(box.document().documentLayout().documentSize().height())
        least = self._lines * box.fontMetrics().lineSpacing() + 2 * ceil(
            box.document().documentMargin()
        )
        wanted = max(text, least) + max(frame, 0) + 1
        if box.minimumHeight() != wanted or box.maximumHeight() != wanted:
            box.setFixedHeight(wanted)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fit again where the width or the letters are others."""
        if event.type() in {QEvent.Type.Resize, QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._soon.start()
        return False
