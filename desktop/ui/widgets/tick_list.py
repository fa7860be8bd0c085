"""A list of things that are on or off, each with a tick."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop.ui.form import name_field
from desktop.ui.models.key_model import Row
from desktop.ui.models.tick_model import TickModel
from desktop.ui.widgets.key_list import KeyList


class TickList(KeyList):
    """``ticked(key, on)`` when a person ticks or unticks a row, by a click or the space bar."""

    ticked = Signal(str, bool)

    def __init__(self, name: str, help_text: str = "", parent: QWidget | None = None) -> None:
        self._ticks = TickModel()
        super().__init__(name, parent, self._ticks)
        self._ticks.setParent(self)
        name_field(self, name, help_text)
        self._ticks.ticked.connect(self.ticked)

    def show_ticks(self, rows: Sequence[Row], off: Collection[str]) -> None:
        """Show these rows, all ticked but those whose keys are ``off``."""
        before = self.key()
        self._ticks.show_ticks(rows, off)
        if self.key() != before or not before:
            self.choose(before)

    def tick(self, key: str, on: bool) -> None:
        """Tick or untick a row, as a person would."""
        place = self._ticks.index(self.keys().index(key))
        state = Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
        self._ticks.setData(place, state, Qt.ItemDataRole.CheckStateRole)

    def off(self) -> set[str]:
        """Return the keys of the rows without a tick that could have one."""
        unticked = Qt.CheckState.Unchecked
        rows = (self._ticks.index(place) for place in range(self._ticks.rowCount()))
        role = Qt.ItemDataRole.CheckStateRole
        return {self.keys()[row.row()] for row in rows if row.data(role) == unticked}
