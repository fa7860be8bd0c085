"""Packs and tables, out of the library and in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths
from PySide6.QtWidgets import QWidget

from desktop.core import library
from desktop.core.library import Pack, PackPreview
from desktop.errors import DesktopError
from desktop.session import Job
from desktop.ui.context import Context
from desktop.ui.models.library_rows import LibraryRow
from desktop.ui.models.words import counted
from desktop.ui.pages.library_parts.attempting import attempt
from desktop.ui.pages.library_parts.browser import LibraryBrowser
from desktop.ui.pages.library_parts.pack_view import PackView

FOLDER = "library.folder"
_PACKS = "Snippet packs (*.toml);;All files (*)"
_TABLES = "Excel workbook (*.xlsx);;Comma-separated values (*.csv)"


class Exchange(QObject):
    """Writes packs and tables, and shows what a pack would bring."""

    def __init__(
        self, context: Context, browser: LibraryBrowser, show: Callable[[QWidget | None], None]
    ) -> None:
        super().__init__(browser)
        self._context = context
        self._browser = browser
        self._show = show
        self._view: PackView | None = None
        self._working = context.jobs.lane(self)

    @property
    def view(self) -> PackView:
        """The preview, made when first needed."""
        if self._view is None:
            self._view = PackView()
            self._view.left.connect(lambda: self._show(None))
            self._view.take.connect(self._take)
        return self._view

    def import_pack(self) -> None:
        """Ask for a pack and show what it would bring."""
        path = self._context.dialogs.open_file("Import a pack", self._folder(), _PACKS)
        if path is None:
            return
        self._remember(path)

        def work() -> tuple[Pack, ...]:
            from desktop.session.exchange import open_pack

            return open_pack(path)

        self._working.run(work, lambda packs: self._preview(packs, path.name), self._say)

    def save_pack(self) -> None:
        """Write the chosen Snippets with their Sources into a pack."""
        names = [row.id for row in self._browser.chosen() if row.snippet is not None]
        if not names:
            self._context.dialogs.notify("Choose the snippets first: Ctrl or Shift with a click.")
            return
        count = counted(len(names), "snippet")
        path = self._ask("Save as a pack", f"{_today(self._context)} snippets.toml", _PACKS)
        if path is None:
            return
        packs = self._context.session.library.pack_of(names)

        def writing(replace: bool) -> Job[Path]:
            def work() -> Path:
                from desktop.session.exchange import save_pack

                return save_pack(packs, path, replace=replace)

            return work

        self._write(writing, f"Saved {count} with their sources as")

    def save_table(self) -> None:
        """Write the Snippets and Sources that the table shows, in its order, into a file."""
        rows = [_core(row) for row in self._browser.model.rows() if row.passage is None]
        path = self._ask("Save the table", f"{_today(self._context)} library.xlsx", _TABLES)
        if path is None:
            return

        def writing(replace: bool) -> Job[Path]:
            def work() -> Path:
                from desktop.session.exchange import save_table

                return save_table(rows, path, replace=replace)

            return work

        self._write(writing, f"Saved {counted(len(rows), 'row')} as")

    def _ask(self, title: str, name: str, filter_: str) -> Path | None:
        path = self._context.dialogs.save_file(title, self._folder() / name, filter_)
        if path is not None:
            self._remember(path)
        return path

    def _write(
        self, writing: Callable[[bool], Job[Path]], said: str, *, replace: bool = False
    ) -> None:
        def written(path: Path) -> None:
            self._context.dialogs.notify(f"{said} {path.name}.")

        def failed(error: Exception) -> None:
            from desktop.export.files import FileExists

            if isinstance(error, FileExists):
                if self._context.dialogs.confirm(
                    error.title, error.message, "Replace", "Keep the old one", risky=True
                ):
                    self._write(writing, said, replace=True)
            else:
                self._say(error)

        self._working.run(writing(replace), written, failed)

    def _say(self, error: Exception) -> None:
        if not isinstance(error, DesktopError):
            raise error
        self._context.dialogs.show_error(error)

    def _preview(self, packs: Sequence[Pack], file: str) -> None:
        try:
            preview = self._context.session.library.preview_pack(packs)
        except DesktopError as error:
            self._context.dialogs.show_error(error)
            return
        self._show(self.view)
        self.view.show_preview(preview, file)

    def _take(self, preview: PackPreview, names: Sequence[str]) -> None:
        door = self._context.session.library
        said = f"Brought in: {counted(len(names), 'snippet')}. Undo takes them away again."
        if attempt(self._context, lambda: door.apply_pack(preview, names), said):
            self._show(None)

    def _folder(self) -> Path:
        kept = self._context.session.setting(FOLDER, "")
        if isinstance(kept, str) and kept and Path(kept).is_dir():
            return Path(kept)
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        named = QStandardPaths.writableLocation(documents)
        # Not every system has made the folder that it names.
        return Path(named) if named and Path(named).is_dir() else Path.home()

    def _remember(self, path: Path) -> None:
        self._context.session.set_setting(FOLDER, str(path.parent))


def _today(context: Context) -> date:
    return context.session.clock().date()


def _core(row: LibraryRow) -> library.LibraryRow:
    """Return a row as the session knows it."""
    return library.LibraryRow(
        row.source,
        row.snippet,
        row.retired or row.with_source,
        row.consultation,
        row.year,
        row.review_by,
        row.owner,
        row.tags,
        row.passages,
        row.document,
    )
