"""OpenDocument texts: the same blocks as from any other office document."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.core.document import BlockKind
from desktop.corpus.readers import odt
from tests.corpus.readers.office_files import (
    blocks_of,
    brief,
    flat_odt,
    read_with,
    texts,
    write_odt,
)

_PROSE = "We ran a hall for thirty years and we saw what happened when the grant ended in spring."


def para(text: str, style: str = "", more: str = "") -> str:
    return f'<text:p text:style-name="{style}" {more}>{text}</text:p>'


def heading(text: str, level: int = 1, more: str = "") -> str:
    return f'<text:h text:outline-level="{level}" {more}>{text}</text:h>'


def a_style(name: str, inside: str = "", more: str = "") -> str:
    return (
        f'<style:style style:family="paragraph" style:name="{name}" {more}>{inside}</style:style>'
    )


def list_style(name: str, *inside: str) -> str:
    return f'<text:list-style style:name="{name}">{"".join(inside)}</text:list-style>'


def level(at: int, form: str = "1", more: str = "") -> str:
    return f'<text:list-level-style-number text:level="{at}" style:num-format="{form}" {more}/>'


_BULLET = '<text:list-level-style-bullet text:level="1" text:bullet-char="-"/>'


def items(*inside: str, more: str = "") -> str:
    every = "".join(f"<text:list-item>{one}</text:list-item>" for one in inside)
    return f"<text:list {more}>{every}</text:list>"


def test_headings_come_from_the_markup_and_from_styles(tmp_path: Path) -> None:
    styles = (
        a_style("Title")
        + a_style("Heading_20_2", more='style:display-name="Heading 2"')
        + a_style("Odd", more='style:default-outline-level="4"')
        + a_style("Quotations")
    )
    body = (
        para("The title", "Title")
        + heading("First")
        + para(_PROSE)
        + para("Second", "Own")
        + para(_PROSE)
        + para("Fourth", "Odd")
        + para("Said", "Quotations")
    )
    automatic = a_style("Own", more='style:parent-style-name="Heading_20_2"')
    blocks = blocks_of(odt, write_odt(tmp_path, body, automatic=automatic, styles=styles))
    assert [(block.kind.value, block.level, block.text) for block in blocks] == [
        ("heading", 1, "The title"),
        ("heading", 1, "First"),
        ("paragraph", 0, _PROSE),
        ("heading", 2, "Second"),
        ("paragraph", 0, _PROSE),
        ("heading", 4, "Fourth"),
        ("quotation", 0, "Said"),
    ]


def test_headings_are_known_by_look_where_there_are_no_styles(tmp_path: Path) -> None:
    large = '<style:text-properties fo:font-weight="bold" fo:font-size="16pt"/>'
    automatic = (
        a_style("B", '<style:text-properties fo:font-weight="bold"/>')
        + a_style("L", large)
        + a_style("U", '<style:text-properties style:text-underline-style="solid"/>')
        + a_style("C", '<style:text-properties fo:text-transform="uppercase"/>')
        + a_style("P", '<style:text-properties fo:font-size="150%"/>')
        + a_style("Q", '<style:paragraph-properties fo:margin-left="1cm" fo:margin-right="0.5in"/>')
        + a_style("Q2", '<style:paragraph-properties fo:margin-left="1cm" fo:margin-right="1cm"/>')
        + '<style:style style:family="text" style:name="T"><style:text-properties '
        'fo:font-weight="700"/></style:style>'
    )
    default = (
        '<style:default-style style:family="paragraph"><style:text-properties '
        'fo:font-size="12pt" fo:language="en" fo:country="GB"/></style:default-style>'
    )
    span = '<text:span text:style-name="T">By its span</text:span>'
    lines = [
        ("Bold", "B"),
        ("Large", "L"),
        ("Underlined", "U"),
        ("Capitals", "C"),
        ("Per cent", "P"),
    ]
    body = "".join(para(text, name) + para(_PROSE) for text, name in lines)
    body += para(span) + para(_PROSE) + para("Plain") + para(_PROSE, "Q") + para(_PROSE, "Q2")
    document = read_with(odt, write_odt(tmp_path, body, automatic=automatic, styles=default))
    found = [block for block in document.blocks if block.kind is BlockKind.HEADING]
    assert [block.text for block in found] == [text for text, _ in lines] + ["By its span"]
    assert found[1].level < found[0].level
    assert document.blocks[-1].kind is BlockKind.QUOTATION
    assert document.metadata.language == "en-GB"


def test_lists_have_their_numbers_and_bullets(tmp_path: Path) -> None:
    automatic = (
        list_style(
            "N",
            level(1, more='style:num-suffix="."'),
            level(2, "a", 'style:num-prefix="(" style:num-suffix=")"'),
            level(3, more='text:display-levels="2"'),
        )
        + list_style("B", _BULLET)
        + list_style("F", level(1, "I", 'loext:num-list-format="Part %1%:"'))
        + list_style("0", level(1, ""))
    )
    named = 'text:style-name="N"'
    body = (
        items(
            para("one") + para("one goes on"),
            para("two") + items(para("sub") + items(para("third"))),
            more=named,
        )
        + para("Between")
        + items(para("three"), more=f'{named} text:continue-numbering="true" xml:id="L"')
        + items(para("anew"), more=named)
        + items(para("four"), more=f'{named} text:continue-list="L"')
        + items(para("point"), more='text:style-name="B"')
        + items(para("form"), more='text:style-name="F"')
        + items(para("nothing"), more='text:style-name="0"')
        + items(para("unknown"))
        + '<text:list text:style-name="N"><text:list-header><text:p>header</text:p>'
        '</text:list-header><text:list-item text:start-value="7"><text:p>seven</text:p>'
        "</text:list-item></text:list>"
    )
    assert brief(blocks_of(odt, write_odt(tmp_path, body, automatic=automatic))) == [
        ("numbered-paragraph", "1", "one"),
        ("paragraph", "", "one goes on"),
        ("numbered-paragraph", "2", "two"),
        ("list-item", "a", "sub"),
        ("numbered-paragraph", "a.1", "third"),
        ("paragraph", "", "Between"),
        ("numbered-paragraph", "3", "three"),
        ("list-item", "1", "anew"),
        ("numbered-paragraph", "4", "four"),
        ("list-item", "", "point"),
        ("list-item", "Part I", "form"),
        ("paragraph", "", "nothing"),
        ("list-item", "", "unknown"),
        ("paragraph", "", "header"),
        ("numbered-paragraph", "7", "seven"),
    ]


def test_numbers_of_headings_and_of_numbered_paragraphs(tmp_path: Path) -> None:
    outline = (
        '<text:outline-style><text:outline-level-style text:level="1" style:num-format="1"/>'
        '<text:outline-level-style text:level="2" style:num-format="1" text:display-levels="2"/>'
        "</text:outline-style>"
    )
    lists = list_style("N", level(1), level(2, "a"))
    numbered = (
        '<text:numbered-paragraph text:list-id="x" text:style-name="N" text:level="{}">{}'
        "</text:numbered-paragraph>"
    )
    body = (
        heading("One")
        + heading("One point one", 2)
        + heading("Unnumbered", more='text:is-list-header="true"')
        + heading("Five", more='text:restart-numbering="true" text:start-value="5"')
        + numbered.format(1, para("first"))
        + numbered.format(2, para("letter"))
        + numbered.format(1, para("second"))
    )
    path = write_odt(tmp_path, body, automatic=lists, styles=outline)
    assert [block.number for block in blocks_of(odt, path)] == ["1", "1.1", "", "5", "1", "a", "2"]


def test_a_list_style_can_come_from_the_paragraph_or_change_within(tmp_path: Path) -> None:
    automatic = (
        a_style("P", more='style:list-style-name="N"')
        + list_style("N", level(1), level(2))
        + list_style("A", level(2, "a"))
    )
    inner = items(para("deep"), more='text:style-name="A"')
    body = items(para("one", "P"), para("two", "P") + inner)
    path = write_odt(tmp_path, body + items(), automatic=automatic)
    assert [block.number for block in blocks_of(odt, path)] == ["1", "2", "a"]


def test_tables_have_their_cells_merged_ones_once(tmp_path: Path) -> None:
    def cell(text: str, more: str = "") -> str:
        return f"<table:table-cell {more}>{text}</table:table-cell>"

    covered = "<table:covered-table-cell/>"
    inner = f"<table:table-row>{cell(para('x'))}{cell(para('y'))}</table:table-row>"
    nested = f"<table:table>{inner}</table:table>"
    empty = cell("", 'table:number-columns-repeated="3"')
    body = (
        "<table:table><table:table-header-rows><table:table-row>"
        f"{cell(para('Wide'))}{covered}{cell(para('C'))}"
        "</table:table-row></table:table-header-rows><text:soft-page-break/><table:table-row>"
        f"{cell(para('A') + para('more'))}{cell(nested)}{empty}"
        "</table:table-row></table:table>"
        f"<table:table><table:table-row>{cell(para('Framed'))}</table:table-row></table:table>"
    )
    blocks = blocks_of(odt, write_odt(tmp_path, body))
    assert blocks[0].cells == (("Wide", "", "C"), ("A\nmore", "x y", ""))
    assert brief(blocks)[-1] == ("paragraph", "", "Framed")


def test_notes_boxes_and_indexes_come_once_and_in_order(tmp_path: Path) -> None:
    footnote = (
        '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation>'
        "<text:note-body><text:p>The note</text:p></text:note-body></text:note>"
    )
    box = "<draw:text-box><text:p>In a box</text:p></draw:text-box>"
    box = f"<draw:frame>{box}<draw:image/></draw:frame>"
    shape = "<draw:g><draw:custom-shape><text:p>In a shape</text:p></draw:custom-shape></draw:g>"
    index = (
        "<text:table-of-content><text:table-of-content-source><text:p>no</text:p>"
        "</text:table-of-content-source><text:index-body><text:index-title>"
        + para("Contents", "Contents_20_Heading")
        + "</text:index-title>"
        + para("Summary<text:tab/>3")
        + "</text:index-body></text:table-of-content>"
    )
    body = index + para(f"One{footnote}, two{box}") + shape + "<draw:frame/>"
    styles = a_style("Contents_20_Heading", more='style:display-name="Contents Heading"')
    assert brief(blocks_of(odt, write_odt(tmp_path, body, styles=styles))) == [
        ("heading", "", "Contents"),
        ("paragraph", "", "Summary\t3"),
        ("paragraph", "", "One, two"),
        ("footnote", "1", "The note"),
        ("paragraph", "", "In a box"),
        ("paragraph", "", "In a shape"),
    ]


def test_changes_comments_and_hidden_text_are_left_out_and_said(tmp_path: Path) -> None:
    hidden = '<style:text-properties text:display="none"/>'
    automatic = (
        a_style("H", hidden)
        + f'<style:style style:family="text" style:name="T">{hidden}</style:style>'
    )
    body = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>gone</text:p>"
        "</text:deletion></text:changed-region></text:tracked-changes>"
        + para("Kept<office:annotation><text:p>a comment</text:p></office:annotation>")
        + para("Hidden", "H")
        + para('Seen<text:span text:style-name="T"> not</text:span>')
        + para('gone too<text:hidden-paragraph text:is-hidden="true"/>')
        + '<text:section text:display="none"><text:p>section</text:p></text:section>'
        + "<text:section><text:p>shown section</text:p></text:section>"
        + "<office:annotation><text:p>another</text:p></office:annotation>"
    )
    document = read_with(odt, write_odt(tmp_path, body, automatic=automatic))
    assert texts(document.blocks) == ["Kept", "Seen", "shown section"]
    assert document.notices == (
        "Tracked changes were read as if all of them had been accepted.",
        "Comments in the margin were left out.",
        "Hidden text was left out.",
    )


def test_spaces_links_and_fields_become_text(tmp_path: Path) -> None:
    body = (
        para('a<text:s text:c="3"/>b\n\t c<text:line-break/>d')
        + para('<text:a xlink:href="http://nowhere.example" xmlns:xlink="x">our site</text:a>')
        + para(
            "<text:ruby><text:ruby-base>base</text:ruby-base><text:ruby-text>over</text:ruby-text></text:ruby>"
        )
        + para("<text:placeholder>prompt</text:placeholder><text:sequence>Table 1</text:sequence>")
    )
    assert texts(blocks_of(odt, write_odt(tmp_path, body))) == [
        "a b c d",
        "our site",
        "base",
        "Table 1",
    ]


def test_pages_are_those_that_were_last_shown(tmp_path: Path) -> None:
    automatic = a_style("New", '<style:paragraph-properties fo:break-before="page"/>')
    body = (
        para("One", "New")
        + para("ends on <text:soft-page-break/>two")
        + para("Two")
        + para("Three", "New")
        + "<text:soft-page-break/>"
        + items(para("Four"))
        + para("Still four")
    )
    blocks = blocks_of(odt, write_odt(tmp_path, body, automatic=automatic))
    assert [block.page for block in blocks if block.text] == [1, 1, 2, 3, 4, 4]


def test_metadata_is_read(tmp_path: Path) -> None:
    meta = (
        "<dc:title>Our response</dc:title><meta:initial-creator>Jo Bloggs</meta:initial-creator>"
        "<meta:creation-date>2018-01-01T00:00:00</meta:creation-date>"
        "<dc:date>2019-05-01T10:00:00</dc:date><dc:language>cy-GB</dc:language>"
    )
    said = read_with(odt, write_odt(tmp_path, para("x"), meta=meta)).metadata
    assert (said.title, said.author, said.date, said.language) == (
        "Our response",
        "Jo Bloggs",
        "2019-05-01",
        "cy-GB",
    )


def test_the_flat_form_in_one_file_is_read_too(tmp_path: Path) -> None:
    path = flat_odt(tmp_path, heading("Title") + para("Text"))
    assert brief(blocks_of(odt, path)) == [("heading", "", "Title"), ("paragraph", "", "Text")]


@pytest.mark.parametrize("parent", ["P", "Other"])
def test_styles_that_inherit_in_a_circle_cost_nothing(tmp_path: Path, parent: str) -> None:
    styles = a_style("P", more=f'style:parent-style-name="{parent}"') + a_style(
        "Other", more='style:parent-style-name="P"'
    )
    assert texts(blocks_of(odt, write_odt(tmp_path, para("Text", "P"), styles=styles))) == ["Text"]
