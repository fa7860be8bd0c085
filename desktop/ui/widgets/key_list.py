"""A list whose rows stand for something by a key, and are as tall as their words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from desktop.ui.form import name_field
from desktop.ui.models.key_model import KEY, KeyModel, Row
from desktop.ui.widgets.choosing import choose_only
from desktop.ui.widgets.whole_rows import WholeRows

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class KeyList(QListView):
    """``chosen(key)`` when another row is chosen, ``moved(by)`` on Alt+Up and Alt+Down."""

    chosen = Signal(str)
    moved = Signal(int)

    def __init__(
        self, name: str, parent: QWidget | None = None, model: KeyModel | None = None
    ) -> None:
        super().__init__(parent)
        self._shown = model or KeyModel(self)
        self.setModel(self._shown)
        self.setItemDelegate(WholeRows(self))
        self.setWordWrap(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        name_field(self, name)
        self.selectionModel().currentChanged.connect(self._changed)

    def show_rows(self, rows: Sequence[Row], chosen: str) -> None:
        """Show these rows with one chosen, the first where that is not among them."""
        self.selectionModel().blockSignals(True)
        self._shown.show(rows)
        self.selectionModel().blockSignals(False)
        self.choose(chosen)

    def key(self) -> str:
        """Return what the chosen row stands for, "" for none."""
        return str(self.currentIndex().data(KEY) or "")

    def keys(self) -> list[str]:
        """Return what the rows stand for."""
        return [row.key for row in self._shown.rows()]

    def choose(self, key: str) -> None:
        """Choose a row."""
        keys = self.keys()
        choose_only(self, self._shown.index(keys.index(key) if key in keys else 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = _STEPS.get(Qt.Key(event.key()), 0)
        if by and event.modifiers() == Qt.KeyboardModifier.AltModifier:
            self.moved.emit(by)
            return
        super().keyPressEvent(event)

    def _changed(self, index: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(str(index.data(KEY)))
