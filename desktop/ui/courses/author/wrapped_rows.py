"""Rows of a list that wrap in full, those below a heading a little to the right of it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

INDENTED = Qt.ItemDataRole.UserRole + 1
# In lines of text, for the theme's own measures grow with the letters: how far rows below a heading
# stand to the right, what is left free on both sides of the words of a row, and above and below.
_INDENT, _SIDES, _ENDS = 1.0, 2.2, 1.3
Index = QModelIndex | QPersistentModelIndex


class WrappedRows(QStyledItemDelegate):
    """Gives each row the height that its words need in the width that they really have."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        if index.data(INDENTED):
            option.rect = option.rect.adjusted(_lines(option, _INDENT), 0, 0, 0)
        super().paint(painter, option, index)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        self.initStyleOption(option, index)
        view = self.parent()
        whole = view.viewport().width() if isinstance(view, QListView) else option.rect.width()
        sides = _SIDES + (_INDENT if index.data(INDENTED) else 0)
        room = whole - _lines(option, sides)
        words = option.fontMetrics.boundingRect(
            0, 0, max(room, 1), 0, int(Qt.TextFlag.TextWordWrap), option.text
        )
        return QSize(max(whole, 1), words.height() + _lines(option, _ENDS))


def _lines(option: QStyleOptionViewItem, number: float) -> int:
    return round(option.fontMetrics.lineSpacing() * number)
