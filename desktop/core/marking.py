"""Marking stretches of a text as parts of an argument: each word is one part, or none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from desktop.core.course import PartKind
from desktop.core.exercises import Mark
from desktop.core.sentences import sentence_spans


def with_mark(marks: Iterable[Mark], start: int, end: int, part: PartKind) -> tuple[Mark, ...]:
    """Return marks with a stretch marked as a part; what it was marked as before gives way."""
    return _in_order([*without_marks(marks, start, end), Mark(start, end, part)])


def without_marks(marks: Iterable[Mark], start: int, end: int) -> tuple[Mark, ...]:
    """Return marks with nothing marked in a stretch."""
    return _in_order(piece for mark in marks for piece in _outside(mark, start, end))


def whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a stretch with the words that it begins and ends in, without white space at its ends;
    an empty one where nothing but white space is in it.
    """
    start = min(max(0, start), len(text))
    end = max(start, min(end, len(text)))
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start == end:
        return start, start
    while start and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while end < len(text) and text[end].isalnum() and text[end - 1].isalnum():
        end += 1
    return start, end


def sentence_round(text: str, at: int) -> tuple[int, int]:
    """Return where the sentence begins and ends that a place is in, or the last one before it."""
    found = (0, 0)
    begins = 0
    for line in text.split("\n"):
        for start, end in sentence_spans(line):
            if begins + start > at and found != (0, 0):
                return found
            found = begins + start, begins + end
            if at < begins + end:
                return found
        begins += len(line) + 1
    return found


def marks_at(marks: Iterable[Mark], at: int) -> Mark | None:
    """Return the mark that a place is in, None where it is in none."""
    return next((mark for mark in marks if mark.start <= at < mark.end), None)


def _outside(mark: Mark, start: int, end: int) -> Iterator[Mark]:
    """Yield what is left of a mark outside a stretch."""
    if mark.end <= start or mark.start >= end or start >= end:
        yield mark
        return
    if mark.start < start:
        yield Mark(mark.start, start, mark.part)
    if mark.end > end:
        yield Mark(end, mark.end, mark.part)


def _in_order(marks: Iterable[Mark]) -> tuple[Mark, ...]:
    return tuple(sorted(marks, key=lambda mark: (mark.start, mark.end)))
