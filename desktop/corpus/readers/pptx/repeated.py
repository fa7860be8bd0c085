"""Leaving out what stands on most slides: running footers that somebody typed or pasted."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from desktop.corpus.readers.office.lines import Line, Role

_FIGURES = re.compile(r"\d+")
_FEWEST = 3
_MOST_WORDS = 25


def without_repeated(slides: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """Return the lines of each slide without those that more than half of the slides have.

    Only loose text boxes are looked at. Numbers do not count, so that typed slide numbers go, too.
    """
    counts = Counter(key for lines in slides for key in {_key(line) for line in lines})
    least = max(_FEWEST, len(slides) // 2 + 1)
    gone = {key for key, times in counts.items() if key and times >= least}
    return [[line for line in lines if _key(line) not in gone] for lines in slides]


def _key(line: Line) -> str:
    words = line.text.split()
    if line.role is not Role.CAPTION or not words or len(words) > _MOST_WORDS:
        return ""
    return _FIGURES.sub("0", " ".join(words)).lower()
