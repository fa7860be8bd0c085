"""The original of an import as it was read, with a caret, the parts beside it and marks in it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QApplication, QTextEdit, QWidget

from desktop.core.imports import KeptBlock, KeptMark
from desktop.ui.imports.changed_blocks import can_rewrite, changed_span, shifted
from desktop.ui.spacing import GAP, GAP_LARGE, GAP_SMALL
from desktop.ui.widgets.document_writing import Written, rewrite_blocks, write_blocks

_BAR = 3
_TINT = 60
_GUTTER_CHARACTERS = "!00a"


class OriginalText(QTextEdit):
    """Read only, but with a caret: what is done to a paragraph is done where the caret is.

    ``entered(block)``: the caret has come to another block; ``scrolled(block)``: the person
    scrolled, and this block is at the top of what is seen.
    """

    entered = Signal(str)
    scrolled = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard
            | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self._blocks: Sequence[KeptBlock] = ()
        self._written: list[Written] = []
        self._starts: list[int] = []
        self._places: dict[str, int] = {}
        self._gutter: Mapping[str, tuple[str, bool]] = {}
        self._marks: list[KeptMark] = []
        self._chosen_mark = ""
        self._span: tuple[str, str] = ("", "")
        self._here = ""
        self._quiet = False
        self.cursorPositionChanged.connect(self._caret_moved)
        # Only what the person does: scrolling by the program is not to be followed.
        self.verticalScrollBar().actionTriggered.connect(
            lambda _: QTimer.singleShot(0, self, self._bar_moved)
        )

    # What is shown

    def show_blocks(
        self,
        blocks: Sequence[KeptBlock],
        gutter: Mapping[str, tuple[str, bool]],
    ) -> None:
        """Show a document; caret and scrolling stay at the block where they were."""
        self._gutter = gutter
        if blocks != self._blocks:
            rewritten = bool(self._written) and self._rewrite(blocks)
            self._blocks = blocks
            if not rewritten:
                self._write()
            self._dress()
        self.viewport().update()

    def show_marks(self, marks: Iterable[KeptMark]) -> None:
        """Underline these sentences and no others."""
        self._marks = list(marks)
        self._dress()

    def point_at(self, first: str, last: str, *, scroll: bool = True, mark: str = "") -> None:
        """Mark the blocks from ``first`` to ``last``; with ``scroll`` bring them into view and
        the caret to the first.
        """
        self._span, self._chosen_mark = (first, last), mark
        self._dress()
        self.viewport().update()
        written = self._at(first)
        if scroll and written is not None:
            self._quiet = True
            chosen = next((kept for kept in self._marks if kept.id == mark), None)
            at = written.text_start + (chosen.start if chosen else 0)
            self._put_caret(min(at, written.end))
            self._to_top()
            self._quiet = False
            self._here = first

    # Where the person is

    def caret(self) -> tuple[str, int]:
        """Return the block with the caret, and how many characters of its text are before it."""
        position = self.textCursor().position()
        written = self._around(position)
        if written is None:
            return "", 0
        at = min(max(position - written.text_start, 0), written.end - written.text_start)
        return written.id, at

    def selected(self) -> tuple[str, int, int] | None:
        """Return block, start and end of the words that are selected, as far as in one block."""
        cursor = self.textCursor()
        written = self._around(cursor.selectionStart())
        if not cursor.hasSelection() or written is None:
            return None
        start = max(cursor.selectionStart(), written.text_start) - written.text_start
        end = min(cursor.selectionEnd(), written.end) - written.text_start
        return (written.id, start, end) if start < end else None

    def show_place(self, block: str) -> None:
        """Scroll to a block; the caret stays where it is."""
        self._scroll_to(block)

    def sizeHint(self) -> QSize:
        # What it would like does not count: it takes what there is.
        return QSize(0, self.minimumHeight())

    # How it is done

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Tab leaves a text that is only read; all else moves the caret.
        if event.key() == Qt.Key.Key_Tab:
            self.focusNextPrevChild(True)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        # Also where the caret stood already: what shows beside it may be about another paragraph.
        if event.button() is Qt.MouseButton.LeftButton and not self.textCursor().hasSelection():
            self._here = ""
            self._caret_moved()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme and the size of text."""
        super().changeEvent(event)
        dressed = event.type() in {QEvent.Type.PaletteChange, QEvent.Type.FontChange}
        if dressed and getattr(self, "_blocks", ()):
            self._write()
            self._dress()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the numbers of the parts beside the text, then the text."""
        painter = QPainter(self.viewport())
        self._paint_span(painter)
        self._paint_gutter(painter)
        painter.end()
        super().paintEvent(event)

    def _write(self) -> None:
        """Write the whole document anew, scrolled as far and with the caret where they were."""
        here, at = self.caret() if self._written else ("", 0)
        top = self._top_block() if self._written else ""
        self._quiet = True
        self.clear()
        self.document().setDocumentMargin(GAP_LARGE)
        frame = self.document().rootFrame()
        look = frame.frameFormat()
        look.setLeftMargin(self._gutter_width())
        frame.setFrameFormat(look)
        self._know(write_blocks(self.document(), self._blocks, self.palette()))
        written = self._at(here)
        self._put_caret(min(written.text_start + at, written.end) if written else 0)
        if self._at(top) is not None and top != here:
            self._scroll_to(top)
        else:
            self.ensureCursorVisible()
        self._here = self.caret()[0]
        self._quiet = False

    def _rewrite(self, blocks: Sequence[KeptBlock]) -> bool:
        """Write only what is no longer as it was; tell whether that could be done."""
        old = changed_span(self._blocks, blocks)
        new = range(old.start, old.stop + len(blocks) - len(self._blocks))
        middle = [self._blocks[place] for place in old], [blocks[place] for place in new]
        if not can_rewrite(*middle):
            return False
        self._quiet = True
        here, at = self.caret()
        first = self._places[middle[0][0].id]
        was = self._written[first : first + len(old)]
        now = rewrite_blocks(self.document(), was, middle[1], self.palette())
        by = now[-1].end - was[-1].end
        moved = [shifted(each, by) for each in self._written[first + len(old) :]]
        self._know([*self._written[:first], *now, *moved])
        written = self._at(here) or now[0]
        self._put_caret(min(written.text_start + at, written.end))
        self._here = self.caret()[0]
        self._quiet = False
        return True

    def _know(self, written: list[Written]) -> None:
        self._written = written
        self._starts = [each.start for each in written]
        self._places = {each.id: place for place, each in enumerate(written)}

    def _dress(self) -> None:
        ground = QColor(self.palette().color(QPalette.ColorRole.Highlight))
        found: list[QTextEdit.ExtraSelection] = []
        for mark in self._marks:
            written = self._at(mark.block)
            if written is None:
                continue
            look = QTextCharFormat()
            look.setFontUnderline(True)
            look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
            if mark.id == self._chosen_mark:
                look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
                look.setBackground(ground)
            start = min(written.text_start + mark.start, written.end)
            end = min(written.text_start + mark.end, written.end)
            found.append(self._selection(start, end, look))
        self.setExtraSelections(found)

    def _selection(self, start: int, end: int, look: QTextCharFormat) -> QTextEdit.ExtraSelection:
        made = QTextEdit.ExtraSelection()
        cursor = QTextCursor(self.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        made.cursor = cursor
        made.format = look
        return made

    def _paint_span(self, painter: QPainter) -> None:
        """Paint a bar beside the blocks of what is chosen."""
        first, last = self._at(self._span[0]), self._at(self._span[1])
        if first is None or last is None:
            return
        top = self._rect(first.start).top()
        bottom = self._rect(last.end).bottom()
        if bottom < 0 or top > self.viewport().height():
            return
        left = self._gutter_width() - GAP - _BAR
        colour = self.palette().color(QPalette.ColorRole.Accent)
        painter.fillRect(QRectF(left, top, _BAR, bottom - top), colour)

    def _paint_gutter(self, painter: QPainter) -> None:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(QApplication.palette().color(QPalette.ColorRole.PlaceholderText))
        metrics = QFontMetrics(font)
        width = self._gutter_width() - 2 * GAP - _BAR - GAP_SMALL
        for place in self._in_view():
            written = self._written[place]
            label = self._gutter.get(written.id)
            if label is None:
                continue
            top = self._rect(written.start).top()
            rect = QRectF(GAP_SMALL, top, width, metrics.height())
            text = metrics.elidedText(label[0], Qt.TextElideMode.ElideRight, round(width))
            painter.drawText(rect, int(Qt.AlignmentFlag.AlignRight), text)

    def _gutter_width(self) -> int:
        metrics = QFontMetrics(self.font())
        return metrics.horizontalAdvance(_GUTTER_CHARACTERS) + 3 * GAP + _BAR

    def _rect(self, position: int) -> QRectF:
        """Return where the paragraph at a position is in the viewport."""
        block = self.document().findBlock(position)
        rect = self.document().documentLayout().blockBoundingRect(block)
        return rect.translated(QPointF(0, -self.verticalScrollBar().value()))

    def _in_view(self) -> range:
        """Return the places of the blocks that can be seen."""
        if not self._written:
            return range(0)
        top = self.cursorForPosition(QPoint(self._gutter_width() + 1, 1)).position()
        corner = QPoint(self._gutter_width() + 1, self.viewport().height())
        bottom = self.cursorForPosition(corner).position()
        first = max(bisect_right(self._starts, top) - 1, 0)
        return range(first, bisect_right(self._starts, bottom))

    def _top_block(self) -> str:
        shown = self._in_view()
        return self._written[shown[0]].id if shown else ""

    def _at(self, block: str) -> Written | None:
        place = self._places.get(block)
        return None if place is None else self._written[place]

    def _around(self, position: int) -> Written | None:
        place = bisect_right(self._starts, position) - 1
        return self._written[max(place, 0)] if self._written else None

    def _put_caret(self, position: int) -> None:
        cursor = self.textCursor()
        cursor.setPosition(position)
        self.setTextCursor(cursor)

    def _to_top(self) -> None:
        """Scroll so that the caret stands a quarter down, with what leads up to it above."""
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self.cursorRect().top() - self.viewport().height() // 4)

    def _scroll_to(self, block: str) -> None:
        written = self._at(block)
        if written is not None:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + round(self._rect(written.start).top()))

    def _caret_moved(self) -> None:
        here = self.caret()[0] if self._written else ""
        if here and here != self._here and not self._quiet:
            self._here = here
            self.entered.emit(here)

    def _bar_moved(self) -> None:
        if self._written:
            self.scrolled.emit(self._top_block())
