"""What people write on the walk: words that break conversions, in every shape of an answer."""

from __future__ import annotations

from hypothesis import strategies as st

from desktop.core.text import (
    Block,
    Cite,
    ListBlock,
    Paragraph,
    Quote,
    Subheading,
    Table,
    Text,
)
from desktop.markup import write

_ODD = (
    *("AT&T", "<b>", "&amp;", "1.", "don’t", "Größe", "2010-11", "snake_case", "[@x]", "*", "£5m"),
    *("👩‍👩‍👧", "שלום", "مرحبا", "zero\u200bwidth"),
    *("bell\x07", "lone\ud800", "nul\x00", "\ufeffbom"),
)
phrases = st.lists(
    st.sampled_from(("The", "hall", "closed", "in", "March", *_ODD)), min_size=1, max_size=4
).map(" ".join)
shapes = st.lists(
    st.sampled_from(["paragraph", "subheading", "bullets", "numbers", "quote", "table"]),
    min_size=1,
    max_size=3,
)


def written(words: str, shapes: list[str], *, cited: bool = False) -> str:
    """Return Markdown in which every one of these shapes says the words."""
    line = (Text(words), Text(" bold", bold=True), *((Cite("apse-2011", "slide 4"),) * cited))
    made: dict[str, Block] = {
        "paragraph": Paragraph(line),
        "subheading": Subheading((Text(words),)),
        "bullets": ListBlock(False, (line, line)),
        "numbers": ListBlock(True, (line,)),
        "quote": Quote((line,)),
        "table": Table((line, line), ((line, line),)),
    }
    return write(made[shape] for shape in shapes)
