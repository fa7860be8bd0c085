"""Choosing a row on the program's own account, whatever keys the person holds down.

Qt's own ``setCurrentIndex`` and ``selectRow`` look at the keyboard: while Ctrl is held, as it is
at the end of a shortcut that leads to a page, they would give a chosen row up again.
"""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex
from PySide6.QtWidgets import QAbstractItemView

_ONLY = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
_NONE = QItemSelectionModel.SelectionFlag.Clear


def choose_only(view: QAbstractItemView, index: QModelIndex) -> None:
    """Make a row the current one and the only one chosen; an invalid index chooses none."""
    chosen = view.selectionModel()
    chosen.setCurrentIndex(index, _ONLY if index.isValid() else _NONE)
