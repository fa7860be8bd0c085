"""The Organisations as a list."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.core.response import Organisation
from desktop.ui.models.words import ORGANISATION_KINDS

Index = QModelIndex | QPersistentModelIndex
NAMELESS = "No name yet"
_ROOT = QModelIndex()


class OrganisationsModel(QAbstractListModel):
    """Each row is an Organisation: its name, with its kind for tool tip and screen reader."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Organisation] = []

    def show(self, organisations: Sequence[Organisation]) -> None:
        """Show these; rows that are there already keep their place in a selection."""
        if [row.id for row in self._rows] == [item.id for item in organisations]:
            self._rows = list(organisations)
            if self._rows:
                self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))
            return
        self.beginResetModel()
        self._rows = list(organisations)
        self.endResetModel()

    def organisation(self, index: Index) -> Organisation | None:
        """Return the Organisation of a row."""
        return self._rows[index.row()] if index.isValid() else None

    def index_of(self, organisation: str) -> QModelIndex:
        """Return the row of an Organisation, an invalid one if it is not there."""
        for place, row in enumerate(self._rows):
            if row.id == organisation:
                return self.index(place)
        return QModelIndex()

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        item = self.organisation(index)
        if item is None:
            return None
        name = item.name.strip() or NAMELESS
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return name
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleTextRole:
                return f"{name} ({ORGANISATION_KINDS[item.kind]})"
            case _:
                return None
