"""What every page is: a widget that can be shown a place, asked to save, and told to forget."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.ui.context import Context
from desktop.ui.place import Place


class Page(QWidget):
    """The base of all pages. The window calls these and nothing else."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context

    def open(self, place: Place) -> None:
        """Show this place; called each time the person comes here, also from one Question to another."""
        raise NotImplementedError

    def flush(self) -> None:
        """Apply what has been typed but not yet saved; called before every leave, undo and close."""

    def first_focus(self) -> QWidget:
        """Return the widget that should have the keyboard when the page opens."""
        return self
