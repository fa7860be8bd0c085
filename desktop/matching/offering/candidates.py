"""What may be offered: pieces that share words with what was asked, with all that weighs."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Protocol

from desktop.core.evidence import Passage, Snippet, Source
from desktop.core.search import Found
from desktop.core.stop_words import STOP_WORDS
from desktop.matching.scoring import Match, Word


class Shelf(Protocol):
    """Where pieces are fetched from."""

    def pieces(self, ids: Collection[str]) -> Mapping[str, Found]:
        """Return those of the pieces that are offered, by id, each with its Source."""
        ...


@dataclass(frozen=True, slots=True)
class Words:
    """How a piece meets a text: the words of the text that count, the Match of the piece, and how
    many words it is long.
    """

    asked: tuple[Word, ...]
    match: Match | None = None
    length: int = 0

    @property
    def score(self) -> float:
        """How well the words fit, from 0 to about 1."""
        return self.match.score if self.match else 0.0

    @property
    def share(self) -> float:
        """The share of the weight of all words asked for that the piece has, from 0 to 1."""
        return self.match.share if self.match else 0.0

    @property
    def telling(self) -> tuple[int, ...]:
        """The places in ``asked`` of the words that the piece has, those of grammar left out."""
        matched = self.match.matched if self.match else ()
        return tuple(at for at in matched if self.asked[at].written.lower() not in STOP_WORDS)

    @property
    def written(self) -> tuple[str, ...]:
        """The telling words asked for that the piece has, as they were asked."""
        return tuple(self.asked[place].written for place in self.telling)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A piece, how it meets the Question (``words``) and what is argued at the cursor
    (``argued``; None if nothing is).

    ``base`` is how much that comes to, where the best match counts 1 and what is argued counts
    ``leads`` of the whole.
    """

    found: Found
    words: Words
    base: float
    argued: Words | None = None
    leads: float = 0.0

    @property
    def piece(self) -> Snippet | Passage:
        """The Snippet or Passage."""
        return self.found.piece

    @property
    def source(self) -> Source:
        """Where it is from."""
        return self.found.source
