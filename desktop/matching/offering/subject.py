"""Whether the library has anything on a question: better to say no than to offer what is not on it.

Two questions on different subjects share words by chance, the more so the more pieces there are. So
what counts is the weight of the words that a piece shares, as a share of all the words asked for;
words that no piece has count as the rarest. How large the share must be grows with the library.
Decision 0032 says how the numbers were found and how often they are wrong.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from desktop.matching.offering.candidates import Words

# Of so many pieces the shares are looked at together: one may be chance, three hardly.
_BEST = 3
_LEAST_SHARE = 0.21
_GROWS = 0.035  # with each e-fold of pieces
_LIBRARY = 180  # the number of pieces that ``_LEAST_SHARE`` was found with


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
