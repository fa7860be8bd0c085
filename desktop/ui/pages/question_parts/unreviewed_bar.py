"""What stands above an answer while pieces of a first draft in it are unreviewed."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.labels import chip, tip

_WHAT_TO_DO = "Change each piece, or read it and confirm that it may stand as it is."


class UnreviewedBar(QWidget):
    """Says how many there are and what to do; ``confirm()`` and ``next()`` say what is wanted."""

    confirm = Signal()
    next = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("unreviewedBar")
        self._sign = chip("", "warn")
        self._sign.setToolTip(tip(_WHAT_TO_DO))
        self.confirm_button = Button("Confirm this piece", lambda: self.confirm.emit())
        self.next_button = Button("Next unreviewed piece", lambda: self.next.emit(), look="link")
        row = FlowLayout(self)
        row.addWidget(self._sign)
        row.addWidget(self.confirm_button)
        row.addWidget(self.next_button)
        self.hide()

    def show_state(self, count: int, here: str) -> None:
        """Say how many pieces are unreviewed; ``here`` is what the one with the keyboard says."""
        self._sign.setText(f"! {count} unreviewed")
        self.confirm_button.setEnabled(bool(here))
        self.confirm_button.setToolTip(tip(here) if here else tip("Put the cursor into it first"))
        self.setAccessibleName(self.said(count))
        self.setVisible(count > 0)

    def said(self, count: int) -> str:
        """Return what a screen reader hears of it."""
        pieces = "1 piece" if count == 1 else f"{count} pieces"
        return f"{pieces} of the first draft unreviewed. {_WHAT_TO_DO}"
