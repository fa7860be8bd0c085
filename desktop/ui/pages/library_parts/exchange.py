"""Packs and tables, out of the library and in."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop.core.library import PackPreview
from desktop.ui.context import Context
from desktop.ui.models.words import counted
from desktop.ui.pages.library_parts.attempting import attempt
from desktop.ui.pages.library_parts.browser import LibraryBrowser
from desktop.ui.pages.library_parts.pack_view import PackView


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

    def save_pack(self) -> None:
        """Write the chosen Snippets with their Sources into a pack."""

    def save_table(self) -> None:
        """Write the rows of the table as they stand into a file."""

    def _take(self, preview: PackPreview, names: Sequence[str]) -> None:
        library = self._context.session.library
        said = f"Brought in: {counted(len(names), 'snippet')}. Undo takes them away again."
        if attempt(self._context, lambda: library.apply_pack(preview, names), said):
            self._show(None)
