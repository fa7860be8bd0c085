"""How much of one text stands word for word in another."""

from __future__ import annotations

import re

RUN = 5
WordRuns = frozenset[tuple[str, ...]]
_WORDS = re.compile(r"\w+")


def word_runs(text: str, length: int = RUN) -> WordRuns:
    """Return every run of ``length`` words of ``text``, ignoring case and punctuation.

    A text shorter than one run is a single run of all its words.
    """
    words = _WORDS.findall(text.casefold())
    if not words:
        return frozenset()
    length = min(length, len(words))
    return frozenset(zip(*(words[start:] for start in range(length)), strict=False))


def share_found(piece: str, whole: WordRuns) -> float:
    """Return the share (0 to 1) of the five-word runs of ``piece`` that are among those of a text,
    worked out once for all the pieces that are looked for in it.
    """
    wanted = word_runs(piece)
    return len(wanted & whole) / len(wanted) if wanted else 0.0
