"""Table (left) and desk (right); one at a time where large text leaves no room for both."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from desktop.ui.spacing import GAP_LARGE
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.page_column import PageColumn

_CHARACTERS = 100
_SHARES = (7, 4)


class Panes(QSplitter):
    """``narrowed(bool)``: there is room for one pane only, or again for both."""

    narrowed = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._one = False
        self._desk_wanted = False
        self._moved = False
        self.setChildrenCollapsible(False)
        self.back_button = Button("← Back to the table", self.show_table, look="link")
        self.back_button.setProperty("inline", True)
        self.left, self.right = PageColumn("Library", wide=True, parent=self), QWidget(self)
        column = QVBoxLayout(self.right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._back = QWidget(self.right)
        above = QVBoxLayout(self._back)
        above.setContentsMargins(GAP_LARGE, GAP_LARGE, GAP_LARGE, 0)
        above.addWidget(self.back_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._back)
        self._back.hide()
        self.addWidget(self.left)
        self.addWidget(self.right)
        for place, share in enumerate(_SHARES):
            self.setStretchFactor(place, share)
        self.splitterMoved.connect(self._know_moved)

    def put_right(self, desk: QWidget) -> None:
        """Let this fill the right side, whose child it should be."""
        column = self.right.layout()
        assert isinstance(column, QVBoxLayout)
        column.addWidget(desk, 1)

    @property
    def one_at_a_time(self) -> bool:
        """Whether only one of the two can be seen."""
        return self._one

    def show_desk(self) -> None:
        """Bring the desk into view."""
        self._desk_wanted = True
        self._arrange()

    def show_table(self) -> None:
        """Bring the table into view."""
        self._desk_wanted = False
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._fold()

    def _fold(self) -> None:
        one = self.width() < self.fontMetrics().averageCharWidth() * _CHARACTERS
        if one != self._one:
            self._one = one
            self._arrange()
            self.narrowed.emit(one)
        # The shares hold until a person moves the line between the two.
        if not one and not self._moved:
            self.setSizes([1000 * share for share in _SHARES])

    def _know_moved(self) -> None:
        self._moved = True

    def _arrange(self) -> None:
        self._back.setVisible(self._one)
        self.right.setVisible(not self._one or self._desk_wanted)
        self.left.setVisible(not self._one or not self._desk_wanted)
