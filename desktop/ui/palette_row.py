"""How a line of the palette is drawn: words, a muted detail below, a shortcut at the right;
headings are muted.
"""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette, QPen
from PySide6.QtWidgets import (
    QApplication,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from desktop.ui.palette_model import DETAIL, HINT
from desktop.ui.spacing import GAP, GAP_SMALL

_MOST_LINES = 3
_SCROLL_BAR = 18
_WRAP = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignTop)


class RowDelegate(QStyledItemDelegate):
    """Draws entries and headings of the palette; long claims wrap."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        metrics = QFontMetrics(option.font)
        if not index.flags() & Qt.ItemFlag.ItemIsEnabled:
            return QSize(0, metrics.height() + GAP)
        height = self._words_rect(option, index).height() + 2 * GAP_SMALL + 4
        if index.data(DETAIL):
            height += metrics.height()
        return QSize(0, height)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if index.flags() & Qt.ItemFlag.ItemIsEnabled:
            self._paint_entry(painter, option, index)
        else:
            self._paint_heading(painter, option, index)
        painter.restore()

    def _paint_heading(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        font = QFont(option.font)
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(_muted())
        rect = option.rect.adjusted(GAP, 0, -GAP, -2)
        painter.drawText(rect, int(Qt.AlignmentFlag.AlignBottom), str(index.data()))

    def _paint_entry(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        rect = option.rect.adjusted(2, 1, -2, -1)
        muted = _muted()
        text = option.palette.color(QPalette.ColorRole.Text)
        if option.state & QStyle.StateFlag.State_Selected:
            # A ring and a bar, so that the chosen line shows in every theme.
            painter.setPen(QPen(option.palette.color(QPalette.ColorRole.Accent), 2))
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 6, 6)
        words = self._words_rect(option, index)
        words.translate(option.rect.topLeft())
        painter.setFont(option.font)
        painter.setPen(text)
        painter.drawText(words, _WRAP, str(index.data()))
        painter.setPen(muted)
        if detail := index.data(DETAIL):
            below = QRect(words.left(), words.bottom() + 1, words.width(), rect.height())
            line = QFontMetrics(option.font).elidedText(
                str(detail), Qt.TextElideMode.ElideRight, below.width()
            )
            painter.drawText(below, int(Qt.AlignmentFlag.AlignTop), line)
        if hint := index.data(HINT):
            flags = int(Qt.AlignmentFlag.AlignRight) | int(Qt.AlignmentFlag.AlignVCenter)
            painter.drawText(rect.adjusted(0, 0, -GAP, 0), flags, str(hint))

    def _words_rect(
        self,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> QRect:
        # The same width for measuring and for painting, whether a scroll bar shows or not.
        width = self._view.width() - _SCROLL_BAR
        metrics = QFontMetrics(option.font)
        hint = str(index.data(HINT) or "")
        room = width - 2 * GAP - 4 - (metrics.horizontalAdvance(hint) + 2 * GAP if hint else 0)
        most = QRect(GAP + 2, GAP_SMALL + 2, max(room, 40), metrics.height() * _MOST_LINES)
        return metrics.boundingRect(most, _WRAP, str(index.data())).intersected(most) | QRect(
            most.left(), most.top(), most.width(), metrics.height()
        )


def _muted() -> QColor:
    # The view's own palette has only a faded text colour once it wears a style sheet.
    return QApplication.palette().color(QPalette.ColorRole.PlaceholderText)
