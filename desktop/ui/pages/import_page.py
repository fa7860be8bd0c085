"""Bringing documents in: add files, see where each stands, accept what is sure."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from desktop.core.changes import Changes, Kind
from desktop.core.evidence import SourceKind
from desktop.core.imports import ImportedDocument, ImportState
from desktop.core.intake_edits import import_scope
from desktop.errors import DesktopError
from desktop.ui.context import Context
from desktop.ui.debounce import Debounce
from desktop.ui.imports.bringing_in import bringing_in
from desktop.ui.imports.dropping import Dropping, dropped_files
from desktop.ui.imports.finding_files import FILTER
from desktop.ui.imports.pasted import keep_pasted, pasted_folder
from desktop.ui.imports.saying_kind import say_kind
from desktop.ui.jobs import Lane
from desktop.ui.models.import_rows import (
    STAGES,
    ImportRow,
    Stage,
    detail_words,
    merged,
    summary_words,
)
from desktop.ui.models.words import SOURCE_KINDS
from desktop.ui.page import Page
from desktop.ui.pages.import_actions import AGAIN, BINNED, READ, ImportActions, ids_in
from desktop.ui.pages.import_progress import ImportProgress
from desktop.ui.pages.import_table import ImportTable
from desktop.ui.place import PageId, Place
from desktop.ui.spacing import GAP
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.choosing import choose_only
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.filter_menu import FilterMenu
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.folding import page_head
from desktop.ui.widgets.labels import breakable, set_text, text_label
from desktop.ui.widgets.page_column import PageColumn

_WHAT_FOR = (
    "Past responses, reports and calls for evidence. Drop files or folders anywhere on this page."
)
_DROP_NOW = "Let go to add them."
_QUIET_MS, _AT_LATEST_MS = 150, 600
_FOLDER = "imports.folder"


class ImportPage(Page):
    """A table of everything brought in. ``Place.item`` is the id of an import to choose."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.bringing_in = bringing_in(context)
        self.queue, self.accepting = self.bringing_in.queue, self.bringing_in.accepting
        self._wanted = ""
        self._loading = context.jobs.lane(self)
        self._kinds: dict[str, Lane] = {}
        self._soon = Debounce(_QUIET_MS, self._load, self, at_latest=_AT_LATEST_MS)
        self.add_button = Button("Add files…", self.add_files, look="primary")
        self.folder_button = Button("Add a folder…", self.add_folder)
        self.paste_button = Button("Paste text…", self.paste_text)
        self.what_for = text_label(_WHAT_FOR, "muted")
        self.progress = ImportProgress(self.queue, self.accepting)
        self.stages = FilterMenu("Where they stand", "state", "states")
        self.stages.set_options([(stage.value, word) for stage, (_, word) in STAGES.items()])
        self.stages.changed.connect(self._narrow)
        self.said = text_label("", "muted")
        self.accept_all_button = Button("Accept all sure", self.accept_all_sure)
        self.table = ImportTable()
        self.table.chosen.connect(self._chosen)
        self.table.opened.connect(self.look)
        self.table.dropped_off.connect(self._delete)
        self.table.kind_picked.connect(self._set_kind)
        self.detail = text_label()
        self.buttons = ImportActions(
            self.look, self.accept, self.put_aside, self.put_back, self.read_again, self.forget
        )
        self.empty = EmptyState(
            "Bring in what you have",
            "Add your past responses, the reports you cite and the next call for evidence: Word, "
            "PDF, web pages, slides, emails or plain text. You see what was understood of each, "
            "put it right, and from then on the right passage is offered at the right question.",
            "Add files…",
            self.add_files,
        )
        self.buttons.suit(())
        self.accept_all_button.setEnabled(False)
        self._build()
        self._listen()

    # What the window asks

    def open(self, place: Place) -> None:
        self._wanted = place.item
        self.bringing_in.take_up()
        if not self.isVisible():
            # Taken up when the page shows; otherwise the first button would have the keyboard.
            self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)
        self._load()

    def flush(self) -> None:
        self._soon.cancel()

    def first_focus(self) -> QWidget:
        empty = self.stack.currentWidget() is self.empty
        return self.empty.button if empty else self.table

    def actions_here(self) -> Mapping[str, Callable[[], None]]:
        return {
            "import.files": self.add_files,
            "import.folder": self.add_folder,
            "import.paste": self.paste_text,
            "import.sure": self.accept_all_sure,
        }

    # Adding

    def add_files(self) -> None:
        """Ask for files and bring them in."""
        files = self.context.dialogs.open_files("Add files", self._folder(), FILTER)
        self._bring(files)

    def add_folder(self) -> None:
        """Ask for a folder and bring in all documents in it."""
        folder = self.context.dialogs.open_folder("Add a folder", self._folder())
        self._bring([folder] if folder else [])

    def paste_text(self) -> None:
        """Ask for a text and bring it in as a document."""
        text = self.context.dialogs.ask_text(
            "Paste text", "Text of the document", yes="Add", multiline=True
        )
        self._keep(text or "")

    def paste(self) -> None:
        """Bring in what was copied elsewhere: files, or a text."""
        data = QApplication.clipboard().mimeData()
        files = dropped_files(data)
        if files:
            self._bring(files)
        else:
            self._keep(data.text())

    def _keep(self, text: str) -> None:
        if not text.strip():
            return
        try:
            path = keep_pasted(text, pasted_folder(self.context.session.path))
        except DesktopError as error:
            self.context.dialogs.show_error(error)
            return
        self.bringing_in.bring([path])

    def _bring(self, chosen: Sequence[Path]) -> None:
        if not chosen:
            return
        if self.context.memory is not None:
            self.context.memory.put(_FOLDER, str(chosen[0].parent))
        self.bringing_in.bring(chosen)

    def _folder(self) -> Path:
        kept = self.context.memory.text(_FOLDER) if self.context.memory else ""
        return Path(kept) if kept else Path.home()

    # What can be done with the chosen ones

    def look(self) -> None:
        """Show what was understood of the chosen document beside the original."""
        rows = self.table.chosen_rows()
        if len(rows) == 1 and rows[0].document is not None:
            self.context.go(Place(PageId.IMPORT_REVIEW, item=rows[0].document.id))

    def accept(self) -> None:
        """Take the chosen documents into the library."""
        self.accepting.accept(ids_in(self.table.chosen_rows(), READ))

    def accept_all_sure(self) -> None:
        """Take every document into the library in which nothing is unsure."""
        sure = [row.id for row in self.table.rows_model.rows() if row.stage is Stage.SURE]
        if not sure:
            self.context.dialogs.notify("There is none that is sure. Look at the others first.")
            return
        self.accepting.accept(sure)

    def put_aside(self) -> None:
        """Put the chosen documents out of sight; they can be put back."""
        ids = ids_in(self.table.chosen_rows(), READ)
        if ids and self._do(lambda: self.context.session.intake.bin(ids, self)):
            self.context.dialogs.notify("Put aside. Undo brings it back.")

    def put_back(self) -> None:
        """Put documents back that had been put aside."""
        ids = ids_in(self.table.chosen_rows(), BINNED)
        if ids and self._do(lambda: self.context.session.intake.restore(ids, self)):
            self.context.dialogs.notify("Put back.")

    def read_again(self) -> None:
        """Read the chosen files again: those that failed, and those that are here already."""
        self.queue.again(ids_in(self.table.chosen_rows(), AGAIN))

    def forget(self) -> None:
        """Take files off the list that led to nothing."""
        self.queue.forget(ids_in(self.table.chosen_rows(), AGAIN))

    def _delete(self) -> None:
        self.forget()
        self.put_aside()

    def _set_kind(self, document: str, kind: str) -> None:
        # A lane for each: what one is understood as must not make another's void.
        lane = self._kinds.setdefault(document, self.context.jobs.lane(self))
        said = SourceKind(kind)
        if say_kind(self.context, lane, document, said, self._load, self):
            self.context.dialogs.notify(
                f"Taken for: {SOURCE_KINDS[said]}.", "Undo", lambda: self._undo_kind(document)
            )

    def _undo_kind(self, document: str) -> None:
        self._do(lambda: self.context.session.undo(import_scope(document), self))

    def _do(self, act: Callable[[], Changes | None]) -> bool:
        try:
            changes = act()
        except DesktopError as error:
            self.context.dialogs.show_error(error)
            return False
        self._load()
        return changes is not None

    # Showing

    def _load(self) -> None:
        listing = self.context.session.intake.listing(
            ImportState.WAITING, ImportState.ACCEPTED, ImportState.BINNED
        )
        self._loading.run(listing, self._loaded)

    def _loaded(self, documents: list[ImportedDocument]) -> None:
        chosen = [row.id for row in self.table.chosen_rows()]
        self.table.rows_model.show(merged(self.queue.rows(), documents))
        if not self.table.selectionModel().hasSelection():
            self.table.choose_all(chosen)
        if self._wanted and self.table.choose(self._wanted):
            self._wanted = ""
        self._settle()

    def _rows_changed(self, rows: list[tuple[str, ImportRow]]) -> None:
        self.table.rows_model.put(rows)
        self._settle()

    def _settle(self) -> None:
        """Let everything round the table follow what is in it."""
        rows = self.table.rows_model.rows()
        if not self.table.selectionModel().hasSelection():
            choose_only(self.table, self.table.shown.index(0, 0))
        shown = self.full if rows else self.empty
        if self.stack.currentWidget() is not shown:
            had_focus = self.stack.isAncestorOf(QApplication.focusWidget() or self)
            self.stack.setCurrentWidget(shown)
            if had_focus:
                self.first_focus().setFocus()
        self.said.setText(summary_words(rows))
        sure = sum(1 for row in rows if row.stage is Stage.SURE)
        self.accept_all_button.set_words(
            f"Accept all sure ({sure:,})" if sure else "Accept all sure"
        )
        self.accept_all_button.setEnabled(bool(sure))
        self._chosen()

    def _chosen(self) -> None:
        rows = self.table.chosen_rows()
        self.buttons.suit(rows)
        words = detail_words(rows[0]) if len(rows) == 1 else ""
        if len(rows) > 1:
            words = f"{len(rows):,} chosen."
        set_text(self.detail, breakable(words))

    def _narrow(self) -> None:
        chosen = self.stages.chosen()
        self.table.shown.narrow(frozenset(map(Stage, chosen)) if chosen else None)
        if not self.table.selectionModel().hasSelection():
            choose_only(self.table, self.table.shown.index(0, 0))

    def _hear(self, changes: Changes) -> None:
        ours = changes.origin is self.queue
        if self.isVisible() and changes.touches(Kind.IMPORTS) and not ours:
            self._soon.poke()

    def _listen(self) -> None:
        self.queue.changed.connect(self._rows_changed)
        self.queue.removed.connect(self._load)
        self.accepting.finished.connect(lambda _: self._load())
        self.context.bridge.changed.connect(self._hear)
        dropping = Dropping(self, self._bring)
        dropping.hovering.connect(
            lambda over: self.what_for.setText(_DROP_NOW if over else _WHAT_FOR)
        )

    def _build(self) -> None:
        self.full = QWidget()
        column = QVBoxLayout(self.full)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        narrowing = FlowLayout(spread=True)
        narrowing.addWidget(self.stages)
        narrowing.addWidget(self.accept_all_button)
        column.addLayout(narrowing)
        column.addWidget(self.said)
        column.addWidget(self.table, 1)
        column.addWidget(self.detail)
        column.addWidget(self.buttons)
        self.stack = QStackedWidget()
        # Until it is known that there is nothing, nothing is said about it.
        self.stack.addWidget(self.full)
        self.stack.addWidget(self.empty)
        # Very large text in a small window needs more room than there is.
        scrolled = PageColumn("Import", wide=True)
        scrolled.column.setSpacing(GAP)
        title = text_label("Import", "title")
        scrolled.add(page_head(title, self.paste_button, self.folder_button, self.add_button))
        scrolled.add(self.what_for)
        scrolled.add(self.progress)
        scrolled.column.addWidget(self.stack, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled)
