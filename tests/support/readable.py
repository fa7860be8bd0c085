"""Whether what is written in a window can be read: measured on the picture, as an eye would."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from desktop.ui.theme import contrast

# So wide is a letter; and so many lines are in sight at least, of a box below its margin.
_LEAST = 8
_OF_A_LINE, _OF_A_BOX = 0.8, 2.5
_BOXES = (QTextEdit, QPlainTextEdit)


def pale(root: QWidget, least: float) -> list[str]:
    """Return the texts of a widget that stand out from their ground by less than ``least``; what
    cannot be used now may be grey.
    """
    picture = root.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    found: list[str] = []
    for widget, words in written(root):
        rect = in_sight(root, widget).intersected(picture.rect())
        # Of less nothing but the edge of a letter may be in sight.
        lines = _OF_A_BOX if isinstance(widget, _BOXES) else _OF_A_LINE
        least_high = min(widget.height(), lines * widget.fontMetrics().height())
        if rect.width() < _LEAST or rect.height() < least_high:
            continue
        ratio = strongest(picture.copy(rect))
        if ratio < least:
            found.append(f"{type(widget).__name__} “{words[:40]}”: {ratio:.1f}")
    return found


def written(root: QWidget) -> Iterator[tuple[QWidget, str]]:
    """Yield what has words on it, and the words."""
    for widget in root.findChildren(QWidget):
        if not widget.isVisibleTo(root) or not widget.isEnabled():
            continue
        words = ""
        if isinstance(widget, _BOXES):
            words = widget.toPlainText()
        elif isinstance(widget, QLabel | QAbstractButton | QLineEdit):
            words = widget.text()
        if words.strip():
            yield widget, words


def in_sight(root: QWidget, widget: QWidget) -> QRect:
    """Return the part of a widget that is not scrolled away, as the root counts."""
    shown = widget.visibleRegion().boundingRect()
    return (
        QRect(widget.mapTo(root, shown.topLeft()), shown.size())
        if shown
        else QRect(QPoint(), shown.size())
    )


def strongest(picture: QImage) -> float:
    """Return how far the colour that stands out most does so from the commonest one."""
    tally = Counter(memoryview(picture.constBits()).cast("B").cast("I"))
    ((ground, _),) = tally.most_common(1)
    return max(_contrast(colour, ground) for colour in tally)


@cache
def _contrast(one: int, other: int) -> float:
    return contrast(QColor.fromRgb(one), QColor.fromRgb(other))
