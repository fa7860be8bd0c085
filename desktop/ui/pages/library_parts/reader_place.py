"""From a row, a passage or a citation to the text it stands in."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.core.evidence import Passage, Snippet
from desktop.core.imports import Place as TextPlace
from desktop.core.references import short_reference
from desktop.ui.context import Context
from desktop.ui.models.library_places import LibraryItem
from desktop.ui.models.library_rows import LibraryRow
from desktop.ui.pages.library_parts.browser import LibraryBrowser
from desktop.ui.pages.library_parts.reader import SourceReader


class ReaderPlace(QObject):
    """Shows the reader where there is a text; ``made(Snippet or Passage)`` as the reader has it."""

    made = Signal(object)

    def __init__(
        self, context: Context, browser: LibraryBrowser, show: Callable[[QWidget | None], None]
    ) -> None:
        super().__init__(browser)
        self._context = context
        self._browser = browser
        self._show = show
        self._reader: SourceReader | None = None

    @property
    def reader(self) -> SourceReader:
        """The view itself, made when first needed."""
        if self._reader is None:
            self._reader = SourceReader(self._context)
            self._reader.left.connect(lambda: self._show(None))
            self._reader.made.connect(self.made)
        return self._reader

    def read(self, row: LibraryRow | Snippet) -> None:
        """Show the text that a row comes from, at its place."""
        if isinstance(row, Snippet):
            self.open_item(LibraryItem(source=row.source, locator=row.locator))
        elif row.passage is not None:
            self._show_passage(row.passage)
        elif row.document and not row.locator:
            self._show_document(row.document, row.source.key, None)
        else:
            self.open_item(LibraryItem(source=row.source.key, locator=row.locator))

    def open_item(self, item: LibraryItem) -> str:
        """Show what the item of a Place names; return the row of the table that goes with it."""
        intake = self._context.session.intake
        if item.passage:
            passage = intake.passage(item.passage)
            if passage is not None:
                self._show_passage(passage)
            return passage.source if passage else ""
        place = intake.find_place(item.source, item.locator) if item.locator else None
        document = place.document if place else ""
        if not document:
            found = intake.source_document(item.source)
            document = found.id if found else ""
        if document:
            self._show_document(document, item.source, place, wanted=bool(item.locator))
        else:
            self._say_not_here(item)
        return item.source

    def _show_passage(self, passage: Passage) -> None:
        place = self._context.session.intake.place_of(passage)
        self._show_document(passage.document, passage.source, place, passage.id, wanted=True)

    def _show_document(
        self,
        document: str,
        source: str,
        place: TextPlace | None,
        passage: str = "",
        *,
        wanted: bool = False,
    ) -> None:
        query = self._browser.filters.text.text().strip()
        sources = self._context.session.sources()
        if not self.reader.show_source(document, sources.get(source), query):
            return
        self._show(self.reader)
        if wanted:
            self.reader.show_place(place, passage)
        self.reader.text.setFocus()

    def _say_not_here(self, item: LibraryItem) -> None:
        source = self._context.session.sources().get(item.source)
        name = short_reference(source) if source else item.source
        where = f" Look for {item.locator} in the document itself." if item.locator else ""
        self._context.dialogs.notify(f"The text of {name} was not brought in.{where}")
