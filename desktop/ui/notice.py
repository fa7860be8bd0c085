"""A quiet word at the top of the window: what was just done, gone after a while, read out to
screen readers.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenuBar, QPushButton, QSizePolicy, QWidget

from desktop.ui.spacing import GAP, GAP_SMALL
from desktop.ui.widgets.labels import text_label

SHOWN_MS = 6000
WITH_BUTTON_MS = 12000
# Where there is less room than this, the whole width is taken.
_LEAST_CHARACTERS = 40


class Notice(QFrame):
    """Stands at the right end of the room that ``room`` tells, else at the top of its parent.

    What does not fit in the room in one line goes on below it.
    """

    def __init__(self, parent: QWidget, room: Callable[[], QRect] | None = None) -> None:
        super().__init__(parent)
        self._ground = parent
        self._room = room or parent.rect
        self.setObjectName("notice")
        self.setAccessibleName("Notice")
        self._label = text_label()
        self._label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._button = QPushButton()
        self._button.clicked.connect(self._act)
        self._action: Callable[[], object] | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(GAP, 2, GAP, 2)
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
        ground = self._ground.rect().adjusted(GAP, 1, -GAP, -1)
        room = self._room().intersected(ground)
        if room.width() < self.fontMetrics().averageCharWidth() * _LEAST_CHARACTERS:
            room = ground
        width = min(self._width_in_one_line(), room.width())
        height = max(self.heightForWidth(width), self.minimumSizeHint().height())
        top = max(room.top() + min((room.height() - height) // 2, GAP), ground.top())
        self.setGeometry(room.right() + 1 - width, top, width, height)

    def _width_in_one_line(self) -> int:
        words = self._label.fontMetrics().horizontalAdvance(self._label.text())
        button = 0 if self._button.isHidden() else self._button.sizeHint().width() + GAP_SMALL
        # A little more than the words: rounding must not wrap them.
        return words + button + 2 * GAP + GAP_SMALL


def room_beside(bar: QMenuBar) -> QRect:
    """Return the empty end of a menu bar; nothing where the system shows the menus elsewhere."""
    if bar.isNativeMenuBar() or not bar.actions():
        return QRect()
    left = bar.actionGeometry(bar.actions()[-1]).right() + GAP
    return QRect(left, bar.y(), bar.width() - left - GAP, bar.height())
