"""Changing lines of answer text by the places of their plain words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.line_changes import lines_changed, replaced
from desktop.core.text import Blocks, Cite, Line, Text, lines, plain
from tests.support.blocks import any_blocks

CITE = Cite("larch-2024", "page 4")
LINE: Line = (Text("Half "), Text("of all", bold=True), CITE, Text(" halls."))


@pytest.mark.parametrize(
    ("start", "end", "after", "line"),
    [
        (0, 4, "Most", (Text("Most "), Text("of all", bold=True), CITE, Text(" halls."))),
        (5, 11, "of our", (Text("Half "), Text("of our", bold=True), CITE, Text(" halls."))),
        (0, 8, "A", (Text("A"), Text("all", bold=True), CITE, Text(" halls."))),
        (8, 17, "them", (Text("Half "), Text("of them", bold=True), CITE, Text("."))),
        (11, 11, " 11", (Text("Half "), Text("of all 11", bold=True), CITE, Text(" halls."))),
        (0, 0, "About ", (Text("About Half "), *LINE[1:])),
        (0, 18, "", (CITE,)),
    ],
)
def test_words_are_replaced_and_looks_and_citations_stay(
    start: int, end: int, after: str, line: Line
) -> None:
    assert replaced(LINE, start, end, after) == line


def test_words_put_into_an_empty_line_stand_there() -> None:
    assert replaced((), 0, 0, "Now") == (Text("Now"),)
    assert replaced((CITE,), 0, 0, "Now") == (CITE, Text("Now"))


@given(any_blocks, st.data())
def test_only_what_is_meant_is_changed(text: Blocks, data: st.DataObject) -> None:
    found = list(lines(text))
    if not found:
        return
    place = data.draw(st.integers(0, len(found) - 1))
    said = plain(found[place])
    start = data.draw(st.integers(0, len(said)))
    end = data.draw(st.integers(start, len(said)))
    after = data.draw(st.text(max_size=9))
    new = replaced(found[place], start, end, after)
    assert plain(new) == said[:start] + after + said[end:]
    assert [p for p in new if isinstance(p, Cite)] == [
        p for p in found[place] if isinstance(p, Cite)
    ]
    changed = [*found[:place], new, *found[place + 1 :]]
    assert list(lines(lines_changed(text, changed))) == changed
