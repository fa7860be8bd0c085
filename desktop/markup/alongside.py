"""The words of an answer as they are shown beside the Markdown that says them: from a place in one
to the place in the other.

``shown`` is what a text box holds: the words alone, one OBJECT_CHARACTER for each citation.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from desktop.markup.citations import citation_at

OBJECT_CHARACTER = "\ufffc"
_SKIPPED = re.compile(
    r"\\[^\w\s]"  # a sign that only says of itself that it is no markup
    r"|\]\(<(?:\\.|[^\\<>\n])*>\)|\]\([^\s()<>]*\)"  # where a link leads
    r"|</?(?:b|i|strong|em)>"
    r"|&(?:#\d+|#[xX][0-9a-fA-F]+|\w+);"
    r"|(?m:^(?:> ?)*\d{1,9}[.)](?=\s))"  # the number of an item
)


@dataclass(frozen=True, slots=True)
class _Piece:
    """A letter or figure of a text, or a whole citation, and where it stands."""

    says: str
    start: int
    end: int


class Alongside:
    """One answer, as Markdown and as shown."""

    def __init__(self, markdown: str, shown: str) -> None:
        self._markdown = markdown
        self._shown = shown
        pairs = list(_pairs(list(_of_markdown(markdown)), list(_of_shown(shown))))
        self._there = [there for there, _ in pairs]
        self._here = [here for _, here in pairs]

    def in_markdown(self, start: int, end: int) -> tuple[int, int] | None:
        """Return where the words shown from ``start`` to ``end`` stand in the Markdown; None if no
        word is among them.
        """
        return self._across(self._here, self._there, self._shown, self._markdown, start, end)

    def shown(self, start: int, end: int) -> tuple[int, int] | None:
        """Return where the words of a stretch of the Markdown are shown; the word that is nearest
        where it has none, None where there is no word at all.
        """
        found = self._across(self._there, self._here, self._markdown, self._shown, start, end)
        if found is not None or not self._there:
            return found
        place = bisect_left([piece.start for piece in self._there], start)
        near = self._here[min(place, len(self._here) - 1)]
        return _word_at(self._shown, near)

    @staticmethod
    def _across(
        ours: Sequence[_Piece],
        theirs: Sequence[_Piece],
        text: str,
        other: str,
        start: int,
        end: int,
    ) -> tuple[int, int] | None:
        start, end = max(start, 0), min(end, len(text))
        # A citation counts as soon as some of it is among what is asked for.
        first = bisect_right([piece.end for piece in ours], start)
        last = bisect_left([piece.start for piece in ours], end) - 1
        if first > last:
            return None
        begin, stop = theirs[first].start, theirs[last].end
        here, there = ours[first].start, ours[last].end
        # Signs beside the words that stand in both texts belong to them: "40%", “so”.
        while here > start and begin > 0 and text[here - 1] == other[begin - 1] != "\n":
            here, begin = here - 1, begin - 1
        while there < end and stop < len(other) and text[there] == other[stop] != "\n":
            there, stop = there + 1, stop + 1
        return begin, stop


def _of_shown(text: str) -> Iterator[_Piece]:
    for place, character in enumerate(text):
        if character.isalnum() or character == OBJECT_CHARACTER:
            yield _Piece(character, place, place + 1)


def _of_markdown(text: str) -> Iterator[_Piece]:
    place = 0
    while place < len(text):
        skipped = _SKIPPED.match(text, place)
        if skipped is not None:
            place = skipped.end()
            continue
        cited = citation_at(text, place) if text.startswith("[@", place) else None
        if cited is not None:
            yield _Piece(OBJECT_CHARACTER, place, cited[1])
            place = cited[1]
            continue
        if text[place].isalnum():
            yield _Piece(text[place], place, place + 1)
        place += 1


def _pairs(there: list[_Piece], here: list[_Piece]) -> Iterator[tuple[_Piece, _Piece]]:
    """Yield what is the same in both, in order. That is everything, but for Markdown that somebody
    else than the program wrote.
    """
    if [piece.says for piece in there] == [piece.says for piece in here]:
        yield from zip(there, here, strict=True)
        return
    from difflib import SequenceMatcher

    ours, others = list(_words(there)), list(_words(here))
    matcher = SequenceMatcher(
        None,
        ["".join(piece.says for piece in word) for word in ours],
        ["".join(piece.says for piece in word) for word in others],
        autojunk=False,
    )
    for block in matcher.get_matching_blocks():
        for place in range(block.size):
            yield from zip(ours[block.a + place], others[block.b + place], strict=True)


def _words(pieces: list[_Piece]) -> Iterator[list[_Piece]]:
    word = pieces[:1]
    for one, other in pairwise(pieces):
        if one.end == other.start:
            word.append(other)
        else:
            yield word
            word = [other]
    if word:
        yield word


def _word_at(text: str, piece: _Piece) -> tuple[int, int]:
    start, end = piece.start, piece.end
    while start > 0 and text[start - 1].isalnum() and piece.says != OBJECT_CHARACTER:
        start -= 1
    while end < len(text) and text[end].isalnum() and piece.says != OBJECT_CHARACTER:
        end += 1
    return start, end
