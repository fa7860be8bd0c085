"""Where nothing is written yet: the offer of a first draft."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.labels import tip


class DraftOffer(QWidget):
    """``wanted()``: the person would like to see what a first draft would be."""

    wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.button = Button("Assemble a first draft…", lambda: self.wanted.emit())
        self.button.setToolTip(
            tip("Shows the best pieces of the library for this question before any is put in")
        )
        row = FlowLayout(self)
        row.addWidget(self.button)
        self.hide()
