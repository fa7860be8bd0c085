"""The table of the library with what narrows it down, and the desk beside it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.core.evidence import Passage
from desktop.core.imports import ImportState
from desktop.ui.context import Context
from desktop.ui.models.library_filter import LibraryFilter
from desktop.ui.models.library_rows import LibraryRow, passage_row
from desktop.ui.models.library_table import LibraryTableModel
from desktop.ui.pages.library_desk import LibraryDesk
from desktop.ui.pages.library_filters import LibraryFilters
from desktop.ui.pages.library_parts.bulk_bar import BulkBar
from desktop.ui.pages.library_parts.panes import Panes
from desktop.ui.pages.library_parts.reading import Read, Shown, View, filtering, reading
from desktop.ui.pages.library_parts.table_view import LibraryTable
from desktop.ui.spacing import GAP, GAP_LARGE
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.choosing import choose_only
from desktop.ui.widgets.labels import text_label

_HELD = "Save or cancel what you are writing first."


class LibraryBrowser(QWidget):
    """``read(LibraryRow)``: its text is to be shown; ``review()``: the review list is asked for."""

    read = Signal(object)
    review = Signal()

    def __init__(self, context: Context, head: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._read: Read | None = None
        self._wanted = ""
        self._settling = False
        self._inside: dict[str, tuple[LibraryRow, ...]] = {}
        self._loading = context.jobs.lane(self)
        self._filtering = context.jobs.lane(self)
        self._loading.busy.connect(lambda busy: busy and self.said.setText("Reading the library…"))
        self.panes = Panes(self)
        # In the order in which Tab goes from one to the next.
        inside = self.panes.left.column.parentWidget()
        head.setParent(inside)
        self.filters = LibraryFilters(inside)
        self.said = text_label("Reading the library…", "muted")
        self.due_button = Button("", self.review.emit, look="link")
        self.due_button.setParent(inside)
        self.due_button.setProperty("inline", True)
        self.model = LibraryTableModel(self)
        self.table = LibraryTable(self.model, inside)
        self.bulk = BulkBar(inside)
        self.show_button = Button("Show the chosen row")
        self.show_button.setParent(inside)
        self.desk = LibraryDesk(context, self.panes.right)
        self._build(head)
        self._connect()

    # What the page asks

    def load(self, wanted: str = "") -> None:
        """Read the library anew and choose the row of this name, or the one chosen before."""
        self._wanted = wanted or self._wanted
        session = self._context.session
        binned = session.intake.documents(ImportState.BINNED)
        job = reading(session, binned, self._asked(), View(self._inside, self.model.order))
        self._loading.run(job, self._loaded)

    def flush(self) -> None:
        """Keep what is typed."""
        self.filters.flush()
        self.desk.flush()

    def current(self) -> LibraryRow | None:
        """Return the row that the desk shows."""
        return self.model.row(self.table.currentIndex())

    def chosen(self) -> tuple[LibraryRow, ...]:
        """Return every row that is chosen."""
        return self.table.chosen()

    def show_bin(self) -> None:
        """Show what was put away, and nothing else."""
        self.filters.clear()
        self.filters.bin_button.setChecked(True)
        self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # Reading and narrowing down

    def _asked(self) -> LibraryFilter:
        return self.filters.wanted(self._context.session.clock().date())

    def _loaded(self, read: Read) -> None:
        self._read = read
        self.filters.offer(read.choices)
        self.desk.offer(read.sources)
        self.due_button.setVisible(read.due > 0)
        self.due_button.set_words(f"{read.due} to check…", f"Review list, {read.due} to check")
        if read.shown.wanted == self._asked() and read.shown.table.inside is self._inside:
            self._filtering.cancel()
            self._show(read.shown)
        else:
            self._filter()

    def _filter(self) -> None:
        read, wanted = self._read, self._asked()
        if read is None:
            return  # what is wanted is looked up as soon as there is anything to look it up in
        if wanted == read.whole.wanted and read.whole.table.inside is self._inside:
            self._filtering.cancel()
            self._show(read.whole)
            return
        view = View(self._inside, self.model.order)
        job = filtering(self._context.session, read.rows, wanted, view)
        if wanted.text:
            self._filtering.run(job, self._show)
        else:
            self._filtering.cancel()
            self._show(job())

    def _show(self, shown: Shown) -> None:
        before = self.current()
        held = self.desk.held
        name = (held and self.desk.editing) or self._wanted or (before.id if before else "")
        query = shown.wanted.text
        self._settling = True
        self.filters.order.set_searching(bool(query))
        self.table.set_query(query)
        self.desk.set_query(query)
        self.model.show_arranged(shown.table)
        self.table.fit()
        self.said.setText(shown.said)
        self._settle(name, held)
        self._settling = False
        self._pick()

    def _settle(self, name: str, held: bool) -> None:
        """Choose the row of this name; while a form is ``held`` open no other stands in for it."""
        index = self.model.index_of(name)
        if not held:
            if not index.isValid() and self._wanted:
                return  # not read yet, or hidden by a filter: the wish stays until one is chosen
            self._wanted = ""
        if not index.isValid() and not held:
            index = self.model.index(0, 0)  # invalid where nothing is shown
        choose_only(self.table, index)
        self.table.scrollTo(index)
        self.desk.show_row(self.model.row(index))

    def _unfold(self, row: LibraryRow, wanted: bool) -> None:
        """Show the Passages of a Source below it, or put them away."""
        if wanted == self.model.is_open(row.id) or not row.document:
            return
        inside = dict(self._inside)
        if wanted:
            passages: list[Passage] = self._context.session.intake.passages_of(row.document)
            inside[row.id] = tuple(passage_row(passage, row) for passage in passages)
        else:
            inside.pop(row.id, None)
        self._inside = inside
        self._settling = True
        self.model.unfold(inside)
        self.table.choose(row.id)
        self._settling = False

    # The chosen row

    def _current_changed(self, index: QModelIndex, before: QModelIndex) -> None:
        if self._settling:
            return
        if self.desk.held:
            # Later: the table is still in the middle of choosing.
            row = self.model.row(before)
            QTimer.singleShot(0, self.table, lambda: self._go_back(row.id if row else ""))
            return
        self._wanted = ""
        self.desk.show_row(self.model.row(index), chosen=True)

    def _go_back(self, name: str) -> None:
        """Choose the row again whose form is still open."""
        self._settling = True
        choose_only(self.table, self.model.index_of(self.desk.editing or name))
        self._settling = False
        self._context.dialogs.notify(_HELD)

    def _pick(self) -> None:
        if not self._settling:
            self.bulk.show_rows(self.chosen())

    def _one_only(self) -> None:
        row = self.current()
        if row is not None:
            self.table.choose(row.id)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_form(self) -> None:
        """Bring a form into view that was opened, where table and desk have no room together."""
        if self.desk.form is not None:
            self.panes.show_desk()

    def _select_later(self, name: str) -> None:
        self._wanted = name

    # Building

    def _connect(self) -> None:
        self.filters.changed.connect(self._filter)
        self.filters.sort.connect(self.table.sortByColumn)
        self.table.horizontalHeader().sortIndicatorChanged.connect(self.filters.order.show_order)
        self.table.current.connect(self._current_changed)
        self.table.picked.connect(self._pick)
        self.table.unfold.connect(self._unfold)
        self.table.opened.connect(self.read)
        self.bulk.clear.connect(self._one_only)
        self.desk.saved.connect(self._select_later)
        self.desk.left.connect(self._filter)
        self.desk.left.connect(self.panes.show_table)
        self.desk.currentChanged.connect(self._show_form)
        self.show_button.clicked.connect(self.panes.show_desk)
        self.panes.narrowed.connect(self.show_button.setVisible)
        self.desk.detail.read.connect(self.read)

    def _build(self, head: QWidget) -> None:
        # Large text in a small window leaves no room for it all: then it scrolls.
        left = self.panes.left
        left.margins(GAP_LARGE, GAP_LARGE, GAP, GAP_LARGE)
        column = left.column
        column.setSpacing(GAP)
        column.addWidget(head)
        column.addWidget(self.filters)
        line = QHBoxLayout()
        line.addWidget(self.said, 1)
        line.addWidget(self.due_button)
        self.due_button.hide()
        column.addLayout(line)
        column.addWidget(self.table, 1)
        column.addWidget(self.bulk)
        column.addWidget(self.show_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.show_button.hide()
        self.panes.put_right(self.desk)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.panes)
