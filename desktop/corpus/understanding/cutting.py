"""Long texts cut at the ends of sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desktop.corpus.understanding.wording import word_count

_END = re.compile(r"(?<=[.?!])[\"'”’)\]]{0,3}\s+(?=[\"'“‘(\[]?[A-Z0-9•])|\n+")
_ABBREVIATION = re.compile(
    r"(?:\b(?:e\.g|i\.e|etc|cf|vs|no|nos|para|paras|pp?|ch|vol|fig|dr|mrs?|ms|prof|rev|hon"
    r"|rt|st|ltd|al)"
    r"|\b[A-Z])\.$",
    re.IGNORECASE,
)
_WORD = re.compile(r"\S+\s*")


def sentences(text: str) -> Iterator[str]:
    """Yield the sentences of a text, or lines where it has them, each with the space after it."""
    start = 0
    for found in _END.finditer(text):
        before = text[max(start, found.start() - 12) : found.start()]
        if "\n" not in found.group() and _ABBREVIATION.search(before):
            continue
        yield text[start : found.end()]
        start = found.end()
    if start < len(text):
        yield text[start:]


def cut(text: str, longest: int, shortest: int) -> list[str]:
    """Cut a text into pieces of at most ``longest`` words at the ends of sentences.

    The pieces are of about the same length, so that none is shorter than ``shortest`` where that
    can be avoided. A sentence that is too long by itself is cut between words.
    """
    total = word_count(text)
    aim = total / max(1, -(-total // longest))
    found: list[str] = []
    held, words = "", 0
    for sentence in _no_longer(text, longest):
        count = word_count(sentence)
        over = words + count > longest
        if held and (over or (words >= max(aim * 0.8, shortest) and words + count > aim * 1.1)):
            found.append(held.strip())
            held, words = "", 0
        held += sentence
        words += count
    if held.strip():
        if found and words < shortest and word_count(found[-1]) + words <= longest:
            found[-1] = f"{found[-1]} {held.strip()}"
        else:
            found.append(held.strip())
    return found


def _no_longer(text: str, longest: int) -> Iterator[str]:
    for sentence in sentences(text):
        if word_count(sentence) <= longest:
            yield sentence
            continue
        words = _WORD.findall(sentence)
        for at in range(0, len(words), longest):
            yield "".join(words[at : at + longest])
