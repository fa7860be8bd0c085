"""What a learner takes home as documents: all of their work, and the certificate."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject

from desktop.errors import DesktopError
from desktop.export import FileExists
from desktop.export.names import script_file_name
from desktop.session.travelling_files import with_ending
from desktop.ui.context import Context
from desktop.ui.pages.export_folder import export_folder

_WORD = "Word document (*.docx)"


class TakingHome(QObject):
    """Asks where to, and writes on another thread; what was typed is saved before."""

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._writing = context.jobs.lane(self)

    def certificate(self) -> None:
        """Write the certificate, with the name typed."""
        folder = self._context.dialogs.open_folder(
            "Folder for the certificate", export_folder(self._context.session)
        )
        if folder is not None:
            self._write_certificate(folder)

    def save_all(self) -> None:
        """Save all that was written as one document."""
        session = self._context.session
        course, learning = session.course, session.learning
        if course is None or learning is None:
            return
        suggestion = export_folder(session) / script_file_name(course.title, learning.name)
        path = self._context.dialogs.save_file("Save all of your work", suggestion, _WORD)
        if path is not None:
            self._write_all(with_ending(path, ".docx"))

    def _write_certificate(self, folder: Path, *, overwrite: bool = False) -> None:
        from desktop.session.course_papers import writing_certificate

        def failed(error: Exception) -> None:
            if not isinstance(error, FileExists):
                self._failed(error)
            elif self._may_replace(error):
                self._write_certificate(folder, overwrite=True)

        job = writing_certificate(self._context.session, folder, overwrite=overwrite)
        self._writing.run(job, self._written, failed)

    def _write_all(self, path: Path, *, overwrite: bool = False) -> None:
        from desktop.session.course_papers import writing_own_script

        def failed(error: Exception) -> None:
            if not isinstance(error, FileExists):
                self._failed(error)
            elif self._may_replace(error):
                self._write_all(path, overwrite=True)

        job = writing_own_script(self._context.session, path, overwrite=overwrite)
        self._writing.run(job, lambda written: self._written((written,)), failed)

    def _may_replace(self, error: FileExists) -> bool:
        asked = f"{error.message} What it holds now will be gone."
        return self._context.dialogs.confirm("Replace the file?", asked, "Replace", risky=True)

    def _written(self, paths: tuple[Path, ...]) -> None:
        self._context.dialogs.notify(f"Saved as {', '.join(path.name for path in paths)}")

    def _failed(self, error: Exception) -> None:
        if isinstance(error, DesktopError):
            self._context.dialogs.show_error(error)
        else:
            self._context.jobs.fail(error)
