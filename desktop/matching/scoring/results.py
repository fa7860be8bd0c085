"""What ranking gives: pieces in order, and what of the text each of them has."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from desktop.matching.index.arrays import Ints
from desktop.matching.scoring.arrays import Floats


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the text that counts: ``written`` as it stands there, ``term`` its number in the
    index (-1 = the library does not have it), ``df`` how many pieces have it.

    ``weight`` is how much it tells: how rare it is times how often it was written. A word that the
    library does not have weighs as if one piece had it.
    """

    written: str
    term: int
    df: int
    weight: float


@dataclass(frozen=True, slots=True)
class Match:
    """A piece, how well it fits and why.

    ``score`` is 0 to about 1: the share of what words alone could give. ``matched`` are the places
    in ``Ranking.words`` of those the piece has, ``share`` their share of the weight of all.
    ``phrases`` are runs of them that stand together in the piece as they were written, ``learned``
    is the share of the score that comes from words learned from the best pieces.
    """

    slot: int
    id: str
    score: float
    matched: tuple[int, ...] = ()
    share: float = 0.0
    phrases: tuple[tuple[int, ...], ...] = ()
    learned: float = 0.0


@dataclass(frozen=True, slots=True)
class Ranking:
    """Pieces best first, and the words of the text that were looked for, in the order written.

    ``helped`` says whether words learned from the best pieces were let in.
    """

    matches: tuple[Match, ...] = ()
    words: tuple[Word, ...] = ()
    helped: bool = False

    def at(self, ids: Iterable[str]) -> dict[str, Match]:
        """Return the Matches of these pieces, of those that have one."""
        wanted = frozenset(ids)
        return {match.id: match for match in self.matches if match.id in wanted}


class Scorer(Protocol):
    """Another judge of how well pieces fit a text, such as one that compares meanings.

    Its scores count ``weight`` of the whole, those of words the rest: a weighted sum, since orders
    that are merged by place alone were worse than words.
    """

    weight: float

    def scores(self, text: str, slots: Ints) -> Floats:
        """Return how well these pieces fit the text, each 0 to 1, float32[n]."""
        ...
