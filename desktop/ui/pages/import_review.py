"""One import: the original on the left, what was understood of it on the right, put right."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.core.changes import Changes, Kind
from desktop.core.imports import ImportState, MarkState
from desktop.ui.context import Context
from desktop.ui.imports.bringing_in import bringing_in
from desktop.ui.imports.original_pane import OriginalPane
from desktop.ui.imports.putting_right import PuttingRight
from desktop.ui.imports.understood_list import palette_colours
from desktop.ui.imports.understood_pane import PARTS, PLACES, SENTENCES, UnderstoodPane
from desktop.ui.models.review_rows import (
    Picture,
    Row,
    gutter,
    picture,
)
from desktop.ui.page import Page
from desktop.ui.pages.import_review_ending import Ending
from desktop.ui.pages.import_review_head import ReviewHead
from desktop.ui.place import PageId, Place
from desktop.ui.spacing import GAP, GAP_LARGE
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.folding import FoldingSplitter
from desktop.ui.widgets.page_column import PageColumn


class ImportReviewPage(Page):
    """``Place.item`` is the id of the import; without one it is the first that waits."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.head = ReviewHead()
        self.original = OriginalPane(
            join=lambda: self.work.join(),
            split=lambda: self.work.split(),
            begin=lambda: self.begin(),
            move=lambda by: self.work.move_block(by),
            set_kind=lambda choice: self.work.set_block_kind(choice),
        )
        self.understood = UnderstoodPane(
            self._colour, lambda: self.work.join_part(), lambda by: self.work.move_part(by)
        )
        self.work = PuttingRight(
            context, self.original, self.understood, context.jobs.lane(self), self._show_again
        )
        self._add_called_buttons()
        self.ending = Ending(context, bringing_in(context).accepting)
        self.empty = EmptyState(
            "Nothing to look at",
            "Bring documents in first: here you see what was understood of each beside the "
            "original, and put it right before it goes into the library.",
            "Import documents…",
            lambda: context.go(Place(PageId.IMPORT)),
        )
        self._build()
        self._listen()

    # What the window asks

    def open(self, place: Place) -> None:
        self.flush()
        document = place.item or self._first_waiting()
        self.understood.offer(self.context.session.consultations())
        other = self.picture is None or self.picture.review.document.id != document
        self._show(document)
        if other and self.picture is not None:
            self._begin_looking()
        if other or not self.isVisible():
            # Taken up when the page shows; otherwise the first tool would have the keyboard.
            self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def flush(self) -> None:
        self.understood.flush()

    def first_focus(self) -> QWidget:
        if self.picture is None:
            return self.empty.button
        here = self.understood.list_here()
        shown = here is not None and here.rows_model.rowCount()
        return here if here is not None and shown else self.original.text

    def actions_here(self) -> Mapping[str, Callable[[], None]]:
        if self.picture is None:
            return {}
        return {
            "review.next_place": lambda: self.step_place(1),
            "review.previous_place": lambda: self.step_place(-1),
            "review.right": self.confirm,
            "review.begin": self.begin,
            "review.split": self.work.split,
            "review.join": self.work.join,
            "review.join_part": self.work.join_part,
            "review.up": lambda: self.move_here(-1),
            "review.down": lambda: self.move_here(1),
            "review.snippet": self.make_snippet,
            "review.dismiss": self.dismiss,
            **self.ending.actions_for(self.picture.review),
        }

    # Where the person looks

    def step_place(self, by: int) -> None:
        """Choose the next place to look at, wherever the keyboard is."""
        self.flush()
        places = self.understood.places
        fresh = self.understood.tabs.strip.current != PLACES
        self.understood.tabs.choose(PLACES)
        row = places.current() if fresh else places.step(by)
        if row is None:
            self.context.dialogs.notify("Nothing is unsure any more.")
            return
        self._picked(row)
        places.setFocus()

    def _picked(self, row: Row) -> None:
        """Show on the left what a row on the right is about."""
        sentence = self.understood.tabs.strip.current == SENTENCES
        self.original.text.point_at(*row.blocks, mark=row.id if sentence else "")
        self._suit_tools()

    def _tab_changed(self) -> None:
        self._show_marks()
        row = self.understood.current()
        if row is not None:
            self._picked(row)

    def _entered(self, block: str) -> None:
        """Show on the right what the paragraph with the caret belongs to."""
        shown = self.picture
        part = shown.part_at(block) if shown is not None else None
        self._suit_tools()
        if shown is None or part is None or shown.review.call is not None:
            return
        if self.understood.tabs.strip.current == PARTS:
            self.understood.parts.choose(part.id)
            self.understood.show_form()
        span = shown.span(part)
        blocks = shown.review.blocks
        self.original.text.point_at(blocks[span[0]].id, blocks[span[-1]].id, scroll=False)

    def _left_scrolled(self, block: str) -> None:
        part = self.picture.part_at(block) if self.picture is not None else None
        if part is not None and self.understood.tabs.strip.current == PARTS:
            self.understood.parts.show_place(part.id)

    # What is done

    def begin(self) -> None:
        """Let an answer begin where the caret is, and choose it: which question it is to is next to
        be said, and must not be said of the answer that was chosen before.
        """
        self.work.begin()
        here = self.original.text.caret()[0]
        part = self.picture.part_at(here) if self.picture is not None else None
        if part is not None and self.understood.parts.choose(part.id):
            self.understood.tabs.choose(PARTS)
            self._entered(here)

    def move_here(self, by: int) -> None:
        """Move what has the keyboard: the chosen part, or the paragraph with the caret."""
        if self.original.isAncestorOf(self.focusWidget() or self):
            self.work.move_block(by)
        else:
            self.work.move_part(by)

    def confirm(self) -> None:
        """Say that the chosen place is right as it is, and go to the one that follows."""
        self.work.confirm()
        row = self.understood.places.current()
        if self.understood.tabs.strip.current == PLACES and row is not None:
            self._picked(row)

    def make_snippet(self) -> None:
        """Make a Snippet of the chosen sentence, or of the words selected in the original."""
        mark = self.work.chosen_mark()
        self.ending.make_snippet(self.picture, mark, self.original.text.selected())

    def dismiss(self) -> None:
        """Say that the chosen sentence is not worth keeping."""
        self.work.set_mark(MarkState.DISMISSED)

    @property
    def picture(self) -> Picture | None:
        """What is being looked at."""
        return self.work.picture

    # How it is done

    def _add_called_buttons(self) -> None:
        form, work = self.understood.called_form, self.work
        form.add_button("This is right", self.confirm, "This question is right")
        self.add_button = form.add_button("Add a question", work.add_question)
        form.add_button("Remove", work.remove_question, "Remove this question")
        form.add_button("Split at the caret", work.split_question)
        form.add_button("Join to the one before", work.join_part)
        form.add_button("↑", lambda: work.move_part(-1), "Move this question up")
        form.add_button("↓", lambda: work.move_part(1), "Move this question down")

    def _colour(self, role: str) -> QColor:
        appearance = self.context.appearance
        return appearance.theme.colour(role) if appearance else palette_colours(self)(role)

    def _first_waiting(self) -> str:
        waiting = self.context.session.intake.documents(ImportState.WAITING)
        return waiting[0].id if waiting else ""

    def _show(self, document: str) -> None:
        """Read an import anew and show it."""
        if not document:
            self.work.picture = None
            self.stack.setCurrentWidget(self.empty)
            return
        shown = picture(self.context.session.intake.review(document))
        self.work.picture = shown
        self.original.text.show_blocks(shown.review.blocks, gutter(shown))
        self._show_marks()
        self.understood.show_picture(shown)
        kept = shown.review.document
        self.head.show_document(kept)
        waiting = kept.state is ImportState.WAITING
        self.head.offer(self.context.session.intake.same_source(kept) if waiting else None)
        self.ending.show_review(shown.review)
        self.stack.setCurrentWidget(self.full)
        self._suit_tools()

    def _same(self, source: str) -> None:
        """Let the passages join a Source that the library has already."""
        self.work.set_field("source", source)
        self.context.dialogs.notify("Its passages will stand with that document. Undo parts them.")

    def _show_again(self) -> None:
        if self.picture is not None:
            self._show(self.picture.review.document.id)

    def _show_marks(self) -> None:
        """Underline the sentences in the original while they are what is looked at."""
        marks = self.picture.review.marks if self.picture is not None else ()
        here = self.understood.tabs.strip.current == SENTENCES
        kept = [mark for mark in marks if mark.state is not MarkState.DISMISSED]
        self.original.text.show_marks(kept if here else [])

    def _begin_looking(self) -> None:
        """Start with what is unsure, or with the answers where nothing is."""
        places = self.understood.places.rows_model.rowCount()
        self.understood.tabs.choose(PLACES if places else PARTS)
        row = self.understood.current()
        if row is not None:
            self._picked(row)

    def _suit_tools(self) -> None:
        shown = self.picture
        if shown is None:
            return
        waiting = shown.review.document.state is ImportState.WAITING
        block = self.original.text.caret()[0]
        self.original.show_block(shown.block(block), changeable=waiting)

    def _hear(self, changes: Changes) -> None:
        ours = changes.origin is self.work
        if ours or not self.isVisible() or self.picture is None:
            return
        if changes.touches(Kind.IMPORTS):
            self._show_again()

    def _listen(self) -> None:
        self.context.bridge.changed.connect(self._hear)
        self.head.same.connect(self._same)
        self.original.text.entered.connect(self._entered)
        self.original.text.scrolled.connect(self._left_scrolled)
        right = self.understood
        right.tabs.changed.connect(self._tab_changed)
        right.picked.connect(self._picked)
        right.scrolled.connect(lambda row: self.original.text.show_place(row.blocks[0]))
        right.confirm.connect(self.confirm)
        right.snippet.connect(self.make_snippet)
        right.dismiss.connect(self.dismiss)
        right.mark_kind.connect(lambda kind: self.work.set_mark(MarkState.PROPOSED, kind))
        right.part_form.changed.connect(self.work.set_part)
        right.kind_form.changed.connect(lambda kind: self.work.set_field("kind", kind))
        right.called_form.changed.connect(self.work.set_called)
        right.about.changed.connect(self.work.set_field)
        right.call.changed.connect(self.work.set_call)

    def _build(self) -> None:
        split = FoldingSplitter(96, (1, 1))
        split.addWidget(self.original)
        split.addWidget(self.understood)
        for place in (0, 1):
            split.setStretchFactor(place, 1)
        scrolled = PageColumn("The import and what was understood of it", wide=True, margin=0)
        scrolled.column.setSpacing(GAP)
        scrolled.add(self.head)
        scrolled.column.addWidget(split, 1)
        self.full = QWidget()
        column = QVBoxLayout(self.full)
        column.setContentsMargins(0, GAP_LARGE, 0, GAP_LARGE)
        column.setSpacing(GAP)
        column.addWidget(scrolled, 1)
        column.addWidget(self.ending)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.empty)
        self.stack.addWidget(self.full)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.stack)
