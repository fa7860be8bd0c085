"""The one shape of every dialog: a heading, what it is about, verbs as buttons; Escape always
declines.
"""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.ui.spacing import GAP, GAP_LARGE, GAP_PAGE
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.labels import text_label

_WIDTH = 440


class SheetDialog(QDialog):
    """An empty dialog with its heading; put content into ``column`` and buttons with
    ``add_button``.
    """

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setWindowModality(
            Qt.WindowModality.WindowModal if parent else Qt.WindowModality.ApplicationModal
        )
        scale = max(self.fontMetrics().height() / 16, 1)
        self.setMinimumWidth(round(_WIDTH * min(scale, 1.6)))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(GAP_PAGE, GAP_PAGE, GAP_PAGE, GAP_LARGE)
        outer.setSpacing(GAP_LARGE)
        self.heading = text_label(title, "heading")
        outer.addWidget(self.heading)
        self.column = QVBoxLayout()
        self.column.setSpacing(GAP)
        outer.addLayout(self.column, 1)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(GAP)
        self._buttons.addStretch(1)
        outer.addLayout(self._buttons)

    def sizeHint(self) -> QSize:
        """Return the height that the words need at the width they get, not at the least one."""
        hint = super().sizeHint()
        width = max(hint.width(), self.minimumWidth())
        layout = self.layout()
        if layout is None or not layout.hasHeightForWidth():
            return QSize(width, hint.height())
        return QSize(width, layout.totalHeightForWidth(width))

    def showEvent(self, event: QShowEvent) -> None:
        """Take all the room that the words need, however large they are."""
        super().showEvent(event)
        layout = self.layout()
        if layout is not None and layout.hasHeightForWidth():
            needed = layout.totalHeightForWidth(self.width())
            room = self.screen().availableSize().height()
            self.resize(self.width(), min(max(self.height(), needed), room))

    def say(self, text: str, role: str = "") -> None:
        """Add a paragraph that can be selected and copied."""
        if not text:
            return
        label = text_label(text, role)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        label.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.column.addWidget(label)

    def add_button(self, words: str, *, primary: bool = False) -> QPushButton:
        """Add a button at the right end of the row; the primary one answers Enter."""
        button = Button(words, look="primary" if primary else "")
        button.setAutoDefault(primary)
        button.setDefault(primary)
        self._buttons.addWidget(button)
        return button

    def add_link(self, words: str) -> QPushButton:
        """Add a quiet button at the left end of the row."""
        button = Button(words, look="link")
        button.setAutoDefault(False)
        self._buttons.insertWidget(0, button)
        return button

    def decline_with(self, words: str, *, primary: bool = False) -> QPushButton:
        """Add the button that closes the dialog and changes nothing."""
        button = self.add_button(words, primary=primary)
        button.clicked.connect(self.reject)
        return button

    def accept_with(self, words: str, *, primary: bool = True) -> QPushButton:
        """Add the button that says yes: the primary one, unless the dialog advises against it."""
        button = self.add_button(words, primary=primary)
        button.clicked.connect(self.accept)
        return button
