"""One import: the original on the left, what was understood of it on the right, put right."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.core.changes import Changes, Kind
from desktop.core.edits import Edit
from desktop.core.evidence import SourceKind
from desktop.core.imports import ImportState, MarkState
from desktop.core.intake_edits import SetCall, SetImportField, SetMark, SetPart
from desktop.core.understanding import Call, CalledQuestion, PartRole, Understanding
from desktop.ui.context import Context
from desktop.ui.imports import review_edits, understanding_again
from desktop.ui.imports.bringing_in import bringing_in
from desktop.ui.imports.original_pane import OriginalPane
from desktop.ui.imports.understood_list import palette_colours
from desktop.ui.imports.understood_pane import PARTS, PLACES, SENTENCES, UnderstoodPane
from desktop.ui.models import called_questions
from desktop.ui.models.review_rows import (
    KIND_PLACE,
    SENTENCE_KINDS,
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
        self.picture: Picture | None = None
        self._understanding = context.jobs.lane(self)
        self.head = ReviewHead()
        self.original = OriginalPane(
            join=self.join,
            split=self.split,
            begin=self.begin,
            move=self.move_block,
            set_kind=self.set_block_kind,
        )
        self.understood = UnderstoodPane(self._colour, self.join_part, self.move_part)
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
        document = place.item or self._first_waiting()
        self.understood.offer(self.context.session.consultations())
        other = self.picture is None or self.picture.review.document.id != document
        self._show(document)
        if other and self.picture is not None:
            self._begin_looking()

    def flush(self) -> None:
        self.understood.flush()

    def first_focus(self) -> QWidget:
        if self.picture is None:
            return self.empty.button
        here = self.understood.list_here()
        return here if here is not None and here.isVisible() else self.original.text

    def actions_here(self) -> Mapping[str, Callable[[], None]]:
        if self.picture is None:
            return {}
        return {
            "review.next_place": lambda: self.step_place(1),
            "review.previous_place": lambda: self.step_place(-1),
            "review.right": self.confirm,
            "review.begin": self.begin,
            "review.split": self.split,
            "review.join": self.join,
            "review.join_part": self.join_part,
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

    # Putting it right: paragraphs

    def begin(self) -> None:
        """Let an answer begin at the paragraph with the caret."""
        self._do_at_caret(lambda shown, block, _: review_edits.beginning(shown, block, self._id()))

    def split(self) -> None:
        """Split the paragraph, or the wording of a question, where the caret is."""
        self._do_at_caret(
            lambda shown, block, at: review_edits.splitting(shown, block, at, self._id())
        )

    def join(self) -> None:
        """Join the paragraph with the caret to the one above it."""
        self._do_at_caret(lambda shown, block, _: review_edits.joining(shown, block))

    def move_block(self, by: int) -> None:
        """Move the paragraph with the caret one place."""
        self._do_at_caret(lambda shown, block, _: review_edits.moving(shown, block, by))

    def set_block_kind(self, choice: int) -> None:
        """Say what the paragraph with the caret is."""
        self._do_at_caret(lambda shown, block, _: review_edits.setting_kind(shown, block, choice))

    # Putting it right: parts and questions

    def join_part(self) -> None:
        """Join the chosen part to the one before it."""
        self._do_to_part(review_edits.joining_part, called_questions.joined)

    def move_part(self, by: int) -> None:
        """Move the chosen part one place."""
        self._do_to_part(
            lambda shown, part: review_edits.moving_part(shown, part, by),
            lambda call, place: called_questions.moved(call, place, by),
        )
        if self.picture is not None and self.picture.review.call is not None:
            self.understood.parts.choose(str(int(self.understood.current_part() or 0) + by))
            self.understood.show_form()

    def move_here(self, by: int) -> None:
        """Move what has the keyboard: the chosen part, or the paragraph with the caret."""
        if self.original.isAncestorOf(self.focusWidget() or self):
            self.move_block(by)
        else:
            self.move_part(by)

    def confirm(self) -> None:
        """Say that the chosen place is right as it is."""
        shown, row = self.picture, self.understood.current()
        if shown is None or row is None:
            return
        if row.id == KIND_PLACE:
            self._set_field("kind", shown.review.document.kind.value)
        elif shown.review.call is not None:
            place = int(row.id)
            question = replace(shown.review.call.questions[place], confidence=1.0)
            self._set_called(place, question)
        elif (part := shown.part(row.id)) is not None:
            self._set_part(part.role, part.number, part.question, part.ref)
        self._after_confirming()

    def _after_confirming(self) -> None:
        row = self.understood.places.current()
        if self.understood.tabs.strip.current == PLACES and row is not None:
            self._picked(row)

    def _set_part(self, role: PartRole, number: str, question: str, ref: str) -> None:
        part = self.understood.current_part()
        form = self.understood.part_form.part
        name = form.id if form is not None else part
        self._apply(lambda document: SetPart(document, name, role, number, question, ref))

    def _set_call(self, call: Call) -> None:
        self._apply(lambda document: SetCall(document, call))

    def _set_called(self, place: int, question: CalledQuestion) -> None:
        call = self.picture.review.call if self.picture is not None else None
        if call is not None and place < len(call.questions):
            self._set_call(called_questions.changed(call, place, question))

    # Putting it right: the whole and its sentences

    def _set_field(self, field: str, value: str) -> None:
        self._apply(lambda document: SetImportField(document, field, value))
        if field == "kind" and self.picture is not None:
            self._understand_again(SourceKind(value))

    def _understand_again(self, kind: SourceKind) -> None:
        assert self.picture is not None
        review = self.picture.review
        if not understanding_again.wanted(review, kind):
            return
        consultations = self.context.session.consultations()

        def found(understood: Understanding) -> None:
            for edit in understanding_again.edits_of(review, understood, self._id):
                self.context.apply(edit, self)
            self._show(review.document.id)

        job = understanding_again.understanding_again(review, consultations, kind)
        self._understanding.run(job, found)

    def make_snippet(self) -> None:
        """Make a Snippet of the chosen sentence, or of the words selected in the original."""
        self.ending.make_snippet(self.picture, self._chosen_mark(), self.original.text.selected())

    def dismiss(self) -> None:
        """Say that the chosen sentence is not worth keeping."""
        self._set_mark(MarkState.DISMISSED)

    def _set_mark(self, state: MarkState, kind: int = -1) -> None:
        mark = self.picture.mark(self._chosen_mark()) if self.picture is not None else None
        if mark is not None:
            chosen = list(SENTENCE_KINDS)[kind] if kind >= 0 else mark.kind
            self._apply(lambda document: SetMark(document, mark.id, chosen, state, mark.snippet))

    def _chosen_mark(self) -> str:
        row = self.understood.marks.current()
        here = self.understood.tabs.strip.current == SENTENCES
        return row.id if row is not None and here else ""

    # How it is done

    def _apply(self, make: Callable[[str], Edit | None]) -> None:
        if self.picture is None:
            return
        document = self.picture.review.document.id
        edit = make(document)
        if edit is not None and self.context.apply(edit, self) is not None:
            self._show(document)

    def _do_at_caret(self, make: Callable[[Picture, str, int], Edit | None]) -> None:
        self.flush()
        shown = self.picture
        if shown is None:
            return
        block, at = self.original.text.caret()
        self._apply(lambda _: make(shown, block, at))

    def _do_to_part(
        self,
        to_part: Callable[[Picture, str], Edit | None],
        to_call: Callable[[Call, int], Call],
    ) -> None:
        self.flush()
        shown, part = self.picture, self.understood.current_part()
        if shown is None or not part:
            return
        call = shown.review.call
        if call is None:
            self._apply(lambda _: to_part(shown, part))
        elif (changed := to_call(call, int(part))) != call:
            self._set_call(changed)

    def _add_called_buttons(self) -> None:
        form = self.understood.called_form
        form.add_button("This is right", self.confirm, "This question is right")
        self.add_button = form.add_button("Add a question", self.add_question)
        self.remove_button = form.add_button("Remove", self.remove_question, "Remove this question")
        form.add_button("Split at the caret", self.split_question)
        form.add_button("Join to the one before", self.join_part)
        form.add_button("↑", lambda: self.move_part(-1), "Move this question up")
        form.add_button("↓", lambda: self.move_part(1), "Move this question down")

    def add_question(self) -> None:
        """Add a question behind the chosen one."""
        self._do_to_part(lambda _shown, _part: None, called_questions.added)

    def remove_question(self) -> None:
        """Remove the chosen question."""
        self._do_to_part(lambda _shown, _part: None, called_questions.removed)

    def split_question(self) -> None:
        """Split the wording of the chosen question where its caret is."""
        at = self.understood.called_form.caret()
        self._do_to_part(
            lambda _shown, _part: None,
            lambda call, place: called_questions.split(call, place, at),
        )

    def _id(self) -> str:
        return self.context.session.new_id()

    def _colour(self, role: str) -> QColor:
        appearance = self.context.appearance
        return appearance.theme.colour(role) if appearance else palette_colours(self)(role)

    def _first_waiting(self) -> str:
        waiting = self.context.session.intake.documents(ImportState.WAITING)
        return waiting[0].id if waiting else ""

    def _show(self, document: str) -> None:
        """Read an import anew and show it."""
        if not document:
            self.picture = None
            self.stack.setCurrentWidget(self.empty)
            return
        shown = picture(self.context.session.intake.review(document))
        self.picture = shown
        kept = [mark for mark in shown.review.marks if mark.state is not MarkState.DISMISSED]
        self.original.text.show_blocks(shown.review.blocks, gutter(shown), kept)
        self.understood.show_picture(shown)
        self.head.show_document(shown.review.document)
        self.ending.show_review(shown.review)
        self.stack.setCurrentWidget(self.full)
        self._suit_tools()

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
        ours = changes.origin is self
        if ours or not self.isVisible() or self.picture is None:
            return
        if changes.touches(Kind.IMPORTS):
            self._show(self.picture.review.document.id)

    def _listen(self) -> None:
        self.context.bridge.changed.connect(self._hear)
        self.original.text.entered.connect(self._entered)
        self.original.text.scrolled.connect(self._left_scrolled)
        right = self.understood
        right.picked.connect(self._picked)
        right.scrolled.connect(lambda row: self.original.text.show_place(row.blocks[0]))
        right.confirm.connect(self.confirm)
        right.snippet.connect(self.make_snippet)
        right.dismiss.connect(self.dismiss)
        right.mark_kind.connect(lambda kind: self._set_mark(MarkState.PROPOSED, kind))
        right.part_form.changed.connect(self._set_part)
        right.kind_form.changed.connect(lambda kind: self._set_field("kind", kind))
        right.called_form.changed.connect(self._set_called)
        right.about.changed.connect(self._set_field)
        right.call.changed.connect(self._set_call)

    def _build(self) -> None:
        split = FoldingSplitter(96, (1, 1))
        split.addWidget(self.original)
        split.addWidget(self.understood)
        scrolled = PageColumn("The import and what was understood of it", wide=True, margin=0)
        scrolled.add(split)
        self.full = QWidget()
        column = QVBoxLayout(self.full)
        column.setContentsMargins(0, GAP_LARGE, 0, GAP_LARGE)
        column.setSpacing(GAP)
        column.addWidget(self.head)
        column.addWidget(scrolled, 1)
        column.addWidget(self.ending)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.empty)
        self.stack.addWidget(self.full)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.stack)
