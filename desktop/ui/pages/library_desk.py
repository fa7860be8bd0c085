"""The right side of the library: the chosen row in full, or the form it is mended with."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop.core.consultation import Consultation, question_ref
from desktop.core.edits import SaveSnippet, SaveSource
from desktop.core.evidence import Origin, Passage, Snippet, SnippetKind, Source
from desktop.ui.context import Context
from desktop.ui.debounce import saving
from desktop.ui.models.library_rows import LibraryRow
from desktop.ui.pages.library_detail import LibraryDetail
from desktop.ui.pages.library_form import BUILT_IN_NOTE, LibraryForm
from desktop.ui.pages.library_parts.consent_fields import consent_values
from desktop.ui.pages.library_parts.desk_actions import DeskActions
from desktop.ui.pages.library_parts.snippet_history import SnippetHistory
from desktop.ui.pages.library_snippet_form import SnippetForm, snippet_values
from desktop.ui.pages.library_source_form import SourceForm, restored
from desktop.ui.widgets.empty_state import EmptyState

UNFINISHED = "library.unfinished"


class LibraryDesk(QStackedWidget):
    """``saved(name)``: a Snippet's id or a Source's key has just been written; ``left()``: a form
    has been closed.

    What is typed in a form is kept within half a second, and a form left unfinished is there again
    at the next visit.
    """

    saved = Signal(str)
    left = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._sources: Mapping[str, Source] = {}
        self._consultations: list[Consultation] | None = None  # nothing has been offered yet
        self._questions: dict[str, str] = {}
        self._row: LibraryRow | None = None
        self.editing = ""  # what the form is about: a Snippet's id, a Source's key, "" = new
        self.nothing = EmptyState(
            "What you can draw on",
            "Sources are documents; snippets are pieces of evidence drawn from them, ready to put "
            "into an answer; passages are their text as it stands. Choose one to read it in full, "
            "or add your own.",
        )
        self.detail = LibraryDetail(self)
        self.detail.edit.connect(self.edit)
        self.detail.add_snippet.connect(self._add_of_this)
        self.detail.history.connect(self.show_history)
        self.lookups = DeskActions(context, self.detail, self)
        self.history = SnippetHistory(context, self)
        self.history.left.connect(self._close_history)
        self._keeping = saving(self._keep, self)
        for page in (self.nothing, self.detail, self.history):
            self.addWidget(page)

    @cached_property
    def snippet_form(self) -> SnippetForm:
        """The form of a Snippet, made when it is first needed: the page opens sooner without."""
        form = SnippetForm(self)
        form.offer(self._sources, self._consultations or ())
        self._take(form)
        return form

    @cached_property
    def source_form(self) -> SourceForm:
        """The form of a Source, likewise."""
        form = SourceForm(self)
        self._take(form)
        return form

    @property
    def form(self) -> SnippetForm | SourceForm | None:
        """The form that is open, if one is."""
        widget = self.currentWidget()
        return widget if isinstance(widget, (SnippetForm, SourceForm)) else None

    @property
    def held(self) -> bool:
        """Whether a form is open that holds something not saved."""
        return self.form is not None and self.form.dirty

    def set_query(self, text: str) -> None:
        """Mark these words in what is shown."""
        self.detail.query = text

    def offer(self, sources: Mapping[str, Source]) -> None:
        """Know the Sources and Questions there are now."""
        consultations = self._context.session.consultations()
        if (sources, consultations) == (self._sources, self._consultations):
            return
        self._sources, self._consultations = sources, consultations
        self._questions = {
            question_ref(item.id, q.number): f"{item.title} {q.number}: {q.heading or q.text}"
            for item in consultations
            for q in item.questions
        }
        if "snippet_form" in self.__dict__:
            self.snippet_form.offer(sources, consultations)

    def show_row(self, row: LibraryRow | None, *, chosen: bool = False) -> None:
        """Show a row, unless a form holds something that is not saved; an empty form gives way
        only where the person has ``chosen`` the row.
        """
        self._row = row
        if row is not None:
            session = self._context.session
            consent = session.library.consent(row.snippet.id) if row.snippet else None
            self.detail.show_row(row, self._questions, session.clock().date(), consent)
        self.lookups.show_row(row)
        waiting = self.form is not None and not self.editing and not chosen
        looking_back = self.currentWidget() is self.history and not chosen
        if not self.held and not waiting and not looking_back:
            self._show_read()
        elif looking_back and row is not None and row.snippet is not None:
            self.history.show_snippet(row.snippet)

    def new_snippet(self, source: str) -> None:
        """Open an empty form for a Snippet of a Source ("" = to be chosen)."""
        if self._may_leave():
            values = {"id": self._context.session.new_id(), "source": source}
            self.snippet_form.start("New snippet", "", values)
            self._open(self.snippet_form, self.snippet_form.claim, "")

    def new_source(self) -> None:
        """Open an empty form for a Source."""
        if self._may_leave():
            self.source_form.start_source("New source", "", None, self._sources)
            self._open(self.source_form, self.source_form.title, "")

    def edit(self) -> None:
        """Open the chosen row's form."""
        row = self._row
        if row is None or row.passage is not None:
            return
        if row.snippet is not None:
            self.edit_snippet(row.snippet)
        elif self._may_leave():
            note = BUILT_IN_NOTE if row.origin is Origin.BUILT_IN else ""
            self.source_form.start_source("Edit this source", note, row.source, self._sources)
            self._open(self.source_form, self.source_form.title, row.id)

    def edit_snippet(self, snippet: Snippet) -> None:
        """Open the form of a Snippet."""
        if self._may_leave():
            note = BUILT_IN_NOTE if snippet.origin is Origin.BUILT_IN else ""
            agreed = consent_values(self._context.session.library.consent(snippet.id))
            values = {**snippet_values(snippet), **agreed}
            self.snippet_form.start("Edit this snippet", note, values)
            self._open(self.snippet_form, self.snippet_form.claim, snippet.id)

    def save(self) -> None:
        """Save the form, or say what lacks."""
        form = self.form
        if form is None or form.complain():
            return
        if not form.dirty:
            self._close()
            return
        edit = form.edit()
        if isinstance(edit, SaveSnippet):
            self.saved.emit(edit.snippet.id)
        elif isinstance(edit, SaveSource):
            self.saved.emit(edit.source.key)
        if self._context.apply(edit) is not None:
            self._close()
            self._context.dialogs.notify("Saved to the library. Undo takes it back.")

    def cancel(self) -> None:
        """Close the form; what was typed is thrown away only after a yes."""
        if self._may_leave():
            self._close()

    def flush(self) -> None:
        """Keep what is typed and not saved."""
        self._keeping.flush()

    def resume(self) -> None:
        """Open the form that was left unfinished, if there is one."""
        kept = self._context.session.setting(UNFINISHED)
        if self.form is not None or not isinstance(kept, dict):
            return
        sources = self._context.session.sources()
        self.offer(sources)
        values: dict[str, Any] = kept.get("values") or {}
        if kept.get("form") == "snippet":
            self.snippet_form.start("A snippet you left unfinished", "", {"id": values.get("id")})
            self.snippet_form.set_values(values)
            known = self._context.session.snippet(str(values.get("id", "")))
            self._open(self.snippet_form, None, known.id if known else "")
        elif kept.get("form") == "source":
            restored(self.source_form, values, sources)
            self._open(self.source_form, None, str(values.get("key", "")))

    def show_history(self) -> None:
        """Show how the chosen Snippet stood before."""
        row = self._row
        if row is not None and row.snippet is not None and self._may_leave():
            self.history.show_snippet(row.snippet)
            self.setCurrentWidget(self.history)
            self.history.back_button.setFocus()

    def new_from(self, snippet: Snippet) -> None:
        """Open a form for a Snippet that is ready but for a look at it."""
        if self._may_leave():
            self.snippet_form.start("New snippet", "", {"id": snippet.id})
            self.snippet_form.set_values(snippet_values(snippet))
            self._open(self.snippet_form, self.snippet_form.claim, "")

    def _take(self, form: SnippetForm | SourceForm) -> None:
        form.changed.connect(self._typed)
        form.save.connect(self.save)
        form.cancel.connect(self.cancel)
        self.addWidget(form)

    def _add_of_this(self) -> None:
        row = self._row
        if row is not None and row.passage is not None:
            self.new_from(snippet_of(row.passage, self._context.session.new_id()))
        else:
            self.new_snippet(row.source.key if row else "")

    def _close_history(self) -> None:
        self._show_read()
        self.detail.history_button.setFocus()

    def _may_leave(self) -> bool:
        """Tell whether the open form may be closed; asks where something would be lost."""
        form = self.form
        if form is None or not form.dirty:
            return True
        return self._context.dialogs.confirm(
            "Throw away what you typed?",
            "It has not been saved to the library.",
            "Throw away",
            "Keep writing",
            risky=True,
        )

    def _open(self, form: LibraryForm, first: QWidget | None, editing: str) -> None:
        self._forget()
        self.editing = editing
        self.setCurrentWidget(form)
        form.verticalScrollBar().setValue(0)
        if first is not None:
            first.setFocus()

    def _close(self) -> None:
        self._forget()
        self._show_read()
        self.left.emit()

    def _show_read(self) -> None:
        self.setCurrentWidget(self.detail if self._row is not None else self.nothing)

    def _typed(self) -> None:
        self._context.typing()
        self._keeping.poke()

    def _keep(self) -> None:
        form = self.form
        if form is not None:
            name = "snippet" if isinstance(form, SnippetForm) else "source"
            kept = {"form": name, "values": form.values()}
            self._context.session.set_setting(UNFINISHED, kept)
        self._context.typing(waiting=False)

    def _forget(self) -> None:
        self._keeping.cancel()
        if self._context.session.setting(UNFINISHED) is not None:
            self._context.session.set_setting(UNFINISHED, None)


def snippet_of(passage: Passage, name: str) -> Snippet:
    """Return a Passage as a Snippet of one's own, to be looked at before it is saved."""
    return Snippet(
        name,
        passage.source,
        passage.claim,
        passage.text,
        SnippetKind.ARGUMENT,
        passage.locator,
        questions=passage.questions,
        origin=Origin.OWN,
    )
