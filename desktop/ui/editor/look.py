"""The look that follows from what a block or run is: headings, table headers, links.

It is added when the text is drawn and never becomes part of the document, so that it follows the
theme, stays out of undo, and cannot be mistaken for bold that a person meant.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import (
    QFont,
    QPalette,
    QSyntaxHighlighter,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)

_HEADING_SCALE = 1.12


class Look(QSyntaxHighlighter):
    """Dresses a document in the colours of a palette."""

    def __init__(self, document: QTextDocument, palette: Callable[[], QPalette]) -> None:
        super().__init__(document)
        self._palette = palette

    def highlightBlock(self, _text: str) -> None:
        """Dress one block."""
        block = self.currentBlock()
        length = block.length() - 1
        if block.blockFormat().headingLevel():
            self.setFormat(0, length, self._heading())
        elif _in_header_row(block.position(), self.document()):
            self.setFormat(0, length, _header())
        for span in block.textFormats():
            if span.format.isAnchor():
                dressed = self.format(span.start)
                dressed.setForeground(self._palette().color(QPalette.ColorRole.Link))
                dressed.setFontUnderline(True)
                self.setFormat(span.start, span.length, dressed)

    def _heading(self) -> QTextCharFormat:
        made = QTextCharFormat()
        made.setFontWeight(QFont.Weight.DemiBold)
        font = self.document().defaultFont()
        if font.pixelSize() > 0:
            size = round(font.pixelSize() * _HEADING_SCALE)
            made.setProperty(QTextFormat.Property.FontPixelSize, size)
        else:
            made.setFontPointSize(font.pointSizeF() * _HEADING_SCALE)
        return made


def _header() -> QTextCharFormat:
    made = QTextCharFormat()
    made.setFontWeight(QFont.Weight.DemiBold)
    return made


def _in_header_row(position: int, document: QTextDocument) -> bool:
    if not document.rootFrame().childFrames():
        return False
    cursor = QTextCursor(document)
    cursor.setPosition(position)
    table = cursor.currentTable()
    return table is not None and table.cellAt(cursor).row() == 0
