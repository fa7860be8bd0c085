"""The context menu of an answer: what every text box offers, and what helps with the sentence."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QTextCursor
from PySide6.QtWidgets import QMenu, QWidgetAction

from desktop.ui.command_list import COMMANDS
from desktop.ui.editor import AnswerEditor
from desktop.ui.shortcuts import keys_here

# Adds to a menu what can be done about what is marked at a place (see ``desktop.ui.editor.marks``).
Section = Callable[[QMenu, QTextCursor], None]
# By command id: what is done with the sentence where the menu was opened.
Entry = tuple[str, Callable[[QTextCursor], object]]


class EditorMenu:
    """Gives an editor a menu with ``entries`` above the usual ones."""

    def __init__(self, editor: AnswerEditor, entries: Sequence[Entry]) -> None:
        self._editor = editor
        self._entries = entries
        self._sometimes: list[tuple[Entry, Callable[[QTextCursor], object]]] = []
        self._sections: list[Section] = []
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

    def add_section(self, section: Section) -> None:
        """Let ``section`` put its entries first: also into the menu of what is marked here."""
        self._sections.append(section)

    def open_here(self) -> bool:
        """Show what can be done about what is marked at the cursor; tell whether there is any."""
        menu = self.make_here()
        if menu.isEmpty():
            menu.deleteLater()
            return False
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        corner = self._editor.cursorRect().bottomLeft()
        menu.popup(self._editor.viewport().mapToGlobal(corner))
        plain = (action for action in menu.actions() if not isinstance(action, QWidgetAction))
        menu.setActiveAction(next(action for action in plain if not action.isSeparator()))
        return True

    def make_here(self) -> QMenu:
        """Return the menu of what is marked at the cursor."""
        menu = QMenu(self._editor)
        menu.setAccessibleName("What is said of this place")
        for section in self._sections:
            section(menu, self._editor.textCursor())
        return menu

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
        self._put_sections(menu, at)
        return menu

    def _put_sections(self, menu: QMenu, at: QTextCursor) -> None:
        """Put what is said of the place before all else."""
        usual = menu.actions()
        for section in self._sections:
            section(menu, at)
        added = menu.actions()[len(usual) :]
        for action in added:
            menu.removeAction(action)
            menu.insertAction(usual[0], action)
        if added:
            menu.insertSeparator(usual[0])
