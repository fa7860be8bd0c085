"""A button with a menu of things to tick: all of them, or only those."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from desktop.ui.form import name_field

_LONGEST = 22


class FilterMenu(QToolButton):
    """Narrows a list down; ``changed()`` after each choice. Nothing ticked means all."""

    changed = Signal()

    def __init__(self, name: str, one: str, many: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._one, self._many = name, one, many
        self.setProperty("boxed", True)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu = QMenu(self)
        self._menu.setAccessibleName(name)
        self.setMenu(self._menu)
        self._offered: dict[str, str] = {}
        self._options: dict[str, QAction] = {}
        self._all = QAction(f"All {many}", self)
        self._all.triggered.connect(self._choose_all)
        self._say()

    def set_options(self, options: Iterable[tuple[str, str]]) -> None:
        """Offer these (value, words); what was ticked and is still offered stays ticked."""
        offered = dict(options)
        if offered == self._offered:
            return  # a menu of hundreds of tags takes a while to make
        self._offered = offered
        before = self.chosen() or frozenset()
        self._menu.clear()
        self._menu.addAction(self._all)
        self._menu.addSeparator()
        self._options = {}
        for value, words in offered.items():
            action = QAction(words.replace("&", "&&"), self._menu)
            action.setCheckable(True)
            action.setChecked(value in before)
            action.triggered.connect(self._ticked)
            self._menu.addAction(action)
            self._options[value] = action
        self._say()

    def chosen(self) -> frozenset[str] | None:
        """Return the values ticked, or None for all."""
        ticked = frozenset(value for value, action in self._options.items() if action.isChecked())
        return ticked or None

    def choose(self, values: frozenset[str] | None) -> None:
        """Tick exactly these, as a person would."""
        for value, action in self._options.items():
            action.setChecked(values is not None and value in values)
        self._ticked()

    def _choose_all(self) -> None:
        self.choose(None)

    def _ticked(self) -> None:
        self._say()
        self.changed.emit()

    def _say(self) -> None:
        chosen = self.chosen()
        words = [
            action.text().replace("&&", "&")
            for value, action in self._options.items()
            if chosen and value in chosen
        ]
        if not words:
            said = f"All {self._many}"
        elif len(words) == 1:
            said = words[0] if len(words[0]) <= _LONGEST else f"1 {self._one}"
        else:
            said = f"{len(words)} {self._many}"
        self.setText(f"{said.replace('&', '&&')} ▾")
        self._all.setEnabled(bool(words))
        self.setToolTip("\n".join(words))
        name_field(self, f"{self._name}: {said}", ", ".join(words))
