"""The folder that files are written to: the one chosen last, or the person's documents."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths

from desktop.session import Session

FOLDER = "export.folder"


def export_folder(session: Session) -> Path:
    """Return the folder to offer."""
    kept = session.setting(FOLDER, "")
    if isinstance(kept, str) and kept:
        return Path(kept)
    documents = QStandardPaths.StandardLocation.DocumentsLocation
    named = QStandardPaths.writableLocation(documents)
    # Not every system has made the folder that it names.
    return Path(named) if named and Path(named).is_dir() else Path.home()
