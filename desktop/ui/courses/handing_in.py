"""Saving what a learner did as the small file that a trainer collects."""

from __future__ import annotations

from pathlib import Path

from desktop.core.handing_in import ENDING
from desktop.errors import DesktopError
from desktop.export import FileExists
from desktop.export.names import script_file_name
from desktop.ui.context import Context
from desktop.ui.pages.export_folder import export_folder

WORK_FILES = f"Learners’ work (*{ENDING})"


def hand_in(context: Context) -> Path | None:
    """Ask where to and save the file; return its path, None where the person changed their mind or
    it cannot be written.
    """
    session = context.session
    course, learning = session.course, session.learning
    if course is None or learning is None:
        return None
    name = f"{Path(script_file_name(course.title, learning.name)).stem}{ENDING}"
    suggestion = export_folder(session) / name
    path = context.dialogs.save_file("Save your work for the trainer", suggestion, WORK_FILES)
    return _write(context, path) if path is not None else None


def _write(context: Context, path: Path, *, replace: bool = False) -> Path | None:
    try:
        written = context.session.courses.hand_in(path, replace)
    except FileExists as error:
        asked = f"{error.message} What it holds now will be gone."
        if context.dialogs.confirm("Replace the file?", asked, "Replace", risky=True):
            return _write(context, path, replace=True)
        return None
    except DesktopError as error:
        context.dialogs.show_error(error)
        return None
    context.dialogs.notify(f"Saved as {written.name}. Give this file to your trainer.")
    return written
