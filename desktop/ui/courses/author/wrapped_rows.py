"""Rows of a list that wrap in full, those below a heading a little to the right of it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from desktop.ui.spacing import GAP

INDENTED = Qt.ItemDataRole.UserRole + 1
_INDENT = 2 * GAP
# What the theme leaves on both sides of the words of a row, with its line.
_SIDES = 4 * GAP
Index = QModelIndex | QPersistentModelIndex


class WrappedRows(QStyledItemDelegate):
    """Gives each row the height that its words need in the width that they really have."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        if index.data(INDENTED):
            option.rect = option.rect.adjusted(_INDENT, 0, 0, 0)
        super().paint(painter, option, index)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        self.initStyleOption(option, index)
        view = self.parent()
        whole = view.viewport().width() if isinstance(view, QListView) else option.rect.width()
        room = whole - _SIDES - (_INDENT if index.data(INDENTED) else 0)
        words = option.fontMetrics.boundingRect(
            0, 0, max(room, 1), 0, int(Qt.TextFlag.TextWordWrap), option.text
        )
        return QSize(max(whole, 1), words.height() + 2 * GAP + GAP // 2)
