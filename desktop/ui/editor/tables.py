"""Tables in the editor: insert, grow, shrink, leave."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum

from PySide6.QtGui import QTextCursor, QTextTable

from desktop.core.text import Table
from desktop.ui.editor.formats import table_format
from desktop.ui.editor.placing import Placing, dress_cells

# Rows besides the header.
_ROWS, _COLUMNS = 2, 2


def add_row(cursor: QTextCursor) -> None:
    """Add a row below the cursor's, as one undo step, and go to its first cell."""
    if table := cursor.currentTable():
        row = table.cellAt(cursor).row() + 1
        cursor.beginEditBlock()
        table.insertRows(row, 1)
        dress_cells(table)
        cursor.endEditBlock()
        cursor.setPosition(table.cellAt(row, 0).firstCursorPosition().position())


def add_column(cursor: QTextCursor) -> None:
    """Add a column after the cursor's, as one undo step, and go to its header."""
    if table := cursor.currentTable():
        column = table.cellAt(cursor).column() + 1
        cursor.beginEditBlock()
        table.insertColumns(column, 1)
        _spread(table)
        cursor.endEditBlock()
        cursor.setPosition(table.cellAt(0, column).firstCursorPosition().position())


def remove_row(cursor: QTextCursor) -> None:
    """Remove the cursor's row; the last one takes the table with it."""
    if table := cursor.currentTable():
        cursor.beginEditBlock()
        # With its last row the table itself is gone.
        stays = table.rows() > 1
        table.removeRows(table.cellAt(cursor).row(), 1)
        if stays:
            dress_cells(table)
        cursor.endEditBlock()


def remove_column(cursor: QTextCursor) -> None:
    """Remove the cursor's column; the last one takes the table with it."""
    if table := cursor.currentTable():
        cursor.beginEditBlock()
        stays = table.columns() > 1
        table.removeColumns(table.cellAt(cursor).column(), 1)
        if stays:
            _spread(table)
        cursor.endEditBlock()


def next_row(cursor: QTextCursor) -> None:
    """Go to the cell below; from the last row add a row, or leave the table if it is empty."""
    table = cursor.currentTable()
    if table is None:
        return
    cell = table.cellAt(cursor)
    if cell.row() + 1 < table.rows():
        below = table.cellAt(cell.row() + 1, cell.column())
        cursor.setPosition(below.lastCursorPosition().position())
    elif cell.row() > 1 and _row_is_empty(table, cell.row()):
        cursor.beginEditBlock()
        table.removeRows(cell.row(), 1)
        cursor.endEditBlock()
        cursor.setPosition(table.lastPosition() + 1)
    else:
        add_row(cursor)


def _row_is_empty(table: QTextTable, row: int) -> bool:
    cells = (table.cellAt(row, column) for column in range(table.columns()))
    return all(cell.firstPosition() == cell.lastPosition() for cell in cells)


def _spread(table: QTextTable) -> None:
    table.setFormat(table_format(table.columns()))
    dress_cells(table)


def insert_table(cursor: QTextCursor) -> None:
    """Insert an empty table after the cursor's paragraph, go to its first cell. One undo step."""
    empty = Table(((),) * _COLUMNS, (((),) * _COLUMNS,) * _ROWS)
    cursor.setPosition(cursor.selectionEnd())
    cursor.beginEditBlock()
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    place = cursor.position()
    Placing(cursor, fresh=not cursor.block().text()).place([empty])
    cursor.endEditBlock()
    cursor.setPosition(place + 1)


class TableChange(StrEnum):
    """What can be done to a table."""

    ADD_ROW = "Add row below"
    ADD_COLUMN = "Add column to the right"
    REMOVE_ROW = "Remove row"
    REMOVE_COLUMN = "Remove column"


CHANGES: Mapping[TableChange, Callable[[QTextCursor], None]] = {
    TableChange.ADD_ROW: add_row,
    TableChange.ADD_COLUMN: add_column,
    TableChange.REMOVE_ROW: remove_row,
    TableChange.REMOVE_COLUMN: remove_column,
}
