"""Doing something to the library that may fail in ordinary use."""

from __future__ import annotations

from collections.abc import Callable

from desktop.core.changes import Changes
from desktop.errors import DesktopError
from desktop.ui.context import Context


def attempt(context: Context, act: Callable[[], Changes | None], said: str = "") -> bool:
    """Do it, and say so quietly; show an expected error. Tell whether anything has changed."""
    try:
        changes = act()
    except DesktopError as error:
        context.dialogs.show_error(error)
        return False
    if changes is None:
        return False
    context.bridge.report_saved()
    if said:
        context.dialogs.notify(said)
    return True
