"""The first few of a list: not all from one source, and not all of one kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from desktop.core.evidence import Passage
from desktop.matching.offering.candidates import Candidate
from desktop.matching.offering.weighing import Weighed

FIRST = 5
# How much less the next one counts for each that is shown already of its source, and of its kind.
# It is held to twice: what is much better comes first, wherever it is from.
SAME_SOURCE = 0.08
SAME_KIND = 0.04
_MOST_HELD = 2


def mixed(ordered: Sequence[Weighed]) -> list[Weighed]:
    """Return what is best first with sources and kinds mixed among the first few.

    Nothing is left out, and the best stays the best.
    """
    rest = list(ordered)
    chosen: list[Weighed] = []
    sources: Counter[str] = Counter()
    kinds: Counter[str] = Counter()
    while rest and len(chosen) < FIRST:
        best = max(rest, key=lambda item: item.weight - _held(item.candidate, sources, kinds))
        rest.remove(best)
        chosen.append(best)
        sources[best.candidate.piece.source] += 1
        kinds[_kind(best.candidate)] += 1
    return [*chosen, *rest]


def _held(item: Candidate, sources: Counter[str], kinds: Counter[str]) -> float:
    source = min(sources[item.piece.source], _MOST_HELD)
    kind = min(kinds[_kind(item)], _MOST_HELD)
    return SAME_SOURCE * source + SAME_KIND * kind


def _kind(item: Candidate) -> str:
    piece = item.piece
    return "passage" if isinstance(piece, Passage) else piece.kind.value
