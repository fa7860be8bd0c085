"""Buttons that Enter presses as well as Space, wherever they stand."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget


class Button(QPushButton):
    """A button; ``look`` is "primary" for what to do next, "link" for a way elsewhere, or ""."""

    def __init__(
        self,
        text: str,
        act: Callable[[], object] | None = None,
        *,
        look: str = "",
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.set_words(text, name)
        if look == "primary":
            self.setProperty("primary", True)
        elif look:
            self.setProperty("role", look)
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        if act is not None:
            self.clicked.connect(lambda: act())

    def set_words(self, text: str, name: str = "") -> None:
        """Show other words; an ampersand is one, and ``name`` says more to a screen reader."""
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(name or text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.isAutoRepeat():
            self.click()
            return
        super().keyPressEvent(event)
