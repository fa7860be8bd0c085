"""A quiet word at the foot of the window: what was just done, gone after a while, read out to
screen readers.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from desktop.ui.spacing import GAP, GAP_LARGE, GAP_SMALL
from desktop.ui.widgets.labels import text_label

SHOWN_MS = 6000
WITH_BUTTON_MS = 12000
_WIDTH_AT_USUAL_SIZE = 340


class Notice(QFrame):
    """Lies over the bottom left corner of its parent, where nothing is to be pressed."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._ground = parent
        self.setObjectName("notice")
        self.setAccessibleName("Notice")
        self._label = text_label()
        self._label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._button = QPushButton()
        self._button.clicked.connect(self._act)
        self._action: Callable[[], object] | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(GAP_LARGE, GAP, GAP, GAP)
        row.setSpacing(GAP_SMALL)
        row.addWidget(self._label, 1)
        row.addWidget(self._button)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.hide)
        parent.installEventFilter(self)
        self.hide()

    @property
    def message(self) -> str:
        """What is being said; "" while nothing is."""
        return self._label.text() if not self.isHidden() else ""

    @property
    def button(self) -> QPushButton:
        """The button beside the message, hidden where there is nothing to press."""
        return self._button

    def say(
        self, message: str, words: str = "", action: Callable[[], object] | None = None
    ) -> None:
        """Show a message for some seconds, with a button ``words`` if there is an action."""
        self._label.setText(message)
        self._action = action
        self._button.setText(words)
        self._button.setVisible(action is not None)
        self.show()
        self.raise_()
        self._place()
        self._timer.start(WITH_BUTTON_MS if action else SHOWN_MS)
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, message))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self._place()
        return super().eventFilter(watched, event)

    def _act(self) -> None:
        action = self._action
        self.hide()
        if action is not None:
            action()

    def _place(self) -> None:
        parent = self._ground
        scale = self.fontMetrics().averageCharWidth() / 7
        width = min(round(_WIDTH_AT_USUAL_SIZE * max(scale, 1)), parent.width() - 2 * GAP_LARGE)
        height = max(self.heightForWidth(width), self.minimumSizeHint().height())
        self.setGeometry(GAP_LARGE, parent.height() - height - GAP_LARGE, width, height)
