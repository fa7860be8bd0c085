"""What of an answer a first draft put in and nobody has reviewed: a bar in the margin, with words.

The margin is there only while there is something to review. Whatever is typed into a paragraph
makes it the person's own, at that keystroke.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QTextBlock, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from desktop.core.text import one_line
from desktop.ui.editor.formats import OBJECT_CHARACTER

_WORD, _SIGN = "Unreviewed", "!"
_BAR, _GAP = 4, 6
_SCALE = 0.85
# In a narrower box, told in characters, the words of the bar above have to be enough.
_ROOM_FOR_WORDS = 75


class UnreviewedMarks(QObject):
    """Follows an editor. ``changed`` says that there are more or fewer unreviewed paragraphs, or
    that the cursor has come to one or left it.
    """

    changed = Signal()

    def __init__(self, editor: QTextEdit) -> None:
        super().__init__(editor)
        self._editor = editor
        self._known: frozenset[str] = frozenset()
        self._places: list[int] = []
        self._here = ""
        self._margin = _Margin(editor, self)
        editor.document().contentsChanged.connect(self._look)
        editor.cursorPositionChanged.connect(self._tell)

    @property
    def count(self) -> int:
        """How many paragraphs are unreviewed."""
        return len(self._places)

    def show_texts(self, texts: Collection[str]) -> None:
        """Mark the paragraphs that say one of these (see ``Inserted``)."""
        self._known = frozenset(texts)
        self._look()

    def at_cursor(self) -> str:
        """Return what the paragraph at the cursor says if it is unreviewed, otherwise ""."""
        return self.at(self._editor.textCursor())

    def at(self, cursor: QTextCursor) -> str:
        """Return the same of the paragraph at another place."""
        return self._text(cursor.block())

    def go_to_next(self, *, from_start: bool = False) -> bool:
        """Put the cursor at the beginning of the next unreviewed paragraph; tell whether there is
        one.
        """
        here = -1 if from_start else self._editor.textCursor().blockNumber()
        place = next((place for place in self._places if place > here), None)
        if place is None:
            return False
        self.go_to(self._editor.document().findBlockByNumber(place))
        return True

    def go_to(self, block: QTextBlock) -> None:
        """Put the cursor at the beginning of a paragraph, and show it."""
        self._editor.setTextCursor(QTextCursor(block))
        self._editor.ensureCursorVisible()
        place = self._editor.document().documentLayout().blockBoundingRect(block)
        bar = self._editor.verticalScrollBar()
        if place.bottom() > bar.value() + self._editor.viewport().height():
            bar.setValue(round(place.top()))  # to be read from its beginning
        self._editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def blocks(self) -> Iterator[QTextBlock]:
        """Yield the unreviewed paragraphs."""
        document = self._editor.document()
        return (document.findBlockByNumber(place) for place in self._places)

    def _text(self, block: QTextBlock) -> str:
        if not self._known:
            return ""
        text = one_line(block.text().replace(OBJECT_CHARACTER, ""))
        return text if text in self._known else ""

    def _look(self) -> None:
        places: list[int] = []
        if self._known:
            block = self._editor.document().begin()
            while block.isValid():
                if self._text(block):
                    places.append(block.blockNumber())
                block = block.next()
        moved = places != self._places
        self._places = places
        self._margin.fit()
        self._tell(always=moved)

    def _tell(self, *, always: bool = False) -> None:
        here = self.at_cursor()
        if always or here != self._here:
            self._here = here
            self.changed.emit()


class _Margin(QWidget):
    """The strip at the left of the text."""

    def __init__(self, editor: QTextEdit, marks: UnreviewedMarks) -> None:
        super().__init__(editor)
        self.setObjectName("unreviewedMargin")
        self.setToolTip("Put in by the first draft. Change it, or read it and confirm it.")
        self._editor, self._marks = editor, marks
        editor.installEventFilter(self)
        editor.verticalScrollBar().valueChanged.connect(lambda _: self.update())
        editor.document().documentLayout().documentSizeChanged.connect(lambda _: self.update())
        self.hide()

    def fit(self) -> None:
        """Take as much room as the words need, or none."""
        width = self._wanted() if self._marks.count else 0
        if self._editor.viewportMargins().left() != width:
            view = self._editor.viewport()
            caret_was_seen = view.rect().contains(self._editor.cursorRect().center())
            self._editor.setViewportMargins(width, 0, 0, 0)
            if caret_was_seen:
                # Narrower text is longer, and would leave the caret below the edge.
                self._editor.ensureCursorVisible()
        view = self._editor.viewport().geometry()
        self.setGeometry(view.x() - width, view.y(), width, view.height())
        self.setVisible(width > 0)
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.Resize, QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self.fit()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        font = self._editor.font()
        if font.pixelSize() > 0:
            font.setPixelSize(round(font.pixelSize() * _SCALE))
        else:
            font.setPointSizeF(font.pointSizeF() * _SCALE)
        painter.setFont(font)
        colour = self.palette().color(self.foregroundRole())
        painter.setPen(colour)
        bar = self.width() - _GAP - _BAR
        for place in self._rects():
            painter.fillRect(QRectF(bar, place.top(), _BAR, place.height()), colour)
            room = QRectF(0, place.top(), bar - _GAP, place.height())
            painter.drawText(
                room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, self._words()
            )
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Keep the click: it is not one into the text."""
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Put the cursor into the paragraph that is marked here."""
        for block, place in zip(self._marks.blocks(), self._rects(), strict=True):
            if place.top() <= event.position().y() <= place.bottom():
                self._marks.go_to(block)

    def _rects(self) -> list[QRectF]:
        layout = self._editor.document().documentLayout()
        scrolled = -self._editor.verticalScrollBar().value()
        found = [layout.blockBoundingRect(block) for block in self._marks.blocks()]
        return [place.translated(0, scrolled) for place in found]

    def _words(self) -> str:
        letters = self._editor.fontMetrics().averageCharWidth()
        return _WORD if self._editor.width() >= _ROOM_FOR_WORDS * letters else _SIGN

    def _wanted(self) -> int:
        words = self._editor.fontMetrics().horizontalAdvance(self._words()) * _SCALE
        return round(words) + _BAR + 3 * _GAP
