"""What a person puts right at a review: each a small Edit, and the review is shown anew."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from desktop.core.edits import Edit
from desktop.core.evidence import SourceKind
from desktop.core.imports import MarkState
from desktop.core.intake_edits import SetCall, SetImportField, SetMark, SetPart
from desktop.core.understanding import Call, CalledQuestion, PartRole
from desktop.ui.context import Context
from desktop.ui.imports import review_edits
from desktop.ui.imports.original_pane import OriginalPane
from desktop.ui.imports.saying_kind import say_kind
from desktop.ui.imports.understood_pane import SENTENCES, UnderstoodPane
from desktop.ui.jobs import Lane
from desktop.ui.models import called_questions
from desktop.ui.models.review_rows import KIND_PLACE, SENTENCE_KINDS, Picture

ToPart = Callable[[Picture, str], Edit | None]
ToCall = Callable[[Call, int], Call]


class PuttingRight:
    """``picture`` is what is being looked at; ``changed`` is called when it is no longer true."""

    def __init__(
        self,
        context: Context,
        original: OriginalPane,
        understood: UnderstoodPane,
        lane: Lane,
        changed: Callable[[], object],
    ) -> None:
        self.picture: Picture | None = None
        self._context = context
        self._original = original
        self._understood = understood
        self._lane = lane
        self._changed = changed

    # Paragraphs

    def begin(self) -> None:
        """Let an answer begin at the paragraph with the caret."""
        self._at_caret(lambda shown, block, _: review_edits.beginning(shown, block, self._id()))

    def split(self) -> None:
        """Split the paragraph where the caret is."""
        self._at_caret(
            lambda shown, block, at: review_edits.splitting(shown, block, at, self._id())
        )

    def join(self) -> None:
        """Join the paragraph with the caret to the one above it."""
        self._at_caret(lambda shown, block, _: review_edits.joining(shown, block))

    def move_block(self, by: int) -> None:
        """Move the paragraph with the caret one place."""
        self._at_caret(lambda shown, block, _: review_edits.moving(shown, block, by))

    def set_block_kind(self, choice: int) -> None:
        """Say what the paragraph with the caret is."""
        self._at_caret(lambda shown, block, _: review_edits.setting_kind(shown, block, choice))

    # Parts and questions

    def join_part(self) -> None:
        """Join the chosen part or question to the one before it."""
        self._to_part(review_edits.joining_part, called_questions.joined)

    def move_part(self, by: int) -> None:
        """Move the chosen part or question one place."""
        part = self._understood.current_part()
        self._to_part(
            lambda shown, name: review_edits.moving_part(shown, name, by),
            lambda call, place: called_questions.moved(call, place, by),
        )
        if part and self.picture is not None and self.picture.review.call is not None:
            self._understood.parts.choose(str(int(part) + by))
            self._understood.show_form()

    def add_question(self) -> None:
        """Add a question behind the chosen one, or the first."""
        self._understood.flush()
        call = self.picture.review.call if self.picture is not None else None
        if call is None:
            return
        place = int(self._understood.current_part() or -1)
        self.set_call(called_questions.added(call, place))
        self._understood.parts.choose(str(place + 1))
        self._understood.show_form()

    def remove_question(self) -> None:
        """Remove the chosen question."""
        self._to_part(_nothing, called_questions.removed)

    def split_question(self) -> None:
        """Split the wording of the chosen question where its caret is."""
        at = self._understood.called_form.caret()
        self._to_part(_nothing, lambda call, place: called_questions.split(call, place, at))

    def confirm(self) -> None:
        """Say that the chosen place is right as it is."""
        shown, row = self.picture, self._understood.current()
        if shown is None or row is None:
            return
        if row.id == KIND_PLACE:
            self.set_kind(shown.review.document.kind)
        elif shown.review.call is not None:
            place = int(row.id)
            question = replace(shown.review.call.questions[place], confidence=1.0)
            self.set_called(place, question)
        elif (part := shown.part(row.id)) is not None:
            self.set_part(part.id, part.role, part.number, part.question, part.ref)

    def set_part(self, part: str, role: PartRole, number: str, question: str, ref: str) -> None:
        """Say what a part is and which question it answers."""
        self._apply(lambda document: SetPart(document, part, role, number, question, ref))

    def set_call(self, call: Call) -> None:
        """Replace what was understood of the call."""
        shown = self.picture.review.call if self.picture is not None else None
        typed = called_questions.typed_field(shown, call) if shown is not None else ""
        self._apply(lambda document: SetCall(document, call, typed))

    def set_called(self, place: int, question: CalledQuestion) -> None:
        """Replace one question of the call."""
        call = self.picture.review.call if self.picture is not None else None
        if call is not None and place < len(call.questions):
            self.set_call(called_questions.changed(call, place, question))

    # The whole and its sentences

    def set_field(self, field: str, value: str) -> None:
        """Say something of the document as a whole."""
        if field == "kind":
            self.set_kind(SourceKind(value))
        else:
            self._apply(lambda document: SetImportField(document, field, value))

    def set_kind(self, kind: SourceKind) -> None:
        """Say what sort of document it is, and have it understood as that."""
        if self.picture is not None:
            document = self.picture.review.document.id
            say_kind(self._context, self._lane, document, kind, self._changed, self)

    def set_mark(self, state: MarkState, kind: int = -1) -> None:
        """Say what becomes of the chosen sentence, or of which kind it is."""
        mark = self.picture.mark(self.chosen_mark()) if self.picture is not None else None
        if mark is not None:
            chosen = list(SENTENCE_KINDS)[kind] if kind >= 0 else mark.kind
            self._apply(lambda document: SetMark(document, mark.id, chosen, state, mark.snippet))

    def chosen_mark(self) -> str:
        """Return the id of the chosen sentence while sentences are what is looked at."""
        row = self._understood.marks.current()
        here = self._understood.tabs.strip.current == SENTENCES
        return row.id if row is not None and here else ""

    # How it is done

    def _apply(self, make: Callable[[str], Edit | None]) -> None:
        if self.picture is None:
            return
        edit = make(self.picture.review.document.id)
        if edit is not None and self._context.apply(edit, self) is not None:
            self._changed()

    def _at_caret(self, make: Callable[[Picture, str, int], Edit | None]) -> None:
        self._understood.flush()
        shown = self.picture
        if shown is not None:
            block, at = self._original.text.caret()
            self._apply(lambda _: make(shown, block, at))

    def _to_part(self, to_part: ToPart, to_call: ToCall) -> None:
        self._understood.flush()
        shown, part = self.picture, self._understood.current_part()
        if shown is None or not part:
            return
        call = shown.review.call
        if call is None:
            self._apply(lambda _: to_part(shown, part))
        elif (changed := to_call(call, int(part))) != call:
            self.set_call(changed)

    def _id(self) -> str:
        return self._context.session.new_id()


def _nothing(_shown: Picture, _part: str) -> Edit | None:
    """Do nothing: a part of a response is not removed or split here."""
    return None
