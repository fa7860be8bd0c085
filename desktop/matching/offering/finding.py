"""From what was asked to the pieces that may be offered: only the best are fetched."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from desktop.core.evidence import SnippetKind
from desktop.core.search import Found
from desktop.core.suggesting import Asked
from desktop.matching.index import CONTENT, Index
from desktop.matching.offering.candidates import Candidate, Shelf, Words
from desktop.matching.offering.subject import on_subject
from desktop.matching.scoring import Match, Ranking, Word, rank

Mask: TypeAlias = NDArray[np.bool_]

# What is argued at the cursor counts so much of the whole, once it has so many telling words.
_ARGUED = 0.7
_ARGUED_IN_VAIN = 0.2
_ARGUED_WORDS = 6
# More is looked at than is shown, since the order still changes and near-identical texts drop out.
SPARE = 2
_SPARE_MATCHES = 4
# Of what is tagged for a Question so much is looked at even if no word of it fits.
_MOST_TAGGED = 300
_ROUNDS = 3


@dataclass(frozen=True, slots=True)
class Narrowing:
    """What of the library is looked at: kinds of Snippets and Sources (keys), None = all.

    ``passages`` says whether Passages are looked at too, None = unless it is narrowed to some kinds
    of Snippet.
    """

    kinds: frozenset[SnippetKind] | None = None
    sources: frozenset[str] | None = None
    passages: bool | None = None

    def mask(self, index: Index) -> Mask | None:
        """Return which slots of an Index that leaves, bool[size]; None = all."""
        passages = self.kinds is None if self.passages is None else self.passages
        return index.narrowed(self.kinds, self.sources, passages=passages)


@dataclass(frozen=True, slots=True)
class Looked:
    """What was found, best first, and how the best meet the Question and the paragraph."""

    candidates: tuple[Candidate, ...]
    question: tuple[Words, ...]
    paragraph: tuple[Words, ...] = ()


def look(
    index: Index,
    shelf: Shelf,
    asked: Asked,
    narrowing: Narrowing,
    limit: int,
    also: frozenset[str] = frozenset(),
) -> Looked:
    """Return what may be offered at a Question: ``limit`` times ``SPARE`` of it, and ``also``.

    ``also`` are ids of pieces that are wanted whether or not their words fit; of near-identical
    pieces these come, or those used already, before others.
    """
    allowed = narrowing.mask(index)
    most = limit * _SPARE_MATCHES
    chosen = also | asked.used.keys()
    paragraph: dict[str, Words] = {}
    if asked.paragraph:
        paragraph = _met(index, best_unlike(index, asked.paragraph, allowed, most, chosen=chosen))
    tagged = _tagged(index, asked.ref, allowed)
    wanted = [slot for slot in map(index.slot, also) if slot >= 0 and _is_allowed(allowed, slot)]
    near = [index.slot(key) for key in list(paragraph)[: limit * SPARE]]
    among = np.array([*tagged, *wanted, *near], np.int32)
    question = _met(index, best_unlike(index, asked.wording, allowed, most, among, chosen))
    both = _Both.of(question, paragraph, _lead(paragraph, index.count))
    ids = both.best(limit * SPARE, frozenset(index.ids[slot] for slot in tagged), also)
    pieces = shelf.pieces(ids)
    return Looked(
        tuple(both.candidate(pieces[key]) for key in ids if key in pieces),
        tuple(question.values()),
        tuple(paragraph.values()),
    )


def best_unlike(
    index: Index,
    text: str,
    allowed: Mask | None,
    limit: int,
    among: NDArray[np.int32] | None = None,
    chosen: Collection[str] = (),
) -> Ranking:
    """Rank the library for a text; of near-identical Passages only the best one comes, or one that
    is ``chosen``.

    Where most of the best are near-identical it is looked again among the others, so that a
    hundred thousand copies of one text do not hide what else there is.
    """
    ranking = rank(index, text, allowed=allowed, limit=limit, among=among)
    kept, seen = _unlike(index, ranking.matches, chosen)
    asked_for = ranking
    for _ in range(_ROUNDS):
        if len(asked_for.matches) < limit or len(kept) >= limit // 2 or not seen:
            break
        other = ~np.isin(index.likeness, list(seen))
        allowed = other if allowed is None else allowed & other
        asked_for = rank(index, text, allowed=allowed, limit=limit)
        more, seen = _unlike(index, asked_for.matches, chosen)
        known = {match.id for match in kept}
        kept = [*kept, *(match for match in more if match.id not in known)]
    return Ranking(tuple(kept), ranking.words, ranking.helped)


def _unlike(
    index: Index, matches: Iterable[Match], chosen: Collection[str]
) -> tuple[list[Match], set[int]]:
    """Return one of each group of near-identical ones, and the groups."""
    kept: dict[int, Match] = {}  # by group; what is in none has a number of its own below zero
    for place, match in enumerate(matches):
        group = int(index.likeness[match.slot])
        if group < 0:
            kept[-1 - place] = match
        elif group not in kept or match.id in chosen:
            kept[group] = match
    return list(kept.values()), {group for group in kept if group >= 0}


def _tagged(index: Index, ref: str, allowed: Mask | None) -> list[int]:
    """Return the slots of what is tagged for a Question, or answered it, as many as are looked at.

    Of more than that the words decide: there is no lack of pieces then.
    """
    slots = [int(slot) for slot in index.tagged(ref)] if ref else []
    slots = [slot for slot in slots if _is_allowed(allowed, slot)]
    return sorted(slots, key=lambda slot: int(index.tiebreak[slot]))[:_MOST_TAGGED]


def _is_allowed(allowed: Mask | None, slot: int) -> bool:
    return allowed is None or bool(allowed[slot])


def _met(index: Index, ranking: Ranking) -> dict[str, Words]:
    """Return by id how each piece of a ranking meets the text, best first."""
    slots = np.array([match.slot for match in ranking.matches], np.int32)
    lengths = index.lengths[slots][:, list(CONTENT)].sum(axis=1)
    return {
        match.id: Words(ranking.words, match, int(length))
        for match, length in zip(ranking.matches, lengths, strict=True)
    }


@dataclass(frozen=True, slots=True)
class _Both:
    """How pieces meet the Question and the paragraph, which counts ``leads`` of the whole.

    Either is measured on its own best match, which counts 1; ``bases`` is what both come to.
    ``nothing`` and ``nothing_there`` are for pieces that meet one of them alone.
    """

    question: dict[str, Words]
    paragraph: dict[str, Words]
    leads: float
    bases: dict[str, float]
    nothing: Words
    nothing_there: Words

    @classmethod
    def of(cls, question: dict[str, Words], paragraph: dict[str, Words], leads: float) -> _Both:
        best, best_there = _top(question), _top(paragraph)
        bases = {key: (1 - leads) * met.score / best for key, met in question.items()}
        for key, met in paragraph.items():
            bases[key] = bases.get(key, 0.0) + leads * met.score / best_there
        nothing, nothing_there = Words(_asked(question)), Words(_asked(paragraph))
        return cls(question, paragraph, leads, bases, nothing, nothing_there)

    def best(self, most: int, tagged: Collection[str], also: Collection[str]) -> list[str]:
        """Return the ids of the best, what is tagged for the Question before others, and before
        all those that are wanted anyway (``also``).
        """

        def order(key: str) -> tuple[bool, float]:
            return key not in also, -self.bases[key] - (key in tagged)

        return sorted(self.bases, key=order)[: most + len(also)]

    def candidate(self, found: Found) -> Candidate:
        """Return a piece as it may be offered."""
        key = found.piece.id
        argued = self.paragraph.get(key, self.nothing_there)
        return Candidate(
            found,
            self.question.get(key, self.nothing),
            self.bases[key],
            argued if self.paragraph else None,
            self.leads,
        )


def _asked(met: dict[str, Words]) -> tuple[Word, ...]:
    return next((words.asked for words in met.values()), ())


def _top(met: dict[str, Words]) -> float:
    """Return the best score, on which the others are measured."""
    return max((words.score for words in met.values()), default=0.0) or 1.0


def _lead(paragraph: dict[str, Words], pieces: int) -> float:
    """Return how much of the whole the paragraph counts: little if the library is silent on it."""
    most = _ARGUED if on_subject(tuple(paragraph.values()), pieces) else _ARGUED_IN_VAIN
    return most * min(1.0, len(_asked(paragraph)) / _ARGUED_WORDS)
