"""Whether the library has anything on a subject: better to say no than to offer what is not on it.

Two texts on different subjects share words by chance, the more so the more pieces there are to
compare with. Two things must hold of the best pieces. The words that they share must be a good part
of the words asked for, by weight; words that no piece has count as the rarest. And to have so many
of them must be more than chance: less likely, for a piece of ordinary English of that length, than
that one of so many pieces would have them. Decision 0032 says how the numbers were found and how
often they are wrong.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from desktop.matching.offering.candidates import Words
from desktop.matching.offering.english import chance

# Of so many pieces it is looked at together: one may be chance, three hardly.
_BEST = 3
_LOOKED_AT = 40
_LIBRARY = 180  # the number of pieces in the library that the least numbers were found with
_LEAST_SHARE = 0.19
_SHARE_GROWS = 0.035  # with each e-fold of pieces
_LEAST_SURPRISE = 6.0  # natural logarithm
_SURPRISE_GROWS = 0.5


def least_share(pieces: int) -> float:
    """Return the share of the words asked for that shows, in a library of so many pieces, that
    what is found is on the subject.
    """
    return _LEAST_SHARE + _SHARE_GROWS * _growth(pieces)


def on_subject(met: Sequence[Words], pieces: int) -> bool:
    """Tell whether the best pieces are on the subject that was asked about.

    ``met`` is how they meet the text, best first, in a library of ``pieces``.
    """
    best = met[:_LOOKED_AT]
    shares = _highest([words.share for words in best])
    if shares < least_share(pieces):
        return False
    least = _LEAST_SURPRISE + _SURPRISE_GROWS * _growth(pieces)
    return _highest([surprise(words) for words in best]) >= least


def surprise(words: Words) -> float:
    """Return how unlikely it is that ordinary English would have so many of the words asked for
    (natural logarithm, about -3 to 60): those that English is full of count little.
    """
    matched = words.match.matched if words.match else ()
    unlikely = sum(-math.log(chance(words.asked[at].written, words.length)) for at in matched)
    return unlikely - math.log(math.comb(len(words.asked), len(matched)))


def _growth(pieces: int) -> float:
    return math.log(max(pieces, _LIBRARY) / _LIBRARY)


def _highest(numbers: Sequence[float]) -> float:
    """Return the mean of the highest few; 0 for none."""
    few = sorted(numbers, reverse=True)[:_BEST]
    return sum(few) / len(few) if few else 0.0
