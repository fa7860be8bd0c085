"""A list of what was understood: a word on coloured ground, what it says, a detail below."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontInfo,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desktop.ui.form import name_field
from desktop.ui.models.review_rows import Row
from desktop.ui.models.understood_model import ROW, UnderstoodModel
from desktop.ui.spacing import GAP, GAP_SMALL
from desktop.ui.widgets.choosing import choose_only

Colours = Callable[[str], QColor]
_WRAP = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignTop)
_MARGIN = GAP
_SMALL = 0.92


class UnderstoodList(QListView):
    """``picked(Row)``: the person chose another row; ``key_pressed(key)``: one of ``keys``;
    ``scrolled(Row)``: the person scrolled, and this row is at the top of what is seen.
    """

    picked = Signal(object)
    key_pressed = Signal(int)
    scrolled = Signal(object)

    def __init__(
        self, name: str, help_text: str, colours: Colours, keys: frozenset[Qt.Key]
    ) -> None:
        super().__init__()
        self._keys = keys
        self._showing = False
        self.rows_model = UnderstoodModel(self)
        self.setModel(self.rows_model)
        name_field(self, name, help_text)
        self.setProperty("plain", True)
        self.setItemDelegate(_Delegate(self, colours))
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.selectionModel().currentChanged.connect(self._chosen)
        # Only what the person does: scrolling by the program is not to be followed.
        self.verticalScrollBar().actionTriggered.connect(
            lambda _: QTimer.singleShot(0, self, self._bar_moved)
        )

    def show_rows(self, rows: tuple[Row, ...]) -> None:
        """Show these rows; the chosen one stays chosen, or the one that took its place."""
        before = self.currentIndex().row()
        chosen = self.current()
        bar = self.verticalScrollBar()
        scrolled = bar.value()
        self._showing = True
        self.rows_model.show(rows)
        index = self.rows_model.index_of(chosen.id if chosen else "")
        if not index.isValid() and rows:
            index = self.rows_model.index(min(max(before, 0), len(rows) - 1))
        choose_only(self, index)
        bar.setValue(scrolled)
        self._showing = False

    def current(self) -> Row | None:
        """Return the chosen row."""
        return self.rows_model.row(self.currentIndex())

    def choose(self, name: str) -> bool:
        """Choose a row without saying that the person did; tell whether it is there."""
        index = self.rows_model.index_of(name)
        if index.isValid() and index != self.currentIndex():
            self._showing = True
            choose_only(self, index)
            self._showing = False
        if index.isValid():
            self.scrollTo(index)
        return index.isValid()

    def show_place(self, name: str) -> None:
        """Scroll to a row; the chosen one stays chosen."""
        index = self.rows_model.index_of(name)
        if index.isValid():
            self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtTop)

    def step(self, by: int) -> Row | None:
        """Choose the row so many places on, round the end; return it."""
        count = self.rows_model.rowCount()
        if not count:
            return None
        place = (self.currentIndex().row() + by) % count
        choose_only(self, self.rows_model.index(place))
        return self.current()

    def sizeHint(self) -> QSize:
        # What it would like does not count: it takes what there is.
        return QSize(0, self.minimumHeight())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in self._keys and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.key_pressed.emit(event.key())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def _bar_moved(self) -> None:
        row = self.rows_model.row(self.indexAt(QPoint(GAP, GAP)))
        if row is not None:
            self.scrolled.emit(row)

    def _chosen(self, index: QModelIndex) -> None:
        row = self.rows_model.row(index)
        if row is not None and not self._showing:
            self.picked.emit(row)


class _Delegate(QStyledItemDelegate):
    def __init__(self, view: QListView, colours: Colours) -> None:
        super().__init__(view)
        self._view = view
        self._colours = colours

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        parts = _Parts(option.font, index.data(ROW), self._room())
        return QSize(0, parts.height + 2 * _MARGIN)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        row: Row = index.data(ROW)
        parts = _Parts(option.font, row, self._room())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = option.rect.adjusted(2, 1, -2, -1)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._colours("here"))
            painter.drawRoundedRect(rect, 6, 6)
            # A bar as well: colour never speaks alone.
            bar = QRect(rect.left(), rect.top() + 4, 3, rect.height() - 8)
            painter.setBrush(self._colours("accent"))
            painter.drawRoundedRect(bar, 1, 1)
        painter.translate(option.rect.left() + _MARGIN + 4, option.rect.top() + _MARGIN)
        left = self._chip(painter, parts, row.chip, "kind", 0)
        if row.warning:
            self._chip(painter, parts, row.warning, "warn", left + GAP)
        painter.setFont(parts.title_font)
        painter.setPen(self._colours("text"))
        painter.drawText(parts.title, parts.flags, row.title)
        painter.setFont(option.font)
        painter.setPen(self._colours("muted"))
        painter.drawText(parts.detail, parts.flags, row.detail)
        painter.restore()

    def _chip(self, painter: QPainter, parts: _Parts, words: str, look: str, left: int) -> int:
        """Draw a word on a coloured ground; return where it ends."""
        metrics = QFontMetrics(parts.chip_font)
        width = metrics.horizontalAdvance(words) + 2 * GAP
        rect = QRect(left, 0, width, parts.chip_height)
        line = self._colours("chip-line")
        painter.setPen(QPen(line, 1) if line.alpha() else Qt.PenStyle.NoPen)
        painter.setBrush(self._colours(look))
        painter.drawRoundedRect(rect, 4, 4)
        painter.setPen(self._colours(f"on-{look}"))
        painter.setFont(parts.chip_font)
        painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), words)
        return rect.right()

    def _room(self) -> int:
        # The same width for measuring and for painting, whether a scroll bar shows or not.
        return max(self._view.width() - 2 * _MARGIN - 26, 60)


class _Parts:
    """Where chip, title and detail of a row go in a width."""

    def __init__(self, font: QFont, row: Row, room: int) -> None:
        self.chip_font = QFont(font)
        self.chip_font.setPixelSize(max(round(QFontInfo(font).pixelSize() * _SMALL), 1))
        self.title_font = QFont(font)
        if row.strong:
            self.title_font.setWeight(QFont.Weight.DemiBold)
        self.chip_height = QFontMetrics(self.chip_font).height() + GAP_SMALL
        self.flags = _WRAP
        top = self.chip_height + GAP_SMALL
        self.title = self._fit(self.title_font, row.title, room, top)
        below = self.title.bottom() + 1 + GAP_SMALL
        self.detail = self._fit(font, row.detail, room, below) if row.detail else QRect(0, 0, 0, 0)
        self.height = (self.detail if row.detail else self.title).bottom() + 1

    def _fit(self, font: QFont, text: str, room: int, top: int) -> QRect:
        return QFontMetrics(font).boundingRect(QRect(0, top, room, 100_000), self.flags, text)


def palette_colours(widget: QWidget) -> Colours:
    """Return colours by role where there is no theme: from the palette of the application."""
    palette = QApplication.palette(widget)
    roles = {
        "here": palette.highlight(),
        "kind": palette.highlight(),
        "warn": palette.highlight(),
        "on-kind": palette.highlightedText(),
        "on-warn": palette.highlightedText(),
        "accent": palette.accent(),
        "muted": palette.placeholderText(),
    }
    return lambda role: roles.get(role, palette.text()).color()
