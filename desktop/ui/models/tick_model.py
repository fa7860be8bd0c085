"""Rows with a key and a tick, some of them headings without one, as a list."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

from desktop.ui.models.key_model import ROOT, Index, KeyModel, Row

_ROLES = [Qt.ItemDataRole.CheckStateRole]


class TickModel(KeyModel):
    """Each row that is no heading has a tick. ``ticked(key, on)``: a person ticked or unticked."""

    ticked = Signal(str, bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._off: frozenset[str] = frozenset()

    def show_ticks(self, rows: Sequence[Row], off: Collection[str]) -> None:
        """Show these rows, all ticked but those whose keys are ``off``."""
        self.show(rows)
        if self._off != frozenset(off):
            self._off = frozenset(off)
            self.dataChanged.emit(self.index(0), self.index(self.rowCount() - 1), _ROLES)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsUserCheckable if self._has_tick(index) else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.CheckStateRole:
            if not self._has_tick(index):
                return None
            off = self.rows()[index.row()].key in self._off
            return Qt.CheckState.Unchecked if off else Qt.CheckState.Checked
        return super().data(index, role)

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or not self._has_tick(index):
            return False
        key = self.rows()[index.row()].key
        # A click hands over a CheckState, the space bar its number.
        on = Qt.CheckState(value) == Qt.CheckState.Checked
        self._off = self._off - {key} if on else self._off | {key}
        place = self.index(index.row(), 0, ROOT)
        self.dataChanged.emit(place, place, _ROLES)
        self.ticked.emit(key, on)
        return True

    def _has_tick(self, index: Index) -> bool:
        return index.isValid() and not self.rows()[index.row()].heading
