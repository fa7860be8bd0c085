"""The table of files brought in: thousands of rows, none of them a widget, changed in place."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)

from desktop.ui.models.import_rows import (
    USUALLY_SHOWN,
    ImportRow,
    Stage,
    kind_cell,
    state_cell,
)
from desktop.ui.widgets.labels import tip

Index = QModelIndex | QPersistentModelIndex
HEADINGS = ("File", "What it is", "Where it stands")
NAME, KIND, STATE = range(3)
_ROOT = QModelIndex()
_SORT = Qt.ItemDataRole.UserRole
_ORDER = {stage: place for place, stage in enumerate(Stage)}
_CELLS: tuple[Callable[[ImportRow], str], ...] = (lambda row: row.name, kind_cell, state_cell)
_CHANGEABLE = frozenset({Stage.UNSURE, Stage.SURE})


class ImportTableModel(QAbstractTableModel):
    """Shows ``ImportRow``s; ``put`` changes some of them without touching the rest."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[ImportRow] = []
        self._places: dict[str, int] = {}

    def show(self, rows: Iterable[ImportRow]) -> None:
        """Show these rows and no others; what only changed or came last is changed in place."""
        new = list(rows)
        same = len(self._rows)
        if [row.id for row in new[:same]] == [row.id for row in self._rows]:
            changed = [row for row, now in zip(new, self._rows, strict=False) if row != now]
            self.put((row.id, row) for row in (*changed, *new[same:]))
            return
        self.beginResetModel()
        self._rows = new
        self._places = {row.id: place for place, row in enumerate(self._rows)}
        self.endResetModel()

    def put(self, rows: Iterable[tuple[str, ImportRow]]) -> None:
        """Show these (id so far, row) in place of the rows of those ids; unknown ones go last."""
        new: list[ImportRow] = []
        for name, row in rows:
            place = self._places.pop(name, None)
            if place is None:
                new.append(row)
                continue
            self._places[row.id] = place
            self._rows[place] = row
            self.dataChanged.emit(self.index(place, 0), self.index(place, STATE))
        if new:
            first = len(self._rows)
            self.beginInsertRows(_ROOT, first, first + len(new) - 1)
            self._rows.extend(new)
            self._places |= {row.id: first + place for place, row in enumerate(new)}
            self.endInsertRows()

    def rows(self) -> list[ImportRow]:
        """Return every row, hidden by a filter or not."""
        return list(self._rows)

    def row(self, index: Index) -> ImportRow | None:
        """Return what a row shows."""
        return self._rows[index.row()] if index.isValid() else None

    def index_of(self, name: str) -> QModelIndex:
        """Return the place of a row, invalid where there is none."""
        place = self._places.get(name)
        return QModelIndex() if place is None else self.index(place, 0)

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(HEADINGS)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        row = self.row(index)
        if row is not None and index.column() == KIND and row.stage in _CHANGEABLE:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

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
        cell = _CELLS[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                editable = index.column() == KIND and row.stage in _CHANGEABLE
                return f"{cell(row)} ▾" if editable else cell(row)
            case Qt.ItemDataRole.EditRole:
                return row.kind.value if row.kind else None
            case Qt.ItemDataRole.ToolTipRole:
                return tip(row.path if index.column() == NAME else cell(row))
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{HEADINGS[index.column()]}: {cell(row)}"
            case int() if role == _SORT:
                return _ORDER[row.stage] if index.column() == STATE else cell(row).casefold()
            case _:
                return None


class ImportTableView(QSortFilterProxyModel):
    """The rows that are asked for, in the order that is asked for."""

    def __init__(self, model: ImportTableModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._stages: frozenset[Stage] = USUALLY_SHOWN
        self.setSortRole(_SORT)
        self.setSourceModel(model)

    def narrow(self, stages: frozenset[Stage] | None) -> None:
        """Show the rows of these stages; None = all but those put aside."""
        self._stages = stages or USUALLY_SHOWN
        self.invalidate()

    def row(self, index: QModelIndex) -> ImportRow | None:
        """Return what a row shows."""
        return self._model.row(self.mapToSource(index))

    def index_of(self, name: str) -> QModelIndex:
        """Return the place of a row, invalid where it is not shown."""
        return self.mapFromSource(self._model.index_of(name))

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        row = self._model.row(self._model.index(source_row, 0))
        return row is not None and row.stage in self._stages
