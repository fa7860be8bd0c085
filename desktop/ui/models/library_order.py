"""What the columns of the library say, and its rows in the order shown: pure functions for any
thread.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from desktop.ui.models.library_rows import (
    LibraryRow,
    kind_cell,
    review_cell,
    source_cell,
    title_cell,
)

Inside = Mapping[str, Sequence[LibraryRow]]


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its heading, what it says, what it is sorted by if not by that, its width in
    characters (0 = what is left), and what room the table needs before it shows.
    """

    heading: str
    says: Callable[[LibraryRow], str]
    characters: int
    by: Callable[[LibraryRow], str] | None = None

    def key(self, row: LibraryRow) -> str:
        """Return what to sort by."""
        return (self.by or self.says)(row).casefold()


COLUMNS = (
    Column("What it says", title_cell, 0),
    Column("Kind", kind_cell, 17),
    Column("Source", source_cell, 24),
    Column("Year", lambda row: row.year, 8),
    Column("Check by", review_cell, 19, lambda row: str(row.review_by or "")),
    Column("Tags", lambda row: ", ".join(row.tags), 18),
    Column("Looked after by", lambda row: row.owner, 19),
    Column("Consultation", lambda row: row.consultation, 24),
)


class Order(NamedTuple):
    """The column that rows are sorted by, and which way."""

    column: int
    backwards: bool = False


@dataclass(frozen=True, slots=True)
class Arranged:
    """All that a table shows: ``rows`` from top to bottom, ``places`` their rows by name.

    ``given`` are those that were asked for, in the order given; ``inside`` has the Passages of each
    Source that is open. ``own`` names the rows that are in no other, and ``says`` tells of each
    column whether it says anything in any row.
    """

    given: tuple[LibraryRow, ...] = ()
    inside: Inside = field(default_factory=dict[str, Sequence[LibraryRow]])
    order: Order | None = None
    rows: tuple[LibraryRow, ...] = ()
    places: Mapping[str, int] = field(default_factory=dict[str, int])
    own: frozenset[str] = frozenset()
    says: tuple[bool, ...] = (True,) * len(COLUMNS)


def arranged(
    given: tuple[LibraryRow, ...], inside: Inside | None = None, order: Order | None = None
) -> Arranged:
    """Return rows as they are shown: sorted, with the Passages of what is open below it."""
    inside = {} if inside is None else inside
    rows = given if order is None else tuple(_sorted(given, order))
    own = frozenset(row.id for row in given)
    if inside:
        rows = tuple(
            one
            for row in rows
            for one in (row, *inside.get(row.id, ()))
            if one is row or one.id not in own
        )
    places = {row.id: place for place, row in enumerate(rows)}
    says = tuple(not given or any(map(column.says, given)) for column in COLUMNS)
    return Arranged(given, inside, order, rows, places, own, says)


def _sorted(rows: Sequence[LibraryRow], order: Order) -> list[LibraryRow]:
    """Return rows in the order of a column; what has nothing there comes last either way."""
    column = COLUMNS[order.column]
    keys = [(column.key(row), row) for row in rows]
    said = [pair for pair in keys if pair[0]]
    said.sort(key=lambda pair: pair[0], reverse=order.backwards)
    return [row for _, row in said] + [row for key, row in keys if not key]
