"""Two versions of a text side by side: which words went, which came, which stayed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import groupby

# A word with the spaces after it, or one line end: joined again they are the text.
_TOKEN = re.compile(r"\n|[^\S\n]+|\S+[^\S\n]*")
_LINE = re.compile(r"[^\n]*\n|[^\n]+")
# Lines or words of one side times those of the other: comparing each with each takes a second.
_VERY_LONG = 4_000_000


class Change(StrEnum):
    """What became of a piece of text."""

    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text and what became of it."""

    text: str
    change: Change


@dataclass(frozen=True, slots=True)
class Comparison:
    """``before``: what stayed and what was removed; ``after``: what stayed and what was added."""

    before: tuple[Piece, ...]
    after: tuple[Piece, ...]

    @property
    def removed(self) -> int:
        """How many words went."""
        return _words(self.before, Change.REMOVED)

    @property
    def added(self) -> int:
        """How many words came."""
        return _words(self.after, Change.ADDED)


def compare(before: str, after: str) -> Comparison:
    """Compare two texts word by word: first line by line, then inside the lines that differ.

    Joining the pieces of either side gives that text back. White space alone is no difference.
    """
    left: list[Piece] = []
    right: list[Piece] = []
    for old, new, same in _blocks(_LINE.findall(before), _LINE.findall(after)):
        if same:
            left.append(Piece(old, Change.SAME))
            right.append(Piece(new, Change.SAME))
            continue
        for words, other, stayed in _blocks(_TOKEN.findall(old), _TOKEN.findall(new)):
            left.append(Piece(words, Change.SAME if stayed else Change.REMOVED))
            right.append(Piece(other, Change.SAME if stayed else Change.ADDED))
    return Comparison(_joined(left), _joined(right))


def _blocks(old: list[str], new: list[str]) -> Iterator[tuple[str, str, bool]]:
    """Yield stretches of both sides that belong together, and whether they say the same."""
    left, right = ([part.strip() for part in side] for side in (old, new))
    before = _alike(left, right)
    after = _alike(left[before:][::-1], right[before:][::-1])
    yield "".join(old[:before]), "".join(new[:before]), True
    left, right = left[before : len(left) - after], right[before : len(right) - after]
    # Where very long texts differ throughout, words that come all the time are no guide.
    matcher = SequenceMatcher(None, left, right, autojunk=len(left) * len(right) > _VERY_LONG)
    for what, start, end, other_start, other_end in matcher.get_opcodes():
        yield (
            "".join(old[before + start : before + end]),
            "".join(new[before + other_start : before + other_end]),
            what == "equal",
        )
    yield "".join(old[len(old) - after :]), "".join(new[len(new) - after :]), True


def _alike(old: list[str], new: list[str]) -> int:
    """Return with how many equal parts both sides begin."""
    differs = (place for place, (a, b) in enumerate(zip(old, new, strict=False)) if a != b)
    return next(differs, min(len(old), len(new)))


def _joined(pieces: list[Piece]) -> tuple[Piece, ...]:
    return tuple(
        Piece(text, change)
        for change, run in groupby(pieces, key=lambda piece: piece.change)
        if (text := "".join(piece.text for piece in run))
    )


def _words(pieces: tuple[Piece, ...], change: Change) -> int:
    return sum(len(piece.text.split()) for piece in pieces if piece.change is change)
