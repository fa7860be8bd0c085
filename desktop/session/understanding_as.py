"""A person said what sort of document an import is: it is understood once more, as that."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from desktop.core.consultation import Consultation
from desktop.core.document import Document
from desktop.core.evidence import SourceKind
from desktop.core.imports import Review
from desktop.core.intake_edits import PartFound, SetImportKind
from desktop.core.understanding import PartRole, Understanding

_HAVE_PARTS = frozenset({SourceKind.PAST_RESPONSE, SourceKind.WRITTEN_EVIDENCE})


def setting_kind(
    review: Review,
    kind: SourceKind,
    consultations: Sequence[Consultation],
    new_id: Callable[[], str],
) -> SetImportKind:
    """Return the Edit that makes an import of this kind, with what that brings to light."""
    document = review.document.id
    if not _wanted(review, kind):
        return SetImportKind(document, kind)
    from desktop.corpus.understand import understand

    blocks = tuple(kept.block for kept in review.blocks)
    read = Document(review.document.format, blocks)
    found = understand(read, review.document.name, consultations, kind)
    parts = tuple(_parts(review, found, new_id))
    return SetImportKind(document, kind, found.call if review.call is None else None, parts)


def _wanted(review: Review, kind: SourceKind) -> bool:
    """Tell whether a kind asks for something that was not looked for before."""
    if kind is SourceKind.CALL_FOR_EVIDENCE:
        return review.call is None
    answered = any(part.role is PartRole.ANSWER for part in review.parts)
    return kind in _HAVE_PARTS and not answered


def _parts(review: Review, found: Understanding, new_id: Callable[[], str]) -> Iterator[PartFound]:
    if found.call is not None or len(found.document.blocks) != len(review.blocks):
        return  # where tables were unfolded, the places are no longer those of the review
    begun = {part.first: part.id for part in review.parts}
    for part in found.parts:
        first = review.blocks[part.first].id
        name = begun.get(first) or new_id()
        yield PartFound(name, first, part.role, part.number, part.question, part.ref)
