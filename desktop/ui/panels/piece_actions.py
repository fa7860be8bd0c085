"""What can be done with a piece of evidence besides writing it into the answer."""

from __future__ import annotations

from dataclasses import replace

from desktop.core.consultation import question_ref
from desktop.core.edits import SaveSnippet
from desktop.core.evidence import Origin, Passage, Snippet, SnippetKind
from desktop.core.imports import ImportState
from desktop.core.response import Draft
from desktop.ui.context import Context
from desktop.ui.models.library_places import passage_place, reading_place
from desktop.ui.panels.evidence_words import as_kind, kind_word


class PieceActions:
    """Reads a piece in the text around it, and makes a Snippet of a Passage."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def has_text(self, source: str) -> bool:
        """Tell whether the text of a Source was brought in."""
        return self._context.session.intake.source_document(source) is not None

    def library_is_empty(self) -> bool:
        """Tell whether there is nothing that could be offered at any question."""
        session = self._context.session
        return not session.snippet_count() and not session.intake.documents(ImportState.ACCEPTED)

    def read(self, piece: Snippet | Passage) -> None:
        """Go to the text that a piece comes from, at its place."""
        if isinstance(piece, Passage):
            self._context.go(passage_place(piece.id))
        else:
            self._context.go(reading_place(piece.source, piece.locator))

    def make(self, passage: Passage, draft: Draft | None, number: str) -> None:
        """Ask what a Passage shows, and keep it as a Snippet that serves this Question.

        Its kind is guessed; the words that say so have a way to choose another.
        """
        from desktop.session.making import guessed_kind

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
            guessed_kind(passage.text),
            passage.locator,
            questions=tuple(sorted(refs)),
            origin=Origin.OWN,
        )
        if self._context.apply(SaveSnippet(snippet)) is not None:
            self._context.dialogs.notify(
                f"Saved to the library as {as_kind(snippet.kind)}, for this question too.",
                "Change the kind",
                lambda: self._change_kind(snippet),
            )

    def _change_kind(self, snippet: Snippet) -> None:
        kinds = list(SnippetKind)
        chosen = self._context.dialogs.choose(
            "Kind of evidence",
            f"What is this? “{snippet.claim}”",
            [kind_word(kind) for kind in kinds],
            "Choose",
        )
        if chosen is None or kinds[chosen] is snippet.kind:
            return
        changed = replace(snippet, kind=kinds[chosen])
        if self._context.apply(SaveSnippet(changed)) is not None:
            self._context.dialogs.notify(f"It is {as_kind(changed.kind)} now.")
