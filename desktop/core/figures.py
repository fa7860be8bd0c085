"""Two texts that give different figures for the same thing.

It would rather miss one than be wrong: a person is to look at every pair. Two figures are in
conflict only when they measure the same, nearly all that tells what they are about is in both
sentences, and neither names another year, month, place or group than the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from desktop.core.figure_finding import figures as figures
from desktop.core.figure_values import Figure as Figure
from desktop.core.figure_values import FigureKind as FigureKind
from desktop.core.figure_values import tells as tells
from desktop.core.likeness import telling_words

_SENTENCE = re.compile(r"(?<=[.!?])[\"”’)]*\s+(?=[\"“‘(]?[A-Z£\d])|\n+")
_NAME = re.compile(r"(?<![.!?]\s)(?<!^)\b[A-Z][A-Za-z'’-]+")
_LEAST_SHARED = 3
_OVERLAP = 0.75  # of the telling words of the sentence that has fewer
_LIKE = 0.5  # of the telling words of both
_CLOSE = 0.02  # figures that differ by less were rounded
_ROUGH_CLOSE = 0.1
_COMMON = 200  # words in so many sentences bring nobody together
# Words of one line exclude one another: a share of women is no share of men.
_APART = tuple(
    frozenset(line.split())
    for line in (
        "women men",
        "girls boys",
        "female male",
        "adults children young older",
        "urban rural city",
        "small large medium",
        "staff volunteers trustees members",
        "before after",
        "first second third fourth final",
        "last previous next",
        "north south east west",
        "england scotland wales ireland",
        "rose fell increase increased decrease decreased grew grown rise rising fall fallen drop"
        " dropped reduced reduction cut growth",
        "most least more less fewer",
        "income spending expenditure cost costs",
        "daily weekly monthly yearly annual annually",
        "january february march april may june july august september october november december",
        "spring summer autumn winter",
        "not never no without",
    )
)
_WORD = re.compile(r"[a-z]+")


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two items that give different figures for the same thing; ``about`` says which thing."""

    first: str
    second: str
    figure: Figure
    other: Figure
    about: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Statement:
    """A sentence with figures, and what of it tells what they are about."""

    item: str
    order: int
    figures: tuple[Figure, ...]
    about: dict[str, str]
    years: frozenset[float]
    names: frozenset[str]
    words: frozenset[str]


def conflicts(items: Iterable[tuple[str, str]]) -> list[Conflict]:
    """Return the pairs of items that give different figures for the same thing.

    Args:
        items: id and text. The order of the pairs, and that within each, is that of the items.
    """
    statements = [made for item, text in items for made in _statements(item, text)]
    found: dict[tuple[str, str], Conflict] = {}
    for one, two in _neighbours(statements):
        pair = (one.item, two.item)
        if one.item != two.item and pair not in found and (clash := _clash(one, two)):
            found[pair] = Conflict(*pair, *clash, _shared(one, two))
    return list(found.values())


def _statements(item: str, text: str) -> Iterator[_Statement]:
    for order, sentence in enumerate(_SENTENCE.split(text)):
        found = figures(sentence)
        measured = tuple(figure for figure in found if figure.kind is not FigureKind.DATE)
        if not measured:
            continue
        rest = sentence
        for figure in found:
            rest = rest.replace(figure.text, " ")
        counted = " ".join(figure.unit for figure in measured)
        yield _Statement(
            item=item,
            order=order,
            figures=measured,
            about=telling_words(f"{rest} {counted}"),
            years=frozenset(figure.value for figure in found if figure.kind is FigureKind.DATE),
            names=frozenset(
                name.removesuffix("’s").removesuffix("'s") for name in _NAME.findall(rest)
            ),
            words=frozenset(_WORD.findall(sentence.lower())),
        )


def _neighbours(statements: list[_Statement]) -> Iterator[tuple[_Statement, _Statement]]:
    """Yield the pairs that share enough telling words, in the order of the statements."""
    places: dict[str, list[int]] = {}
    for at, statement in enumerate(statements):
        for stem in statement.about:
            places.setdefault(stem, []).append(at)
    shared: dict[tuple[int, int], int] = {}
    for holders in places.values():
        if len(holders) <= _COMMON:
            for pair in combinations(holders, 2):
                shared[pair] = shared.get(pair, 0) + 1
    for (one, two), count in sorted(shared.items()):
        if count >= _LEAST_SHARED:
            yield statements[one], statements[two]


def _clash(one: _Statement, two: _Statement) -> tuple[Figure, Figure] | None:
    """Return the figures that disagree, if the two sentences are about the same thing."""
    if not _same_thing(one, two) or not _same_time_and_place(one, two):
        return None
    for figure in one.figures:
        rivals = [other for other in two.figures if _comparable(figure, other)]
        # Where a sentence has two figures of a sort, nobody can tell which one the other means.
        alone = sum(_comparable(figure, mine) for mine in one.figures) == len(rivals) == 1
        if alone and _differ(figure, rivals[0]):
            return figure, rivals[0]
    return None


def _same_thing(one: _Statement, two: _Statement) -> bool:
    both = len(one.about.keys() & two.about.keys())
    either = len(one.about.keys() | two.about.keys())
    fewer = min(len(one.about), len(two.about))
    return both >= _LEAST_SHARED and both >= _OVERLAP * fewer and both >= _LIKE * either


def _same_time_and_place(one: _Statement, two: _Statement) -> bool:
    if one.years != two.years and one.years and two.years:
        return False
    if one.names - two.names and two.names - one.names:
        return False
    return not any(
        (one.words & group) != (two.words & group)
        for group in _APART
        if one.words & group or two.words & group
    )


def _comparable(one: Figure, two: Figure) -> bool:
    if one.kind is not two.kind:
        return False
    if one.kind in {FigureKind.SHARE, FigureKind.MONEY}:
        return one.unit == two.unit
    return telling_words(one.unit).keys() == telling_words(two.unit).keys()


def _differ(one: Figure, two: Figure) -> bool:
    """Tell whether two figures cannot both be right, rounding allowed for."""
    room = _ROUGH_CLOSE if one.rough or two.rough else _CLOSE
    room *= max(abs(one.upper), abs(two.upper))
    return one.value > two.upper + room or two.value > one.upper + room


def _shared(one: _Statement, two: _Statement) -> tuple[str, ...]:
    return tuple(word for stem, word in one.about.items() if stem in two.about)
