"""The bar beside quotations, as far as they are in sight."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QTextEdit

from desktop.ui.editor.formats import DOCUMENT_MARGIN, BlockKind, kind_of

_OPACITY = 0.45
_WIDTH = 3


def paint_quote_bars(box: QTextEdit, painter: QPainter) -> None:
    """Paint one bar beside each quotation, also where it has several paragraphs."""
    layout = box.document().documentLayout()
    scrolled = box.verticalScrollBar().value()
    block = box.cursorForPosition(box.viewport().rect().topLeft()).block()
    colour = box.palette().color(QPalette.ColorRole.Link)
    colour.setAlphaF(_OPACITY)
    while block.isValid():
        place = layout.blockBoundingRect(block).translated(0, -scrolled)
        if place.top() > box.viewport().height():
            break
        if kind_of(block) is BlockKind.QUOTE:
            bottom = place.bottom()
            if block.next().isValid() and kind_of(block.next()) is BlockKind.QUOTE:
                bottom = layout.blockBoundingRect(block.next()).top() - scrolled
            bar = QRectF(DOCUMENT_MARGIN + 4, place.top(), _WIDTH, bottom - place.top())
            painter.fillRect(bar, colour)
        block = block.next()
