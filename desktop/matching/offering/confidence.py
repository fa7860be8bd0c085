"""Whether the library has anything on a question: better to say no than to offer what is not on it.

Two questions on different subjects share words by chance, the more so the more pieces there are. So
what counts is the weight of the words that a piece shares, as a share of all the words asked for;
words that no piece has count as the rarest. How large the share must be grows with the library.
Decision 0032 says how the numbers were found and how often they are wrong.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from desktop.matching.offering.candidates import Words
from desktop.matching.offering.finding import Looked
from desktop.matching.offering.learning import Taught
from desktop.matching.offering.weighing import Weighed

# Of so many pieces the shares are looked at together: one may be chance, three hardly.
_BEST = 3
_LEAST_SHARE = 0.21
_GROWS = 0.035  # with each e-fold of pieces
_LIBRARY = 180  # the number of pieces that ``_LEAST_SHARE`` was found with
_FEWEST_WORDS = 2
# What share of that one piece must have, and of the best score, to be as good as sure.
_NEAR_SHARE = 0.7
_NEAR_BEST = 0.3


def least_share(pieces: int) -> float:
    """Return the share of the words asked for that shows, in a library of so many pieces, that
    what is found is on the subject.
    """
    return _LEAST_SHARE + _GROWS * math.log(max(pieces, _LIBRARY) / _LIBRARY)


def on_subject(met: Sequence[Words], pieces: int) -> bool:
    """Tell whether the best pieces are on the subject that was asked about.

    ``met`` is how they meet the text, in a library of ``pieces``.
    """
    shares = sorted((words.share for words in met), reverse=True)[:_BEST]
    return bool(shares) and sum(shares) / len(shares) >= least_share(pieces)


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
        return (
            len(words.written) >= min(_FEWEST_WORDS, len(words.asked))
            and words.share >= least_share(self.pieces) * _NEAR_SHARE
            and words.score >= best * _NEAR_BEST
        )


def _best(met: Sequence[Words], pieces: int) -> float | None:
    if not on_subject(met, pieces):
        return None
    return max(words.score for words in met)
