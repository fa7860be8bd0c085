"""Everything that evidence can be drawn from: found, read, added, mended, retired."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop.core.changes import Changes, Kind
from desktop.core.evidence import Passage, Snippet
from desktop.ui.context import Context
from desktop.ui.imports.dropping import Dropping
from desktop.ui.models.library_places import LibraryItem, library_item
from desktop.ui.page import Page
from desktop.ui.pages.library_desk import snippet_of
from desktop.ui.pages.library_parts.browser import LibraryBrowser
from desktop.ui.pages.library_parts.bulk_actions import BulkActions
from desktop.ui.pages.library_parts.exchange import Exchange
from desktop.ui.pages.library_parts.head import LibraryHead
from desktop.ui.pages.library_parts.reader_place import ReaderPlace
from desktop.ui.pages.library_parts.tidying import Tidying
from desktop.ui.place import PageId, Place


class LibraryPage(Page):
    """The table, and what opens in its stead: the text of a Source, the review list, pairs of
    Snippets, a pack.

    ``Place.item`` is a Snippet's id or a Source's key, or what ``library_places`` makes.
    """

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        # Each thing is made inside what holds it: moved there later, it would be dressed anew with
        # everything inside it, and the page took half a second.
        self.views = QStackedWidget(self)
        self.head = LibraryHead()
        self.browser = LibraryBrowser(context, self.head, self.views)
        self.filters = self.browser.filters
        self.said = self.browser.said
        self.model, self.table = self.browser.model, self.browser.table
        self.desk = self.browser.desk
        self.views.addWidget(self.browser)
        self._came_from: QWidget | None = None
        self.bulk = BulkActions(context, self.browser)
        self.reading = ReaderPlace(context, self.browser, self.show_view)
        self.tidying = Tidying(context, self.browser, self.show_view)
        self.exchange = Exchange(context, self.browser, self.show_view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.views)
        self._connect()

    # What the window asks

    def open(self, place: Place) -> None:
        item = self._item(place)
        if not self.isVisible() and not item.to_read:
            # Taken up when the page shows; otherwise the first button would have the keyboard.
            self.filters.text.setFocus(Qt.FocusReason.OtherFocusReason)
        self.show_view(None)
        self.desk.resume()
        self.browser.load(item.row)
        if item.to_read:
            self.browser.load(self.reading.open_item(item))

    def flush(self) -> None:
        self.browser.flush()

    def first_focus(self) -> QWidget:
        view = self.views.currentWidget()
        if view is self.browser or view is None:
            return self.filters.text
        return view.findChild(QWidget, "documentText") or view.focusWidget() or view

    def actions_here(self) -> Mapping[str, Callable[[], None]]:
        actions = {
            "library.new": self.new_snippet,
            "library.find": self.search,
            "library.review": self.tidying.review,
            "library.alike": self.tidying.show_alike,
            "library.figures": self.tidying.show_figures,
            "library.bin": self.show_bin,
            "library.pack": self.exchange.import_pack,
            "library.save": self.exchange.save_table,
        }
        row = self.browser.current()
        if row is not None and row.document:
            actions["library.read"] = lambda: self.reading.read(row)
        if any(one.snippet is not None for one in self.browser.chosen()):
            actions["library.save_pack"] = self.exchange.save_pack
        return actions

    def search(self) -> None:
        """Give the keyboard to the search box."""
        self.show_view(None)
        self.filters.text.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filters.text.selectAll()

    def new_snippet(self) -> None:
        """Open an empty form, for the Source of the chosen row if there is one."""
        self.show_view(None)
        row = self.browser.current()
        self.desk.new_snippet(row.source.key if row else "")

    def new_source(self) -> None:
        """Open an empty form for a Source."""
        self.desk.new_source()

    def show_bin(self) -> None:
        """Show what was retired or put in the bin."""
        self.show_view(None)
        self.browser.show_bin()

    # Inside

    def show_view(self, view: QWidget | None) -> None:
        """Show something in the stead of the table; None = the table again."""
        if view is not None and self.views.indexOf(view) < 0:
            self.views.addWidget(view)
        was = self.views.currentWidget()
        self.views.setCurrentWidget(view or self.browser)
        if view is None and was is not self.browser and self.isVisible():
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _item(self, place: Place) -> LibraryItem:
        """Return what a Place names; the bare id of a Passage is its text."""
        item = library_item(place.item)
        if item.row and self.context.session.intake.passage(item.row) is not None:
            return LibraryItem(passage=item.row)
        return item

    def _make(self, piece: Snippet | Passage) -> None:
        """Open the form for a Snippet that was drawn from a text."""
        self.show_view(None)
        if isinstance(piece, Passage):
            piece = snippet_of(piece, self.context.session.new_id())
        self.desk.new_from(piece)

    def _edit(self, snippet: Snippet) -> None:
        """Open the form of a Snippet that another view showed, and come back to that view."""
        self._came_from = self.views.currentWidget()
        self.show_view(None)
        self.browser.load(snippet.id)
        self.desk.edit_snippet(snippet)

    def _go_on(self) -> None:
        """Go on in the view from which a form was opened."""
        view, self._came_from = self._came_from, None
        if view is not None:
            self.show_view(view)
            self.tidying.refresh()

    def _bring(self, files: Sequence[Path]) -> None:
        """Bring in what was dropped on the page, and show how that goes."""
        from desktop.ui.imports.bringing_in import bringing_in

        bringing_in(self.context).bring(files)
        self.context.go(Place(PageId.IMPORT))

    def _hear(self, changes: Changes) -> None:
        if self.isVisible() and changes.touches(Kind.LIBRARY, Kind.IMPORTS):
            self.browser.load()
            self.tidying.refresh()

    def _connect(self) -> None:
        head, browser = self.head, self.browser
        head.new_snippet_button.clicked.connect(self.new_snippet)
        head.new_source_button.clicked.connect(self.new_source)
        head.import_button.clicked.connect(lambda: self.context.run("go.import"))
        Dropping(self, self._bring)
        head.review.connect(self.tidying.review)
        head.alike.connect(self.tidying.show_alike)
        head.figures.connect(self.tidying.show_figures)
        head.bin.connect(self.show_bin)
        head.import_pack.connect(self.exchange.import_pack)
        head.save_pack.connect(self.exchange.save_pack)
        head.save_table.connect(self.exchange.save_table)
        browser.panes.narrowed.connect(lambda narrow: head.what_for.setVisible(not narrow))
        browser.read.connect(self.reading.read)
        browser.review.connect(self.tidying.review)
        browser.bulk.pack.connect(self.exchange.save_pack)
        browser.bulk.merge.connect(self.tidying.merge_chosen)
        self.reading.made.connect(self._make)
        self.tidying.edit.connect(self._edit)
        self.desk.left.connect(self._go_on)
        self.tidying.source.connect(self.reading.read)
        self.new_snippet_button = head.new_snippet_button
        self.new_source_button = head.new_source_button
        self.context.bridge.changed.connect(self._hear)
