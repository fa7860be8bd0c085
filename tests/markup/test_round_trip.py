from __future__ import annotations

import pytest
from hypothesis import example, given, settings

from desktop.core.text import Cite, Paragraph, Subheading, Table, Text, normalise
from desktop.markup import parse, write
from tests.support.blocks import any_blocks, any_markdown


@settings(max_examples=300)
@given(any_blocks)
@example((Paragraph((Text("!"), Text("x", href="http://a"))),))
@example((Paragraph((Text("a", bold=True), Text("(b)", italic=True))),))
@example((Subheading((Text("# C #"),)),))
@example((Table(((Text("a\\|b"),), ()), (((), (Cite("k", "a|b\\"),)),)),))
@example((Paragraph((Text("\u00a0a\u3000"),)),))
def test_what_is_written_reads_back_as_the_same_document(blocks):
    assert parse(write(blocks)) == normalise(blocks)


@settings(max_examples=300)
@given(any_markdown)
def test_any_text_can_be_read_and_gives_a_normal_form(markdown):
    blocks = parse(markdown)
    assert blocks == normalise(blocks)
    assert parse(write(blocks)) == blocks


@given(any_blocks)
def test_writing_again_what_was_read_changes_nothing(blocks):
    markdown = write(blocks)
    assert write(parse(markdown)) == markdown


@pytest.mark.parametrize(
    "line",
    [
        (Text("un"), Text("believ", bold=True), Text("able")),
        (Text("“Cuts”", bold=True), Text(" matter")),
        (Text("a", bold=True), Text("b", italic=True), Text("c", bold=True, italic=True)),
        (Text("x*y_z`[@k]<b>&amp;\\", italic=True), Cite("k", "a]b\\c"), Text("]", bold=True)),
        (Text("1"), Text(".", bold=True), Text(" not a list")),
        (Text("a", href="http://a/(b"), Text("a", href="http://a/)b", bold=True)),
        (Text("👍🏽", bold=True), Text("עברית", italic=True)),
    ],
)
def test_emphasis_in_awkward_places_survives(line):
    assert parse(write([Paragraph(line)])) == normalise([Paragraph(line)])


def test_ordinary_emphasis_is_written_the_way_people_write_markdown():
    line = (
        Text("Cuts are "),
        Text("urgent", bold=True),
        Text(", not "),
        Text("slow.", italic=True),
    )
    assert write([Paragraph(line)]) == "Cuts are **urgent**, not *slow.*"


def test_an_answer_is_written_as_readable_markdown():
    markdown = (
        "### What changed\n\n"
        "Four of eleven groups closed.[@bs-69, question 2] See [our site](<https://a.example/x>).\n\n"
        "- one\n- two\n\n"
        "1. first\n2. second\n\n"
        "> Said once.\n>\n> And again.\n\n"
        "| Year | Groups |\n| --- | --- |\n| 2009 | 11 |"
    )
    assert write(parse(markdown)) == markdown
