"""Fields that the wheel leaves alone while a form is scrolled past them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QWidget


class Still(QObject):
    """Lets the wheel scroll the page, unless the field has the keyboard."""

    def __init__(self, field: QWidget) -> None:
        super().__init__(field)
        # By the wheel alone a field would get the keyboard, and change with the next turn.
        field.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        wheel = event.type() == QEvent.Type.Wheel
        if wheel and isinstance(watched, QWidget) and not watched.hasFocus():
            event.ignore()
            return True
        return super().eventFilter(watched, event)
