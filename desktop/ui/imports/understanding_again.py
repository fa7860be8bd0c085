"""A person said what sort of document an import is: it is understood once more, as that."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from desktop.core.consultation import Consultation
from desktop.core.document import Document
from desktop.core.edits import Edit
from desktop.core.evidence import SourceKind
from desktop.core.imports import Review
from desktop.core.intake_edits import SetCall, SetPart, StartPart
from desktop.core.understanding import PartRole, Understanding
from desktop.session import Job

_HAVE_PARTS = frozenset({SourceKind.PAST_RESPONSE, SourceKind.WRITTEN_EVIDENCE})


def wanted(review: Review, kind: SourceKind) -> bool:
    """Tell whether a kind asks for something that was not looked for before."""
    if kind is SourceKind.CALL_FOR_EVIDENCE:
        return review.call is None
    answered = any(part.role is PartRole.ANSWER for part in review.parts)
    return kind in _HAVE_PARTS and not answered


def understanding_again(
    review: Review, consultations: Sequence[Consultation], kind: SourceKind
) -> Job[Understanding]:
    """Return a Job that understands an import as it stands now, as this kind."""
    name = review.document.name
    document = Document(review.document.format, tuple(kept.block for kept in review.blocks))

    def work() -> Understanding:
        from desktop.corpus.understand import understand

        return understand(document, name, consultations, kind)

    return work


def edits_of(review: Review, found: Understanding, new_id: Callable[[], str]) -> Iterator[Edit]:
    """Give the Edits that put what was found into the review."""
    document = review.document.id
    if found.kind is SourceKind.CALL_FOR_EVIDENCE:
        if found.call is not None:
            yield SetCall(document, found.call)
        return
    if len(found.document.blocks) != len(review.blocks):
        return  # tables were unfolded: the places are no longer those of the review
    begun = {part.first: part.id for part in review.parts}
    for part in found.parts:
        first = review.blocks[part.first].id
        name = begun.get(first)
        if name is None:
            name = new_id()
            yield StartPart(document, first, name, part.role)
        yield SetPart(document, name, part.role, part.number, part.question, part.ref)
