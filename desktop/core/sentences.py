"""Where the sentences of a line begin and end, and which of them something stands in."""

from __future__ import annotations

import re

from desktop.core.text import one_line

# After the closing mark of a sentence, before the next; not after "Mr." or "p." or an initial.
_BETWEEN = re.compile(
    r"(?<=[.!?])(?<!\b[A-Za-z]\.)(?<!\b(?:Mr|Dr|St|No|pp|cf|vs|Rt)\.)"
    r"(?<!\b(?:Mrs|Rev|Hon|etc)\.)(?<!\b(?:Prof|para|Sect)\.)"
    r"[”’\"')]*\s+(?=[“‘\"'(]?[A-Z0-9])"
)


def sentence_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Return where each sentence of a line begins and ends (none of an empty one)."""
    cuts = [found.span() for found in _BETWEEN.finditer(text)]
    starts = (0, *(following for _, following in cuts))
    ends = (*(end for end, _ in cuts), len(text.rstrip()))
    return tuple(span for span in zip(starts, ends, strict=True) if span[0] < span[1])


def sentence_at(text: str, at: int) -> str:
    """Return the sentence of a line that its first ``at`` characters end in, on one line.

    A mark that stands behind the closing stop belongs to the sentence before it.
    """
    at = len(text[:at].rstrip())
    start = end = 0
    cuts = [found.span() for found in _BETWEEN.finditer(text)]
    for end, following in (*cuts, (len(text), len(text))):
        if at <= end:
            break
        start = following
    return one_line(text[start:end])
