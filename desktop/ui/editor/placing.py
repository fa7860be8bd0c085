"""Writing blocks into a rich-text document at a cursor."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtGui import QTextCharFormat, QTextCursor, QTextTable

from desktop.core.text import (
    Block,
    Cite,
    Line,
    ListBlock,
    Paragraph,
    Quote,
    Subheading,
    Table,
    Text,
    lines,
)
from desktop.ui.editor.formats import (
    OBJECT_CHARACTER,
    BlockKind,
    block_format,
    citation_format,
    header_cell_format,
    list_format,
    table_format,
    text_format,
)


def place_line(cursor: QTextCursor, line: Line) -> None:
    """Write one line of text at the cursor, into the block it is in."""
    for part in line:
        if isinstance(part, Cite):
            cursor.insertText(OBJECT_CHARACTER, citation_format(part))
        else:
            cursor.insertText(part.text, text_format(part))


def as_one_line(blocks: Iterable[Block]) -> Line:
    """Return all text of the blocks as a single line, for a place that can hold no more."""
    line: list[Text | Cite] = []
    for piece in lines(blocks):
        line += [Text(" "), *piece] if line and piece else piece
    return tuple(line)


class Placing:
    """Writes blocks one after the other, moving its cursor to the end of what it wrote.

    ``fresh`` says that the block the cursor is in is empty and may be used for the first one;
    otherwise the cursor must be at the end of its block.
    """

    def __init__(self, cursor: QTextCursor, *, fresh: bool) -> None:
        self._cursor = cursor
        self._fresh = fresh

    def place(self, blocks: Iterable[Block]) -> None:
        """Write the blocks."""
        for block in blocks:
            match block:
                case Paragraph(line):
                    self._text(BlockKind.PARAGRAPH, line)
                case Subheading(line):
                    self._text(BlockKind.SUBHEADING, line)
                case Quote(paragraphs):
                    for line in paragraphs:
                        self._text(BlockKind.QUOTE, line)
                case ListBlock(ordered, items):
                    self._list(BlockKind.NUMBERS if ordered else BlockKind.BULLETS, items)
                case Table(header, rows):
                    self._table((header, *rows))

    def _text(self, kind: BlockKind, line: Line) -> None:
        self._begin(kind)
        place_line(self._cursor, line)

    def _begin(self, kind: BlockKind) -> None:
        if self._fresh:
            self._cursor.setBlockFormat(block_format(kind))
            self._cursor.setBlockCharFormat(QTextCharFormat())
        else:
            self._cursor.insertBlock(block_format(kind), QTextCharFormat())
        self._fresh = False

    def _list(self, kind: BlockKind, items: tuple[Line, ...]) -> None:
        for place, item in enumerate(items):
            if place:
                self._cursor.insertBlock()
                self._cursor.setBlockCharFormat(QTextCharFormat())
            else:
                self._begin(kind)
                self._cursor.createList(list_format(kind))
            place_line(self._cursor, item)

    def _table(self, rows: tuple[tuple[Line, ...], ...]) -> None:
        """Write a table; an empty paragraph follows it, as the document demands."""
        columns = len(rows[0])
        table = self._cursor.insertTable(len(rows), columns, table_format(columns))
        dress_cells(table)
        for row, cells in enumerate(rows):
            for column, line in enumerate(cells):
                if line:
                    place_line(table.cellAt(row, column).firstCursorPosition(), line)
        self._cursor.setPosition(table.lastPosition() + 1)
        self._fresh = True
        self._begin(BlockKind.PARAGRAPH)
        self._fresh = True


def dress_cells(table: QTextTable) -> None:
    """Give every cell of a table the look of its row."""
    plain = block_format(BlockKind.PARAGRAPH, in_table=True)
    for row in range(table.rows()):
        for column in range(table.columns()):
            cell = table.cellAt(row, column)
            cell.firstCursorPosition().setBlockFormat(plain)
            cell.setFormat(header_cell_format() if row == 0 else QTextCharFormat())
