"""Rows with a key, some of them headings, as a list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont

from desktop.ui.widgets.whole_rows import INDENTED

KEY = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()


@dataclass(frozen=True, slots=True)
class Row:
    """One row: what it stands for, its words, whether it is a heading of those below."""

    key: str
    words: str
    heading: bool = False


class KeyModel(QAbstractListModel):
    """Each row is a Row; where there are headings, what is below them stands to the right."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[Row] = ()
        self._headed = False

    def show(self, rows: Sequence[Row]) -> None:
        """Show these; nothing is done where they are shown already."""
        if tuple(rows) != self._rows:
            self.beginResetModel()
            self._rows = tuple(rows)
            self._headed = any(row.heading for row in rows)
            self.endResetModel()

    def rows(self) -> Sequence[Row]:
        """Return what is shown."""
        return self._rows

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return row.words
            case Qt.ItemDataRole.FontRole if row.heading:
                font = QFont()
                font.setWeight(QFont.Weight.DemiBold)
                return font
            case _ if role == KEY:
                return row.key
            case _ if role == INDENTED:
                return self._headed and not row.heading
            case _:
                return None
