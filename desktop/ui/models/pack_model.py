"""What a pack of snippets would bring as a list, each ticked if it is to be brought in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.core.library import PackItem, Standing
from desktop.core.references import card_reference

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
# The order in which a person decides: what needs a decision first.
STANDINGS = {
    Standing.CONFLICT: "In conflict: you have changed yours",
    Standing.CHANGED: "Changed",
    Standing.NEW: "New",
    Standing.SAME: "Same as yours",
}
_SIGNS = {
    Standing.CONFLICT: "!",
    Standing.CHANGED: "≠",
    Standing.NEW: "+",
    Standing.SAME: "=",
}
_TICKED = frozenset({Standing.NEW, Standing.CHANGED})
_ROLES = [Qt.ItemDataRole.CheckStateRole]


class PackModel(QAbstractListModel):
    """Each row is a PackItem; what is the same as one's own cannot be ticked."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[PackItem] = ()
        self._ticked: set[str] = set()

    def show(self, items: Sequence[PackItem]) -> None:
        """Show these, what needs a decision first; what is new or changed is ticked."""
        order = list(STANDINGS)
        self.beginResetModel()
        self._rows = sorted(items, key=lambda item: order.index(item.standing))
        self._ticked = {item.incoming.id for item in items if item.standing in _TICKED}
        self.endResetModel()

    def item(self, index: Index) -> PackItem | None:
        """Return what a row stands for."""
        return self._rows[index.row()] if index.isValid() else None

    def ticked(self) -> list[str]:
        """Return the ids of what is to be brought in, in the order of the rows."""
        ids = (item.incoming.id for item in self._rows)
        return [key for key in ids if key in self._ticked]

    def tick_all(self, ticked: bool) -> None:
        """Tick all that can be ticked, or none."""
        wanted = (item.incoming.id for item in self._rows if _can_be_ticked(item))
        self._ticked = set(wanted) if ticked else set()
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1), _ROLES)

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        item = self.item(index)
        ticks = item is not None and _can_be_ticked(item)
        return flags | Qt.ItemFlag.ItemIsUserCheckable if ticks else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        item = self.item(index)
        if item is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                standing = f"{_SIGNS[item.standing]} {STANDINGS[item.standing]}"
                return f"{standing}\n{item.incoming.claim}\n{card_reference(item.source)}"
            case Qt.ItemDataRole.CheckStateRole if _can_be_ticked(item):
                ticked = item.incoming.id in self._ticked
                return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
            case _:
                return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        item = self.item(index)
        if item is None or role != Qt.ItemDataRole.CheckStateRole or not _can_be_ticked(item):
            return False
        # A click hands over a CheckState, the space bar its number.
        if Qt.CheckState(value) == Qt.CheckState.Checked:
            self._ticked.add(item.incoming.id)
        else:
            self._ticked.discard(item.incoming.id)
        row = index.row()
        self.dataChanged.emit(self.index(row), self.index(row), _ROLES)
        return True


def _can_be_ticked(item: PackItem) -> bool:
    return item.standing is not Standing.SAME
