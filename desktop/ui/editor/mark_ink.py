"""How underlines are drawn: a shape and a colour for each sort, only where there is something to
paint.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from typing import Any

from PySide6.QtCore import QLineF, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap, QPolygonF, QTextBlock, QTextLine
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

TextBox = QTextEdit | QPlainTextEdit


class Ink(StrEnum):
    """What an underline means; each has a shape of its own, for colour never speaks alone."""

    ERROR = "error"  # a double line
    WARNING = "warning"  # dashes
    NUDGE = "nudge"  # dots
    SPELLING = "spelling"  # a wave


# How long a piece and the gap after it are, in widths of the pen.
_PIECES = {Ink.WARNING: (4.0, 2.5), Ink.NUDGE: (1.0, 1.3)}
# How far below the letters' base, how thick and how high, as shares of their height.
_DROP, _PEN, _WAVE = 0.14, 0.09, 0.09
# How much room below the letters' base any of them takes, as a share too.
_DEEP = 0.3


def paint_marks(
    box: TextBox,
    painter: QPainter,
    clip: QRect,
    marks: Iterable[tuple[int, int, Ink]],
    colour: Callable[[Ink], QColor],
    tiles: Tiles,
) -> None:
    """Paint underlines (start, end, ink), as far as they are within ``clip`` of the viewport."""
    first = box.cursorForPosition(clip.topLeft()).block().position()
    last = box.cursorForPosition(clip.bottomRight()).block()
    end_seen = last.position() + last.length()
    height = box.fontMetrics().height()
    seen = [(start, end, ink) for start, end, ink in marks if end >= first and start <= end_seen]
    colours = {ink: colour(ink) for ink in {ink for _, _, ink in seen}}
    painter.save()
    painter.setClipRect(clip)
    for start, end, ink in seen:
        for line in _underlines(box, start, end, height):
            if clip.top() - height < line.y1() < clip.bottom() + height:
                tiles.lay(painter, line, ink, colours[ink], height)
    painter.restore()


def stretch_at(box: TextBox, start: int, end: int, point: QPointF) -> bool:
    """Tell whether a point of the viewport is on the words of a stretch."""
    return any(rect.contains(point) for rect in stretch_rects(box, start, end))


def stretch_rects(box: TextBox, start: int, end: int) -> Iterator[QRectF]:
    """Yield where a stretch of one paragraph is drawn on the viewport, line by line."""
    for line, origin, left, right in _pieces(box, start, end):
        top = origin.y() + line.y()
        yield QRectF(left, top, right - left, line.height())


def _underlines(box: TextBox, start: int, end: int, height: int) -> Iterator[QLineF]:
    drop = height * _DROP
    for line, origin, left, right in _pieces(box, start, end):
        base = origin.y() + line.y() + line.ascent() + drop
        yield QLineF(left, base, right, base)


def _pieces(
    box: TextBox, start: int, end: int
) -> Iterator[tuple[QTextLine, QPointF, float, float]]:
    """Yield each line that a stretch reaches into, its origin, and from where to where."""
    block = box.document().findBlock(start)
    layout = block.layout()
    if not block.isValid() or layout is None:
        return
    origin = _origin(box, block)
    first, last = start - block.position(), min(end - block.position(), block.length() - 1)
    number, count = layout.lineForTextPosition(first).lineNumber(), layout.lineCount()
    for line in map(layout.lineAt, range(max(number, 0), count)):
        here, there = line.textStart(), line.textStart() + line.textLength()
        if there <= first:
            continue
        if here >= last:
            break
        one, other = _x(line, max(first, here)), _x(line, min(last, there))
        yield line, origin, origin.x() + min(one, other), origin.x() + max(one, other)


def _origin(box: TextBox, block: QTextBlock) -> QPointF:
    """Return where a paragraph begins on the viewport."""
    if isinstance(box, QPlainTextEdit):
        return box.blockBoundingGeometry(block).translated(box.contentOffset()).topLeft()
    bars = QPointF(box.horizontalScrollBar().value(), box.verticalScrollBar().value())
    return box.document().documentLayout().blockBoundingRect(block).topLeft() - bars


class Tiles:
    """One piece of each underline, drawn once and then laid end to end.

    Qt's own broken lines take a millisecond each, and a key paints all that is in sight.
    """

    def __init__(self) -> None:
        self._known: dict[tuple[Ink, int, int, float], QPixmap] = {}

    def lay(self, painter: QPainter, line: QLineF, ink: Ink, colour: QColor, height: int) -> None:
        """Draw an underline along ``line``, for letters of this height."""
        ratio = painter.device().devicePixelRatioF()
        key = (ink, colour.rgba(), height, ratio)
        tile = self._known.get(key)
        if tile is None:
            tile = self._known[key] = _tile(ink, colour, height, ratio)
        size = tile.deviceIndependentSize()
        place = QRectF(line.x1(), round(line.y1()) - 1, line.length(), size.height())
        painter.drawTiledPixmap(place, tile)


def _tile(ink: Ink, colour: QColor, height: int, ratio: float) -> QPixmap:
    thick, wave = max(1.0, height * _PEN), max(1.5, height * _WAVE)
    long, gap = _PIECES.get(ink, (1.0, 0.0))
    width = round(2.8 * wave) if ink is Ink.SPELLING else max(2, round((long + gap) * thick))
    tile = QPixmap(round(width * ratio), round((height * _DEEP + 2) * ratio))
    tile.setDevicePixelRatio(ratio)
    tile.fill(Qt.GlobalColor.transparent)
    painter = QPainter(tile)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if ink is Ink.SPELLING:
        painter.setPen(QPen(colour, max(1.0, 0.8 * thick)))
        top, low, half = 1.0, 1.0 + wave, width / 2
        points = ((-half, low), (0, top), (half, low), (width, top), (width + half, low))
        painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in points]))
    else:
        share = long / (long + gap)
        painter.fillRect(QRectF(0, 1, width * share, thick), colour)
        if ink is Ink.ERROR:
            painter.fillRect(QRectF(0, 1 + 1.8 * thick, width, thick), colour)
    painter.end()
    return tile


def _x(line: QTextLine, place: int) -> float:
    # Qt's C++ function gives the place back through a pointer; here it comes as a pair.
    found: Any = line.cursorToX(place)
    return float(found[0] if isinstance(found, tuple | list) else found)
