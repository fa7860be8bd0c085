"""What a document that was read says: its kind, its parts, its passages, its telling sentences."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from desktop.core.consultation import Consultation
from desktop.core.document import Block, Document
from desktop.core.evidence import SourceKind
from desktop.core.understanding import Call, Mark, Understanding
from desktop.corpus.understanding.calls import find_call
from desktop.corpus.understanding.kinds import guess_kind
from desktop.corpus.understanding.parts import parts
from desktop.corpus.understanding.pieces import pieces
from desktop.corpus.understanding.questions import Asked
from desktop.corpus.understanding.response import take_apart
from desktop.corpus.understanding.seen import Seen, see
from desktop.corpus.understanding.splitting import run_in_questions, split
from desktop.corpus.understanding.titles import author, named, title, written
from desktop.corpus.understanding.unfolding import unfold

_RESPONSES = frozenset({SourceKind.PAST_RESPONSE, SourceKind.WRITTEN_EVIDENCE})
_ASSURED = 0.55


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
    seen, asked, guessed, sure = _taken_apart(document, name, consultations, kind)
    blocks = seen.blocks
    found = parts(seen, asked)
    read = replace(document, blocks=blocks)
    return Understanding(
        document=read,
        kind=guessed,
        confidence=sure,
        title=title(read, name),
        author=author(read),
        date=written(read),
        parts=found,
        call=_call(read, seen, name) if guessed is SourceKind.CALL_FOR_EVIDENCE else None,
        marks=_marks(blocks),
        pieces=pieces(blocks, found),
    )


def _taken_apart(
    document: Document,
    name: str,
    consultations: Sequence[Consultation],
    kind: SourceKind | None,
) -> tuple[Seen, tuple[Asked, ...], SourceKind, float]:
    """Look for questions and answers, as far as the document is, or may be, a response."""
    blocks = unfold(document.blocks)
    if cuts := run_in_questions(blocks):
        blocks, _ = split(blocks, cuts)
    seen = see(blocks)
    guessed, sure = (kind, 1.0) if kind else guess_kind(document, seen, name)
    if guessed is SourceKind.CALL_FOR_EVIDENCE:
        return seen, (), guessed, sure
    loose = guessed in _RESPONSES
    taken, asked = take_apart(blocks, consultations, named(document, name), loose=loose)
    if kind is None and asked and not loose:
        if len(asked) < 3:
            return see(document.blocks), (), guessed, sure
        guessed, sure = SourceKind.PAST_RESPONSE, _ASSURED
    if kind is not None and not loose:
        asked = ()
    return (taken if asked else see(document.blocks)), asked, guessed, sure


def _call(document: Document, seen: Seen, name: str) -> Call:
    return find_call(document, seen, title(document, name))


def _marks(blocks: Sequence[Block]) -> tuple[Mark, ...]:
    from desktop.corpus.sentences import mark  # its weights are read at the first document

    return mark(blocks)
