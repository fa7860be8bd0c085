"""The library's table: thousands of rows, none of them a widget."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.ui.models.library_rows import (
    LibraryRow,
    kind_cell,
    review_cell,
    source_cell,
    title_cell,
)
from desktop.ui.widgets.labels import tip

Index = QModelIndex | QPersistentModelIndex
TEXT_ROLE, INSIDE_ROLE = Qt.ItemDataRole.UserRole + 1, Qt.ItemDataRole.UserRole + 2
_ROOT = QModelIndex()
_OPENED, _CLOSED = "▾ ", "▸ "


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its heading, what it says, what it is sorted by if not by that, its width in
    characters (0 = what is left), and what room the table needs before it shows.
    """

    heading: str
    says: Callable[[LibraryRow], str]
    characters: int
    by: Callable[[LibraryRow], str] | None = None

    def key(self, row: LibraryRow) -> str:
        """Return what to sort by."""
        return (self.by or self.says)(row).casefold()


COLUMNS = (
    Column("What it says", title_cell, 0),
    Column("Kind", kind_cell, 17),
    Column("Source", source_cell, 24),
    Column("Year", lambda row: row.year, 8),
    Column("Check by", review_cell, 19, lambda row: str(row.review_by or "")),
    Column("Tags", lambda row: ", ".join(row.tags), 18),
    Column("Looked after by", lambda row: row.owner, 19),
    Column("Consultation", lambda row: row.consultation, 24),
)


class LibraryTableModel(QAbstractTableModel):
    """Shows ``LibraryRow``s; sorting by a column is the model's own work.

    Passages stay below their Source, and only where it has been opened.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._given: tuple[LibraryRow, ...] = ()
        self._inside: Mapping[str, Sequence[LibraryRow]] = {}
        self._rows: tuple[LibraryRow, ...] = ()
        self._places: dict[str, int] = {}
        self._own: set[str] = set()  # the rows that are in no other
        self._order: tuple[int, Qt.SortOrder] | None = None

    def show(
        self,
        rows: tuple[LibraryRow, ...],
        inside: Mapping[str, Sequence[LibraryRow]] | None = None,
    ) -> None:
        """Show these rows, in their order unless the person sorts them by a column.

        ``inside`` has the Passages of each Source that is open.
        """
        self.beginResetModel()
        self._given, self._inside = rows, inside or {}
        self._put_in_order()
        self.endResetModel()

    def unfold(self, inside: Mapping[str, Sequence[LibraryRow]]) -> None:
        """Show the Passages of these Sources below them, of no others."""
        self.show(self._given, inside)

    def row(self, index: Index) -> LibraryRow | None:
        """Return what a row shows."""
        return self._rows[index.row()] if index.isValid() else None

    def rows(self) -> tuple[LibraryRow, ...]:
        """Return all rows in the order shown."""
        return self._rows

    def index_of(self, name: str) -> QModelIndex:
        """Return the row of this name (see ``LibraryRow.id``), invalid if it is not shown."""
        place = self._places.get(name)
        return QModelIndex() if place is None else self.index(place, 0)

    def says(self, column: int) -> bool:
        """Tell whether a column says anything in any row."""
        return not self._given or any(COLUMNS[column].says(row) for row in self._given)

    def is_open(self, name: str) -> bool:
        """Tell whether the Passages of a Source show below it."""
        return name in self._inside

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return COLUMNS[section].heading
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row(index)
        if row is None:
            return None
        column = COLUMNS[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._sign(row, index.column()) + column.says(row)
            case Qt.ItemDataRole.ToolTipRole:
                return tip(column.says(row))
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{column.heading}: {column.says(row)}{self._standing(row, index.column())}"
            case _ if role == TEXT_ROLE:
                return row.text
            case _ if role == INSIDE_ROLE:
                return row.passage is not None and row.id not in self._own
            case _:
                return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; -1 goes back to the order given."""
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        names = [self._rows[index.row()].id for index in before]
        self._order = (column, order) if column >= 0 else None
        self._put_in_order()
        after = [
            self.index(self._places[name], index.column())
            for name, index in zip(names, before, strict=True)
        ]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def _sign(self, row: LibraryRow, column: int) -> str:
        """Return the sign before a Source that can be opened."""
        if column or not row.passages:
            return ""
        return _OPENED if row.id in self._inside else _CLOSED

    def _standing(self, row: LibraryRow, column: int) -> str:
        sign = self._sign(row, column).strip()
        return "" if not sign else ", opened" if sign == _OPENED.strip() else ", closed"

    def _put_in_order(self) -> None:
        rows: Sequence[LibraryRow] = self._given
        if self._order is not None:
            rows = _sorted(rows, COLUMNS[self._order[0]], self._order[1])
        given = self._own = {row.id for row in rows}
        self._rows = tuple(rows)
        if self._inside:
            self._rows = tuple(
                one
                for row in rows
                for one in (row, *self._inside.get(row.id, ()))
                if one is row or one.id not in given
            )
        self._places = {row.id: place for place, row in enumerate(self._rows)}


def _sorted(rows: Sequence[LibraryRow], column: Column, order: Qt.SortOrder) -> list[LibraryRow]:
    """Return rows in the order of a column; what has nothing there comes last either way."""
    keys = [(column.key(row), row) for row in rows]
    said = [pair for pair in keys if pair[0]]
    backwards = order == Qt.SortOrder.DescendingOrder
    said.sort(key=lambda pair: pair[0], reverse=backwards)
    return [row for _, row in said] + [row for key, row in keys if not key]
