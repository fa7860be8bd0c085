"""A text to mark without its markup: a small figure for each citation, and the marks carried over.

What is kept of a learner's marks are places in the Markdown; on screen are places in plain words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from desktop.core.course import Marked, Spot
from desktop.core.exercises import Mark, place_of
from desktop.core.text import Cite, Line, ListBlock, Text, citations, lines
from desktop.markup.alongside import OBJECT_CHARACTER, Alongside
from desktop.markup.reading import parse

# One sign each, since each stands for one citation.
_FIGURES = "¹²³⁴⁵⁶⁷⁸⁹"
_MORE = "⁺"
_AS_QUOTES = str.maketrans(dict.fromkeys(_FIGURES + _MORE, "”"))


@dataclass(frozen=True, slots=True)
class PlainSpot:
    """A spotting exercise with its ``text`` and ``key`` in plain words; ``cited`` holds what the
    small figures stand for, in order.
    """

    spot: Spot
    cited: tuple[Cite, ...] = ()
    _beside: Alongside | None = None

    def from_kept(self, marks: Iterable[Mark]) -> tuple[Mark, ...]:
        """Return marks in the Markdown as marks in the plain words; what is beyond them goes."""
        if self._beside is None:
            size = len(self.spot.text)
            return tuple(mark for mark in marks if mark.end <= size)
        return _moved(marks, self._beside.shown)

    def to_kept(self, marks: Iterable[Mark]) -> tuple[Mark, ...]:
        """Return marks in the plain words as marks in the Markdown."""
        return tuple(marks) if self._beside is None else _moved(marks, self._beside.in_markdown)


def plain_spot(spot: Spot) -> PlainSpot:
    """Return an exercise as it is shown."""
    markdown = spot.text.rstrip("\n")
    blocks = parse(markdown)
    words = "\n\n".join(
        "\n".join(_words(line, isinstance(block, ListBlock)) for line in lines([block]))
        for block in blocks
    )
    if words == markdown:
        return PlainSpot(replace(spot, text=markdown))
    beside = Alongside(markdown, words)
    shown = _with_figures(words)
    key = tuple(_shown_key(spot, marked, shown, beside) for marked in spot.key)
    return PlainSpot(replace(spot, text=shown, key=key), tuple(citations(blocks)), beside)


def without_figures(shown: str) -> str:
    """Return plain words, as long as before, in which no small figure hides the end of a sentence
    that it stands behind.
    """
    return shown.translate(_AS_QUOTES)


def _shown_key(spot: Spot, marked: Marked, shown: str, beside: Alongside) -> Marked:
    found = beside.shown(*place_of(spot, marked))
    return marked if found is None else replace(marked, at=shown[slice(*found)])


def _words(line: Line, is_item: bool) -> str:
    found = "• " if is_item else ""
    for part in line:
        # The space before a citation would stand before a small figure.
        found = found + part.text if isinstance(part, Text) else found.rstrip() + OBJECT_CHARACTER
    return found


def _with_figures(words: str) -> str:
    found, *pieces = words.split(OBJECT_CHARACTER)
    for place, piece in enumerate(pieces):
        found += f"{_FIGURES[place] if place < len(_FIGURES) else _MORE}{piece}"
    return found


def _moved(
    marks: Iterable[Mark], across: Callable[[int, int], tuple[int, int] | None]
) -> tuple[Mark, ...]:
    places = ((mark, across(mark.start, mark.end)) for mark in marks)
    return tuple(Mark(*place, mark.part) for mark, place in places if place is not None)
