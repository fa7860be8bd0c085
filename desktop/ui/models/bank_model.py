"""The trainer's bank of comments as a list."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.core.commenting import BankComment
from desktop.ui.models.words import counted
from desktop.ui.widgets.labels import tip

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class BankModel(QAbstractListModel):
    """Each row is a comment.

    No row is an item of its own (``QListWidgetItem``): the list is filled anew at each keystroke,
    and clearing items made the program crash (``Shiboken::Object::destroy``), at one start in four.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[BankComment] = ()

    def show(self, bank: Sequence[BankComment]) -> None:
        """Show these; nothing is done where they are shown already."""
        if tuple(bank) != self._rows:
            self.beginResetModel()
            self._rows = tuple(bank)
            self.endResetModel()

    def rows(self) -> Sequence[BankComment]:
        """Return what is shown."""
        return self._rows

    def comment(self, index: Index) -> BankComment | None:
        """Return the comment of a row."""
        return self._rows[index.row()] if index.isValid() else None

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        kept = self.comment(index)
        if kept is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return kept.text
            case Qt.ItemDataRole.ToolTipRole:
                return tip(kept.text, f"Used {counted(kept.used, 'time')}." if kept.used else "")
            case _:
                return None
