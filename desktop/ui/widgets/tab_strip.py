"""Tabs that go on in a second line where they do not fit in one, so that none is ever hidden."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QToolButton, QWidget

from desktop.ui.widgets.flow import FlowLayout

# Room beside the words of a tab: this share of a line's height, less where that lets all tabs
# stand in one line.
_PADDING = 0.75
_LEAST_PADDING = 4
_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
}


class TabStrip(QWidget):
    """One of several is chosen: ``changed(int)``. Tab reaches the chosen one, arrows the others."""

    changed = Signal(int)

    def __init__(self, names: list[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tabs = [_Tab(name, self) for name in names]
        self._current = 0
        row = FlowLayout(self, spacing=0)
        for place, tab in enumerate(self._tabs):
            row.addWidget(tab)
            tab.clicked.connect(lambda _, place=place: self.choose(place))
            tab.step.connect(self._step)
        self._mark()

    @property
    def current(self) -> int:
        """The place of the chosen tab."""
        return self._current

    def titles(self) -> list[str]:
        """Return what stands on the tabs."""
        return [tab.text() for tab in self._tabs]

    def set_title(self, place: int, title: str) -> None:
        """Write something else on a tab."""
        self._tabs[place].setText(title)
        self._tabs[place].setAccessibleName(title)
        self._share_room()

    def choose(self, place: int) -> None:
        """Choose a tab; the keyboard goes along where it is on another."""
        moved = place != self._current
        along = self._tabs[self._current].hasFocus()
        self._current = place
        self._mark()
        if moved and along:
            self.focus_current()
        if moved:
            self.changed.emit(place)

    def focus_current(self) -> None:
        """Give the keyboard to the chosen tab."""
        self._tabs[self._current].setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._share_room()

    def _share_room(self) -> None:
        """Move the tabs together as far as is good where they would need a second line."""
        usual = round(self._tabs[0].fontMetrics().height() * _PADDING)
        left = self.width() - sum(tab.words_width() for tab in self._tabs)
        padding = min(usual, left // len(self._tabs))
        for tab in self._tabs:
            tab.pad(padding if padding >= _LEAST_PADDING else usual)

    def _step(self, by: int) -> None:
        self.choose((self._current + by) % len(self._tabs))
        self.focus_current()

    def _mark(self) -> None:
        for place, tab in enumerate(self._tabs):
            here = place == self._current
            tab.setChecked(here)
            tab.setFocusPolicy(Qt.FocusPolicy.StrongFocus if here else Qt.FocusPolicy.ClickFocus)


class _Tab(QToolButton):
    step = Signal(int)

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._padding = 0
        self.setText(name)
        self.setAccessibleName(name)
        self.setProperty("tab", True)
        self.setCheckable(True)
        self.setAutoExclusive(True)

    def words_width(self) -> int:
        """Return the room that the words take when they are bold."""
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        return QFontMetrics(font).horizontalAdvance(self.text())

    def pad(self, padding: int) -> None:
        """Leave so much room beside the words."""
        if padding != self._padding:
            self._padding = padding
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Take little more room than the words do when they are bold."""
        return QSize(self.words_width() + self._padding, super().sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = _STEPS.get(Qt.Key(event.key()))
        if by is None:
            super().keyPressEvent(event)
        else:
            self.step.emit(by)
