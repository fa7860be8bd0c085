"""An imported document as one reads it, with the places that matter marked and scrolled to."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QTextEdit, QWidget

from desktop.core.imports import KeptBlock
from desktop.ui.models.found_words import spans
from desktop.ui.spacing import GAP_LARGE
from desktop.ui.widgets.document_writing import Written, write_blocks

_BAR = 4
# Longer lines are hard to read.
_LINE_CHARACTERS = 100


@dataclass(frozen=True, slots=True)
class Chosen:
    """Words that the person has selected, within one block."""

    block: str
    start: int
    end: int
    text: str


class DocumentText(QTextEdit):
    """Shows blocks in order. A marked place has a bar beside it, and a ground of its own."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("documentText")
        self.setAccessibleName(name)
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        # Without a caret nobody could read it by keyboard or select words.
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard
            | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self.document().setDocumentMargin(GAP_LARGE)
        self._written: list[Written] = []
        self._starts: list[int] = []
        self._marked: list[Written] = []
        self._query = ""
        self._blocks: Sequence[KeptBlock] = ()

    def show_blocks(self, blocks: Sequence[KeptBlock]) -> None:
        """Show a document from its beginning, nothing marked."""
        self._blocks = blocks
        self._marked = []
        self.clear()
        self._written = write_blocks(self.document(), blocks, self.palette())
        self._starts = [written.start for written in self._written]
        self._dress()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def mark(self, blocks: Collection[str], query: str = "") -> bool:
        """Mark these blocks and scroll to the first; tell whether they are there.

        The words of ``query`` are marked wherever they stand in them.
        """
        self._marked = [written for written in self._written if written.id in blocks]
        self._query = query
        self._dress()
        if not self._marked:
            return False
        first, last = self._marked[0], self._marked[-1]
        cursor = QTextCursor(self.document())
        cursor.setPosition(last.end)
        self.setTextCursor(cursor)
        cursor.setPosition(first.start)
        self.setTextCursor(cursor)
        self._to_top(cursor)
        return True

    def marked_words(self) -> str:
        """Return the text of the marked place."""
        return "\n".join(self._text(written) for written in self._marked)

    def marked_in_view(self) -> bool:
        """Tell whether the beginning of the marked place can be seen."""
        if not self._marked:
            return False
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._marked[0].start)
        return self.viewport().rect().contains(self.cursorRect(cursor).center())

    def chosen(self) -> Chosen | None:
        """Return the words selected, as far as they stand in one block; without any, the sentence
        or block at the cursor is not guessed: None.
        """
        cursor = self.textCursor()
        if not cursor.hasSelection():
            return None
        place = bisect_right(self._starts, cursor.selectionStart()) - 1
        if place < 0:
            return None
        written = self._written[place]
        start = max(cursor.selectionStart(), written.text_start) - written.text_start
        end = min(cursor.selectionEnd(), written.end) - written.text_start
        text = self._text(written)[start:end]
        return Chosen(written.id, start, end, text) if text.strip() else None

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme and the size of text."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.PaletteChange, QEvent.Type.FontChange}:
            marked = [written.id for written in getattr(self, "_marked", ())]
            if getattr(self, "_blocks", ()):
                self.show_blocks(self._blocks)
                self.mark(marked, self._query)
                self._fit()

    def _fit(self) -> None:
        """Keep the lines short enough to be read."""
        line = self.fontMetrics().averageCharWidth() * _LINE_CHARACTERS
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        self.setLineWrapColumnOrWidth(min(self.viewport().width(), line))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the bar beside what is marked, then the text."""
        painter = QPainter(self.viewport())
        colour = self.palette().color(QPalette.ColorRole.Accent)
        for rect in self._bars():
            painter.fillRect(rect, colour)
        painter.end()
        super().paintEvent(event)

    def _bars(self) -> list[QRectF]:
        layout, document = self.document().documentLayout(), self.document()
        shift = QPointF(0, -self.verticalScrollBar().value())
        left = GAP_LARGE - 2 * _BAR
        found: list[QRectF] = []
        for written in self._marked:
            top = layout.blockBoundingRect(document.findBlock(written.start))
            bottom = layout.blockBoundingRect(document.findBlock(written.end))
            height = bottom.bottom() - top.top()
            found.append(QRectF(left, top.top(), _BAR, height).translated(shift))
        return found

    def _text(self, written: Written) -> str:
        cursor = QTextCursor(self.document())
        cursor.setPosition(written.text_start)
        cursor.setPosition(written.end, QTextCursor.MoveMode.KeepAnchor)
        # Qt ends paragraphs and lines with characters of its own.
        return cursor.selectedText().replace("\u2029", "\n").replace("\u2028", "\n")

    def _dress(self) -> None:
        palette = self.palette()
        selections: list[QTextEdit.ExtraSelection] = []
        for written in self._marked:
            look = QTextCharFormat()
            look.setBackground(palette.color(QPalette.ColorRole.Highlight))
            look.setForeground(palette.color(QPalette.ColorRole.HighlightedText))
            selections.append(self._selection(written.start, written.end, look))
            word = QTextCharFormat()
            word.setFontUnderline(True)
            word.setFontWeight(700)
            text = self._text(written)
            selections += [
                self._selection(written.text_start + start, written.text_start + end, word)
                for start, end in spans(text, self._query)
            ]
        self.setExtraSelections(selections)

    def _selection(self, start: int, end: int, look: QTextCharFormat) -> QTextEdit.ExtraSelection:
        made = QTextEdit.ExtraSelection()
        cursor = QTextCursor(self.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        made.cursor = cursor
        made.format = look
        return made

    def _to_top(self, cursor: QTextCursor) -> None:
        """Scroll so that a place stands a third down, with what leads up to it above."""
        bar = self.verticalScrollBar()
        top = self.cursorRect(cursor).top()
        bar.setValue(bar.value() + top - self.viewport().height() // 3)
