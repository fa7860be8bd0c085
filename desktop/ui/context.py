"""What every page and panel is given: built once in app.py and passed, so that nothing is global."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from desktop.core.changes import Changes
from desktop.core.edits import Edit
from desktop.errors import DesktopError
from desktop.session import Session
from desktop.ui.bridge import Bridge
from desktop.ui.dialogs import Dialogs
from desktop.ui.jobs import Jobs
from desktop.ui.place import Place


@dataclass(frozen=True, slots=True)
class Context:
    """The session and the services of the window."""

    session: Session
    bridge: Bridge
    jobs: Jobs
    dialogs: Dialogs
    go: Callable[[Place], None]

    def apply(self, edit: Edit, origin: object = None) -> Changes | None:
        """Apply an Edit; an expected error is shown and None returned, and the text typed stays on screen."""
        try:
            return self.session.apply(edit, origin)
        except DesktopError as error:
            self.dialogs.show_error(error)
            return None
