"""Tables whose cells are ruled: found by the drawn lines, filled with the runs inside them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from desktop.corpus.readers.pdf.shapes import Cells, Rule, Run

_NEAR = 3.0
_NARROW = 12.0
_MOST_LINES = 400


class Grid(NamedTuple):
    """A ruled table: where its columns and rows are cut, and the rules that cut them."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    rules: tuple[Rule, ...]

    @property
    def box(self) -> Rule:
        """Return the rectangle it covers."""
        return Rule(self.xs[0], self.ys[0], self.xs[-1], self.ys[-1])

    def holds(self, run: Run) -> bool:
        """Whether the middle of ``run`` lies inside."""
        x, y = _middle(run)
        return self.xs[0] <= x <= self.xs[-1] and self.ys[0] <= y <= self.ys[-1]


def grids(rules: Sequence[Rule]) -> list[Grid]:
    """Return the ruled tables of a page: connected rules that make two columns or more."""
    found: list[Grid] = []
    for group in _connected(rules):
        xs = _cuts(rule.x0 for rule in group if not rule.level)
        ys = _cuts(rule.y0 for rule in group if rule.level)
        if len(xs) >= 3 and len(ys) >= 2 and len(xs) * len(ys) <= _MOST_LINES:
            found.append(Grid(xs, ys, tuple(group)))
    return found


def _cuts(places: Iterable[float]) -> tuple[float, ...]:
    """Return places, those near one another taken as one."""
    found: list[float] = []
    for place in sorted(places):
        if not found or place - found[-1] > _NEAR:
            found.append(place)
    return tuple(found)


def _connected(rules: Sequence[Rule]) -> list[list[Rule]]:
    """Return the rules in groups that touch."""
    groups: list[tuple[Rule, list[Rule]]] = []
    for rule in sorted(rules, key=lambda rule: (rule.y0, rule.x0)):
        box, members = rule, [rule]
        apart: list[tuple[Rule, list[Rule]]] = []
        for other, theirs in groups:
            if _touch(box, other) and any(_touch(rule, their) for their in theirs):
                box, members = _around(box, other), theirs + members
            else:
                apart.append((other, theirs))
        groups = [*apart, (box, members)]
    return [members for _, members in groups if len(members) >= 5]


def _touch(one: Rule, two: Rule) -> bool:
    return (
        one.x0 - _NEAR <= two.x1
        and two.x0 - _NEAR <= one.x1
        and one.y0 - _NEAR <= two.y1
        and two.y0 - _NEAR <= one.y1
    )


def _around(one: Rule, two: Rule) -> Rule:
    return Rule(min(one.x0, two.x0), min(one.y0, two.y0), max(one.x1, two.x1), max(one.y1, two.y1))


def _middle(run: Run) -> tuple[float, float]:
    return (run.x0 + run.x1) / 2, run.y - 0.3 * run.style.size


def cell_runs(grid: Grid, runs: Iterable[Run]) -> list[list[list[Run]]]:
    """Return the runs of each cell, row by row; those of merged cells are in the first of them."""
    columns, rows = len(grid.xs) - 1, len(grid.ys) - 1
    cells: list[list[list[Run]]] = [[[] for _ in range(columns)] for _ in range(rows)]
    home = _homes(grid)
    for run in runs:
        x, y = _middle(run)
        column = max(i for i in range(columns) if grid.xs[i] <= x or i == 0)
        row = max(i for i in range(rows) if grid.ys[i] <= y or i == 0)
        row, column = home[row][column]
        cells[row][column].append(run)
    return cells


def _homes(grid: Grid) -> list[list[tuple[int, int]]]:
    """Return for each cell the cell that holds its text: itself unless no rule parts them."""
    columns, rows = len(grid.xs) - 1, len(grid.ys) - 1
    upright = [rule for rule in grid.rules if not rule.level]
    level = [rule for rule in grid.rules if rule.level]
    home = [[(row, column) for column in range(columns)] for row in range(rows)]
    for row in range(rows):
        y = (grid.ys[row] + grid.ys[row + 1]) / 2
        for column in range(columns):
            x = (grid.xs[column] + grid.xs[column + 1]) / 2
            left, above = grid.xs[column], grid.ys[row]
            if column and not any(_cuts_at(rule, left, y) for rule in upright):
                home[row][column] = home[row][column - 1]
            elif row and not any(_cuts_at(rule, x, above) for rule in level):
                home[row][column] = home[row - 1][column]
    return home


def _cuts_at(rule: Rule, x: float, y: float) -> bool:
    """Whether a rule passes through this point."""
    return rule.x0 - _NEAR <= x <= rule.x1 + _NEAR and rule.y0 - _NEAR <= y <= rule.y1 + _NEAR


def without_empty(grid: Grid, cells: Sequence[Sequence[str]]) -> Cells:
    """Return rows of cells without empty rows and without the gaps between double rules."""
    rows = [row for row in cells if any(row)]
    if not rows:
        return ()
    wide = [right - left > _NARROW for left, right in pairwise(grid.xs)]
    kept = [i for i in range(len(wide)) if wide[i] or any(row[i] for row in rows)]
    return tuple(tuple(row[i] for i in kept) for row in rows)
