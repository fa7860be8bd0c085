"""In which order the library stands: also by columns that there is no room to show."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from desktop.ui.form import name_field
from desktop.ui.models.library_order import COLUMNS

_GIVEN = -1


class SortMenu(QToolButton):
    """``chosen(int, Qt.SortOrder)``: sort by this column; -1 = in the order of the sources."""

    chosen = Signal(int, Qt.SortOrder)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("boxed", True)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self)
        menu.setAccessibleName("Sort by")
        self.setMenu(menu)
        self._group = QActionGroup(self)
        self._actions: dict[int, QAction] = {}
        self._add(menu, _GIVEN, "Source by source")
        for place, column in enumerate(COLUMNS):
            self._add(menu, place, column.heading)
        menu.addSeparator()
        self.backwards = QAction("Last first", self)
        self.backwards.setCheckable(True)
        self.backwards.triggered.connect(self._choose)
        menu.addAction(self.backwards)
        self.show_order(_GIVEN, Qt.SortOrder.AscendingOrder)

    def pick(self, column: int, *, backwards: bool = False) -> None:
        """Choose an order, as a person would."""
        self._actions[column].setChecked(True)
        self.backwards.setChecked(backwards)
        self._choose()

    def set_searching(self, searching: bool) -> None:
        """Know whether the rows given are in the order of a search."""
        self._actions[_GIVEN].setText("Best first" if searching else "Source by source")
        self._say()

    def show_order(self, column: int, order: Qt.SortOrder) -> None:
        """Say which order there is."""
        self._actions[column].setChecked(True)
        self.backwards.setChecked(order == Qt.SortOrder.DescendingOrder)
        self.backwards.setEnabled(column != _GIVEN)
        self._say()

    def _say(self) -> None:
        words = next(action for action in self._actions.values() if action.isChecked()).text()
        self.setText(f"Sort: {words[0].lower()}{words[1:]} ▾")
        name_field(self, f"Sort by: {words}")

    def _add(self, menu: QMenu, column: int, words: str) -> None:
        action = QAction(words, self)
        action.setCheckable(True)
        action.setActionGroup(self._group)
        action.triggered.connect(self._choose)
        menu.addAction(action)
        self._actions[column] = action

    def _choose(self) -> None:
        column = next(place for place, action in self._actions.items() if action.isChecked())
        backwards = self.backwards.isChecked() and column != _GIVEN
        order = Qt.SortOrder.DescendingOrder if backwards else Qt.SortOrder.AscendingOrder
        self.show_order(column, order)
        self.chosen.emit(column, order)
