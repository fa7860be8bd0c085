from __future__ import annotations

from hypothesis import given

from desktop.core.evidence import Source
from desktop.core.readable import readable
from desktop.core.text import (
    Blocks,
    Cite,
    ListBlock,
    Paragraph,
    Quote,
    Subheading,
    Table,
    Text,
    lines,
    normalise,
)
from tests.support.blocks import any_blocks

SOURCES = {"oakfield": Source("oakfield", "Counting rooms", short="Oakfield 2010")}


def test_an_answer_reads_line_by_line_with_its_citations_named() -> None:
    text = readable(
        (
            Subheading((Text("What closed"),)),
            Paragraph((Text("Four groups closed."), Cite("oakfield", "para. 3"))),
            ListBlock(True, ((Text("Rent"),), (Text("Heat"),))),
            ListBlock(False, ((Text("Time"),),)),
            Quote(((Text("We are tired."), Cite("gone")),)),
            Table(((Text("Year"),), (Text("Rooms"),)), (((Text("2010"),), ()),)),
        ),
        SOURCES,
    )
    assert text.splitlines() == [
        "What closed",
        "Four groups closed. [Oakfield 2010, para. 3]",
        "1. Rent",
        "2. Heat",
        "• Time",
        "“We are tired. [gone]”",
        "Year | Rooms",
        "2010 | ",
    ]


@given(any_blocks)
def test_every_word_of_an_answer_can_be_read(answer: Blocks) -> None:
    normal = normalise(answer)
    text = readable(normal, SOURCES)
    words = [
        word
        for line in lines(normal)
        for part in line
        if isinstance(part, Text)
        for word in part.text.split(" ")
    ]
    assert all(word in text for word in words)
