"""What every page is: a widget that can be shown a place, asked to save, and told what it can do.

The window puts a page (or a panel, which has the same ``open`` and ``flush``) on a white sheet; the
page sets
its own margins, GAP_LARGE all round.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from desktop.ui.context import Context
from desktop.ui.place import Place
from desktop.ui.reading_order import follow_reading_order

if TYPE_CHECKING:
    from desktop.core.finding import Finding


class Page(QWidget):
    """The base of all pages. The window calls these and nothing else."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context

    def open(self, place: Place) -> None:
        """Show this place; called each time the person comes here, also from one Question to
        another.
        """

    def flush(self) -> None:
        """Apply what has been typed but not yet saved; called before leaving, undo and closing."""

    def first_focus(self) -> QWidget:
        """Return the widget that should have the keyboard when the page opens."""
        return self

    def finding_ahead(self, by: int) -> Finding | None:
        """Return the finding that comes next on this page (``by`` = 1) or before (-1), counted from
        the cursor; None if there is none, or the page leaves that to the order of the list.
        """
        return None

    def focusNextPrevChild(self, next_: bool) -> bool:
        """Let Tab follow the reading order, whatever has been added to the page meanwhile."""
        follow_reading_order(self)
        return super().focusNextPrevChild(next_)

    def actions_here(self) -> Mapping[str, Callable[[], None]]:
        """Return what this page can do now for the window's commands, by command id.

        The ids stand in ``desktop/ui/command_list.py`` (``question.skip``, ``insert.first``...). A
        command
        whose id is missing here is greyed out while this page shows.
        """
        return {}
