"""The context menu of an answer: what every text box offers, and what helps with the sentence."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QTextCursor
from PySide6.QtWidgets import QMenu

from desktop.ui.command_list import COMMANDS
from desktop.ui.editor import AnswerEditor
from desktop.ui.shortcuts import keys_here

# By command id: what is done with the sentence where the menu was opened.
Entry = tuple[str, Callable[[QTextCursor], object]]


class EditorMenu:
    """Gives an editor a menu with ``entries`` above the usual ones."""

    def __init__(self, editor: AnswerEditor, entries: Sequence[Entry]) -> None:
        self._editor = editor
        self._entries = entries
        self._sometimes: list[tuple[Entry, Callable[[QTextCursor], object]]] = []
        editor.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        editor.customContextMenuRequested.connect(self.open)

    def offer(
        self,
        command_id: str,
        act: Callable[[QTextCursor], object],
        when: Callable[[QTextCursor], object],
    ) -> None:
        """Add an entry that shows only ``when`` there is something to do at the place."""
        self._sometimes.append(((command_id, act), when))

    def open(self, point: QPoint) -> None:
        """Show the menu at a point of the text."""
        menu = self.make(point)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self._editor.viewport().mapToGlobal(point))

    def make(self, point: QPoint) -> QMenu:
        """Return the menu of a point of the text."""
        menu = self._editor.createStandardContextMenu(point)
        menu.setAccessibleName("Answer")
        at = self._editor.cursorForPosition(point)
        first = menu.actions()[0]
        commands = {command.id: command for command in COMMANDS}
        here = [entry for entry, when in self._sometimes if when(at)]
        for command_id, act in (*here, *self._entries):
            command = commands[command_id]
            action = QAction(command.words, menu)
            action.setObjectName(command_id)
            # Only written beside it: the shortcut itself belongs to the window's menu.
            action.setText(f"{command.words}\t{keys_here(command)}")
            action.triggered.connect(lambda _checked=False, act=act: act(at))
            menu.insertAction(first, action)
        menu.insertSeparator(first)
        return menu
