"""Menus and shortcuts, made from the list of commands."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu

from desktop.ui.command import Command
from desktop.ui.command_list import MENUS

if TYPE_CHECKING:
    from PySide6.QtGui import QAction, QKeySequence

    from desktop.ui.window import Window

# Where macOS wants them.
_ROLES = {"quit": "QuitRole", "go.settings": "PreferencesRole", "help.about": "AboutRole"}
# Menus whose first letter belongs to another one.
_LETTERS = {"Learn": "Le&arn"}


class Menus(QObject):
    """The menu bar of a window. Call ``refresh`` when what can be done may have changed.

    ``filled`` comes once, when shortcuts work.
    """

    filled = Signal()

    def __init__(self, window: Window, commands: Sequence[Command]) -> None:
        super().__init__(window)
        self._window = window
        self.commands = {command.id: command for command in commands}
        self.actions: dict[str, QAction] = {}
        self._menus: dict[str, QMenu] = {}
        for name in MENUS:
            self._menu(name)

    def fill(self) -> None:
        """Put the commands into the menus; done once the window shows, so that it shows sooner."""
        if self.actions:
            return
        from desktop.ui.shortcuts import ShortcutsFirst

        for command in self.commands.values():
            self._add(command)
        self._shortcuts_first = ShortcutsFirst(self)
        self.filled.emit()
        self.refresh()

    def refresh(self) -> None:
        """Grey out what cannot be done now and tick what is on."""
        with self._window.middle.asked_once():
            for id_ in self.actions:
                if not self.commands[id_].asks_model:
                    self._refresh(id_)

    def refresh_shown(self) -> None:
        """Do so for a menu that is about to show, and name what Undo would take back."""
        self.fill()
        with self._window.middle.asked_once():
            for id_ in self.actions:
                self._refresh(id_)

    def forget_shown(self) -> None:
        """Let shortcuts work again whose commands were greyed out while a menu showed."""
        for id_, action in self.actions.items():
            if self.commands[id_].asks_model:
                action.setEnabled(True)

    def _refresh(self, id_: str) -> None:
        command, action = self.commands[id_], self.actions[id_]
        action.setEnabled(command.enabled_when(self._window))
        if command.checked_when is not None:
            action.setChecked(command.checked_when(self._window))
        if command.says is not None:
            action.setText(command.says(self._window))

    def run(self, id_: str) -> None:
        """Do a command if it can be done now; raises KeyError if there is no such command."""
        command = self.commands[id_]
        if command.enabled_when(self._window):
            command.run(self._window)

    def keys(self, id_: str) -> str:
        """Return the shortcut of a command as this system writes it."""
        from desktop.ui.shortcuts import keys_here

        return keys_here(self.commands[id_])

    def owns(self, keys: QKeySequence) -> bool:
        """Whether a command has this shortcut; if so, it is ready to be carried out."""
        found = next((id_ for id_, each in self.actions.items() if each.shortcut() == keys), None)
        if found is None:
            return False
        # What could not be done when the menus were last looked after may well be possible now:
        # evidence has come, the cursor has moved. A command that is grey has no shortcut.
        self.actions[found].setEnabled(self.commands[found].enabled_when(self._window))
        return True

    def _menu(self, path: str) -> QMenu:
        if path not in self._menus:
            above, _, name = path.rpartition("/")
            if above:
                menu = self._menu(above).addMenu(name)
            else:
                menu = self._window.menuBar().addMenu(_LETTERS.get(name, f"&{name}"))
                menu.aboutToShow.connect(self.refresh_shown)
                menu.aboutToHide.connect(self.forget_shown)
            self._menus[path] = menu
        return self._menus[path]

    def _add(self, command: Command) -> None:
        menu = self._menu(command.menu)
        from PySide6.QtGui import QAction, QKeySequence

        action = QAction(command.words, self._window)
        action.setObjectName(command.id)
        action.setMenuRole(QAction.MenuRole[_ROLES.get(command.id, "NoRole")])
        if command.keys:
            action.setShortcut(QKeySequence.fromString(command.keys))
        action.setCheckable(command.checked_when is not None)
        action.triggered.connect(lambda _checked=False, id_=command.id: self._triggered(id_))
        present = menu.actions()
        last = present[-1].data() if present else command.group
        if last is not None and last != command.group:
            menu.addSeparator()
        action.setData(command.group)
        menu.addAction(action)
        self.actions[command.id] = action

    def _triggered(self, id_: str) -> None:
        # The shortcut may come before anyone asked whether the command can be done at this moment.
        self.run(id_)
        self.refresh()
