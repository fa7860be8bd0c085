"""The values that the stages of reading a PDF hand on: runs of letters, rules, lines, pages.

Measures are points. ``y`` is the baseline and grows downwards, so that sorting by it reads down.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple


class Style(NamedTuple):
    """How letters look."""

    size: float
    bold: bool = False
    italic: bool = False


class Run(NamedTuple):
    """Words of one style on one baseline without a wide gap.

    ``glued`` says that no space stands between it and the run before it in the file, ``raised``
    that it is a superscript; its baseline is then that of the line it stands in.
    """

    text: str
    x0: float
    x1: float
    y: float
    style: Style
    glued: bool = False
    raised: bool = False


class Rule(NamedTuple):
    """A straight line that is drawn on the page."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def level(self) -> bool:
        """Whether it is horizontal."""
        return self.x1 - self.x0 >= self.y1 - self.y0


Cells = tuple[tuple[str, ...], ...]


class Line(NamedTuple):
    """A line of text, or a part of one between wide gaps; or a whole table.

    Attributes:
        text: its words; marks of footnotes are left out.
        x0, x1, y: from where to where, and its baseline (of a table: the top).
        style: that of most of its letters; bold and italic only if all are.
        lead: how it begins: the style of its first run.
        mark: a raised mark or a number set apart by a wide gap, that it begins with.
        inner: where the text after that mark begins; otherwise ``x0``.
        bottom: the lower edge of a table, otherwise the baseline.
        cells: of a table; the lines of a cell are parted by line feeds.
        left, right: the edges of the column it stands in.
        wide: it stands in no column of its own, but reaches over the whole page.
        page: the page, from 1.
    """

    text: str
    x0: float
    x1: float
    y: float
    style: Style
    lead: Style
    mark: str = ""
    inner: float = 0.0
    bottom: float = 0.0
    cells: Cells = ()
    left: float = 0.0
    right: float = 0.0
    wide: bool = False
    page: int = 0

    @property
    def height(self) -> float:
        """Return the size of its letters."""
        return self.style.size

    @property
    def indent(self) -> float:
        """Return how far from the edge of its column it begins."""
        return self.x0 - self.left

    @property
    def top(self) -> float:
        """Return about where its letters reach up to."""
        return self.y if self.cells else self.y - 0.75 * self.style.size


@dataclass(frozen=True, slots=True)
class PageParts:
    """What stands on a page, before anything is understood of it.

    ``lines`` are in no order yet; ``notes`` are the lines of its footnotes. ``askew`` is text that
    runs in another direction than the rest, ``rules`` the drawn lines, ``pictured`` the share of
    the page that pictures cover, ``drawn`` how many shapes are drawn, ``hidden`` the share of
    letters that cannot be seen (they lie under a scan).
    """

    number: int
    width: float
    height: float
    lines: tuple[Line, ...] = ()
    notes: tuple[Line, ...] = ()
    askew: tuple[str, ...] = ()
    rules: tuple[Rule, ...] = ()
    pictured: float = 0.0
    drawn: int = 0
    letters: int = 0
    hidden: float = 0.0
    unreadable: int = 0


@dataclass(slots=True)
class Paragraph:
    """Lines that belong together, on their way to become a block."""

    lines: list[Line] = field(default_factory=list[Line])

    @property
    def first(self) -> Line:
        """Return its first line."""
        return self.lines[0]

    @property
    def last(self) -> Line:
        """Return its last line."""
        return self.lines[-1]

    @property
    def indent(self) -> float:
        """Return how far in its lines begin, its first line set aside if there are more."""
        return min(line.indent for line in self.lines[1:] or self.lines)
