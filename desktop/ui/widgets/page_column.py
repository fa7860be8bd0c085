"""The column of a page: it scrolls when there is more than fits, and its lines stay readable."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.ui.spacing import GAP, GAP_LARGE
from desktop.ui.widgets.labels import text_label

_READABLE_CHARACTERS = 120


class PageColumn(QScrollArea):
    """A scrolling column of widgets, as wide as is good to read (or as there is, if ``wide``)."""

    def __init__(
        self,
        name: str,
        *,
        wide: bool = False,
        margin: int = GAP_LARGE,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inner = QWidget()
        inner.setProperty("scrolled", True)
        row = QHBoxLayout(inner)
        row.setContentsMargins(margin, margin, margin, margin)
        self._row = row
        self._body = QWidget()
        self._wide = wide
        self.column = QVBoxLayout(self._body)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(GAP_LARGE)
        row.addWidget(self._body, 1)
        row.addStretch(0)
        self.setWidget(inner)
        self._fit()

    def add(self, thing: QWidget | QLayout) -> None:
        """Put a widget or a layout below the others."""
        if isinstance(thing, QLayout):
            self.column.addLayout(thing)
        else:
            self.column.addWidget(thing)

    def margins(self, left: int, top: int, right: int, bottom: int) -> None:
        """Leave other room round the column."""
        self._row.setContentsMargins(left, top, right, bottom)

    def end(self) -> None:
        """Keep everything at the top."""
        self.column.addStretch(1)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._fit()

    def _fit(self) -> None:
        if not self._wide:
            width = self.fontMetrics().averageCharWidth() * _READABLE_CHARACTERS
            self._body.setMaximumWidth(width)


def titled(title: str, words: str = "", role: str = "title") -> QVBoxLayout:
    """Return a heading with a sentence below it."""
    column = QVBoxLayout()
    column.setSpacing(GAP)
    column.addWidget(text_label(title, role))
    if words:
        column.addWidget(text_label(words, "muted"))
    return column
