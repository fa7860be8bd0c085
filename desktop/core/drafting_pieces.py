"""A Suggestion as it would stand in an answer: what it serves there, and who is seen to say it.

What others say is never put in as our own claim. A shipped Snippet names them in its own words. A
person's own Snippet gets a lead that does, unless it names them already; the words of a document
are shown as a quotation. Only what our own organisation wrote stands as ours.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass

from desktop.core.drafting import Candidate
from desktop.core.evidence import (
    Origin,
    Passage,
    Purpose,
    Snippet,
    SnippetKind,
    Source,
    SourceKind,
    Suggestion,
    first_sentence,
)
from desktop.core.lacking import Argued, Need, lacks
from desktop.core.likeness import telling_words
from desktop.core.references import card_reference, with_locator
from desktop.core.text import Block, Blocks, Cite, Line, Paragraph, Quote, Text
from desktop.core.words import count_words

# A key point is one sentence that reads well: longer ones are not taken for it.
LONGEST_KEY_POINT = 30
_SERVES = {
    SnippetKind.STATISTIC: Purpose.EVIDENCE,
    SnippetKind.CASE_STUDY: Purpose.EXAMPLE,
    SnippetKind.QUOTATION: Purpose.EVIDENCE,
    SnippetKind.ARGUMENT: Purpose.EVIDENCE,
    SnippetKind.RECOMMENDATION: Purpose.RECOMMENDATION,
}


_TOLD = {Need.EXAMPLE: Purpose.EXAMPLE, Need.RECOMMENDATION: Purpose.RECOMMENDATION}
_ARGUES = frozenset({Purpose.EVIDENCE, Purpose.RECOMMENDATION})


@dataclass(frozen=True, slots=True)
class Leads:
    """The words before a piece: ``said`` gives those that attribute what follows, from a name and
    a year ("" if that is not known); ``opposed`` opens the other side of the argument.
    """

    said: Callable[[str, str], str]
    opposed: str


@dataclass(frozen=True, slots=True)
class Ourselves:
    """The name of the organisation that answers, and of all ``others`` in the workspace."""

    name: str
    others: frozenset[str] = frozenset()

    def wrote(self, source: Source) -> bool:
        """Tell whether a Source is our own."""
        author = _folded(source.author)
        if author and author == _folded(self.name):
            return True
        return source.kind is SourceKind.PAST_RESPONSE and author not in map(_folded, self.others)


def candidate(
    suggestion: Suggestion, us: Ourselves, leads: Leads, *, counters: bool = False
) -> Candidate | None:
    """Return a Suggestion as a Candidate, None for one that serves no part of an argument.

    ``counters`` says that it was found as the other side of the argument, and serves that alone.
    """
    piece, source = suggestion.piece, suggestion.source
    ours = us.wrote(source)
    parts = frozenset({Purpose.COUNTER_ARGUMENT}) if counters else _parts(piece, ours)
    if not parts or not piece.text.strip():
        return None
    lead = "" if ours else _lead(piece, source, leads)
    quoted = isinstance(piece, Passage) and not ours
    cite = Cite(piece.source, piece.locator)
    why = tuple(reason.text for reason in suggestion.reasons)
    return Candidate(
        id=piece.id,
        claim=piece.claim,
        text=piece.text,
        source=source.key,
        reference=with_locator(card_reference(source), piece.locator),
        parts=parts,
        blocks=_blocks(piece.text, lead, quoted, cite),
        opposed=_blocks(piece.text, f"{leads.opposed} {lead}".strip(), quoted, cite),
        key_point=_key_point(piece) if Purpose.CLAIM in parts else "",
        why=() if counters else why,
        against=why if counters else (),
    )


def earlier_key_point(id: str, key_point: str, reference: str) -> Candidate | None:
    """Return the key point of an earlier answer of our own as a Candidate, None if there is none
    that reads well.
    """
    if not 0 < count_words(key_point) <= LONGEST_KEY_POINT:
        return None
    return Candidate(
        id=id,
        claim=key_point,
        text=key_point,
        source="",
        reference=reference,
        parts=frozenset({Purpose.CLAIM}),
        key_point=key_point,
    )


def _parts(piece: Snippet | Passage, ours: bool) -> frozenset[Purpose]:
    found = {_SERVES.get(piece.kind)} if isinstance(piece, Snippet) else _told(piece.text)
    served = {part for part in found if part is not None}
    if ours and _key_point(piece) and served & _ARGUES:
        served.add(Purpose.CLAIM)
    return frozenset(served)


def _told(text: str) -> set[Purpose | None]:
    """Return what a passage serves, by its words: nobody has said what kind it is."""
    argued = Argued(text)
    missing = set(lacks(argued)) if argued.begun else set(Need)
    return {Purpose.EVIDENCE, *(part for need, part in _TOLD.items() if need not in missing)}


def _key_point(piece: Snippet | Passage) -> str:
    sentence = piece.claim if isinstance(piece, Snippet) else first_sentence(piece.text)
    fits = count_words(sentence) <= LONGEST_KEY_POINT and not sentence.endswith("…")
    return sentence if fits else ""


def _lead(piece: Snippet | Passage, source: Source, leads: Leads) -> str:
    """Return the words that say whose piece it is, "" where its own words do, or where it is a
    figure, for which the footnote is enough.
    """
    who = piece.speaker or source.author or source.body
    if isinstance(piece, Snippet) and (
        piece.origin is Origin.BUILT_IN
        or piece.kind is SnippetKind.STATISTIC
        or _names(piece.text, who)
    ):
        return ""
    return leads.said(who or f"“{source.title}”", source.date[:4])


def _names(text: str, who: str) -> bool:
    """Tell whether a text names somebody: with half of the telling words of the name."""
    name = telling_words(who)
    there: Collection[str] = telling_words(text).keys()
    return bool(name) and sum(word in there for word in name) * 2 >= len(name)


def _blocks(text: str, lead: str, quoted: bool, cite: Cite) -> Blocks:
    """Return a piece as paragraphs that end in its citation, after a lead if there is one."""
    told: list[Line] = [(Text(line),) for line in text.splitlines() if line.strip()]
    told[-1] = (*told[-1], cite)
    if quoted:
        before: list[Block] = [Paragraph((Text(lead),))] if lead else []
        return (*before, Quote(tuple(told)))
    if lead:
        told[0] = (Text(f"{lead} "), *told[0])
    return tuple(map(Paragraph, told))


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())
