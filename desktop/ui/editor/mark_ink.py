"""How underlines are drawn: a shape and a colour for each sort, only where there is something to
paint.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from typing import Any

from PySide6.QtCore import QLineF, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF, QTextBlock, QTextLine
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


def paint_marks(
    box: TextBox,
    painter: QPainter,
    clip: QRect,
    marks: Iterable[tuple[int, int, Ink]],
    colour: Callable[[Ink], QColor],
) -> None:
    """Paint underlines (start, end, ink), as far as they are within ``clip`` of the viewport."""
    first = box.cursorForPosition(clip.topLeft()).block().position()
    last = box.cursorForPosition(clip.bottomRight()).block()
    end_seen = last.position() + last.length()
    height = box.fontMetrics().height()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setClipRect(clip)
    for start, end, ink in marks:
        if end >= first and start <= end_seen:
            for line in _underlines(box, start, end):
                # A keystroke paints the line that it is in; there is no need for more.
                if clip.top() - height < line.y1() < clip.bottom() + height:
                    _draw(painter, line, ink, colour(ink), height)
    painter.restore()


def stretch_at(box: TextBox, start: int, end: int, point: QPointF) -> bool:
    """Tell whether a point of the viewport is on the words of a stretch."""
    return any(rect.contains(point) for rect in stretch_rects(box, start, end))


def stretch_rects(box: TextBox, start: int, end: int) -> Iterator[QRectF]:
    """Yield where a stretch of one paragraph is drawn on the viewport, line by line."""
    for line, origin, left, right in _pieces(box, start, end):
        top = origin.y() + line.y()
        yield QRectF(left, top, right - left, line.height())


def _underlines(box: TextBox, start: int, end: int) -> Iterator[QLineF]:
    drop = box.fontMetrics().height() * _DROP
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
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        here, there = line.textStart(), line.textStart() + line.textLength()
        if there <= first or here >= last:
            continue
        sides = sorted(_x(line, place) for place in (max(first, here), min(last, there)))
        yield line, origin, origin.x() + sides[0], origin.x() + sides[1]


def _origin(box: TextBox, block: QTextBlock) -> QPointF:
    """Return where a paragraph begins on the viewport."""
    if isinstance(box, QPlainTextEdit):
        return box.blockBoundingGeometry(block).translated(box.contentOffset()).topLeft()
    bars = QPointF(box.horizontalScrollBar().value(), box.verticalScrollBar().value())
    return box.document().documentLayout().blockBoundingRect(block).topLeft() - bars


def _draw(painter: QPainter, line: QLineF, ink: Ink, colour: QColor, height: int) -> None:
    thick = max(1.0, height * _PEN)
    painter.setPen(QPen(colour, thick, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
    if ink is Ink.SPELLING:
        painter.drawPolyline(_wave(line, max(1.5, height * _WAVE)))
    elif ink in _PIECES:
        painter.drawLines(list(_in_pieces(line, *(thick * part for part in _PIECES[ink]))))
    else:
        painter.drawLines([line, line.translated(0, 1.8 * thick)])


def _in_pieces(line: QLineF, long: float, gap: float) -> Iterator[QLineF]:
    """Yield the pieces of a broken line: Qt's own broken lines take a millisecond each."""
    x, y = line.x1(), line.y1()
    while x < line.x2():
        yield QLineF(x, y, min(x + long, line.x2()), y)
        x += long + gap


def _wave(line: QLineF, high: float) -> QPolygonF:
    points: list[QPointF] = []
    x, up = line.x1(), False
    while x < line.x2():
        points.append(QPointF(x, line.y1() + (0 if up else high)))
        x, up = x + 1.4 * high, not up
    return QPolygonF(points)


def _x(line: QTextLine, place: int) -> float:
    # Qt's C++ function gives the place back through a pointer; here it comes as a pair.
    found: Any = line.cursorToX(place)
    return float(found[0] if isinstance(found, tuple | list) else found)
