"""Which pieces of a list are good enough to be offered without a warning."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.matching.offering.candidates import Words
from desktop.matching.offering.finding import Looked
from desktop.matching.offering.learning import Taught
from desktop.matching.offering.subject import least_share, on_subject
from desktop.matching.offering.weighing import Weighed

# One word in common is enough only for a piece that scores so much of the best.
_FEWEST_WORDS = 2
_STRONG = 0.5
# What share of the words that are enough together one piece must have, and of the best score.
_NEAR_SHARE = 0.5
_NEAR_BEST = 0.3


@dataclass(frozen=True, slots=True)
class Judge:
    """Tells which pieces of one list are good enough to be offered without a warning.

    ``pieces`` is the number of pieces in the library. ``question`` and ``paragraph`` are the best
    scores of any piece for the Question and for what is argued, None where the library has nothing
    on it.
    """

    pieces: int
    question: float | None
    paragraph: float | None = None

    @classmethod
    def of(cls, looked: Looked, pieces: int) -> Judge:
        """Judge by everything that was found."""
        return cls(pieces, _best(looked.question, pieces), _best(looked.paragraph, pieces))

    def is_sure(self, item: Weighed) -> bool:
        """Tell whether a piece is good enough: by what a person said of it, or by its words."""
        known, candidate = item.known, item.candidate
        if known.tagged or known.answered or known.taught is not Taught.NOWHERE:
            return True
        argued = candidate.argued
        return self._is_near(candidate.words, self.question) or (
            argued is not None and self._is_near(argued, self.paragraph)
        )

    def _is_near(self, words: Words, best: float | None) -> bool:
        if best is None:
            return False
        several = len(words.written) >= _FEWEST_WORDS or words.score >= best * _STRONG
        return (
            several
            and words.share >= least_share(self.pieces) * _NEAR_SHARE
            and words.score >= best * _NEAR_BEST
        )


def _best(met: Sequence[Words], pieces: int) -> float | None:
    if not on_subject(met, pieces):
        return None
    return max(words.score for words in met)
