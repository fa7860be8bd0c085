"""What a figure in a text is: its measure, its value and its words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

_MANY = 10
_MANY_HOURS = 100  # hours given, days lost


class FigureKind(StrEnum):
    """What a figure measures."""

    SHARE = "share"
    MONEY = "money"
    COUNT = "count"
    TIME = "time"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure: characters ``start`` to ``end`` of the text, with what it comes to.

    Attributes:
        kind: what it measures.
        value: the number; a share in per cent ("two thirds" is 66.7), a date its year.
        upper: the upper end of a range, otherwise the same as ``value``.
        unit: "%", "£", the thing counted as it stands ("volunteers"), or the measure of time.
        text: its words as they stand, the thing counted included.
        start: where it begins.
        end: where it ends.
        rough: it was said in words such as "two thirds", or with "about" or "over".
    """

    kind: FigureKind
    value: float
    upper: float
    unit: str
    text: str
    start: int
    end: int
    rough: bool = False


def tells(figure: Figure) -> bool:
    """Tell whether a figure is evidence by itself: not a date, a length of time or a few things."""
    if figure.kind in {FigureKind.SHARE, FigureKind.MONEY}:
        return True
    if figure.kind is FigureKind.TIME:
        return figure.value >= _MANY_HOURS
    return figure.kind is FigureKind.COUNT and figure.value >= _MANY
