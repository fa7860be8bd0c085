"""A text that can fold to one line where height is short, with a button that shows all of it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.ui.form import name_field
from desktop.ui.spacing import GAP_SMALL
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.labels import text_label


class FoldedText(QWidget):
    """``what`` names the text for those who hear the button, as in "More of the guidance"."""

    def __init__(self, what: str, role: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._what = what
        self._text = ""
        self._short = False
        self._opened = False
        self.label = text_label("", role)
        self.more_button = Button("More")
        self.more_button.setProperty("role", "link")
        self.more_button.setProperty("inline", True)
        self.more_button.clicked.connect(self._toggle)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP_SMALL)
        row.addWidget(self.label, 1)
        row.addWidget(self.more_button, 0, Qt.AlignmentFlag.AlignTop)

    def text(self) -> str:
        """Return the whole text, also while only its beginning shows."""
        return self._text

    def set_text(self, text: str) -> None:
        """Show another text, or nothing at all where there is none."""
        if text != self._text:
            self._text = text
            self._opened = False
        self.label.setAccessibleName(text)
        self.setVisible(bool(text))
        self._show()

    def set_short(self, short: bool) -> None:
        """Say whether height is short, so that one line is all there should be at first."""
        if short != self._short:
            self._short = short
            self._show()

    @property
    def folded(self) -> bool:
        """Whether a part of the text is hidden now."""
        return self._cut() and not self._opened

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._show()

    def _cut(self) -> bool:
        """Whether the text is longer than the one line there should be."""
        return self._short and self._advance(self._text) > self.width()

    def _advance(self, text: str) -> int:
        return self.label.fontMetrics().horizontalAdvance(text)

    def _toggle(self) -> None:
        self._opened = not self._opened
        self._show()

    def _show(self) -> None:
        folded = self.folded
        self.more_button.setVisible(self._cut())
        words = "More" if folded else "Less"
        self.more_button.set_words(words)
        name_field(self.more_button, f"{words} of the {self._what}", self._text if folded else "")
        shown = self._text
        if folded:
            room = self.width() - self.more_button.sizeHint().width() - GAP_SMALL
            metrics = self.label.fontMetrics()
            shown = metrics.elidedText(shown, Qt.TextElideMode.ElideRight, room)
        self.label.setWordWrap(not folded)
        if self.label.text() != shown:
            self.label.setText(shown)
