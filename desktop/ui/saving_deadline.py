"""Saving the deadline of a response as a file that calendars take in."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject

from desktop.core.response import Draft
from desktop.errors import DesktopError
from desktop.export.files import FileExists
from desktop.export.names import deadline_file_name
from desktop.ui.context import Context
from desktop.ui.pages.export_folder import FOLDER, export_folder

_CALENDARS = "Calendar files (*.ics)"


class DeadlineSaver(QObject):
    """Asks where, and writes the file on another thread."""

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._lane = context.jobs.lane(self)

    def save(self, draft: Draft) -> None:
        """Save the deadline of a Response, or say that none is known."""
        if draft.consultation.closes is None:
            self._context.dialogs.notify("Nobody has said yet when this call closes.")
            return
        suggestion = export_folder(self._context.session) / deadline_file_name(draft)
        path = self._context.dialogs.save_file("Save the deadline", suggestion, _CALENDARS)
        if path is not None:
            self._context.session.set_setting(FOLDER, str(path.parent))
            self._write(draft, path, replace=False)

    def _write(self, draft: Draft, path: Path, *, replace: bool) -> None:
        job = self._context.session.deadlines.writing(draft, path, replace=replace)
        self._lane.run(job, self._written, lambda error: self._failed(error, draft, path))

    def _written(self, path: Path) -> None:
        self._context.dialogs.notify(f"Saved: {path.name}. Open it to put it into your calendar.")

    def _failed(self, error: Exception, draft: Draft, path: Path) -> None:
        if isinstance(error, FileExists):
            if self._context.dialogs.confirm(
                "Replace the file?",
                f"{error.message} What it holds now will be gone.",
                "Replace",
                risky=True,
            ):
                self._write(draft, path, replace=True)
        elif isinstance(error, DesktopError):
            self._context.dialogs.show_error(error)
        else:
            raise error
