from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desktop.core.outline import Runs, TableBlock
from desktop.core.rules import Part
from desktop.core.text import Text
from desktop.export.word.tables import _widths

PAGE = 8500  # twentieths of a point


def cell(words: str) -> Runs:
    return (Text(words),) if words else ()


def make_table(*rows: tuple[str, ...]) -> TableBlock:
    header, *rest = [tuple(map(cell, row)) for row in rows]
    return TableBlock(header, tuple(rest), Part.ANSWERS)


def test_a_sum_of_money_in_a_narrow_column_stays_on_one_line() -> None:
    table = make_table(
        ("What it takes", "Cost", "Paid from"),
        ("A part-time coordinator", "£19,400", "Council contract £23,550; our own money £10,450"),
    )
    # Seven bold digits of 10 point are 39 points wide; the cell keeps 12 points free.
    assert _widths(table, PAGE)[1] >= (39 + 12) * 20


@given(
    st.integers(1, 8).flatmap(
        lambda width: st.lists(
            st.tuples(*[st.text("ab cd£1,", max_size=60)] * width), min_size=1, max_size=5
        )
    )
)
def test_the_columns_fill_the_page_and_no_more(rows: list[tuple[str, ...]]) -> None:
    widths = _widths(make_table(*rows), PAGE)
    assert all(width > 0 for width in widths)
    assert PAGE - len(widths) <= sum(widths) <= PAGE
