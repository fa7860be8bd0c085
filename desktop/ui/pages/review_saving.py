"""Saving the submission report as a document, for whoever signs off."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

from desktop.core.response import Draft
from desktop.errors import DesktopError
from desktop.export import FileExists, FileFormat, report_file_name
from desktop.ui.context import Context
from desktop.ui.pages.export_folder import FOLDER, export_folder

_FILTER = "Word documents (*.docx);;Text files (*.txt)"


class ReportSaving(QObject):
    """Asks where, writes on another thread, says quietly where the file is."""

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._lane = context.jobs.lane(self)

    def save(self, draft: Draft) -> None:
        """Ask for a name and write the report on a Draft."""
        session, dialogs = self._context.session, self._context.dialogs
        suggestion = export_folder(session) / report_file_name(draft)
        chosen = dialogs.save_file("Save the report", suggestion, _FILTER)
        if chosen is None:
            return
        if chosen.suffix.casefold() not in {".docx", ".txt"}:
            chosen = chosen.with_name(f"{chosen.name}.docx")
        session.set_setting(FOLDER, str(chosen.parent))
        self._write(draft, chosen, replace=False)

    def _write(self, draft: Draft, path: Path, *, replace: bool) -> None:
        text = path.suffix.casefold() == ".txt"
        kind = FileFormat.TEXT if text else FileFormat.WORD
        sending = self._context.session.sending
        job = sending.writing_report(draft, path, kind, replace=replace)
        self._lane.run(job, self._written, lambda error: self._failed(error, draft, path))

    def _written(self, path: Path) -> None:
        self._context.dialogs.notify(
            f"Saved: {path.name}",
            "Open",
            lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))),
        )

    def _failed(self, error: Exception, draft: Draft, path: Path) -> None:
        dialogs = self._context.dialogs
        if isinstance(error, FileExists):
            question = f"{error.message} What it holds now will be gone."
            if dialogs.confirm("Replace the file?", question, "Replace", risky=True):
                self._write(draft, path, replace=True)
        elif isinstance(error, DesktopError):
            dialogs.show_error(error)
        else:
            raise error
