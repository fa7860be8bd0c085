"""What can be done with a piece of evidence besides writing it into the answer."""

from __future__ import annotations

from desktop.core.consultation import question_ref
from desktop.core.edits import SaveSnippet
from desktop.core.evidence import Origin, Passage, Snippet, SnippetKind
from desktop.core.response import Draft
from desktop.ui.context import Context
from desktop.ui.models.library_places import passage_place, reading_place


class PieceActions:
    """Reads a piece in the text around it, and makes a Snippet of a Passage."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def has_text(self, source: str) -> bool:
        """Tell whether the text of a Source was brought in."""
        return self._context.session.intake.source_document(source) is not None

    def read(self, piece: Snippet | Passage) -> None:
        """Go to the text that a piece comes from, at its place."""
        if isinstance(piece, Passage):
            self._context.go(passage_place(piece.id))
        else:
            self._context.go(reading_place(piece.source, piece.locator))

    def make(self, passage: Passage, draft: Draft | None, number: str) -> None:
        """Ask what a Passage shows, and keep it as a Snippet that serves this Question."""
        claim = self._context.dialogs.ask_text(
            "Make a snippet",
            "What does this passage show, in one sentence?",
            passage.claim,
            yes="Save to the library",
            multiline=True,
        )
        if claim is None or not claim.strip():
            return
        refs = {*passage.questions}
        if draft is not None:
            refs.add(question_ref(draft.consultation.id, number))
        snippet = Snippet(
            self._context.session.new_id(),
            passage.source,
            " ".join(claim.split()),
            passage.text,
            SnippetKind.ARGUMENT,
            passage.locator,
            questions=tuple(sorted(refs)),
            origin=Origin.OWN,
        )
        if self._context.apply(SaveSnippet(snippet)) is not None:
            self._context.dialogs.notify("Saved to the library, for this question too.")
