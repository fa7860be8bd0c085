"""The table of learners' work: hundreds of rows, none of them a widget."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)

from desktop.ui.models.collected_rows import Cell, Line
from desktop.ui.widgets.labels import tip

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_SORT = Qt.ItemDataRole.UserRole


class CollectedModel(QAbstractTableModel):
    """Shows Lines in columns."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: Sequence[Line] = ()
        self._cells: Sequence[Cell] = ()

    def show(self, lines: Sequence[Line], cells: Sequence[Cell]) -> None:
        """Show these."""
        self.beginResetModel()
        self._lines, self._cells = tuple(lines), tuple(cells)
        self.endResetModel()

    def lines(self) -> list[Line]:
        """Return every Line."""
        return list(self._lines)

    def cells(self) -> Sequence[Cell]:
        """Return the columns."""
        return self._cells

    def line(self, index: Index) -> Line | None:
        """Return what a row shows."""
        return self._lines[index.row()] if index.isValid() else None

    def index_of(self, name: str) -> QModelIndex:
        """Return the place of a Line by its id, invalid where there is none."""
        for place, line in enumerate(self._lines):
            if line.id == name:
                return self.index(place, 0)
        return QModelIndex()

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._cells)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self._cells):
            return None
        heading = self._cells[section].heading
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(heading)
        return heading if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self.line(index)
        if line is None:
            return None
        cell = self._cells[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return cell.says(line)
            case Qt.ItemDataRole.ToolTipRole:
                return tip(cell.named(line) if cell.named else cell.says(line))
            case Qt.ItemDataRole.AccessibleTextRole:
                said = cell.named(line) if cell.named else cell.says(line)
                return f"{cell.heading}: {said}"
            case int() if role == _SORT:
                return cell.sorts(line)
            case _:
                return None


class CollectedOrder(QSortFilterProxyModel):
    """The rows in the order that is asked for."""

    def __init__(self, model: CollectedModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.setSortRole(_SORT)
        self.setSourceModel(model)

    def line(self, index: QModelIndex) -> Line | None:
        """Return what a row shows."""
        return self._model.line(self.mapToSource(index))

    def index_of(self, name: str) -> QModelIndex:
        """Return the place of a Line by its id."""
        return self.mapFromSource(self._model.index_of(name))

    def lines(self) -> list[Line]:
        """Return every Line in the order of the table."""
        found = (self.line(self.index(place, 0)) for place in range(self.rowCount()))
        return [line for line in found if line is not None]
