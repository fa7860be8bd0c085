"""A field for one sentence: it wraps and grows instead of hiding its end; it is all one line."""

from __future__ import annotations

import re

from PySide6.QtCore import QEvent, QMimeData, QPointF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QSizePolicy, QToolTip, QWidget

from desktop.core.text import safe_characters
from desktop.ui.editor.marks import Marks
from desktop.ui.widgets.labels import tip

_LINE_ENDS = re.compile(r"[\r\n\u2028\u2029]+")
_MOST_LINES = 6


class SentenceField(QPlainTextEdit):
    """Emits ``edited`` when the person changed it, ``done`` on Enter, ``left`` when focus goes."""

    edited = Signal()
    done = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(0)
        self.forget_steps()
        self._setting = False
        self.marks = Marks(self)
        self.textChanged.connect(self._text_changed)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)

    def text(self) -> str:
        """Return the sentence."""
        return _LINE_ENDS.sub(" ", self.toPlainText())

    def set_text(self, text: str) -> None:
        """Show a sentence; the caret stays where it was as far as the text goes."""
        if text == self.text():
            return
        place = self.textCursor().position()
        self._setting = True
        self.setPlainText(_LINE_ENDS.sub(" ", text))
        self._setting = False
        cursor = self.textCursor()
        cursor.setPosition(min(place, self.document().characterCount() - 1))
        self.setTextCursor(cursor)

    def forget_steps(self) -> None:
        """Let Undo start here: the sentence shown is another one, and the setting up is no step."""
        self.document().clearUndoRedoStacks()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste words only, on one line."""
        self.insertPlainText(_LINE_ENDS.sub(" ", safe_characters(source.text())))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.done.emit()
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        self.marks.paint(painter, event.rect())
        painter.end()

    def viewportEvent(self, event: QEvent) -> bool:
        """Say what is marked under the mouse, before what the field itself is for."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            said = self.marks.said_at(QPointF(event.pos()))
            if said:
                QToolTip.showText(event.globalPos(), tip(*said.split("\n")), self.viewport())
                return True
        return super().viewportEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
        self._show_beginning()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._height())

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self._height())

    def select_all(self) -> None:
        """Mark the whole sentence."""
        cursor = self.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        self.setTextCursor(cursor)

    def _text_changed(self) -> None:
        if not self._setting:
            self.edited.emit()

    def _fit(self) -> None:
        if self.height() != self._height():
            self.updateGeometry()
        policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded
        if self._lines() <= _MOST_LINES:
            policy = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(policy)

    def _show_beginning(self) -> None:
        """Scroll back once there is room: a line that wrapped had pushed the first one out."""
        if self.height() >= self._height() and self._lines() <= _MOST_LINES:
            bar = self.verticalScrollBar()
            bar.setValue(0)

    def _lines(self) -> float:
        return self.document().documentLayout().documentSize().height()

    def _height(self) -> int:
        """Return the height that all lines need; the document of a plain text counts in lines."""
        wanted = min(max(int(self._lines()), 1), _MOST_LINES)
        frame = self.height() - self.viewport().height()
        return wanted * self.fontMetrics().lineSpacing() + max(frame, 0) + 2
