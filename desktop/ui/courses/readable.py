"""Lines that stay short enough to be read, at any size of text."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

_CHARACTERS = 120
_CHANGES = (QEvent.Type.FontChange, QEvent.Type.StyleChange)


class Readable(QObject):
    """Keeps a widget as wide as is good to read."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        widget.installEventFilter(self)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._widget and event.type() in _CHANGES:
            self._fit()
        return False

    def _fit(self) -> None:
        width = self._widget.fontMetrics().averageCharWidth() * _CHARACTERS
        if self._widget.maximumWidth() != width:
            self._widget.setMaximumWidth(width)
