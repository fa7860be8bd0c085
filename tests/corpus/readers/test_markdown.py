from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from desktop.core.document import Block, BlockKind, Document, Metadata
from desktop.corpus.limits import USUAL
from desktop.corpus.readers.markdown import read, read_markdown

K = BlockKind


def blocks(text: str) -> tuple[Block, ...]:
    return read_markdown(text, "a.md").blocks


def test_headings_keep_their_level_and_give_up_their_number():
    assert blocks("# Our response\n\n## 2.1 Costs\n\nUnderlined\n---\n") == (
        Block(K.HEADING, "Our response", level=1),
        Block(K.HEADING, "Costs", level=2, number="2.1"),
        Block(K.HEADING, "Underlined", level=2),
    )


def test_lists_keep_their_depth_and_numbers():
    assert blocks("- one\n- two\n\n  3. three\n  4. four\n") == (
        Block(K.LIST_ITEM, "one", level=1),
        Block(K.LIST_ITEM, "two", level=1),
        Block(K.LIST_ITEM, "three", level=2, number="3"),
        Block(K.LIST_ITEM, "four", level=2, number="4"),
    )


def test_a_second_paragraph_of_an_item_is_a_paragraph():
    assert [block.kind for block in blocks("- one\n\n  more\n")] == [K.LIST_ITEM, K.PARAGRAPH]


def test_tables_keep_their_cells():
    table = blocks("| Year | People |\n|---|---|\n| 2018 | **412** |\n")[0]
    assert table.cells == (("Year", "People"), ("2018", "412"))
    assert table.text == "Year\tPeople\n2018\t412"


def test_quotations_footnotes_links_and_emphasis_are_words():
    note = "[^1]: A note\n    goes on.\n"
    text = f"We say[^1] *what* [we know](https://example.org).\n\n> Quoted\n\n{note}"
    assert blocks(text) == (
        Block(K.PARAGRAPH, "We say what we know."),
        Block(K.FOOTNOTE, "A note goes on.", number="1"),
        Block(K.QUOTATION, "Quoted"),
    )


def test_html_inside_is_read_as_such():
    assert Block(K.PARAGRAPH, "Some words") in blocks("<div><p>Some <b>words</b></p></div>\n")
    assert blocks("one<br>two\n")[0].text == "one two"


def test_code_keeps_its_lines():
    assert [block.text for block in blocks("```\none\ntwo\n```\n")] == ["one", "two"]


def test_what_a_file_says_about_itself_is_its_metadata():
    front = "title: 'Our response'\nauthor: Ann Example\ndate: 2019-03-04T10:00\nlang: en-GB"
    document = read_markdown(f"---\n{front}\n---\nText.\n", "a.md")
    assert document.metadata == Metadata("Our response", "Ann Example", "2019-03-04", "en-GB")
    assert [block.text for block in document.blocks] == ["Text."]


def test_a_rule_at_the_top_is_no_metadata():
    assert blocks("---\nWe run a hall.\n---\n")[0].text == "We run a hall."


def test_the_first_heading_is_the_title(tmp_path: Path):
    path = tmp_path / "a.md"
    path.write_text("# Our response\n\nText.\n")
    document = read(path, USUAL)
    assert isinstance(document, Document)
    assert document.metadata.title == "Our response"


@given(st.text(alphabet=st.sampled_from("ab #*_[]()>-+1.|`~<\n\t!^:&;\\"), max_size=300))
def test_any_muddle_gives_blocks_with_words(text: str):
    for block in blocks(text):
        assert block.text.strip()
