"""A button whose words wrap: a sign, a number and a text in a list of places."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QStyle,
    QStyleOption,
    QWidget,
)

from desktop.ui.spacing import GAP, GAP_SMALL
from desktop.ui.widgets.labels import set_look, text_label

_STEPS = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Home: -1_000_000,
    Qt.Key.Key_End: 1_000_000,
}


class RowButton(QAbstractButton):
    """One row of a list of places. ``step(int)`` asks for the row so many places on."""

    step = Signal(int)

    def __init__(self, parent: QWidget | None = None, *, numbered: bool = True) -> None:
        super().__init__(parent)
        self.setProperty("row", True)
        self.setProperty("current", False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._sign = _column(self)
        self._number = _column(self)
        self._words = text_label("", "row", self)
        self._note = _column(self)
        self._note.hide()
        self._number.setVisible(numbered)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(GAP, GAP - 2, GAP, GAP - 2)
        layout.setSpacing(GAP_SMALL)
        layout.addWidget(self._sign)
        layout.addWidget(self._number)
        layout.addWidget(self._words, 1)
        layout.addWidget(self._note)
        for label in (self._sign, self._number, self._words, self._note):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._fit()

    def show_words(self, words: str, sign: str = "", number: str = "") -> None:
        """Show a row."""
        self._sign.setText(sign)
        self._number.setText(number)
        self._words.setText(words)

    def show_note(self, note: str, look: str = "") -> None:
        """Say something short at the end of the row, "" for nothing; ``look`` as of a label."""
        self._note.setText(note)
        set_look(self._note, "role", look or "row")
        self._note.setVisible(bool(note))

    def words(self) -> str:
        """Return what the row says, sign and number first."""
        parts = (self._sign.text(), self._number.text(), self._words.text(), self._note.text())
        return " ".join(part for part in parts if part)

    @property
    def current(self) -> bool:
        """Whether the person is at the place that the row names."""
        return bool(self.property("current"))

    def set_current(self, current: bool) -> None:
        """Mark the place where the person is."""
        for widget in (self, self._sign, self._number, self._words, self._note):
            set_look(widget, "current", current)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.step.emit(_STEPS[key])
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._fit()
        super().changeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        option = QStyleOption()
        option.initFrom(self)
        painter = QPainter(self)
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_Widget, option, painter, self)
        painter.end()

    def _fit(self) -> None:
        """Give sign and number columns of one width each, so that the rows line up."""
        if not hasattr(self, "_number"):
            return
        metrics = self.fontMetrics()
        self._sign.setFixedWidth(metrics.horizontalAdvance("●m"))
        self._number.setMinimumWidth(metrics.horizontalAdvance("00"))


def _column(parent: QWidget) -> QLabel:
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
    label.setProperty("role", "row")
    label.setProperty("short", True)
    return label
