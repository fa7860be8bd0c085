"""One text of a learner's, to be read, with the words that comments are about marked in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QApplication, QSizePolicy, QTextEdit, QWidget

from desktop.core.sentences import sentence_spans
from desktop.core.text import Paragraph, Text
from desktop.markup import write
from desktop.markup.alongside import OBJECT_CHARACTER, Alongside
from desktop.session.written_parts import WrittenPart
from desktop.ui.editor import AnswerEditor
from desktop.ui.editor.marks import narrow, wide
from desktop.ui.spacing import GAP

_LETTERS = {Qt.Key.Key_N: 1, Qt.Key.Key_P: -1}
_ASKING = {Qt.Key.Key_C, Qt.Key.Key_Return, Qt.Key.Key_Enter}
_WORDS = re.compile(f"[^{OBJECT_CHARACTER}]+")
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


@dataclass(frozen=True, slots=True)
class Marking:
    """Words of the text that a comment is about, in characters of the text; ``number`` stands
    beside them, and ``here`` tells that this comment is looked at now.
    """

    number: int
    start: int
    end: int
    here: bool = False


class ScriptText(AnswerEditor):
    """Read only, but with a caret. ``stepped(int)``: N or P was pressed, for the next text or the
    one before; ``asked()``: Enter or C, to comment on the words that are selected;
    ``pointed(int)``: the caret has come to the words of the comment of this number.
    """

    stepped = Signal(int)
    asked = Signal()
    pointed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard
            | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._part = WrittenPart("", "", "", "")
        self._shown = ""
        self._beside = Alongside("", "")
        self._marked: list[tuple[Marking, int, int]] = []
        self._here = 0
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self.cursorPositionChanged.connect(self._caret_moved)

    def show_part(self, part: WrittenPart) -> None:
        """Show a text from its beginning, nothing marked in it."""
        self._marked = []
        self.setExtraSelections([])
        if part != self._part or not self._shown:
            self._part = part
            lines = [Paragraph((Text(line),)) for line in part.text.splitlines()]
            self.set_markdown(part.text if part.is_markdown else write(lines))
            self._shown = self.document().toRawText()
            self._beside = Alongside(part.text, self._shown)
            self._leave_room()
        self._here = 0
        self.updateGeometry()

    def show_markings(self, markings: Sequence[Marking]) -> None:
        """Mark these words and no others."""
        self._marked = []
        for marking in markings:
            found = self._beside.shown(marking.start, marking.end)
            if found is not None:
                start, end = (wide(self._shown, place) for place in found)
                self._marked.append((marking, start, end))
        self._dress()

    def stretch(self) -> tuple[int, int] | None:
        """Return which characters of the text are selected; the sentence at the caret where nothing
        is, None where there is no word.
        """
        cursor = self.textCursor()
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        if not cursor.hasSelection():
            start, end = self._sentence(cursor)
        return self._beside.in_markdown(*self._whole_words(start, end))

    def point_at(self, number: int) -> None:
        """Bring the caret to the words of a comment."""
        for marking, start, _ in self._marked:
            if marking.number == number:
                self._here = number
                cursor = self.textCursor()
                cursor.setPosition(start)
                self.setTextCursor(cursor)

    def caret_rect(self) -> QRectF:
        """Return where the caret is, in this widget."""
        return QRectF(self.cursorRect().translated(self.viewport().pos()))

    # How it is done

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if event.modifiers() in _PLAIN and key in _LETTERS:
            self.stepped.emit(_LETTERS[key])
        elif event.modifiers() in _PLAIN and key in _ASKING:
            self.asked.emit()
        else:
            # Not the keys of writing.
            QTextEdit.keyPressEvent(self, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the text, then the numbers of the comments beside it."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(QApplication.palette().color(QPalette.ColorRole.Accent))
        height = QFontMetrics(font).height()
        width = self._gutter() - GAP
        for top, numbers in self._numbers().items():
            rect = QRectF(0, top, width, height)
            painter.drawText(rect, int(Qt.AlignmentFlag.AlignRight), numbers)
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        dressed = event.type() in {QEvent.Type.FontChange, QEvent.Type.PaletteChange}
        # It is told of some before it is built.
        if dressed and getattr(self, "_shown", ""):
            self._leave_room()
            self._dress()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._height())

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self._height())

    def _height(self) -> int:
        frame = max(self.height() - self.viewport().height(), 0)
        return round(self.document().size().height()) + frame + 2

    def _fit(self) -> None:
        if self.height() != self._height():
            self.updateGeometry()

    def _gutter(self) -> int:
        return self.fontMetrics().horizontalAdvance("10, 11") + GAP

    def _leave_room(self) -> None:
        frame = self.document().rootFrame()
        look = frame.frameFormat()
        look.setLeftMargin(self._gutter())
        frame.setFrameFormat(look)

    def _numbers(self) -> dict[int, str]:
        """Return what stands beside the text, by how far down."""
        found: dict[int, list[str]] = {}
        for marking, start, _ in self._marked:
            cursor = QTextCursor(self.document())
            cursor.setPosition(start)
            found.setdefault(self.cursorRect(cursor).top(), []).append(str(marking.number))
        return {top: ", ".join(numbers) for top, numbers in found.items()}

    def _dress(self) -> None:
        self.setExtraSelections(
            [
                self._selection(marking, first, last)
                for marking, start, end in self._marked
                for first, last in self._between_citations(start, end)
            ]
        )
        self.viewport().update()

    def _between_citations(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Yield a stretch without the citations in it, which have a look of their own."""
        text = self.document().toRawText()
        for found in _WORDS.finditer(text, narrow(text, start), narrow(text, end)):
            yield wide(text, found.start()), wide(text, found.end())

    def _selection(self, marking: Marking, start: int, end: int) -> QTextEdit.ExtraSelection:
        palette = self.palette()
        made = QTextEdit.ExtraSelection()
        cursor = QTextCursor(self.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        look = QTextCharFormat()
        ground = QColor(palette.color(QPalette.ColorRole.Highlight))
        look.setBackground(ground)
        look.setForeground(palette.color(QPalette.ColorRole.HighlightedText))
        look.setFontUnderline(True)
        if marking.here:
            look.setFontWeight(QFont.Weight.Bold)
        made.cursor = cursor
        made.format = look
        return made

    def _caret_moved(self) -> None:
        if not self.hasFocus():
            return
        at = self.textCursor().position()
        here = next((m.number for m, start, end in self._marked if start <= at <= end), 0)
        if here != self._here:
            self._here = here
            if here:
                self.pointed.emit(here)

    def _whole_words(self, start: int, end: int) -> tuple[int, int]:
        """Return places in the document as characters, moved out to the edges of words."""
        text = self._shown
        first, last = narrow(text, start), narrow(text, end)
        while 0 < first < len(text) and text[first - 1].isalnum() and text[first].isalnum():
            first -= 1
        while 0 < last < len(text) and text[last - 1].isalnum() and text[last].isalnum():
            last += 1
        return first, last

    @staticmethod
    def _sentence(cursor: QTextCursor) -> tuple[int, int]:
        block = cursor.block()
        text = block.text()
        at = narrow(text, cursor.position() - block.position())
        spans: Iterator[tuple[int, int]] = iter(sentence_spans(text))
        start, end = next(((a, b) for a, b in spans if at <= b), (0, len(text)))
        return block.position() + wide(text, start), block.position() + wide(text, end)

    def hint_at(self, point: QPointF) -> str:
        """Say the number of the comment under the mouse, or what the text itself has there."""
        at = self.cursorForPosition(point.toPoint()).position()
        number = next((m.number for m, start, end in self._marked if start <= at < end), 0)
        return super().hint_at(point) or (f"Comment {number}" if number else "")
