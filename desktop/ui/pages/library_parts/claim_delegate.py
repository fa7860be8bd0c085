"""How the first column of the library is painted: what was searched for stands out."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, Qt
from PySide6.QtGui import QFont, QPainter, QPalette, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.ui.models.found_words import excerpt, spans
from desktop.ui.models.library_table import INSIDE_ROLE, TEXT_ROLE

# What the style leaves beside the text, how far a passage stands in, and how much of two texts must
# be alike for the one to be the beginning of the other.
_MARGIN, _INDENT, _ALIKE = 3, 16, 40


class ClaimDelegate(QStyledItemDelegate):
    """Without a ``query`` it paints as usual; with one, the words found are bold and underlined.

    Where they stand in the text as well, the second line shows them there.
    """

    query = ""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        title, text = str(index.data() or ""), str(index.data(TEXT_ROLE) or "")
        inside = bool(index.data(INSIDE_ROLE))
        below = excerpt(text, self.query)
        if not inside and not below and not spans(title, self.query):
            super().paint(painter, option, index)
            return
        made = QStyleOptionViewItem(option)
        self.initStyleOption(made, index)
        widget = made.widget
        style = widget.style() if widget else QApplication.style()
        room = style.subElementRect(QStyle.SubElement.SE_ItemViewItemText, made, widget)
        room.adjust(_MARGIN + (_INDENT if inside else 0), 0, -_MARGIN, 0)
        made.text = ""
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, made, painter, widget)
        painter.save()
        painter.setClipRect(room)
        painter.setPen(made.palette.color(QPalette.ColorRole.Text))
        # Of a passage the title is how it begins: the line below would say it again.
        if not below or text.startswith(title[:_ALIKE]):
            lines = _two_lines(text if below else title, made.font, room.width())
        else:
            lines = [title, below]
        self._draw(painter, room, lines, made.font)
        painter.restore()

    def _draw(self, painter: QPainter, room: QRect, lines: list[str], font: QFont) -> None:
        height = painter.fontMetrics().lineSpacing()
        top = room.top() + max(room.height() - height * len(lines), 0) / 2
        for line in lines:
            shown = painter.fontMetrics().elidedText(
                line.replace("\n", " "), Qt.TextElideMode.ElideRight, room.width() - 2
            )
            layout = QTextLayout(shown, font)
            layout.setTextOption(_ONE_LINE)
            layout.setFormats([_mark(start, end) for start, end in spans(shown, self.query)])
            layout.beginLayout()
            layout.createLine().setLineWidth(10_000)
            layout.endLayout()
            layout.draw(painter, QPointF(room.left(), top))
            top += height


def _two_lines(text: str, font: QFont, width: int) -> list[str]:
    """Break a text into what fits into the first line, and the rest."""
    layout = QTextLayout(text, font)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(max(width - 2, 1))
    end = line.textLength()
    layout.endLayout()
    rest = text[end:].strip()
    return [text[:end].strip(), rest] if rest else [text]


def _mark(start: int, end: int) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    look = QTextCharFormat()
    look.setFontWeight(QFont.Weight.Bold)
    look.setFontUnderline(True)
    made.start, made.length, made.format = start, end - start, look
    return made


_ONE_LINE = QTextOption()
_ONE_LINE.setWrapMode(QTextOption.WrapMode.NoWrap)
