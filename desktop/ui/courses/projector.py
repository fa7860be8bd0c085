"""One thing of a course in large letters on the whole screen, turned through by arrow keys.

Letters are never smaller than people can read from eight metres on a screen two metres wide: the
text is cut into more slides instead. A slide with little on it has larger ones.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from desktop.core.course_slides import Shown, Slide, fitted

# A capital of 3.3% of the height of the picture is 3.7 cm on a screen two metres wide, which is
# 16 minutes of arc at eight metres; capitals are about 0.7 of the size of a font.
_BODY, _TITLE, _COUNT = 0.048, 0.062, 0.03
_MARGIN = 0.06
# How much larger the letters of a short text may be: the largest of these that fit.
_LARGER = (1.6, 1.4, 1.2, 1.0)
_ONWARD = frozenset(
    {Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Space, Qt.Key.Key_PageDown, Qt.Key.Key_Return}
)
_BACK = frozenset({Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_Backspace, Qt.Key.Key_PageUp})
_DARK = {"ground": "#101418", "title": "#ffd479", "text": "#ffffff", "count": "#c4ccd4"}
_LIGHT = {"ground": "#ffffff", "title": "#123a6b", "text": "#101418", "count": "#454d57"}
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


class Projector(QWidget):
    """Shows ``things[place]``. Arrows turn its slides, N and P go to the next and the one before,
    L changes between light and dark, Escape ends.
    """

    def __init__(
        self,
        things: Sequence[Shown],
        place: int,
        *,
        dark: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setWindowTitle("Projector – Consultee")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.BlankCursor)
        self._things = tuple(things)
        self._place = place
        self.dark = dark
        self.slides: tuple[Slide, ...] = ()
        self.at = 0
        self._fit()

    @property
    def slide(self) -> Slide:
        """The slide that is shown."""
        return self.slides[self.at]

    @property
    def thing(self) -> Shown:
        """What is turned through."""
        return self._things[self._place]

    def letters(self) -> int:
        """Return the size of the letters of this text, in pixels."""
        return self._font(_BODY * self._size()).pixelSize()

    def turn(self, by: int) -> None:
        """Turn so many slides on, as far as there are any."""
        self.at = max(0, min(self.at + by, len(self.slides) - 1))
        self._say()

    def show_next(self, by: int) -> None:
        """Show the next thing of the course, or the one before."""
        self._place = max(0, min(self._place + by, len(self._things) - 1))
        self.at = 0
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _ONWARD:
            self.turn(1)
        elif key in _BACK:
            self.turn(-1)
        elif key is Qt.Key.Key_Home:
            self.turn(-len(self.slides))
        elif key is Qt.Key.Key_End:
            self.turn(len(self.slides))
        elif key in {Qt.Key.Key_N, Qt.Key.Key_P}:
            self.show_next(1 if key is Qt.Key.Key_N else -1)
        elif key is Qt.Key.Key_L:
            self.dark = not self.dark
            self.update()
        elif key is Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = {role: QColor(value) for role, value in (_DARK if self.dark else _LIGHT).items()}
        painter = QPainter(self)
        painter.fillRect(self.rect(), colours["ground"])
        room, size = self._room(), self._size()
        painter.setPen(colours["title"])
        painter.setFont(self._font(_TITLE, bold=True))
        title = painter.boundingRect(room, _WRAP, self.slide.title)
        painter.drawText(room, _WRAP, self.slide.title)
        painter.setPen(colours["text"])
        painter.setFont(self._font(_BODY * size))
        top = title.bottom() + self._gap() * 3 // 2
        for paragraph in self.slide.paragraphs:
            below = QRect(room.x(), top, room.width(), self.height())
            painter.drawText(below, _WRAP, paragraph)
            top = painter.boundingRect(below, _WRAP, paragraph).bottom() + self._gap()
        painter.setPen(colours["count"])
        painter.setFont(self._font(_COUNT))
        self._paint_foot(painter, room)
        painter.end()

    def _paint_foot(self, painter: QPainter, room: QRect) -> None:
        """Say what is turned through, and how far one is."""
        middle = Qt.AlignmentFlag.AlignVCenter
        count = f"{self.at + 1} of {len(self.slides)}"
        foot = QRect(room.x(), room.bottom(), room.width(), self._margin())
        painter.drawText(foot, Qt.AlignmentFlag.AlignRight | middle, count)
        if self.thing.name == self.slide.title:
            return
        metrics = painter.fontMetrics()
        left = foot.adjusted(0, 0, -metrics.horizontalAdvance(f"    {count}"), 0)
        name = metrics.elidedText(self.thing.name, Qt.TextElideMode.ElideRight, left.width())
        painter.drawText(left, Qt.AlignmentFlag.AlignLeft | middle, name)

    def _size(self) -> float:
        """Return how much larger than needed the letters of this slide can be."""
        return next((size for size in _LARGER if self._fits(self.slide, size)), 1.0)

    def _fit(self) -> None:
        """Cut what is shown for the size of the screen, and stay about where it was."""
        before = self.at / max(1, len(self.slides))
        self.slides = fitted(self.thing.slides, self._fits)
        self.at = min(round(before * len(self.slides)), len(self.slides) - 1)
        self._say()

    def _fits(self, slide: Slide, size: float = 1.0) -> bool:
        room = self._room()
        title, body = (
            QFontMetrics(font) for font in (self._font(_TITLE, bold=True), self._font(_BODY * size))
        )
        high = title.boundingRect(room, _WRAP, slide.title).height() + self._gap() // 2
        for paragraph in slide.paragraphs:
            high += self._gap() + body.boundingRect(room, _WRAP, paragraph).height()
        return high <= room.height()

    def _font(self, share: float, *, bold: bool = False) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(max(12, round(self.height() * share)))
        font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        return font

    def _room(self) -> QRect:
        margin = self._margin()
        return self.rect().adjusted(margin, margin, -margin, -margin)

    def _margin(self) -> int:
        return round(self.height() * _MARGIN)

    def _gap(self) -> int:
        return round(self.height() * _BODY * 0.5)

    def _say(self) -> None:
        """Let a screen reader have what is shown, and paint it."""
        slide = self.slide
        self.setAccessibleName(slide.title)
        self.setAccessibleDescription("\n".join(slide.paragraphs))
        self.update()
