"""The way out of a practice workspace."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.session import Session
    from desktop.ui.memory import Memory


def own_workspace(session: Session, memory: Memory) -> Path:
    """Return the workspace that was open before any course: the newest that is not for practising,
    the usual one where none is known.
    """
    practising = session.courses.folder.resolve()
    own = (path for path in memory.workspaces() if practising not in path.resolve().parents)
    return next((path for path in own if path != session.path), session.paths.default_workspace)
