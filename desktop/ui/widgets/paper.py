"""A sheet of paper: what will be printed, black on white whatever the theme."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QTextBrowser, QTextEdit, QWidget

from desktop.ui.spacing import GAP

_PAGE_CHARACTERS, _MARGIN_CHARACTERS = 108, 7
# Paper is no part of the window: a theme must not turn it dark, for it shows what will be printed.
_PAPER = "QTextBrowser { background: white; color: black; border-radius: 0; padding: 0; }"
_PRINT = "a { color: black; text-decoration: underline; } td, th { padding: 3px; }"


class Paper(QFrame):
    """A sheet in the middle of a grey ground. ``pointed(position)``: a place in the text was
    clicked; ``moved()``: it was scrolled.
    """

    pointed = Signal(int)
    moved = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("ground")
        self.text = _Text(self)
        self.text.setAccessibleName(name)
        self.text.pointed.connect(self.pointed)
        self.text.verticalScrollBar().valueChanged.connect(lambda _: self.moved.emit())
        row = QHBoxLayout(self)
        row.setContentsMargins(GAP, GAP, GAP, GAP)
        row.addWidget(self.text)
        self._fit()

    def show_html(self, html: str) -> None:
        """Show a document; the part in view stays in view."""
        bar = self.text.verticalScrollBar()
        before = bar.value()
        self.text.setHtml(html)
        self.text.document().setDocumentMargin(self._margin())
        bar.setValue(before)

    def first_position(self) -> int:
        """Return the place in the text at the top of what is in view."""
        line = self.text.fontMetrics().lineSpacing()
        # Above the first line Qt finds the first place or the last, as it happens.
        above = int(self._margin()) - self.text.verticalScrollBar().value()
        at_top = QPoint(int(self._margin()) + GAP, max(above, 0) + line)
        return self.text.cursorForPosition(at_top).position()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._fit()

    def _margin(self) -> float:
        return float(self.fontMetrics().averageCharWidth() * _MARGIN_CHARACTERS)

    def _fit(self) -> None:
        if not hasattr(self, "text"):
            return
        self.text.setMaximumWidth(self.fontMetrics().averageCharWidth() * _PAGE_CHARACTERS)
        self.text.document().setDocumentMargin(self._margin())


class _Text(QTextBrowser):
    pointed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("paper")
        self.setStyleSheet(_PAPER)
        self.document().setDefaultStyleSheet(_PRINT)
        self.setOpenLinks(False)
        self.anchorClicked.connect(self._follow)
        self._pressed: QPoint | None = None

    def focusNextPrevChild(self, next_: bool) -> bool:
        """Leave the paper by Tab at once, not link by link through every footnote."""
        return QTextEdit.focusNextPrevChild(self, next_)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self._pressed = event.position().toPoint()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        here = event.position().toPoint()
        plain = event.button() == Qt.MouseButton.LeftButton and not self.anchorAt(here)
        if plain and self._pressed is not None and not self.textCursor().hasSelection():
            self.pointed.emit(self.cursorForPosition(here).position())
        self._pressed = None

    def _follow(self, address: QUrl) -> None:
        if address.isRelative() and address.hasFragment():
            self.scrollToAnchor(address.fragment())
        else:
            QDesktopServices.openUrl(address)
