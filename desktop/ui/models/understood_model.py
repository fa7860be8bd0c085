"""Rows of what was understood, for a list of which none is a widget."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.ui.models.review_rows import Row
from desktop.ui.widgets.labels import tip

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole
_ROOT = QModelIndex()


class UnderstoodModel(QAbstractListModel):
    """Shows ``Row``s in the order given; the role ROW gives the whole row."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()

    def show(self, rows: tuple[Row, ...]) -> None:
        """Show these rows and no others."""
        if rows == self._rows:
            return
        if [row.id for row in rows] == [row.id for row in self._rows]:
            self._rows = rows
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def rows(self) -> tuple[Row, ...]:
        """Return the rows that are shown."""
        return self._rows

    def row(self, index: Index) -> Row | None:
        """Return what an index shows."""
        return self._rows[index.row()] if index.isValid() else None

    def index_of(self, name: str) -> QModelIndex:
        """Return where a row stands, invalid where it is not shown."""
        for place, row in enumerate(self._rows):
            if row.id == name:
                return self.index(place)
        return QModelIndex()

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row(index)
        if row is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.title
            case Qt.ItemDataRole.ToolTipRole:
                return tip(row.title, row.detail)
            case Qt.ItemDataRole.AccessibleTextRole:
                return row.words()
            case int() if role == ROW:
                return row
            case _:
                return None
