"""What stands in the place of a step whose unit the trainer has not opened yet."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.spacing import GAP
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.labels import text_label

_SAYS = (
    "Your trainer opens it when the group comes to it, and gives you the course file again. What "
    "you have written stays as it is. You can go past this unit to what comes after it."
)


class LockedUnit(QWidget):
    """Says so, and takes the file."""

    def __init__(self, bring_in: Callable[[], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.button = Button("Open the newer course file…", bring_in)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(text_label("This unit is locked", "heading"))
        column.addWidget(text_label(_SAYS))
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
