"""A notice with Undo, which takes back the step that it tells of and never another one."""

from __future__ import annotations

from collections.abc import Callable

from desktop.core.edits import WORKSPACE_SCOPE
from desktop.errors import DesktopError
from desktop.ui.context import Context

_SINCE = "Something else was done since, so this was not taken back."


def notify_with_undo(context: Context, words: str, scope: str = WORKSPACE_SCOPE) -> None:
    """Say what was done by the newest step of a scope, with the way to take it back."""
    context.dialogs.notify(words, "Undo", taking_back(context, scope))


def taking_back(context: Context, scope: str = WORKSPACE_SCOPE) -> Callable[[], None]:
    """Return what takes back the step that is the newest of a scope now. Once another was made
    since, or it was taken back already, it only says so.
    """
    session = context.session
    step = session.newest_step(scope)

    def take_back() -> None:
        if session.newest_step(scope) != step:
            context.dialogs.notify(_SINCE)
            return
        try:
            session.undo(scope)
        except DesktopError as error:
            context.dialogs.show_error(error)

    return take_back
