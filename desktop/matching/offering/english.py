"""How often words come in English at large: what two texts share by chance."""

from __future__ import annotations

import math
from functools import lru_cache
from pathlib import Path

import desktop
from desktop.matching.words import index_word, split
from desktop.paths import find_content

_MILLION = 1e6
# Of a word that is not among the ten thousand that are counted.
_RARE = 2e-6
_SHORTEST = 10
# The words of many questions; each is met in every piece that has it.
_REMEMBERED = 4096


def chance(written: str, length: int) -> float:
    """Return how likely it is that an English text of ``length`` words has this word, 0 to 1."""
    return 1 - math.exp(-_rate(written) * max(length, _SHORTEST))


@lru_cache(maxsize=_REMEMBERED)
def _rate(written: str) -> float:
    """Return what share of all words a word is, in any of its forms."""
    words = split(written)
    return max(_often().get(index_word(words[0]), _RARE), _RARE) if words else 1.0


@lru_cache(maxsize=1)
def _often() -> dict[str, float]:
    """Read ``resources/words/english.txt``: index words, and what share of all words they are."""
    file = find_content(Path(desktop.__file__).resolve().parent) / "resources/words/english.txt"
    often: dict[str, float] = {}
    for line in file.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            times, *words = line.split()
            often |= dict.fromkeys(words, 10 ** float(times) / _MILLION)
    return often
