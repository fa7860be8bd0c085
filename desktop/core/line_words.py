"""Which words stand in a line: worked out once for all who look for some of them.

Most expressions need one of a few words. To look up whether one is there takes a hundredth of the
time that it takes to try an expression from each letter of a line.
"""

from __future__ import annotations

import re
from functools import lru_cache

_WORD = re.compile(r"\w+")


@lru_cache(maxsize=16_384)
def words_in(text: str) -> frozenset[str]:
    """Return the words of a line, in small letters."""
    return frozenset(_WORD.findall(text.casefold()))


def has_one_of(words: frozenset[str], text: str) -> bool:
    """Tell whether one of ``words``, which are in small letters, stands in a line."""
    return not words.isdisjoint(words_in(text))
