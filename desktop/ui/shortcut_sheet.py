"""The shortcut sheet: every command that has keys, by menu (F1)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QLineEdit, QScrollArea, QWidget

from desktop.ui.command import Command
from desktop.ui.command_list import MENUS
from desktop.ui.form import labelled
from desktop.ui.fuzzy import score
from desktop.ui.sheet import SheetDialog
from desktop.ui.shortcuts import keys_here
from desktop.ui.spacing import GAP, GAP_LARGE
from desktop.ui.widgets.labels import text_label

# Keys that belong to a place rather than to a command.
_OTHERS = (
    ("Leave the answer, to the next field", "Tab"),
    ("A tab inside the answer", "Ctrl+Tab"),
    ("Close what was opened last", "Esc"),
    ("Up and down in lists", "↑ ↓"),
)
_SHOWN_HEIGHT = 420


class ShortcutSheet(SheetDialog):
    """Lists commands and their keys; a field narrows the list."""

    def __init__(self, commands: Sequence[Command], parent: QWidget | None = None) -> None:
        super().__init__("Keyboard shortcuts", parent)
        self._rows: list[tuple[str, QLabel, QLabel]] = []
        self._headings: list[tuple[QLabel, list[QLabel]]] = []
        self.field = QLineEdit()
        self.field.setPlaceholderText("Find a command")
        self.field.textChanged.connect(self._narrow)
        self.column.addWidget(labelled(self.field, "Find a command", shown=False))
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setAccessibleName("Commands and their keys")
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(self._grid(commands))
        self._area.setMinimumHeight(_SHOWN_HEIGHT)
        self.column.addWidget(self._area, 1)
        self.accept_with("Close")
        self.field.setFocus()

    def shown(self) -> list[tuple[str, str]]:
        """Return the commands listed now with their keys."""
        return [
            (words.text(), keys.text()) for _, words, keys in self._rows if not words.isHidden()
        ]

    def _grid(self, commands: Sequence[Command]) -> QWidget:
        inner = QWidget()
        inner.setProperty("scrolled", True)
        grid = QGridLayout(inner)
        grid.setContentsMargins(0, 0, GAP, 0)
        grid.setHorizontalSpacing(GAP_LARGE)
        grid.setVerticalSpacing(GAP)
        grid.setColumnStretch(0, 1)
        for menu in MENUS:
            listed = [
                (command.name, keys_here(command))
                for command in commands
                if command.menu.partition("/")[0] == menu and command.keys
            ]
            self._section(grid, menu, listed)
        self._section(grid, "Everywhere", list(_OTHERS))
        grid.setRowStretch(grid.rowCount(), 1)
        return inner

    def _section(self, grid: QGridLayout, title: str, listed: list[tuple[str, str]]) -> None:
        heading = text_label(title, "strong")
        grid.addWidget(heading, grid.rowCount(), 0, 1, 2)
        members: list[QLabel] = []
        for words, keys in listed:
            row = grid.rowCount()
            label, shortcut = text_label(words), QLabel(keys)
            shortcut.setProperty("role", "muted")
            grid.addWidget(label, row, 0)
            grid.addWidget(shortcut, row, 1)
            self._rows.append((words, label, shortcut))
            members.append(label)
        self._headings.append((heading, members))

    def _narrow(self, typed: str) -> None:
        for words, label, keys in self._rows:
            fits = not typed.strip() or score(typed, f"{words} {keys.text()}") > 0
            label.setVisible(fits)
            keys.setVisible(fits)
        for heading, members in self._headings:
            heading.setVisible(any(not label.isHidden() for label in members))
