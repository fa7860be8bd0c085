"""What supports a sentence, and what may be said against it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from desktop.core.evidence import Passage, Reason, Snippet, SnippetKind, Suggestion
from desktop.core.figure_finding import figures
from desktop.core.figure_values import tells
from desktop.core.listing import listed
from desktop.core.suggesting import Asked
from desktop.matching.index import Index
from desktop.matching.offering.candidates import Candidate, Shelf
from desktop.matching.offering.confidence import Judge
from desktop.matching.offering.finding import Narrowing, look
from desktop.matching.offering.learning import Lessons, lessons
from desktop.matching.offering.opposing import CLEAR, Sign, opposing
from desktop.matching.offering.reasons import shown_words, text_of
from desktop.matching.offering.repetition import says_the_same
from desktop.matching.offering.suggesting import day_of, offered
from desktop.matching.offering.weighing import Weighed, weighed
from desktop.matching.words import index_word, split

# How much more evidence counts than what only says the same, and what the card says of it.
_EVIDENCE = {
    SnippetKind.STATISTIC: (0.3, Reason("Gives a figure for it")),
    SnippetKind.CASE_STUDY: (0.25, Reason("Gives a case of it")),
    SnippetKind.QUOTATION: (0.2, Reason("Quotes somebody on it")),
    SnippetKind.RECOMMENDATION: (-0.2, None),
    SnippetKind.ABOUT_US: (-0.3, None),
}
_HAS_FIGURE = (0.15, Reason("Has a figure in it"))
# A sign that something is said against it counts so much of a good match of words.
_AGAINST = 0.8
# Fewer words in common are no subject in common.
_FEWEST_WORDS = 2
# What argues otherwise is rarely what matches best: more is looked through.
_DEEPER = 3

_Judged = Callable[[Weighed], Weighed | None]


def support(
    index: Index,
    shelf: Shelf,
    text: str,
    asked: Asked,
    *,
    limit: int = 20,
    kinds: frozenset[SnippetKind] | None = None,
    sources: frozenset[str] | None = None,
    passages: bool | None = None,
) -> list[Suggestion]:
    """Return what supports a sentence, best first: figures, cases and quotations on it before what
    only says the same. What says no more than the sentence itself is left out.

    ``asked`` is the Question it stands at. The rest is as for ``suggest``.
    """

    def judged(item: Weighed) -> Weighed:
        more, reason = _evidence(item.candidate.piece)
        return _plus(item, more, reason)

    narrowing = Narrowing(kinds, sources, passages)
    return _on(index, shelf, text, asked, narrowing, limit, judged)


def counter(
    index: Index,
    shelf: Shelf,
    text: str,
    asked: Asked,
    *,
    limit: int = 20,
    kinds: frozenset[SnippetKind] | None = None,
    sources: frozenset[str] | None = None,
    passages: bool | None = None,
    clear: bool = False,
) -> list[Suggestion]:
    """Return what may be said against a sentence: pieces on the same subject with a sign that they
    argue the other way (see ``desktop.matching.offering.opposing``), the clearest first.

    A sign is no proof, and the first reason says which it was; with ``clear`` only the clearer
    signs count. The rest is as for ``suggest``.
    """

    def judged(item: Weighed) -> Weighed | None:
        candidate = item.candidate
        about = candidate.words.written
        if len(about) < _FEWEST_WORDS:
            return None
        sign = opposing(text, text_of(candidate.piece), about)
        if sign is None or (clear and sign.strength < CLEAR):
            return None
        better = _plus(item, _AGAINST * sign.strength, _told(sign, candidate))
        return replace(better, told=True)

    narrowing = Narrowing(kinds, sources, passages)
    return _on(index, shelf, text, asked, narrowing, limit, judged, _DEEPER)


def _on(
    index: Index,
    shelf: Shelf,
    text: str,
    asked: Asked,
    narrowing: Narrowing,
    limit: int,
    judged: _Judged,
    deeper: int = 1,
) -> list[Suggestion]:
    """Return what is on the subject of a sentence, in the order that ``judged`` gives it."""
    sentence = replace(asked, question=text, heading="", paragraph="", ref="")
    looked = look(index, shelf, sentence, narrowing, limit * deeper)
    today = day_of(asked)
    found = [
        better
        for item in weighed(looked.candidates, sentence, Lessons(), today)
        if not says_the_same(text, item.candidate.piece)
        for better in [judged(item)]
        if better is not None
    ]
    found.sort(key=lambda item: item.weight, reverse=True)
    judge = Judge.of(looked, index.count)
    return offered(found, judge, asked, lessons(asked).aside, limit)


def _plus(item: Weighed, more: float, reason: Reason | None) -> Weighed:
    because = (reason,) if reason else ()
    return replace(item, weight=item.weight + more, because=because)


def _evidence(piece: Snippet | Passage) -> tuple[float, Reason | None]:
    """Return how much a piece counts as evidence, and what the card says of it."""
    if isinstance(piece, Snippet) and piece.kind in _EVIDENCE:
        return _EVIDENCE[piece.kind]
    return _HAS_FIGURE if any(map(tells, figures(piece.text))) else (0.0, None)


def _told(sign: Sign, candidate: Candidate) -> Reason:
    """Say which sign it was, and what about: a person must judge whether it is an argument."""
    if sign.against:
        movement = f"says “{sign.words}” of {sign.of.lower()} where you write “{sign.against}”"
        return Reason(f"May argue the other way: {movement}")
    told = set(map(index_word, split(sign.words)))
    shared = shown_words(candidate.words, candidate.piece)
    about = listed([word for word in shared if told.isdisjoint(map(index_word, split(word)))])
    mentions = f" and mentions {about}" if about else ""
    return Reason(f"May argue the other way: says “{sign.words}”{mentions}")
