"""The library's table: thousands of rows, none of them a widget."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.ui.models.library_rows import LibraryRow, kind_cell, source_cell
from desktop.ui.widgets.labels import tip

Index = QModelIndex | QPersistentModelIndex
HEADINGS = ("What it says", "Kind", "Source")
_ROOT = QModelIndex()
_CELLS: tuple[Callable[[LibraryRow], str], ...] = (
    lambda row: row.title,
    kind_cell,
    source_cell,
)


class LibraryTableModel(QAbstractTableModel):
    """Shows ``LibraryRow``s; sorting by a column is the model's own work."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._given: tuple[LibraryRow, ...] = ()
        self._rows: tuple[LibraryRow, ...] = ()
        self._places: dict[str, int] = {}
        self._order: tuple[int, Qt.SortOrder] | None = None

    def show(self, rows: tuple[LibraryRow, ...]) -> None:
        """Show these rows, in their order unless the person sorts them by a column."""
        self.beginResetModel()
        self._given = rows
        self._put_in_order()
        self.endResetModel()

    def row(self, index: Index) -> LibraryRow | None:
        """Return what a row shows."""
        return self._rows[index.row()] if index.isValid() else None

    def index_of(self, name: str) -> QModelIndex:
        """Return the row of a Snippet's id or a Source's key, invalid if it is not shown."""
        place = self._places.get(name)
        return QModelIndex() if place is None else self.index(place, 0)

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(HEADINGS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return HEADINGS[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row(index)
        if row is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return _CELLS[index.column()](row)
            case Qt.ItemDataRole.ToolTipRole:
                return tip(_CELLS[index.column()](row))
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{HEADINGS[index.column()]}: {_CELLS[index.column()](row)}"
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

    def _put_in_order(self) -> None:
        if self._order is None:
            self._rows = self._given
        else:
            column, order = self._order
            cell = _CELLS[column]
            self._rows = tuple(
                sorted(
                    self._given,
                    key=lambda row: cell(row).casefold(),
                    reverse=order == Qt.SortOrder.DescendingOrder,
                )
            )
        self._places = {row.id: place for place, row in enumerate(self._rows)}
