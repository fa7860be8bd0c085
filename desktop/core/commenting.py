"""A trainer's comments on a learner's words, found again where the words have changed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import islice

from desktop.core.marking import whole_words


@dataclass(frozen=True, slots=True)
class Anchor:
    """The words that a comment is about: ``quote`` in a text, with what stood round it.

    ``part`` names the text: "answer:2", "key-point:2", "about", "reason", "summary:0",
    "recommendation:ID", "repair:ID", "first:2", "notes:STEP", "hearing:ID"; "spot:ID" and
    "budget:ID" have no text to quote. ``start`` is where the quote began when the comment was
    written, in characters of the Markdown.
    """

    part: str
    quote: str
    start: int
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Comment:
    """One comment; ``author`` is what the trainer calls themselves."""

    id: str
    anchor: Anchor
    text: str
    author: str
    written: datetime


@dataclass(frozen=True, slots=True)
class Located:
    """Where a comment belongs now; ``moved``: its words have changed, this is the nearest place."""

    comment: Comment
    start: int
    end: int
    moved: bool


@dataclass(frozen=True, slots=True)
class BankComment:
    """A comment that a trainer uses again; ``used`` counts how often. Those of a Course that were
    never used have no id yet.
    """

    id: str
    text: str
    used: int = 0


_CONTEXT = 40
_LEAST_LIKE = 0.6
_MOST_PLACES = 2000
# Words that have changed are looked for letter by letter round where they stood; whole paragraphs,
# where that would take seconds, word by word in all of the text.
_SHORT, _NEAR = 400, 2000
_LETTER, _WORD = re.compile(r"(?s)."), re.compile(r"\w+|[^\w\s]")


def anchor_at(part: str, text: str, start: int, end: int) -> Anchor:
    """Return the Anchor of a stretch of a text as it is now."""
    start = max(0, min(start, len(text)))
    end = max(start, min(end, len(text)))
    before, after = text[max(0, start - _CONTEXT) : start], text[end : end + _CONTEXT]
    return Anchor(part, text[start:end], start, before, after)


def locate(comment: Comment, text: str) -> Located:
    """Return where a comment belongs in a text that may have changed since: at its very words,
    the ones nearest to where they stood with most of what stood round them; or, where they are
    gone, at the nearest place (``moved``).
    """
    anchor = comment.anchor
    size = len(anchor.quote)
    places = list(islice(_places(anchor.quote, text), _MOST_PLACES)) if size else []
    if places:
        best = max(places, key=lambda at: _fit(anchor, text, at))
        return Located(comment, best, best + size, moved=False)
    start, end = _nearest(anchor, text)
    return Located(comment, start, end, moved=size > 0 or start != anchor.start)


def _places(quote: str, text: str) -> Iterator[int]:
    at = text.find(quote)
    while at >= 0:
        yield at
        at = text.find(quote, at + 1)


def _fit(anchor: Anchor, text: str, at: int) -> tuple[int, int]:
    """Return how well a place fits: how much round it is as it was, then how near it is."""
    end = at + len(anchor.quote)
    before, after = text[max(0, at - _CONTEXT) : at], text[end : end + _CONTEXT]
    round_it = _shared_end(anchor.before, before) + _shared_start(anchor.after, after)
    return round_it, -abs(at - anchor.start)


def _nearest(anchor: Anchor, text: str) -> tuple[int, int]:
    """Return the stretch that is likest to the words that are gone; where none is like them, the
    gap between what stood round them, or where they stood.
    """
    stretch = _likest(anchor, text)
    if stretch is not None:
        return stretch
    for known in (anchor.before, anchor.after):
        # The end of what stood before, or the beginning of what stood after, whole words of it.
        piece = known[-20:] if known is anchor.before else known[:20]
        at = text.find(piece) if piece.strip() else -1
        if at >= 0:
            place = at + len(piece) if known is anchor.before else at
            return place, place
    place = min(anchor.start, len(text))
    return place, place


def _likest(anchor: Anchor, text: str) -> tuple[int, int] | None:
    from difflib import SequenceMatcher  # only for words that have changed

    short, stood = len(anchor.quote) <= _SHORT, min(anchor.start, len(text))
    first = max(0, stood - _NEAR) if short else 0
    last = stood + len(anchor.quote) + _NEAR if short else len(text)
    unit = _LETTER if short else _WORD
    ours = unit.findall(anchor.quote)
    there = [found.span() for found in unit.finditer(text, first, last)]
    theirs = [text[start:end] for start, end in there]
    matcher = SequenceMatcher(None, ours, theirs, autojunk=not short)
    longest = matcher.find_longest_match()
    if not longest.size:
        return None
    begins = max(0, longest.b - longest.a)
    matcher.set_seq2(theirs[begins : begins + len(ours)])
    if matcher.ratio() < _LEAST_LIKE:
        return None
    same = [block for block in matcher.get_matching_blocks() if block.size]
    ends = same[-1].b + same[-1].size - 1
    return whole_words(text, there[begins + same[0].b][0], there[begins + ends][1])


def _shared_end(one: str, other: str) -> int:
    return _shared_start(one[::-1], other[::-1])


def _shared_start(one: str, other: str) -> int:
    count = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        count += 1
    return count
