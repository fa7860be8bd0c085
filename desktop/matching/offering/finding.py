"""From what was asked to the pieces that may be offered: only the best are fetched."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from desktop.core.evidence import SnippetKind
from desktop.core.suggesting import Asked
from desktop.matching.index import Index
from desktop.matching.offering.candidates import Candidate, Shelf, Words
from desktop.matching.offering.subject import on_subject
from desktop.matching.scoring import Match, Ranking, rank

Mask: TypeAlias = NDArray[np.bool_]

# What is argued at the cursor counts so much of the whole, once it has so many telling words.
_ARGUED = 0.6
_ARGUED_IN_VAIN = 0.2
_ARGUED_WORDS = 8
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
    argued = None
    if asked.paragraph:
        argued = best_unlike(index, asked.paragraph, allowed, most, chosen=chosen)
    tagged = _tagged(index, asked.ref, allowed)
    wanted = [slot for slot in map(index.slot, also) if slot >= 0 and _is_allowed(allowed, slot)]
    near = [match.slot for match in argued.matches[: limit * SPARE]] if argued else []
    among = np.array([*tagged, *wanted, *near], np.int32)
    found = best_unlike(index, asked.wording, allowed, most, among, chosen)
    leads = _lead(argued, index.count)
    return _together(found, argued, leads, shelf, limit * SPARE, frozenset(tagged), also)


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


def _together(
    found: Ranking,
    argued: Ranking | None,
    leads: float,
    shelf: Shelf,
    most: int,
    tagged: frozenset[int],
    also: frozenset[str],
) -> Looked:
    """Join what fits the Question and what fits the paragraph, and fetch the best of it.

    Either is measured on its own best match, which counts 1.
    """
    here = {match.id: match for match in found.matches}
    there = {match.id: match for match in argued.matches} if argued else {}
    best, best_there = _top(found), _top(argued)

    def base(key: str) -> float:
        question = here[key].score / best if key in here else 0.0
        paragraph = there[key].score / best_there if key in there else 0.0
        return (1 - leads) * question + leads * paragraph

    def order(key: str) -> tuple[bool, float]:
        match = here.get(key) or there[key]
        return key not in also, -base(key) - (match.slot in tagged)

    ids = sorted(dict.fromkeys((*here, *there)), key=order)[: most + len(also)]
    pieces = shelf.pieces(ids)
    candidates = (
        Candidate(
            pieces[key],
            Words(found.words, here.get(key)),
            base(key),
            Words(argued.words, there.get(key)) if argued else None,
            leads,
        )
        for key in ids
        if key in pieces
    )
    return Looked(
        tuple(candidates),
        tuple(Words(found.words, match) for match in found.matches[:most]),
        tuple(Words(argued.words, match) for match in argued.matches[:most]) if argued else (),
    )


def _top(ranking: Ranking | None) -> float:
    """Return the best score, on which the others are measured."""
    return max((match.score for match in ranking.matches), default=0.0) or 1.0 if ranking else 1.0


def _lead(argued: Ranking | None, pieces: int) -> float:
    """Return how much of the whole the paragraph counts: little if the library is silent on it."""
    if argued is None:
        return 0.0
    met = [Words(argued.words, match) for match in argued.matches]
    most = _ARGUED if on_subject(met, pieces) else _ARGUED_IN_VAIN
    return most * min(1.0, len(argued.words) / _ARGUED_WORDS)
