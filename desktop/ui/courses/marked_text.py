"""A text to mark: what is marked has a ground of its own, and its name above its first word."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QHelpEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QTextEdit, QToolTip, QWidget

from desktop.core.exercises import Mark
from desktop.core.marking import marks_at, sentence_round, whole_words
from desktop.markup.plain_spot import without_figures
from desktop.ui.context import Context
from desktop.ui.courses.part_look import part_colours
from desktop.ui.courses.parts import PART_NAMES
from desktop.ui.editor.mark_ink import stretch_rects
from desktop.ui.editor.marks import narrow, wide
from desktop.ui.spacing import GAP_LARGE
from desktop.ui.widgets.grown_height import GrownHeight
from desktop.ui.widgets.labels import tip

# Room above each line for the names.
_LINE_HEIGHT = 215
_NAME_SIZE = 0.78


class MarkedText(QTextEdit):
    """``pressed(int)``: the key of the button at this place (from 0), -1 for the one that takes a
    mark away. Without a selection the sentence at the cursor is meant.
    """

    pressed = Signal(int)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("markedText")
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard
            | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self._make_room()
        self._context = context
        self._text = self._sentences = ""
        self._marks: tuple[Mark, ...] = ()
        self._said: Mapping[Mark, str] = {}
        if context.appearance is not None:
            context.appearance.changed.connect(self._dress)
        self._grown = GrownHeight(self, 3)

    def show_text(self, text: str, name: str) -> None:
        """Show another text, nothing marked in it."""
        self._text = text.rstrip("\n")
        self._sentences = without_figures(self._text)
        self._marks = ()
        self.setAccessibleName(name)
        self.setPlainText(self._text)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        look = QTextBlockFormat()
        look.setLineHeight(_LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor.setBlockFormat(look)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def show_marks(self, marks: Iterable[Mark], said: Mapping[Mark, str] | None = None) -> None:
        """Show these marks; hovering over one says what ``said`` has of it."""
        self._marks = tuple(marks)
        self._said = said or {}
        names = [
            f"{PART_NAMES[mark.part]}: {self._text[mark.start : mark.end]}" for mark in self._marks
        ]
        self.setAccessibleDescription("\n".join(names) or "Nothing is marked yet.")
        self._dress()

    def marks(self) -> tuple[Mark, ...]:
        """Return the marks that are shown."""
        return self._marks

    def chosen(self) -> tuple[int, int]:
        """Return the words selected, from where to where; the sentence at the cursor without."""
        cursor = self.textCursor()
        start, end = (
            narrow(self._text, place) for place in (cursor.selectionStart(), cursor.selectionEnd())
        )
        found = whole_words(self._text, start, end)
        return found if found[0] < found[1] else sentence_round(self._sentences, start)

    def mark_here(self) -> Mark | None:
        """Return the mark at the cursor."""
        return marks_at(self._marks, narrow(self._text, self.textCursor().selectionStart()))

    def let_go(self) -> None:
        """Select nothing any more, so that the mark can be seen."""
        cursor = self.textCursor()
        cursor.setPosition(cursor.selectionStart())
        self.setTextCursor(cursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Mark by number; the rest moves the cursor and selects."""
        plain = event.modifiers() in {
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        }
        if plain and event.text().isdigit() and event.text() in "123456789":
            self.pressed.emit(int(event.text()) - 1)
        elif plain and event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_0}:
            self.pressed.emit(-1)
        else:
            super().keyPressEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """Say what is said of the mark under the mouse."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            at = narrow(self._text, self.cursorForPosition(event.pos()).position())
            mark = marks_at(self._marks, at)
            said = self._said.get(mark, PART_NAMES[mark.part]) if mark else ""
            QToolTip.showText(event.globalPos(), tip(said) if said else "", self.viewport())
            return True
        return super().viewportEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.PaletteChange, QEvent.Type.FontChange} and hasattr(
            self, "_said"
        ):
            self._make_room()
            self._dress()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setFont(self._name_font())
        for mark in self._marks:
            self._paint_name(painter, mark)
        painter.end()

    def _make_room(self) -> None:
        """Leave room for a name above the first line, however large the letters."""
        self.document().setDocumentMargin(max(GAP_LARGE, self.fontMetrics().height()))

    def _name_font(self) -> QFont:
        font = QFont(self.font())
        if font.pixelSize() > 0:
            font.setPixelSize(max(round(font.pixelSize() * _NAME_SIZE), 9))
        else:
            font.setPointSizeF(font.pointSizeF() * _NAME_SIZE)
        font.setBold(True)
        return font

    def _paint_name(self, painter: QPainter, mark: Mark) -> None:
        """Write the name of a part above its first line with room for it, its first letter where
        none has.

        Small letters: what is marked goes on below, and the next mark may begin a word later.
        """
        rects = list(self._rects(mark))
        if not rects:
            return
        metrics = painter.fontMetrics()
        words = PART_NAMES[mark.part]
        first = with_room(rects, metrics.horizontalAdvance(words))
        if first is None:
            first, words = rects[0], words[:1]
        _, letters = part_colours(self._context, mark.part)
        painter.setPen(letters)
        letters_top = first.bottom() - self.fontMetrics().height()
        base = QPointF(first.left(), letters_top - metrics.descent())
        painter.drawText(base, words)

    def _rects(self, mark: Mark) -> Iterable[QRectF]:
        for start, end in self._stretches(mark):
            yield from stretch_rects(self, start, end)

    def _stretches(self, mark: Mark) -> Iterable[tuple[int, int]]:
        """Yield where a mark stands in the document, paragraph by paragraph."""
        begins = 0
        for line in self._text.split("\n"):
            start, end = max(mark.start, begins), min(mark.end, begins + len(line))
            if start < end:
                yield wide(self._text, start), wide(self._text, end)
            begins += len(line) + 1

    def _dress(self) -> None:
        looks: list[QTextEdit.ExtraSelection] = []
        for mark in self._marks:
            ground, letters = part_colours(self._context, mark.part)
            look = QTextCharFormat()
            look.setBackground(ground)
            look.setForeground(self.palette().color(QPalette.ColorRole.Text))
            look.setUnderlineColor(letters)
            look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
            for start, end in self._stretches(mark):
                made = QTextEdit.ExtraSelection()
                cursor = QTextCursor(self.document())
                cursor.setPosition(start)
                cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
                made.cursor = cursor
                made.format = look
                looks.append(made)
        self.setExtraSelections(looks)
        self.viewport().update()


def with_room(rects: Iterable[QRectF], width: float) -> QRectF | None:
    """Return the first of the lines of a mark that is so wide, None if none is."""
    return next((rect for rect in rects if rect.width() >= width), None)
