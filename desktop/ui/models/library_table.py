"""The library's table: thousands of rows, none of them a widget."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.ui.models.library_order import COLUMNS, Arranged, Inside, Order, arranged
from desktop.ui.models.library_rows import LibraryRow
from desktop.ui.widgets.labels import tip

Index = QModelIndex | QPersistentModelIndex
TEXT_ROLE, INSIDE_ROLE = Qt.ItemDataRole.UserRole + 1, Qt.ItemDataRole.UserRole + 2
_ROOT = QModelIndex()
_OPENED, _CLOSED = "▾ ", "▸ "


class LibraryTableModel(QAbstractTableModel):
    """Shows ``LibraryRow``s; sorting by a column is the model's own work.

    Passages stay below their Source, and only where it has been opened.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shown = Arranged()
        self._order: Order | None = None

    @property
    def order(self) -> Order | None:
        """How the person wants the rows sorted; None = as they are given."""
        return self._order

    def show(self, rows: tuple[LibraryRow, ...], inside: Inside | None = None) -> None:
        """Show these rows, in their order unless the person sorts them by a column.

        ``inside`` has the Passages of each Source that is open.
        """
        self.show_arranged(arranged(rows, inside, self._order))

    def show_arranged(self, shown: Arranged) -> None:
        """Show what another thread has put in order; anew if the order has changed since."""
        if shown.order != self._order:
            shown = arranged(shown.given, shown.inside, self._order)
        self.beginResetModel()
        self._shown = shown
        self.endResetModel()

    def unfold(self, inside: Inside) -> None:
        """Show the Passages of these Sources below them, of no others."""
        self.show(self._shown.given, inside)

    def row(self, index: Index) -> LibraryRow | None:
        """Return what a row shows."""
        return self._shown.rows[index.row()] if index.isValid() else None

    def rows(self) -> tuple[LibraryRow, ...]:
        """Return all rows in the order shown."""
        return self._shown.rows

    def index_of(self, name: str) -> QModelIndex:
        """Return the row of this name (see ``LibraryRow.id``), invalid if it is not shown."""
        place = self._shown.places.get(name)
        return QModelIndex() if place is None else self.index(place, 0)

    def says(self, column: int) -> bool:
        """Tell whether a column says anything in any row."""
        return self._shown.says[column]

    def is_open(self, name: str) -> bool:
        """Tell whether the Passages of a Source show below it."""
        return name in self._shown.inside

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._shown.rows)

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
                return row.passage is not None and row.id not in self._shown.own
            case _:
                return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; -1 goes back to the order given."""
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        names = [self._shown.rows[index.row()].id for index in before]
        backwards = order == Qt.SortOrder.DescendingOrder
        self._order = Order(column, backwards) if column >= 0 else None
        self._shown = arranged(self._shown.given, self._shown.inside, self._order)
        after = [
            self.index(self._shown.places[name], index.column())
            for name, index in zip(names, before, strict=True)
        ]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def _sign(self, row: LibraryRow, column: int) -> str:
        """Return the sign before a Source that can be opened."""
        if column or not row.passages:
            return ""
        return _OPENED if row.id in self._shown.inside else _CLOSED

    def _standing(self, row: LibraryRow, column: int) -> str:
        sign = self._sign(row, column).strip()
        return "" if not sign else ", opened" if sign == _OPENED.strip() else ", closed"
