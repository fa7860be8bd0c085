"""What every page and panel is given: built once in app.py and passed; nothing is global."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.core.changes import Changes
from desktop.errors import DesktopError
from desktop.session import Session
from desktop.ui.appearance import Appearance
from desktop.ui.bridge import Bridge
from desktop.ui.dialogs import Dialogs
from desktop.ui.jobs import Jobs
from desktop.ui.memory import Memory
from desktop.ui.place import Place

if TYPE_CHECKING:
    from desktop.core.edits import Edit
    from desktop.ui.checking.live import LiveChecks


def _no_commands(_command: str) -> None:
    """Do nothing: a page that stands by itself has no window whose commands it could run."""


def _no_other(_workspace: Path) -> None:
    """Do nothing: a page that stands by itself has no window to open another workspace in."""


@dataclass(frozen=True, slots=True)
class Context:
    """The session and the services of the window.

    Attributes:
        session: the one door to the model.
        bridge: tells of every change as a Qt signal.
        jobs: work on other threads.
        dialogs: the only way to ask the person something.
        go: shows another place, after saving what was typed in this one.
        run: runs a command of the window by its id (see ``desktop/ui/command_list.py``).
        appearance: theme and text size; None where there is no window around the page.
        memory: what this machine remembers; None where there is no window around the page.
        checks: what the checks say of the response at hand; None where there is no window.
        open_workspace: opens another workspace in place of this one.
    """

    session: Session
    bridge: Bridge
    jobs: Jobs
    dialogs: Dialogs
    go: Callable[[Place], None]
    run: Callable[[str], None] = _no_commands
    appearance: Appearance | None = None
    memory: Memory | None = None
    checks: LiveChecks | None = None
    open_workspace: Callable[[Path], object] = _no_other

    def typing(self, waiting: bool = True) -> None:
        """Say that something typed waits to be saved, or that nothing does any more."""
        self.bridge.unsaved.emit(waiting)

    def apply(self, edit: Edit, origin: object = None) -> Changes | None:
        """Apply an Edit; an expected error is shown and None returned, and the text typed stays on
        screen.
        """
        try:
            changes = self.session.apply(edit, origin)
        except DesktopError as error:
            if self.bridge.report_failure(error):
                self.dialogs.show_error(error)
            return None
        self.bridge.report_saved()
        return changes
