"""What is made of an import: Snippets of its sentences, a Consultation of a call for evidence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from desktop.core.consultation import Consultation
from desktop.core.evidence import Origin, Snippet, SnippetKind, first_sentence
from desktop.core.imports import KeptBlock, Review
from desktop.core.intake_edits import SaveSnippetOf
from desktop.core.rules import Rules
from desktop.core.understanding import Call, Part, SentenceKind
from desktop.errors import WorkspaceError
from desktop.session.taking import parts_of, source_of

_ANY_BODY = "any-body"  # what suits whoever asks
_NAMES_NOBODY = frozenset({"a", "an", "and", "any", "body", "committee", "for", "of", "on", "the"})
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_KINDS = {
    SentenceKind.RECOMMENDATION: SnippetKind.RECOMMENDATION,
    SentenceKind.FIGURE: SnippetKind.STATISTIC,
    SentenceKind.CASE: SnippetKind.CASE_STUDY,
    SentenceKind.TESTIMONY: SnippetKind.CASE_STUDY,
    SentenceKind.QUOTATION: SnippetKind.QUOTATION,
}


def from_mark(review: Review, mark: str, kind: SnippetKind | None, key: str) -> Snippet:
    """Return a Snippet of a marked sentence; its paragraph is the text, the sentence the claim.

    Raises WorkspaceError if the mark is gone.
    """
    found = next((item for item in review.marks if item.id == mark), None)
    if found is None:
        raise _gone("The sentence")
    made = _snippet(review, _block(review, found.block), key)
    return replace(
        made,
        claim=first_sentence(found.text),
        kind=kind or _KINDS.get(found.kind, SnippetKind.ARGUMENT),
        speaker=found.speaker,
    )


def guessed_kind(text: str) -> SnippetKind:
    """Return what kind of Snippet a paragraph would make: what its most telling sentence is."""
    from desktop.core.document import Block, BlockKind
    from desktop.corpus.sentences import mark

    telling = (found for found in mark([Block(BlockKind.PARAGRAPH, text)]) if found.kind in _KINDS)
    best = max(telling, key=lambda found: found.confidence, default=None)
    return _KINDS[best.kind] if best else SnippetKind.ARGUMENT


def from_stretch(
    review: Review, block: str, span: tuple[int, int], kind: SnippetKind | None, key: str
) -> Snippet:
    """Return a Snippet of a stretch of a block, of the kind that its words tell where none is said.

    Raises WorkspaceError if the block is gone.
    """
    kept = _block(review, block)
    words = " ".join(kept.block.text[slice(*span)].split())
    made = _snippet(review, kept, key)
    kind = kind or guessed_kind(words)
    return replace(made, claim=first_sentence(words), text=words, kind=kind)


def saving(review: Review, snippet: Snippet, mark: str, *, source_known: bool) -> SaveSnippetOf:
    """Return the Edit that saves a Snippet made of an import; a mark that is gone is left alone."""
    source = None if source_known else source_of(review.document)
    kept = any(item.id == mark for item in review.marks)
    return SaveSnippetOf(review.document.id, snippet, source, mark if kept else "")


def consultation(
    review: Review, known: Sequence[Consultation], rules: Sequence[Rules]
) -> Consultation:
    """Return the Consultation that a call asks for, under an id that no other one has, with the
    rules of the body that asks where these are known.

    One that was made of this import before keeps its id. Raises WorkspaceError if it is no call.
    """
    from desktop.corpus.understanding.calls import consultation as built
    from desktop.store.imports.adding import slug

    if review.call is None or not review.call.questions:
        raise WorkspaceError(
            "No questions were found",
            f"“{review.document.name}” was not understood as a call for evidence.",
            "Say that it is one, and mark its questions.",
        )
    key = review.document.consultation
    if not key:
        taken = {item.id for item in known}
        stem = slug(review.call.title or review.document.title)
        names = (stem if n == 1 else f"{stem}-{n}" for n in range(1, len(taken) + 2))
        key = next(name for name in names if name not in taken)
    return built(review.call, key, rules_for(review.call, rules))


def rules_for(call: Call, known: Sequence[Rules]) -> str:
    """Return the id of the rules of the body that makes a call, or of those for any body.

    Rules are those of a body if all words of one of its names stand in that of the call; of several
    the closest. Rules of one year, which their title names, hold for a call of that year.
    """
    said = _names(call.body)
    year = str(call.closes.year) if call.closes else ""
    fitting = [
        (closeness, rules.id)
        for rules in known
        if (closeness := _closeness(rules, said))
        if (named := _YEAR.search(rules.title)) is None or named[0] == year
    ]
    return max(fitting, default=(0, _ANY_BODY))[1]


def _closeness(rules: Rules, said: frozenset[str]) -> int:
    """Return how many words of the body's name stand in what is said (0 = it is not this body)."""
    if any(words and words <= said for words in map(_names, rules.not_called)):
        return 0
    names = (_names(name) for name in (rules.body, *rules.also_called))
    return max((len(name) for name in names if name <= said), default=0)


def _names(body: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", body.casefold())) - _NAMES_NOBODY


def _snippet(review: Review, kept: KeptBlock, key: str) -> Snippet:
    part = _part_of(review, kept.id)
    text = kept.block.text.strip()
    return Snippet(
        id=key,
        source=review.document.source,
        claim=first_sentence(text),
        text=text,
        kind=SnippetKind.ARGUMENT,
        locator=kept.locator.words(),
        questions=(part.ref,) if part and part.ref else (),
        origin=Origin.OWN,
    )


def _part_of(review: Review, block: str) -> Part | None:
    place = next(at for at, kept in enumerate(review.blocks) if kept.id == block)
    return next((part for part in parts_of(review) if part.first <= place < part.end), None)


def _block(review: Review, key: str) -> KeptBlock:
    found = next((kept for kept in review.blocks if kept.id == key), None)
    if found is None:
        raise _gone("The paragraph")
    return found


def _gone(what: str) -> WorkspaceError:
    return WorkspaceError(
        f"{what} is gone",
        f"{what} is no longer in this import.",
        "Undo the change that took it away, or choose another.",
    )
