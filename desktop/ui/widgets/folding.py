"""Side by side where there is room, one below the other where large text leaves none."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSplitter, QVBoxLayout, QWidget

from desktop.ui.spacing import GAP


class Folding(QWidget):
    """A row of widgets that becomes a column below a width, told in characters of the text; its
    parts then stand ``folded_spacing`` apart, or as far as in the row.
    """

    def __init__(
        self,
        characters: int,
        spacing: int = GAP,
        parent: QWidget | None = None,
        *,
        folded_spacing: int | None = None,
    ) -> None:
        super().__init__(parent)
        self._characters = characters
        self._spacings = spacing, spacing if folded_spacing is None else folded_spacing
        self.row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(spacing)
        # Otherwise the row would keep its own width and never become narrow enough to fold.
        self.row.setSizeConstraint(QBoxLayout.SizeConstraint.SetNoConstraint)

    def add(self, widget: QWidget, stretch: int = 0) -> None:
        """Put a widget behind the others."""
        self.row.addWidget(widget, stretch)

    def add_top(self, widget: QWidget, stretch: int = 0) -> None:
        """Put a widget behind the others, as high as it needs to be."""
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(widget)
        column.addStretch(1)
        self.row.addWidget(holder, stretch)

    @property
    def folded(self) -> bool:
        """Whether the widgets stand one below the other now."""
        return self.row.direction() == QBoxLayout.Direction.TopToBottom

    def minimumSizeHint(self) -> QSize:
        least = [self.row.itemAt(place).minimumSize() for place in range(self.row.count())]  # type: ignore[union-attr]
        width = max((size.width() for size in least), default=0)
        return QSize(width, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._fold()

    def _fold(self) -> None:
        narrow = _narrow(self, self._characters)
        wanted = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if self.row.direction() != wanted:
            self.row.setDirection(wanted)
            self.row.setSpacing(self._spacings[narrow])
            self.updateGeometry()


class FoldingSplitter(QSplitter):
    """Two panes side by side, or one above the other below a width, told in characters."""

    def __init__(
        self, characters: int, shares: tuple[int, int], parent: QWidget | None = None
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._characters = characters
        self._shares = shares
        self._shared: Qt.Orientation | None = None
        self.setChildrenCollapsible(False)

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
        narrow = _narrow(self, self._characters)
        wanted = Qt.Orientation.Vertical if narrow else Qt.Orientation.Horizontal
        self.setOrientation(wanted)
        if self._shared is not wanted and self.isVisible():
            self._shared = wanted
            # Above each other both have the same right to the room.
            self.setSizes([1000, 1000] if narrow else [1000 * share for share in self._shares])


def _narrow(widget: QWidget, characters: int) -> bool:
    return widget.width() < characters * widget.fontMetrics().averageCharWidth()


def page_head(title: QWidget, *buttons: QWidget) -> Folding:
    """Return a heading with its buttons at the right, or below it where there is no room."""
    row = Folding(48)
    row.add(title, 1)
    for button in buttons:
        row.add(button)
    return row
