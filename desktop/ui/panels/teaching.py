"""Teaches the library what helps where, and takes it back."""

from __future__ import annotations

from collections.abc import Callable

from desktop.core.consultation import question_ref
from desktop.core.evidence import Passage, Snippet
from desktop.core.learning_edits import ForgetHelped, NoteQuietly, NoteVerdict
from desktop.core.response import Draft
from desktop.core.suggesting import Verdict
from desktop.ui.context import Context

Place = tuple[str, str]


class Teaching:
    """Notes verdicts at the question that is shown. ``origin`` is whoever need not hear of them."""

    def __init__(self, context: Context, origin: object) -> None:
        self._context = context
        self._origin = origin
        # What was put into answers since the panel was opened, by the place (Response, Question).
        self._helped: dict[Place, dict[str, Snippet | Passage]] = {}

    def helped(
        self, piece: Snippet | Passage, draft: Draft, number: str, *, known: bool = False
    ) -> None:
        """Note quietly that a piece was put into the answer; ``known`` if that was known before."""
        if self._note(piece.id, draft, number, Verdict.HELPED, NoteQuietly) and not known:
            self._helped.setdefault((draft.response.id, number), {})[piece.id] = piece

    def not_here(self, piece: str, draft: Draft, number: str) -> bool:
        """Note that a piece is not for this question, as a step that Undo takes back."""
        return self._note(piece, draft, number, Verdict.NOT_HERE)

    def offer_again(self, piece: str, draft: Draft, number: str) -> bool:
        """Take that back."""
        return self._note(piece, draft, number, None)

    def forget(self, piece: str, draft: Draft) -> bool:
        """Take back all that earlier use of a piece has taught, as a step that Undo takes back."""
        edit = ForgetHelped(draft.response.id, piece)
        return self._context.apply(edit, self._origin) is not None

    def reconsider(
        self, draft: Draft, number: str, is_used: Callable[[Snippet | Passage], bool]
    ) -> None:
        """Take back quietly what was noted of pieces that did not stay in the answer."""
        noted = self._helped.get((draft.response.id, number), {})
        for piece in [piece for piece in noted.values() if not is_used(piece)]:
            del noted[piece.id]
            self._note(piece.id, draft, number, None, NoteQuietly)

    def _note(
        self,
        piece: str,
        draft: Draft,
        number: str,
        verdict: Verdict | None,
        kind: type[NoteVerdict] = NoteVerdict,
    ) -> bool:
        question = draft.consultation.question(number)
        edit = kind(
            piece,
            question_ref(draft.consultation.id, number),
            f"{question.text} {question.heading}".strip(),
            verdict,
            draft.response.id,
        )
        return self._context.apply(edit, self._origin) is not None
