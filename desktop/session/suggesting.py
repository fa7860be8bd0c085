"""What is asked of the library for a draft: the Question, the paragraph, what is used and known."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from desktop.core.consultation import question_ref
from desktop.core.evidence import Passage, Snippet, SnippetKind
from desktop.core.response import Draft
from desktop.core.search import Found
from desktop.core.suggesting import Asked
from desktop.core.usage import Written, shared_places, used_in, written
from desktop.markup import parse
from desktop.store import evidence_reading, learning_rows, search_rows, sending_rows
from desktop.store.connection import Connection

# As many answers as somebody works on in a day: only the one being written is read anew.
_REMEMBERED = 256


@dataclass(frozen=True, slots=True)
class Shelf:
    """The pieces of a workspace, as one connection sees them, but for the Passages of some imports
    (``without``): what was sent of a Response is no evidence for that Response.
    """

    db: Connection
    without: frozenset[str] = frozenset()

    def pieces(self, ids: Collection[str]) -> Mapping[str, Found]:
        """Return those of the pieces that are offered, by id, each with its Source."""
        found = search_rows.pieces(self.db, ids)
        if not self.without:
            return found
        return {key: item for key, item in found.items() if not self._left_out(item.piece)}

    def _left_out(self, piece: Snippet | Passage) -> bool:
        return isinstance(piece, Passage) and piece.document in self.without


def shelf_for(db: Connection, draft: Draft) -> Shelf:
    """Return the pieces that may be offered for a draft."""
    return Shelf(db, sending_rows.documents_of(db, draft.response.id))


def asked_at(
    db: Connection, draft: Draft, number: str, paragraph: str = "", *, today: date | None = None
) -> Asked:
    """Return what is asked of the library at a Question of a draft.

    Args:
        db: where the library is.
        draft: the draft.
        number: the number of the Question.
        paragraph: what is being argued at the cursor.
        today: what decides whether something is due for review; None = now.
    """
    question = draft.consultation.question(number)
    return Asked(
        question.text,
        heading=question.heading,
        ref=question_ref(draft.consultation.id, number),
        number=number,
        paragraph=paragraph,
        used=used_pieces(db, draft),
        verdicts=learning_rows.verdicts(db),
        today=today,
    )


def used_pieces(db: Connection, draft: Draft) -> dict[str, tuple[str, ...]]:
    """Return the pieces that the answers of a draft use, by id, with the numbers of the Questions.

    Skipped answers count too: their text is still there.
    """
    answers = {number: _written(answer.body) for number, answer in draft.answers.items()}
    cited = {place for text in answers.values() for place in text.cited}
    if not cited:
        return {}
    snippets = evidence_reading.snippets_of(db, {source for source, _ in cited})
    shared = shared_places((item.source, item.locator) for item in snippets)
    pieces = (*snippets, *evidence_reading.passages_at(db, cited))
    found = {piece.id: used_in(piece, answers, shared) for piece in pieces}
    return {piece: numbers for piece, numbers in found.items() if numbers}


def cited_kinds(db: Connection, draft: Draft, number: str) -> frozenset[SnippetKind]:
    """Return the kinds of the Snippets that the answer to a Question uses."""
    text = _written(draft.answer(number).body)
    if not text.cited:
        return frozenset()
    snippets = evidence_reading.snippets_of(db, {source for source, _ in text.cited})
    shared = shared_places((item.source, item.locator) for item in snippets)
    return frozenset(item.kind for item in snippets if used_in(item, {number: text}, shared))


@lru_cache(maxsize=_REMEMBERED)
def _written(body: str) -> Written:
    return written(parse(body))
