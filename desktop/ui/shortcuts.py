"""Shortcuts as this system writes them, and the right of way between them and text boxes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from desktop.ui.command import Command
from desktop.ui.undoing import can_redo_text, can_undo_text

if TYPE_CHECKING:
    from desktop.ui.menus import Menus


def keys_here(command: Command) -> str:
    """Return a command's shortcut as this system writes it, "" where it has none."""
    keys = QKeySequence.fromString(command.keys)
    return keys.toString(QKeySequence.SequenceFormat.NativeText)


class ShortcutsFirst(QObject):
    """Lets the window's shortcuts through where a text box would swallow them.

    A text box keeps Cut, Copy, Paste and Select all, and Undo and Redo while it has a step of its
    own; when it
    has none left, Ctrl+Z goes on to the response.
    """

    def __init__(self, menus: Menus) -> None:
        super().__init__(menus)
        self._menus = menus
        self._watched: QWidget | None = None
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._follow)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            return not self._belongs_to_text(watched, event)
        return False

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        if self._watched is not None and isValid(self._watched):
            self._watched.removeEventFilter(self)
        self._watched = new
        if new is not None:
            new.installEventFilter(self)

    def _belongs_to_text(self, watched: QObject, event: QKeyEvent) -> bool:
        widget = watched if isinstance(watched, QWidget) else None
        if event.matches(QKeySequence.StandardKey.Undo):
            return can_undo_text(widget)
        if event.matches(QKeySequence.StandardKey.Redo):
            return can_redo_text(widget)
        for key in _TEXT_KEYS:
            if event.matches(key):
                return True
        return not self._menus.owns(QKeySequence(event.keyCombination()))


_TEXT_KEYS = (
    QKeySequence.StandardKey.Cut,
    QKeySequence.StandardKey.Copy,
    QKeySequence.StandardKey.Paste,
    QKeySequence.StandardKey.SelectAll,
)
