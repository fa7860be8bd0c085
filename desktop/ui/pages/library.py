"""Everything that evidence can be drawn from: found, read, added, mended, retired."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, QTimer
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from desktop.core.changes import Changes, Kind
from desktop.core.edits import RetireSnippet
from desktop.core.usage import Place as Passage
from desktop.core.usage import is_used, shared_places
from desktop.session import Job
from desktop.store.library import Library
from desktop.store.uses import Use
from desktop.ui.context import Context
from desktop.ui.form import name_field
from desktop.ui.models.library_rows import LibraryFilter, LibraryRow, narrowed, rows_of
from desktop.ui.models.library_table import LibraryTableModel
from desktop.ui.models.words import counted
from desktop.ui.page import Page
from desktop.ui.pages.library_desk import LibraryDesk
from desktop.ui.pages.library_filters import LibraryFilters
from desktop.ui.place import Place
from desktop.ui.spacing import GAP, GAP_LARGE
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.folding import FoldingSplitter, page_head
from desktop.ui.widgets.labels import text_label

_WHAT_FOR = "A snippet is a piece of evidence you can use again."
_HELD = "Save or cancel what you are writing first."
_KIND_CHARACTERS, _SOURCE_CHARACTERS = 20, 26


@dataclass(frozen=True, slots=True)
class _Read:
    """What is read of a workspace at once."""

    library: Library = field(default_factory=lambda: Library({}))
    rows: tuple[LibraryRow, ...] = ()
    shared: frozenset[Passage] = frozenset()


class LibraryPage(Page):
    """A table and a desk. ``Place.item`` is a Snippet's id or a Source's key."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._read = _Read()
        self._wanted = ""
        self._settling = False
        self._loading = context.jobs.lane(self)
        self._filtering = context.jobs.lane(self)
        self._using = context.jobs.lane(self)
        self._loading.busy.connect(lambda busy: busy and self.said.setText("Reading the library…"))
        self.filters = LibraryFilters()
        self.filters.changed.connect(self._filter)
        self.said = text_label("Reading the library…", "muted")
        self.model = LibraryTableModel(self)
        self.table = self._make_table()
        self.desk = LibraryDesk(context)
        self.desk.saved.connect(self._select_later)
        self.desk.left.connect(self._filter)
        self.desk.detail.retire.connect(self._retire)
        self.new_snippet_button = Button("New snippet…", self.new_snippet, look="primary")
        self.new_source_button = Button("New source…", self.new_source)
        self._build()
        context.bridge.changed.connect(self._hear)

    # What the window asks

    def open(self, place: Place) -> None:
        self._wanted = place.item
        if not self.isVisible():
            # Taken up when the page shows; otherwise the first button would have the keyboard.
            self.filters.text.setFocus(Qt.FocusReason.OtherFocusReason)
        self.desk.resume()
        self._load()

    def flush(self) -> None:
        self.filters.flush()
        self.desk.flush()

    def first_focus(self) -> QWidget:
        return self.filters.text

    def actions_here(self) -> Mapping[str, Callable[[], None]]:
        return {"library.new": self.new_snippet, "library.find": self.search}

    def search(self) -> None:
        """Give the keyboard to the search box."""
        self.filters.text.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filters.text.selectAll()

    def new_snippet(self) -> None:
        """Open an empty form, for the Source of the chosen row if there is one."""
        row = self._current()
        self.desk.new_snippet(row.source.key if row else "")

    def new_source(self) -> None:
        """Open an empty form for a Source."""
        self.desk.new_source()

    # Reading and narrowing down

    def _load(self) -> None:
        self._loading.run(_reading(self.context.session.listing_library()), self._loaded)

    def _loaded(self, read: _Read) -> None:
        self._read = read
        self.filters.offer(read.library, read.rows)
        self.desk.offer(read.library)
        self._filter()

    def _filter(self) -> None:
        wanted = self.filters.wanted()
        rows = self._read.rows
        if not wanted.text:
            self._filtering.cancel()
            self._show(narrowed(rows, wanted))
            return
        searching = self.context.session.searching(
            wanted.text, kinds=wanted.snippet_kinds(), sources=wanted.sources
        )

        def job() -> tuple[LibraryRow, ...]:
            return narrowed(rows, wanted, [found.piece.id for found in searching()])

        self._filtering.run(job, self._show)

    def _show(self, rows: tuple[LibraryRow, ...]) -> None:
        before = self._current()
        held = self.desk.held
        name = (held and self.desk.editing) or self._wanted or (before.id if before else "")
        self._settling = True
        self.model.show(rows)
        self._settle(rows, name, held)
        self._settling = False

    def _settle(self, rows: tuple[LibraryRow, ...], name: str, held: bool) -> None:
        """Choose the row of this name; while a form is ``held`` open no other stands in for it."""
        self.said.setText(_said(rows, self.filters.wanted(), self._read.rows))
        index = self.model.index_of(name)
        if not held:
            if not index.isValid() and self._wanted:
                return  # not read yet, or hidden by a filter: the wish stays until one is chosen
            self._wanted = ""
        if not index.isValid() and not held:
            index = self.model.index(0, 0) if rows else QModelIndex()
        self.table.setCurrentIndex(index)
        self.table.scrollTo(index)
        self._show_row(index)

    # The chosen row

    def _current(self) -> LibraryRow | None:
        return self.model.row(self.table.currentIndex())

    def _chosen(self, index: QModelIndex, before: QModelIndex) -> None:
        if self._settling:
            return
        if self.desk.held:
            # Later: the table is still in the middle of choosing.
            row = self.model.row(before)
            QTimer.singleShot(0, self.table, lambda: self._go_back(row.id if row else ""))
            return
        self._wanted = ""
        self._show_row(index, chosen=True)

    def _go_back(self, name: str) -> None:
        """Choose the row again whose form is still open."""
        self._settling = True
        self.table.setCurrentIndex(self.model.index_of(self.desk.editing or name))
        self._settling = False
        self.context.dialogs.notify(_HELD)

    def _show_row(self, index: QModelIndex, *, chosen: bool = False) -> None:
        row = self.model.row(index)
        self.desk.show_row(row, chosen=chosen)
        if row is None:
            self._using.cancel()
            return
        shared = self._read.shared

        def known(uses: list[Use]) -> None:
            if row.snippet is not None:
                uses = [use for use in uses if is_used(row.snippet, use.text, shared)]
            self.desk.detail.show_uses(uses)

        self._using.run(self.context.session.finding_uses(row.source.key), known)

    def _select_later(self, name: str) -> None:
        self._wanted = name

    def _retire(self) -> None:
        row = self._current()
        if row is None or row.snippet is None:
            return
        edit = RetireSnippet(row.snippet.id, not row.retired)
        if self.context.apply(edit) is not None:
            self.context.dialogs.notify(
                "Back in use."
                if row.retired
                else "Retired: it is not offered any more, and kept. Undo brings it back."
            )

    def _hear(self, changes: Changes) -> None:
        if self.isVisible() and changes.touches(Kind.LIBRARY):
            self._load()

    # Building

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.Resize, QEvent.Type.FontChange}:
            self._fit()
        return super().eventFilter(watched, event)

    def _make_table(self) -> QTableView:
        table = QTableView()
        table.setModel(self.model)
        name_field(table, "Snippets and sources")
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setShowGrid(False)
        table.setWordWrap(True)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        # Rows of one height, two lines: ten thousand are not measured one by one.
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        header = table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        table.setSortingEnabled(True)
        table.selectionModel().currentRowChanged.connect(self._chosen)
        return table

    def _fit(self) -> None:
        """Let rows and columns follow the text size."""
        metrics = self.table.fontMetrics()
        height = 2 * metrics.lineSpacing() + 3 * GAP
        self.table.verticalHeader().setDefaultSectionSize(height)
        self.table.setMinimumHeight(2 * height)
        room = self.table.viewport().width()
        for column, characters in ((1, _KIND_CHARACTERS), (2, _SOURCE_CHARACTERS)):
            width = metrics.averageCharWidth() * characters
            self.table.setColumnWidth(column, min(width, room // 4))

    def _build(self) -> None:
        title = text_label("Library", "title")
        head = page_head(title, self.new_source_button, self.new_snippet_button)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(GAP_LARGE, GAP_LARGE, GAP, GAP_LARGE)
        column.setSpacing(GAP)
        column.addWidget(head)
        column.addWidget(text_label(_WHAT_FOR, "muted"))
        column.addWidget(self.filters)
        column.addWidget(self.said)
        column.addWidget(self.table, 1)
        split = FoldingSplitter(100, (3, 2))
        split.addWidget(left)
        split.addWidget(self.desk)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(split)
        self.table.installEventFilter(self)


def _reading(listing: Job[Library]) -> Job[_Read]:
    def job() -> _Read:
        library = listing()
        places = ((snippet.source, snippet.locator) for snippet in library.snippets)
        return _Read(library, rows_of(library), shared_places(places))

    return job


def _said(rows: tuple[LibraryRow, ...], wanted: LibraryFilter, known: tuple[object, ...]) -> str:
    snippets = sum(1 for row in rows if row.snippet)
    sources = len(rows) - snippets
    if rows:
        parts = [(snippets, "snippet"), (sources, "source")]
        words = ", ".join(counted(number, noun) for number, noun in parts if number)
        return f"{words}, best first." if wanted.text else f"{words}."
    if known:
        return "Nothing found. Try other words, or show everything."
    return "The library is empty. Add a source first, then snippets drawn from it."
