"""Undo and redo: the fine steps of a text box first, then the steps of the whole response."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtWidgets import QApplication, QWidget

from desktop.core.changes import Changes
from desktop.errors import DesktopError
from desktop.session import Session
from desktop.ui.dialogs import Dialogs
from desktop.ui.place import PageId, Place


class _Here(Protocol):
    @property
    def place(self) -> Place: ...
    def flush(self) -> None: ...
    def show_change(self, changes: Changes) -> None: ...


class Undoing:
    """What Undo and Redo mean at the place where the person is."""

    def __init__(self, session: Session, dialogs: Dialogs, here: _Here) -> None:
        self._session = session
        self._dialogs = dialogs
        self._here = here

    def undo(self) -> None:
        """Take back the last step: of the text box with the keyboard, or else of the response."""
        if can_undo_text(QApplication.focusWidget()):
            _text_step("undo")
        else:
            self._step(self._session.undo_name, self._session.undo, "Undone")

    def redo(self) -> None:
        """Do the last undone step again."""
        if can_redo_text(QApplication.focusWidget()):
            _text_step("redo")
        else:
            self._step(self._session.redo_name, self._session.redo, "Done again")

    def can_undo(self) -> bool:
        """Whether there is anything to take back."""
        return can_undo_text(QApplication.focusWidget()) or bool(
            self._name(self._session.undo_name)
        )

    def can_redo(self) -> bool:
        """Whether there is anything to do again."""
        return can_redo_text(QApplication.focusWidget()) or bool(
            self._name(self._session.redo_name)
        )

    def undo_words(self) -> str:
        """Return what the menu says, such as "Undo change to answer 2"."""
        if can_undo_text(QApplication.focusWidget()):
            return "Undo typing"
        return f"Undo {self._name(self._session.undo_name) or ''}".rstrip()

    def redo_words(self) -> str:
        """Return what the menu says, such as "Redo change to answer 2"."""
        if can_redo_text(QApplication.focusWidget()):
            return "Redo typing"
        return f"Redo {self._name(self._session.redo_name) or ''}".rstrip()

    def _scope(self) -> str:
        from desktop.core.edits import WORKSPACE_SCOPE, response_scope

        if self._here.place.page is PageId.IMPORT_REVIEW:
            from desktop.core.intake_edits import import_scope

            return import_scope(self._here.place.item)
        response = self._here.place.response
        practice = self._here.place.page is PageId.COURSE and self._session.courses.practice
        if practice:
            response = practice.response  # exercises are steps of what is written there
        return response_scope(response) if response else WORKSPACE_SCOPE

    def _name(self, read: Callable[[str], str | None]) -> str | None:
        return read(self._scope())

    def _step(
        self,
        name: Callable[[str], str | None],
        take: Callable[[str], Changes | None],
        done: str,
    ) -> None:
        self._here.flush()
        words = name(self._scope())
        try:
            changes = take(self._scope())
        except DesktopError as error:
            self._dialogs.show_error(error)
            return
        if changes is not None:
            self._here.show_change(changes)
            self._dialogs.notify(f"{done}: {words}")


def can_undo_text(widget: QWidget | None) -> bool:
    """Whether this is a text box that can take back a step of its own."""
    from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTextEdit

    if isinstance(widget, QLineEdit):
        return widget.isUndoAvailable() and not widget.isReadOnly()
    if isinstance(widget, (QTextEdit, QPlainTextEdit)):
        return widget.document().isUndoAvailable() and not widget.isReadOnly()
    return False


def can_redo_text(widget: QWidget | None) -> bool:
    """Whether this is a text box that can do an undone step of its own again."""
    from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTextEdit

    if isinstance(widget, QLineEdit):
        return widget.isRedoAvailable() and not widget.isReadOnly()
    if isinstance(widget, (QTextEdit, QPlainTextEdit)):
        return widget.document().isRedoAvailable() and not widget.isReadOnly()
    return False


def _text_step(name: str) -> None:
    from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTextEdit

    widget = QApplication.focusWidget()
    if isinstance(widget, (QLineEdit, QTextEdit, QPlainTextEdit)):
        getattr(widget, name)()
