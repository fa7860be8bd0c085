"""What the window's commands do to the text of an answer.

The editor brings shortcuts of its own for places without a window. Here the window has them: two
owners of one shortcut would make it dead.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QAction, QKeySequence

from desktop.ui.command_list import COMMANDS
from desktop.ui.editor import AnswerEditor, FormatActions
from desktop.ui.shortcuts import keys_here


class TextCommands:
    """Ties the formatting actions of an editor to the commands of the window."""

    def __init__(self, editor: AnswerEditor, actions: FormatActions) -> None:
        self._actions: dict[str, QAction] = {
            "text.bold": actions.bold,
            "text.italic": actions.italic,
            "text.bullets": actions.bullets,
            "text.numbers": actions.numbers,
            "text.quote": actions.quote,
            "text.heading": actions.subheading,
            "text.link": actions.link,
            "text.table": actions.table,
            "insert.cite": actions.cite,
        }
        commands = {command.id: command for command in COMMANDS}
        for command_id, action in self._actions.items():
            editor.removeAction(action)
            action.setShortcut(QKeySequence())
            command = commands.get(command_id)
            keys = keys_here(command) if command else ""
            action.setToolTip(f"{action.text()} ({keys})" if keys else action.text())

    def by_id(self) -> dict[str, Callable[[], None]]:
        """Return what can be done now, by command id."""
        return {
            command_id: action.trigger
            for command_id, action in self._actions.items()
            if action.isEnabled()
        }
