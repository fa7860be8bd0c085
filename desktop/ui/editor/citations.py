"""Citations as footnote chips: a small raised number in the text, its reference on hover."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPalette,
    QPyTextObject,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextLine,
)

from desktop.core.text import Cite
from desktop.ui.editor.formats import CITATION_OBJECT, citation_of

_SCALE = 0.72
_MARGIN = 2.0
_TINT = 0.16


class CitationChips(QPyTextObject):
    """Paints the chips of one document and finds the one under the mouse.

    ``number_at`` gives the number of the chip at a position; ``palette`` the colours of now.
    """

    def __init__(
        self,
        document: QTextDocument,
        number_at: Callable[[int], int],
        palette: Callable[[], QPalette],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._number_at = number_at
        self._palette = palette
        self._drawn: dict[int, QRectF] = {}
        self._print = _Print(document.defaultFont())
        document.documentLayout().registerHandler(CITATION_OBJECT, self)

    def intrinsicSize(self, doc: QTextDocument, position: int, _format: QTextFormat) -> QSizeF:
        """Give the room that a chip takes: as high as the letters beside it."""
        made = self._print_of(doc)
        return QSizeF(made.width(self._number_at(position)) + 2 * _MARGIN + 1, made.line_ascent)

    def drawObject(
        self,
        painter: QPainter,
        rect: QRectF | QRect,
        doc: QTextDocument,
        position: int,
        _format: QTextFormat,
    ) -> None:
        """Paint a chip, and take note of where."""
        self._drawn[position] = QRectF(rect)
        self._draw(painter, QRectF(rect), doc, position, QPalette.ColorRole.Link)

    def forget_drawn(self) -> None:
        """Begin a new picture of the document."""
        self._drawn.clear()

    def draw_selected(self, painter: QPainter, start: int, end: int) -> None:
        """Paint the selected chips of this picture again.

        Qt puts a veil of the selection's colour over objects, which makes small print unreadable.
        """
        for position, rect in self._drawn.items():
            if start <= position < end:
                colour = self._palette().color(QPalette.ColorRole.Highlight)
                painter.fillRect(rect, colour)
                role = QPalette.ColorRole.HighlightedText
                self._draw(painter, rect, self._document, position, role)

    def _draw(
        self,
        painter: QPainter,
        rect: QRectF,
        doc: QTextDocument,
        position: int,
        role: QPalette.ColorRole,
    ) -> None:
        made = self._print_of(doc)
        height = made.ascent + _MARGIN
        box = QRectF(rect.left() + 1, rect.top(), rect.width() - 1, min(height, rect.height()))
        colour = self._palette().color(role)
        ground = QColor(colour)
        ground.setAlphaF(_TINT)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(box, 3, 3)
        painter.setPen(colour)
        painter.setFont(made.font)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(self._number_at(position)))
        painter.restore()

    def _print_of(self, document: QTextDocument) -> _Print:
        """Return the small print beside a document's letters; Qt asks with every keystroke."""
        font = document.defaultFont()
        if font != self._print.beside:
            self._print = _Print(font)
        return self._print

    def citation_at(self, point: QPointF) -> Cite | None:
        """Return the citation that is painted at this point of the document, if any."""
        layout = self._document.documentLayout()
        position = layout.hitTest(point, Qt.HitTestAccuracy.ExactHit)
        if position < 0:
            return None
        # The chip's character may begin or end at the position that was hit.
        for place in (position, position + 1):
            cursor = QTextCursor(self._document)
            if place >= self._document.characterCount():
                break
            cursor.setPosition(place)
            cite = citation_of(cursor.charFormat())
            if cite and place > 0 and _covers(self._document, place - 1, point):
                return cite
        return None


class _Print:
    """The letters of chips beside text in the font ``beside``, and how much room they take."""

    def __init__(self, beside: QFont) -> None:
        self.beside = beside
        self.font = _small(beside)
        self._metrics = QFontMetricsF(self.font)
        self._widths: dict[int, float] = {}
        self.ascent = self._metrics.ascent()
        self.line_ascent = QFontMetricsF(beside).ascent()

    def width(self, number: int) -> float:
        """Return how wide a number is."""
        if number not in self._widths:
            self._widths[number] = self._metrics.horizontalAdvance(str(number))
        return self._widths[number]


def _covers(document: QTextDocument, position: int, point: QPointF) -> bool:
    """Tell whether the character at a position is drawn across this point."""
    block = document.findBlock(position)
    line = block.layout().lineForTextPosition(position - block.position())
    if not line.isValid():
        return False
    left = document.documentLayout().blockBoundingRect(block).left()
    edges = sorted(_x(line, position - block.position() + step) for step in (0, 1))
    return edges[0] <= point.x() - left <= edges[1]


def _x(line: QTextLine, place: int) -> float:
    # Qt's C++ function gives the place back through a pointer; here it comes as a pair.
    found: Any = line.cursorToX(place)
    return float(found[0] if isinstance(found, tuple | list) else found)


def _small(beside: QFont) -> QFont:
    font = QFont(beside)
    if font.pointSizeF() > 0:
        font.setPointSizeF(font.pointSizeF() * _SCALE)
    else:
        font.setPixelSize(max(1, round(font.pixelSize() * _SCALE)))
    return font
