"""A table of a pasted page while it is being read."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.core.text import Block, Line, Table
from desktop.ui.editor.placing import as_one_line

_WIDEST_SPAN = 50


class HtmlTable:
    """Takes cells row by row; each cell holds blocks until the table's shape is known."""

    def __init__(self) -> None:
        self._rows: list[list[list[Block]]] = []
        # Columns that a cell of an earlier row reaches down into, with the rows left to fill.
        self._reaching: dict[int, int] = {}

    def start_row(self) -> None:
        """Begin a row."""
        self._rows.append([])
        self._fill_reached()

    def add_cell(self, blocks: list[Block], columns: int = 1, rows: int = 1) -> None:
        """Add a cell that may span columns and rows."""
        if not self._rows:
            self.start_row()
        row = self._rows[-1]
        for place in range(max(1, min(columns, _WIDEST_SPAN))):
            if rows > 1:
                self._reaching[len(row)] = rows
            row.append(blocks if place == 0 else [])
        self._fill_reached()

    def _fill_reached(self) -> None:
        """Put empty cells where cells of earlier rows reach down to."""
        row = self._rows[-1]
        while (left := self._reaching.get(len(row), 0)) > 1:
            self._reaching[len(row)] = left - 1
            row.append([])

    def blocks(self) -> Iterator[Block]:
        """Give the finished table, or its content where it only served as a layout."""
        rows = [row for row in self._rows if row]
        if max((len(row) for row in rows), default=0) <= 1:
            for row in rows:
                for cell in row:
                    yield from cell
            return
        lines: list[tuple[Line, ...]] = [tuple(map(as_one_line, row)) for row in rows]
        yield Table(lines[0], tuple(lines[1:]))
