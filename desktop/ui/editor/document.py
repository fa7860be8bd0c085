"""Blocks to a rich-text document and back, without loss."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument, QTextTable

from desktop.core.text import (
    Block,
    Blocks,
    Inline,
    Line,
    ListBlock,
    Paragraph,
    Quote,
    Subheading,
    Table,
    Text,
    normalise,
)
from desktop.ui.editor.formats import OBJECT_CHARACTER, BlockKind, citation_of, kind_of, look_of
from desktop.ui.editor.placing import Placing


def build(document: QTextDocument, blocks: Iterable[Block]) -> None:
    """Replace what a document holds. Its undo history ends."""
    undoable = document.isUndoRedoEnabled()
    document.setUndoRedoEnabled(False)
    document.clear()
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    Placing(cursor, fresh=True).place(normalise(blocks))
    cursor.endEditBlock()
    document.setUndoRedoEnabled(undoable)


def read(document: QTextDocument) -> Blocks:
    """Return what a document holds, in normal form."""
    return normalise(_blocks(document))


def read_selection(cursor: QTextCursor) -> Blocks:
    """Return what is selected; a piece of a single block comes as a plain paragraph."""
    if not cursor.hasSelection():
        return ()
    taken = QTextDocument()
    QTextCursor(taken).insertFragment(cursor.selection())
    document = cursor.document()
    first = document.findBlock(cursor.selectionStart())
    if first == document.findBlock(cursor.selectionEnd()) and not cursor.hasComplexSelection():
        return normalise(Paragraph(line) for line in _lines(taken))
    return read(taken)


def line_of(block: QTextBlock) -> Line:
    """Return the text of one block, not normalised."""
    text = block.text()
    ranges = block.textFormats()
    # Qt counts in UTF-16, Python in characters: they differ beyond the basic plane only.
    plain = len(text) == block.length() - 1
    wide = b"" if plain else text.encode("utf-16-le", "surrogatepass")
    line: list[Inline] = []
    for span in ranges:
        start, end = span.start, span.start + span.length
        piece = (
            text[start:end] if plain else wide[2 * start : 2 * end].decode("utf-16-le", "replace")
        )
        cite = citation_of(span.format)
        if cite is None:
            line.append(look_of(piece, span.format))
        else:
            line.extend([cite] * piece.count(OBJECT_CHARACTER))
    return tuple(line)


def _blocks(document: QTextDocument) -> Iterator[Block]:
    tables = tables_in(document)
    block = document.begin()
    while block.isValid():
        if tables and block.position() >= tables[0].firstPosition():
            table = tables.pop(0)
            yield table_of(table)
            block = document.findBlock(table.lastPosition() + 1)
            continue
        yield block_of(block)
        block = block.next()


def tables_in(document: QTextDocument) -> list[QTextTable]:
    """Return the tables of a document, first to last."""
    frames = document.rootFrame().childFrames()
    tables = [frame for frame in frames if isinstance(frame, QTextTable)]
    return sorted(tables, key=lambda table: table.firstPosition())


def block_of(block: QTextBlock) -> Block:
    """Return a paragraph that is in no table, not normalised."""
    line = line_of(block)
    match kind_of(block):
        case BlockKind.SUBHEADING:
            return Subheading(line)
        case BlockKind.QUOTE:
            return Quote((line,))
        case BlockKind.BULLETS:
            return ListBlock(False, (line,))
        case BlockKind.NUMBERS:
            return ListBlock(True, (line,))
        case BlockKind.PARAGRAPH:
            return Paragraph(line)


def table_of(table: QTextTable) -> Table:
    """Return a table, not normalised."""
    rows = [
        tuple(_cell(table, row, column) for column in range(table.columns()))
        for row in range(table.rows())
    ]
    return Table(rows[0], tuple(rows[1:]))


def _cell(table: QTextTable, row: int, column: int) -> Line:
    """Return the text of a cell; several paragraphs in it become one."""
    cell = table.cellAt(row, column)
    block = cell.firstCursorPosition().block()
    last = cell.lastCursorPosition().block()
    line = line_of(block)
    while block != last:
        block = block.next()
        line = (*line, Text(" "), *line_of(block))
    return line


def _lines(document: QTextDocument) -> Iterator[Line]:
    block = document.begin()
    while block.isValid():
        yield line_of(block)
        block = block.next()
