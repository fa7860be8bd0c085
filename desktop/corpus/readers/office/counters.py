"""Automatic list numbers: multi-level counters, as Word and LibreOffice run them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from desktop.corpus.readers.office.lines import Label
from desktop.corpus.readers.office.numerals import printed

LEVELS = 10
_PLACE = re.compile(r"%(\d+)")
_EDGES = " \t\xa0.:;,)]}–-"


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list.

    Attributes:
        form: how its number is written (``w:numFmt``); "bullet" for none.
        text: what is printed, "%1" standing for the number of the first level.
        start: the first number.
        restart: it starts anew after a line of one of the first ``restart`` levels; None after any
            higher level, 0 never.
        legal: all numbers in it are in figures.
    """

    form: str = "decimal"
    text: str = "%1."
    start: int = 1
    restart: int | None = None
    legal: bool = False


NO_LEVEL = Level("none", "")


@dataclass(frozen=True, slots=True)
class ListInstance:
    """A list as lines refer to it: instances of one ``family`` count on from each other.

    ``starts`` holds, by depth, the numbers at which this very instance starts anew.
    """

    name: str
    family: str
    levels: Mapping[int, Level]
    starts: Mapping[int, int] = field(default_factory=dict)

    def level(self, depth: int) -> Level:
        """Return the definition of the level at ``depth``."""
        return self.levels.get(depth, NO_LEVEL)

    def first(self, depth: int) -> int:
        """Return the number that a level starts at."""
        return self.starts.get(depth, self.level(depth).start)


class Counters:
    """Counts the lines of a document, list by list."""

    def __init__(self) -> None:
        self._values: dict[str, list[int | None]] = {}
        self._begun: set[tuple[str, int]] = set()
        self._runs: dict[tuple[str, int], int] = {}

    def count(self, of: ListInstance, depth: int) -> Label | None:
        """Count a line and return what is printed before it; None if that is nothing."""
        depth = max(0, min(depth, LEVELS - 1))
        level = of.level(depth)
        if level.form == "bullet":
            return Label("", depth)
        values = self._values.setdefault(of.family, [None] * LEVELS)
        self._step(of, depth, values)
        number = bare(_filled(of, depth, values))
        if not number:
            return None
        run = self._runs.get((of.family, depth), 0)
        return Label(number, depth, f"{of.family}/{depth}/{run}")

    def begin(self, of: ListInstance, depth: int, value: int) -> None:
        """Make the next line at ``depth`` of this list be number ``value``."""
        self._values.setdefault(of.family, [None] * LEVELS)[depth] = value - 1
        self._restarted(of.family, depth)

    def _step(self, of: ListInstance, depth: int, values: list[int | None]) -> None:
        if depth in of.starts and (of.name, depth) not in self._begun:
            self._begun.add((of.name, depth))
            values[depth] = None
        for higher in range(depth):
            if values[higher] is None:
                values[higher] = of.first(higher)
        value = values[depth]
        if value is None:
            self._restarted(of.family, depth)
        values[depth] = of.first(depth) if value is None else value + 1
        for deeper in range(depth + 1, LEVELS):
            restart = of.level(deeper).restart
            if restart is None or depth < restart:
                values[deeper] = None

    def _restarted(self, family: str, depth: int) -> None:
        self._runs[family, depth] = self._runs.get((family, depth), 0) + 1


def _filled(of: ListInstance, depth: int, values: list[int | None]) -> str:
    level = of.level(depth)

    def number(found: re.Match[str]) -> str:
        at = int(found[1]) - 1
        value = values[at] if 0 <= at <= depth else None
        if value is None:
            return ""
        return printed(value, "decimal" if level.legal else of.level(at).form)

    return _PLACE.sub(number, level.text)


def bare(number: str) -> str:
    """Return a printed number without the brackets and stops around it."""
    return number.strip().lstrip("([{–- ").rstrip(_EDGES).strip()
