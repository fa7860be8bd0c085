from __future__ import annotations

import sys

import pytest

from desktop.core.text import (
    Cite,
    ListBlock,
    Paragraph,
    Quote,
    Subheading,
    Table,
    Text,
    citations,
    plain_text,
)
from desktop.markup import parse, write_citation


def said(text: str, **look) -> tuple[Text]:
    return (Text(text, **look),)


@pytest.mark.parametrize(
    ("markdown", "blocks"),
    [
        ("", ()),
        ("Two\nlines", (Paragraph(said("Two lines")),)),
        ("Hard  \nbreak\\\nhere", (Paragraph(said("Hard break here")),)),
        ("# One", (Subheading(said("One")),)),
        ("###### Six ##", (Subheading(said("Six")),)),
        ("Under\n===", (Subheading(said("Under")),)),
        ("* a\n* b", (ListBlock(False, (said("a"), said("b"))),)),
        ("7) a\n8) b", (ListBlock(True, (said("a"), said("b"))),)),
        ("> a\n> b\n>\n> c", (Quote((said("a b"), said("c"))),)),
        ("_a_ __b__", (Paragraph((Text("a", italic=True), Text(" "), Text("b", bold=True))),)),
        (
            "<em>a</em><STRONG>b</STRONG>",
            (Paragraph((*said("a", italic=True), *said("b", bold=True))),),
        ),
        (
            "x<https://a.example>",
            (Paragraph((*said("x"), Text("https://a.example", href="https://a.example"))),),
        ),
    ],
)
def test_markdown_of_the_subset_is_read_as_its_blocks(markdown, blocks):
    assert parse(markdown) == blocks


@pytest.mark.parametrize(
    ("markdown", "blocks"),
    [
        ("```python\ncode *here*\n```", (Paragraph(said("python code *here*")),)),
        ("    indented", (Paragraph(said("indented")),)),
        ("Use `x` now", (Paragraph(said("Use x now")),)),
        (
            "![A *map* of[@a] Leeds](map.png)",
            (
                Paragraph(
                    (
                        *said("A "),
                        *said("map", italic=True),
                        *said(" of"),
                        Cite("a"),
                        *said(" Leeds"),
                    )
                ),
            ),
        ),
        (
            "- a\n  1. b\n     - c\n- d",
            (ListBlock(False, (said("a"), said("b"), said("c"), said("d"))),),
        ),
        (
            "1. a\n\n   more\n\n   > said",
            (ListBlock(True, (said("a"), said("more"), said("said"))),),
        ),
        ("> - a\n> # b", (Quote((said("a"), said("b"))),)),
        ("a\n\n---\n\nb", (Paragraph(said("a")), Paragraph(said("b")))),
        ("[a](ftp://b) <tel:1>", (Paragraph(said("[a](ftp://b) <tel:1>")),)),
        ("<div>a</div>", (Paragraph(said("<div>a</div>")),)),
        ("a</b> <b>c", (Paragraph(said("a</b> <b>c")),)),
        ("[x]: http://a", (Paragraph(said("[x]: http://a")),)),
        ("~~a~~", (Paragraph(said("~~a~~")),)),
    ],
)
def test_what_lies_outside_the_subset_becomes_text(markdown, blocks):
    assert parse(markdown) == blocks


def test_a_row_longer_than_its_header_keeps_every_cell():
    markdown = "| a |\n| --- |\n| b | *c* | \\| |"
    header = (said("a"), (), ())
    row = (said("b"), said("c", italic=True), said("|"))
    assert parse(markdown) == (Table(header, (row,)),)
    assert plain_text(parse("> | a |\n> | - |\n> | b | c |")).split() == ["a", "b", "c"]


@pytest.mark.parametrize(
    ("markdown", "cite"),
    [
        ("[@bs-69]", Cite("bs-69")),
        ("[@bs-69,]", Cite("bs-69")),
        ("[@bs-69, para. 3]", Cite("bs-69", "para. 3")),
        ("[@bs-69,para.\n3]", Cite("bs-69", "para. 3")),
        (r"[@a, b\]c\\d, e]", Cite("a", r"b]c\d, e")),
    ],
)
def test_a_citation_is_read_with_its_place(markdown, cite):
    assert parse(markdown) == (Paragraph((cite,)),)


@pytest.mark.parametrize(
    "markdown", ["[@Bad]", "[@-a]", "[@a b]", "[@a", r"\[@a]", "`[@a]`", "[@]"]
)
def test_what_only_looks_like_a_citation_is_text(markdown):
    assert not list(citations(parse(markdown)))
    assert plain_text(parse(markdown)) == markdown.replace("\\", "").strip("`")


def test_a_citation_is_written_with_its_brackets_protected():
    assert write_citation(Cite("a")) == "[@a]"
    assert write_citation(Cite("a", r"b]c\d")) == r"[@a, b\]c\\d]"


@pytest.mark.parametrize("mark", ["> ", "- ", "1. ", ">"])
def test_very_deep_nesting_loses_nothing(mark):
    assert "word" in plain_text(parse(mark * 500 + "word\n\nafter"))
    assert "after" in plain_text(parse(mark * 500 + "word\n\nafter"))


def test_images_inside_hundreds_of_images_are_read_as_text():
    markdown = "![" * 600 + "word" + "](http://a.example)" * 600
    assert "word" in plain_text(parse(markdown))


def test_reading_never_fails_however_deep_the_program_already_is():
    markdown = "![" * 90 + "word" + "](http://a.example)" * 90

    def read_from(depth: int) -> str:
        return plain_text(parse(markdown)) if depth == 0 else read_from(depth - 1)

    frames = 0
    frame = sys._getframe()
    while frame := frame.f_back:
        frames += 1
    for left in (150, 200, 250, 300):
        parse.cache_clear()
        assert "word" in read_from(sys.getrecursionlimit() - frames - left)


@pytest.mark.parametrize(
    "markdown",
    [
        "| a | b |\n| --- | --- |\n| 1 | 2 | 3 |",
        "a | b\n--- | ---\n1 | 2 | 3",
        "> a | b |\n> --- | --- |\n> 1 | 2 | 3",
    ],
    ids=["ruled", "without outer lines", "in a quotation"],
)
def test_a_long_row_keeps_its_cells_however_the_table_is_drawn(markdown: str) -> None:
    (table,) = parse(markdown)
    assert table == Table(
        (said("a"), said("b"), ()),
        ((said("1"), said("2"), said("3")),),
    )
