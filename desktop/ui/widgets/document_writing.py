"""Writing the blocks of a document into a text box, and remembering where each stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtGui import (
    QFontInfo,
    QPalette,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextLength,
    QTextTableFormat,
)

from desktop.core.document import Block, BlockKind, Cells
from desktop.core.imports import KeptBlock
from desktop.ui.spacing import GAP, GAP_LARGE

_INDENT = 24
_LARGEST, _STEP, _LEAST = 1.35, 0.12, 1.0
_SMALL = 0.9


@dataclass(frozen=True, slots=True)
class Written:
    """Where a block stands: from ``start`` to ``end``, its words beginning at ``text_start``."""

    id: str
    start: int
    text_start: int
    end: int


def write_blocks(
    document: QTextDocument, blocks: Sequence[KeptBlock], palette: QPalette
) -> list[Written]:
    """Write all blocks into an empty document and return where each stands."""
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    writer = _Writer(cursor, QFontInfo(document.defaultFont()).pixelSize(), palette)
    written = [place for kept in blocks if (place := writer.write(kept)) is not None]
    cursor.endEditBlock()
    return written


def rewrite_blocks(
    document: QTextDocument, old: Sequence[Written], blocks: Sequence[KeptBlock], palette: QPalette
) -> list[Written]:
    """Write paragraphs in place of those that stand at ``old``, which follow one another, and
    return where each stands now. Neither may hold a table or the beginning of a page.
    """
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    cursor.setPosition(old[0].start)
    cursor.setPosition(old[-1].end, QTextCursor.MoveMode.KeepAnchor)
    cursor.removeSelectedText()
    first = blocks[0].block
    writer = _Writer(cursor, QFontInfo(document.defaultFont()).pixelSize(), palette, first)
    written = [place for kept in blocks if (place := writer.write(kept)) is not None]
    cursor.endEditBlock()
    return written


class _Writer:
    def __init__(
        self, cursor: QTextCursor, size: int, palette: QPalette, here: Block | None = None
    ) -> None:
        self._cursor = cursor
        self._size = size
        self._palette = palette
        self._fresh = True
        self._page = _page(here) if here is not None else ("", 0)

    def write(self, kept: KeptBlock) -> Written | None:
        block = kept.block
        if block.kind is BlockKind.BREAK:
            return None  # the block after it says which page or slide has begun
        self._say_page(block)
        if block.kind is BlockKind.TABLE and block.cells:
            return self._table(kept.id, block.cells)
        look = self._look(block)
        self._begin(_paragraph(block), look)
        start = self._cursor.position()
        self._cursor.insertText(_number(block), look)
        text_start = self._cursor.position()
        self._cursor.insertText(block.text.replace("\n", "\u2028"), look)
        return Written(kept.id, start, text_start, self._cursor.position())

    def _say_page(self, block: Block) -> None:
        """Write which page or slide begins here, if another does."""
        here = _page(block)
        if not here[1] or here == self._page:
            return
        self._page = here
        look = QTextCharFormat()
        look.setForeground(self._palette.color(QPalette.ColorRole.PlaceholderText))
        made = QTextBlockFormat()
        made.setBottomMargin(GAP)
        if not self._fresh:
            made.setTopMargin(GAP_LARGE)
        self._begin(made, look)
        self._cursor.insertText(f"{here[0]} {here[1]}", look)

    def _table(self, name: str, cells: Cells) -> Written:
        self._begin(QTextBlockFormat(), QTextCharFormat())
        start = self._cursor.position()
        columns = max(len(row) for row in cells)
        made = QTextTableFormat()
        made.setBorder(1)
        made.setBorderBrush(self._palette.color(QPalette.ColorRole.Mid))
        made.setBorderCollapse(True)
        made.setCellPadding(GAP // 2)
        made.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        table = self._cursor.insertTable(len(cells), max(columns, 1), made)
        for row, texts in enumerate(cells):
            for column, text in enumerate(texts):
                inside = table.cellAt(row, column).firstCursorPosition()
                inside.insertText(text.replace("\n", "\u2028"))
        self._cursor.setPosition(table.lastPosition() + 1)
        self._fresh = True
        return Written(name, start, start, table.lastPosition())

    def _begin(self, paragraph: QTextBlockFormat, look: QTextCharFormat) -> None:
        if self._fresh:
            self._cursor.setBlockFormat(paragraph)
            self._cursor.setBlockCharFormat(look)
            self._fresh = False
        else:
            self._cursor.insertBlock(paragraph, look)

    def _look(self, block: Block) -> QTextCharFormat:
        look = QTextCharFormat()
        if block.kind is BlockKind.HEADING:
            scale = max(_LARGEST - _STEP * (max(block.level, 1) - 1), _LEAST)
            look.setProperty(QTextCharFormat.Property.FontPixelSize, round(self._size * scale))
            look.setFontWeight(700)
        elif block.kind is BlockKind.FOOTNOTE:
            look.setProperty(QTextCharFormat.Property.FontPixelSize, round(self._size * _SMALL))
            look.setForeground(self._palette.color(QPalette.ColorRole.PlaceholderText))
        return look


def _page(block: Block) -> tuple[str, int]:
    return ("Slide", block.slide) if block.slide else ("Page", block.page)


def _paragraph(block: Block) -> QTextBlockFormat:
    made = QTextBlockFormat()
    made.setLineHeight(140, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    made.setBottomMargin(GAP)
    if block.kind is BlockKind.HEADING:
        made.setTopMargin(GAP_LARGE)
        made.setHeadingLevel(min(max(block.level, 1), 6))
    elif block.kind is BlockKind.LIST_ITEM:
        made.setLeftMargin(_INDENT * max(block.level, 1))
    elif block.kind in {BlockKind.QUOTATION, BlockKind.FOOTNOTE}:
        made.setLeftMargin(_INDENT)
    return made


def _number(block: Block) -> str:
    if block.kind is BlockKind.LIST_ITEM:
        return f"{block.number}. " if block.number else "• "
    if not block.number:
        return ""
    return f"{block.number} " if block.kind is BlockKind.FOOTNOTE else f"{block.number}. "
