"""The three sheets under the header: where you are, what you write, what helps. Side sheets give
way to the middle.

In a narrow window a side sheet becomes a drawer: it lies over the page, comes when asked for, goes
with Escape.
"""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from desktop.ui.spacing import GAP_LARGE
from desktop.ui.widgets.labels import set_look

GUTTER = 12
_LEFT_WIDTH, _RIGHT_WIDTH = 268, 396
_LEFT_LEAST, _RIGHT_LEAST, _PAGE_LEAST = 180, 280, 360
# Below these widths at 100% text size a side sheet becomes a drawer.
RIGHT_DOCKS_FROM, LEFT_DOCKS_FROM = 1100, 820


class Side(StrEnum):
    """A side sheet."""

    LEFT = "left"
    RIGHT = "right"


class Sheet(QFrame):
    """A white sheet that holds one widget. ``left`` comes when Escape is pressed in a drawer."""

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("sheet", True)
        self.setProperty("drawer", False)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(1, 1, 1, 1)

    def put(self, widget: QWidget) -> None:
        """Show this widget on the sheet."""
        self._column.addWidget(widget)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.property("drawer"):
            self.left.emit()
        else:
            super().keyPressEvent(event)


class Body(QWidget):
    """Lays the sheets out. ``changed`` says that a side sheet has come, gone, docked or become a
    drawer.
    """

    changed = Signal()

    def __init__(self, page: QWidget, scale: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scale = scale
        self._wanted = {Side.LEFT: True, Side.RIGHT: True}
        self._offered = {Side.LEFT: False, Side.RIGHT: False}
        self._widths = {Side.LEFT: _LEFT_WIDTH, Side.RIGHT: _RIGHT_WIDTH}
        self._drawer: Side | None = None
        self._came_from: QWidget | None = None
        self._said: list[tuple[bool, bool, bool]] = []
        self.sheets = {Side.LEFT: Sheet(), Side.RIGHT: Sheet()}
        middle = Sheet()
        middle.put(page)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setHandleWidth(GUTTER)
        self._splitter.setChildrenCollapsible(False)
        for sheet in (self.sheets[Side.LEFT], middle, self.sheets[Side.RIGHT]):
            self._splitter.addWidget(sheet)
        self._splitter.setStretchFactor(1, 1)
        self._splitter.splitterMoved.connect(self._remember_widths)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._splitter)
        for side, sheet in self.sheets.items():
            sheet.left.connect(lambda side=side: self.close_drawer(side))
            sheet.hide()
        self.installEventFilter(self)

    # What the window asks

    def offer(self, side: Side, offered: bool) -> None:
        """Say whether the present page has anything to show on a side."""
        if self._offered[side] != offered:
            self._offered[side] = offered
            self._arrange()

    def offered(self, side: Side) -> bool:
        """Whether the present page has anything to show on a side."""
        return self._offered[side]

    def shown(self, side: Side) -> bool:
        """Whether a side sheet can be seen now, docked or as a drawer."""
        return self._docked(side) or self._drawer is side

    def docks(self, side: Side) -> bool:
        """Whether there is room for a side sheet beside the page."""
        least = RIGHT_DOCKS_FROM if side is Side.RIGHT else LEFT_DOCKS_FROM
        return self.width() + 2 * GUTTER >= least * self._scale

    def toggle(self, side: Side) -> None:
        """Show or hide a side sheet: beside the page where there is room, as a drawer where there
        is not.
        """
        if not self._offered[side]:
            return
        if self.docks(side):
            self._wanted[side] = not self._wanted[side]
            self._arrange()
        elif self._drawer is side:
            self.close_drawer(side)
        else:
            self.show_side(side)

    def show_side(self, side: Side) -> None:
        """Make a side sheet visible if it is not."""
        if not self._offered[side] or self.shown(side):
            return
        if self.docks(side):
            self._wanted[side] = True
        else:
            self._came_from = QApplication.focusWidget()
            self._drawer = side
        self._arrange()
        if self._drawer is side:
            self.focus_side(side)

    def focus_side(self, side: Side) -> None:
        """Give the keyboard to the first thing on a side sheet that takes it."""
        for widget in self.sheets[side].findChildren(QWidget):
            takes = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            if takes and widget.isVisible() and widget.isEnabled():
                widget.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return

    def close_drawer(self, side: Side | None = None) -> bool:
        """Put the drawer away if it is open; tell whether it was."""
        if self._drawer is None or side not in (None, self._drawer):
            return False
        self._drawer = None
        self._arrange()
        if self._came_from is not None:
            self._came_from.setFocus(Qt.FocusReason.PopupFocusReason)
        self._came_from = None
        return True

    def set_scale(self, scale: float) -> None:
        """Follow the text size."""
        self._scale = scale
        self._arrange()

    def layout_words(self) -> str:
        """Return widths and wishes as one word to remember."""
        values = [*self._widths.values(), *(int(wish) for wish in self._wanted.values())]
        return " ".join(map(str, values))

    def recall_layout(self, words: str) -> None:
        """Take up a layout that ``layout_words`` gave; anything else changes nothing."""
        try:
            left, right, left_wanted, right_wanted = map(int, words.split())
        except ValueError:
            return
        self._widths = {Side.LEFT: max(left, _LEFT_LEAST), Side.RIGHT: max(right, _RIGHT_LEAST)}
        self._wanted = {Side.LEFT: bool(left_wanted), Side.RIGHT: bool(right_wanted)}
        self._arrange()

    # How it is done

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self and event.type() == QEvent.Type.Resize:
            self._arrange()
        return super().eventFilter(watched, event)

    def _docked(self, side: Side) -> bool:
        return self._offered[side] and self._wanted[side] and self.docks(side)

    def _arrange(self) -> None:
        if self._drawer and (self.docks(self._drawer) or not self._offered[self._drawer]):
            self._drawer = None
        for side, sheet in self.sheets.items():
            self._put(side, sheet)
        self._share_width()
        now = [(self._offered[side], self.docks(side), self.shown(side)) for side in Side]
        if now != self._said:
            self._said = now
            self.changed.emit()

    def _put(self, side: Side, sheet: Sheet) -> None:
        drawer = self._drawer is side
        if drawer:
            sheet.setParent(self)
            sheet.setObjectName("drawer")
            width = min(round(self._widths[side] * self._scale), self.width() - 3 * GAP_LARGE)
            left = 0 if side is Side.LEFT else self.width() - width
            sheet.setGeometry(QRect(left, 0, width, self.height()))
            sheet.show()
            sheet.raise_()
        else:
            if self._splitter.indexOf(sheet) < 0:
                sheet.setObjectName("")
                self._splitter.insertWidget(0 if side is Side.LEFT else 2, sheet)
            least = _LEFT_LEAST if side is Side.LEFT else _RIGHT_LEAST
            sheet.setMinimumWidth(round(least * self._scale) if self._docked(side) else 0)
            sheet.setVisible(self._docked(side))
        set_look(sheet, "drawer", drawer)

    def _share_width(self) -> None:
        left, right = (
            round(self._widths[side] * self._scale) if self._docked(side) else 0 for side in Side
        )
        gutters = GUTTER * sum(1 for width in (left, right) if width)
        page = max(self.width() - left - right - gutters, _PAGE_LEAST)
        sizes = {self.sheets[Side.LEFT]: left, self.sheets[Side.RIGHT]: right}
        count = self._splitter.count()
        self._splitter.setSizes(
            [sizes.get(self._splitter.widget(place), page) for place in range(count)]  # type: ignore[arg-type]
        )

    def _remember_widths(self) -> None:
        for side, sheet in self.sheets.items():
            if self._docked(side):
                self._widths[side] = round(sheet.width() / self._scale)
