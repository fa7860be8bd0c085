"""Side by side where there is room, one below the other where large text leaves none."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QSplitter, QVBoxLayout, QWidget

from desktop.ui.spacing import GAP

_HEAD_CHARACTERS = 48
# So much of a title must have room beside the buttons, in its own characters.
_TITLE_CHARACTERS = 14


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
        narrow = self._is_narrow()
        wanted = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if self.row.direction() != wanted:
            self.row.setDirection(wanted)
            self.row.setSpacing(self._spacings[narrow])
            self.updateGeometry()

    def _is_narrow(self) -> bool:
        return _narrow(self, self._characters)


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


class _Buttons(Folding):
    """Buttons beside one another where they all fit."""

    def __init__(self, *buttons: QWidget) -> None:
        super().__init__(0)
        self._buttons = buttons
        for button in buttons:
            self.add(button)
        self.row.addStretch(0)

    def room(self) -> int:
        """Return how wide they are beside one another."""
        shown = [button for button in self._buttons if not button.isHidden()]
        return sum(button.sizeHint().width() + self.row.spacing() for button in shown)

    def _is_narrow(self) -> bool:
        return self.width() < self.room() - self.row.spacing()


class _PageHead(Folding):
    """A heading with its buttons at the right, or below it where they leave it too little room."""

    def __init__(self, title: QWidget, *buttons: QWidget) -> None:
        super().__init__(_HEAD_CHARACTERS)
        self._title = title
        self._buttons = _Buttons(*buttons)
        self.add(title, 1)
        self.add(self._buttons)

    def event(self, event: QEvent) -> bool:
        # The title may be another one, and the buttons may say something else.
        if event.type() is QEvent.Type.LayoutRequest:
            self._fold()
        return super().event(event)

    def _is_narrow(self) -> bool:
        metrics = self._title.fontMetrics()
        room = metrics.averageCharWidth() * _TITLE_CHARACTERS
        if isinstance(self._title, QLabel):
            room = min(room, metrics.horizontalAdvance(self._title.text()))
        return super()._is_narrow() or self.width() < room + self._buttons.room()


def page_head(title: QWidget, *buttons: QWidget) -> Folding:
    """Return a heading with its buttons."""
    return _PageHead(title, *buttons)


def _narrow(widget: QWidget, characters: int) -> bool:
    return widget.width() < characters * widget.fontMetrics().averageCharWidth()
