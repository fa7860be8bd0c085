"""A web address as a link that wraps, opened by the person's own browser."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from desktop.core.text import is_link
from desktop.ui.widgets.labels import breakable


class AddressLabel(QLabel):
    """Shows an address, or nothing at all where there is none."""

    def __init__(self, address: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
        self.setOpenExternalLinks(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._write(address)
        # Never shown before it has its place: it would come up as a window of its own.
        if not address:
            self.hide()

    def show_address(self, address: str) -> None:
        """Show another address; one that is not of the web is shown as words."""
        self._write(address)
        self.setVisible(bool(address))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            # The colour of a link is fixed when its text is read.
            text = self.text()
            self.clear()
            self.setText(text)

    def _write(self, address: str) -> None:
        shown = escape(breakable(address))
        self.setText(f'<a href="{escape(address)}">{shown}</a>' if is_link(address) else shown)
        self.setAccessibleName(f"Address: {address}")
