"""Keeps a text where it was scrolled while its box grows and shrinks again for a moment."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QAbstractScrollArea

# Longer than it takes for the boxes round a text to settle, shorter than anybody scrolls.
_SETTLES_MS = 100


class KeptScroll(QObject):
    """Watches the vertical scroll bar of ``area``.

    When something below a text closes, the text's box passes through a height where more of it
    fits, and Qt scrolls it up for good.
    """

    def __init__(self, area: QAbstractScrollArea) -> None:
        super().__init__(area)
        self._bar = area.verticalScrollBar()
        self._wanted = -1
        self._settling = QTimer(self, singleShot=True, interval=_SETTLES_MS)
        self._settling.timeout.connect(self._forget)
        self._bar.rangeChanged.connect(self._range_changed)
        self._bar.actionTriggered.connect(self._forget)

    def _range_changed(self, _: int, most: int) -> None:
        value = self._bar.value()
        if value > most:
            self._wanted = max(self._wanted, value)
            self._settling.start()
        elif self._wanted > value:
            self._bar.setValue(min(self._wanted, most))

    def _forget(self) -> None:
        self._wanted = -1
