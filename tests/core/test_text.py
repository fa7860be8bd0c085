from __future__ import annotations

from itertools import pairwise

from hypothesis import given

from desktop.core.text import (
    Cite,
    ListBlock,
    Paragraph,
    Quote,
    Subheading,
    Table,
    Text,
    citations,
    is_link,
    lines,
    normal_line,
    normalise,
    plain_text,
    safe_characters,
)
from tests.support.blocks import any_blocks, some_lines


@given(any_blocks)
def test_the_normal_form_of_a_normal_form_is_itself(blocks):
    once = normalise(blocks)
    assert normalise(once) == once


@given(any_blocks)
def test_normalising_loses_no_word_and_adds_none(blocks):
    # A citation whose key cannot be a key becomes text, so only lines without citations compare.
    blocks = tuple(
        Paragraph(tuple(p for p in line if isinstance(p, Text))) for line in lines(blocks)
    )
    assert plain_text(normalise(blocks)).split() == safe_characters(plain_text(blocks)).split()


@given(some_lines)
def test_a_normal_line_has_no_two_runs_of_one_look_and_no_space_at_its_ends(line):
    normal = normal_line(line)
    looks = [(p.bold, p.italic, p.href) if isinstance(p, Text) else None for p in normal]
    assert all(a is None or a != b for a, b in pairwise(looks))
    assert all(part.text for part in normal if isinstance(part, Text))
    text = "".join(part.text if isinstance(part, Text) else "^" for part in normal)
    assert text == text.strip(" ")
    assert "  " not in text


def test_spaces_move_out_of_bold_words():
    line = (Text("Only "), Text(" this ", bold=True), Text("counts"))
    assert normal_line(line) == (Text("Only "), Text("this", bold=True), Text(" counts"))


def test_a_space_between_two_bold_words_stays_bold():
    line = (Text("one ", bold=True), Text("two", bold=True))
    assert normal_line(line) == (Text("one two", bold=True),)


def test_a_space_beside_a_citation_is_plain():
    line = (Text("cuts ", bold=True), Cite("bs-69"))
    assert normal_line(line) == (Text("cuts", bold=True), Text(" "), Cite("bs-69"))


def test_adjacent_lists_of_one_kind_and_adjacent_quotations_become_one():
    a, b = (Text("a"),), (Text("b"),)
    blocks = (
        ListBlock(False, (a,)),
        ListBlock(False, (b, ())),
        ListBlock(True, (a,)),
        Quote((a,)),
        Paragraph(()),
        Quote((b,)),
    )
    assert normalise(blocks) == (
        ListBlock(False, (a, b)),
        ListBlock(True, (a,)),
        Quote((a, b)),
    )


def test_a_ragged_table_is_squared_and_an_empty_one_dropped():
    a = (Text("a"),)
    ragged = Table((a,), ((a, a), ()))
    assert normalise([ragged, Table(((),), ()), Table((), ())]) == (
        Table((a, ()), ((a, a), ((), ()))),
    )


def test_an_address_that_is_not_of_the_web_or_of_mail_is_no_link():
    assert is_link("https://charity.example")
    assert is_link("mailto:a@charity.example")
    assert not any(
        map(is_link, ["javascript:alert(1)", "file:///etc/passwd", "http://", "a.example"])
    )
    line = (Text("here", href="javascript:x"), Text("there", href=" https://charity.example/ a "))
    assert normal_line(line) == (Text("here"), Text("there", href="https://charity.example/a"))


def test_a_citation_that_cannot_be_one_is_kept_as_text():
    assert normal_line((Cite("No Key", "p. 2"), Cite("", ""), Cite("key", "  p.\n 3 "))) == (
        Text("[@No Key, p. 2][@]"),
        Cite("key", "p. 3"),
    )


def test_lines_and_citations_come_in_reading_order():
    one, two, three = Cite("a"), Cite("b", "p. 1"), Cite("c")
    blocks = (
        Subheading((Text("h"),)),
        Paragraph((Text("p"), one)),
        ListBlock(True, ((Text("i"),),)),
        Quote(((Text("q"), two),)),
        Table(((Text("t"),),), (((Text("c"), three),),)),
    )
    assert plain_text(blocks).split() == ["h", "p", "i", "q", "t", "c"]
    assert list(citations(blocks)) == [one, two, three]
