"""Building the tables of rich text, which has cells and rows but no tables."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field

from desktop.corpus.readers.office.lines import Line, Role, flat, notes_of
from desktop.corpus.readers.office.tables import WIDEST, Cell, grid, is_layout

_SAME_EDGE = 60  # twentieths of a point by which the edges of rows may differ


@dataclass(slots=True)
class _Definition:
    """One cell as a row defines it."""

    edge: int = 0
    spans: bool = False
    spanned: bool = False
    goes_on: bool = False


@dataclass(slots=True)
class RowDefinition:
    """What ``\\trowd`` and the words after it say about the cells of a row."""

    cells: list[_Definition] = field(default_factory=list)
    _next: _Definition = field(default_factory=_Definition)

    def word(self, word: str, value: int) -> None:
        """Take in a control word about the next cell; ``cellx`` completes it."""
        match word:
            case "clmgf":
                self._next.spans = True
            case "clmrg":
                self._next.spanned = True
            case "clvmrg":
                self._next.goes_on = True
            case "cellx" if len(self.cells) < WIDEST:
                self._next.edge = value
                self.cells.append(self._next)
                self._next = _Definition()
            case _:
                pass


@dataclass(slots=True)
class _Row:
    cells: list[list[Line]]
    definition: RowDefinition


@dataclass(slots=True)
class TableBuilder:
    """A table that is being read: finished rows, the cells of this row, the lines of this cell."""

    rows: list[_Row] = field(default_factory=list)
    cells: list[list[Line]] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)

    def end_cell(self) -> None:
        """End a cell."""
        self.cells.append(self.lines)
        self.lines = []

    def end_row(self, definition: RowDefinition) -> None:
        """End a row."""
        if self.lines:
            self.end_cell()
        if self.cells:
            self.rows.append(_Row(self.cells, definition))
        self.cells = []

    def finish(self) -> list[Line]:
        """Return the table as a line; or the lines in it where it only lays out the page."""
        left_over = [line for cell in self.cells for line in cell] + self.lines
        edges = self._edges()
        rows = [_read(row, edges) for row in self.rows]
        if is_layout([[lines for _, lines in row] for row in rows]):
            return [line for row in rows for _, lines in row for line in lines] + left_over
        cells = grid([[(cell, flat(lines)) for cell, lines in row] for row in rows])
        inside = [line for row in rows for _, lines in row for line in lines]
        return [Line(role=Role.TABLE, cells=cells, notes=notes_of(inside)), *left_over]

    def _edges(self) -> list[int]:
        """Return the right edges of all columns, those that nearly agree as one."""
        found = sorted({cell.edge for row in self.rows for cell in row.definition.cells})
        edges: list[int] = []
        for edge in found:
            if not edges or edge - edges[-1] > _SAME_EDGE:
                edges.append(edge)
        # Rows that agree about nothing have no columns in common.
        return edges if len(edges) <= WIDEST else []


def _read(row: _Row, edges: list[int]) -> list[tuple[Cell, list[Line]]]:
    """Return the cells of a row with the number of columns that each spans."""
    out: list[tuple[Cell, list[Line]]] = []
    before = 0
    for place, lines in enumerate(row.cells):
        known = place < len(row.definition.cells)
        definition = row.definition.cells[place] if known else _Definition()
        at = bisect_right(edges, definition.edge) if known and edges else before + 1
        out.append((Cell(None, max(at - before, 1), definition.goes_on), lines))
        before = max(at, before + 1)
    return out
