"""Rows of a list that are as tall as their words: what a style sheet pads is wrapped with it.

Qt measures the words of a row in the whole width of the list, and paints them in what the padding
of the style sheet leaves: the last line of a row that just fits would be missing.
"""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QApplication,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

# A row that stands to the right of the heading above it says so.
INDENTED = Qt.ItemDataRole.UserRole + 1
_INDENT = 1.0  # lines of text, for what a theme pads grows with the letters
Index = QModelIndex | QPersistentModelIndex
_WRAP = Qt.TextFlag.TextWordWrap
_TALLEST = 10_000
# How much narrower words may be painted than a row of one letter lets one think.
_SLACK = 4


class WholeRows(QStyledItemDelegate):
    """Gives each row of a list the height of all its words."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        option.rect = option.rect.adjusted(_indent(option, index), 0, 0, 0)
        super().paint(painter, option, index)

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        # A tick is clicked where it is painted.
        option.rect = option.rect.adjusted(_indent(option, index), 0, 0, 0)
        return super().editorEvent(event, model, option, index)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        made = QStyleOptionViewItem(option)
        self.initStyleOption(made, index)
        words, made.text = made.text, "x"
        style = self._view.style() or QApplication.style()
        kind = QStyle.ContentsType.CT_ItemViewItem
        letter = style.sizeFromContents(kind, made, QSize(), self._view)
        metrics = made.fontMetrics
        beside = letter.width() - metrics.horizontalAdvance("x") + _SLACK
        above = max(letter.height() - metrics.height(), 0)
        width = self._view.viewport().width()
        wide = width - beside - _indent(option, index)
        room = QRect(0, 0, max(wide, 1), _TALLEST)
        return QSize(width, metrics.boundingRect(room, _WRAP, words).height() + above)


def _indent(option: QStyleOptionViewItem, index: Index) -> int:
    return round(option.fontMetrics.lineSpacing() * _INDENT) if index.data(INDENTED) else 0
