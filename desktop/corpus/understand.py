"""What a document that was read says: its kind, its parts and its passages."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.core.consultation import Consultation
from desktop.core.document import Document
from desktop.core.evidence import SourceKind
from desktop.core.understanding import Part, PartRole, Understanding
from desktop.corpus.understanding.pieces import pieces


def understand(
    document: Document,
    name: str,
    consultations: Sequence[Consultation],
    kind: SourceKind | None = None,
) -> Understanding:
    """Return what was understood of a document; no document is refused.

    Args:
        document: what was read.
        name: the name of its file, which may tell its title.
        consultations: the known ones that it may answer.
        kind: what a person says it is; None to have it guessed.
    """
    end = len(document.blocks)
    parts = (Part(PartRole.OTHER, 0, 0, end),) if end else ()
    return Understanding(
        document=document,
        kind=kind or SourceKind.REPORT,
        confidence=1.0 if kind else 0.0,
        title=document.metadata.title or name.rsplit(".", 1)[0],
        author=document.metadata.author,
        date=document.metadata.date,
        parts=parts,
        pieces=pieces(document.blocks, parts),
    )
