from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.text import (
    ListBlock,
    Paragraph,
    Quote,
    Subheading,
    Table,
    Text,
    lines,
    normalise,
    plain,
    plain_text,
)
from desktop.ui.editor.paste import LONGEST_PARAGRAPH, blocks_from_html, blocks_from_text
from tests.support.blocks import any_markdown

WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><title>Draft</title>
<style><!-- p.MsoNormal {margin:0cm;} --></style></head><body lang=EN-GB><!--StartFragment-->
<h2><span lang=EN-GB>Local <b>effects</b><o:p></o:p></span></h2>
<p class=MsoNormal>Cuts are <b>urgent<o:p></o:p></b> and
<i>slow</i>, see <a href="https://a.example/x?a=1&amp;b=2">here</a><a href="#_ftn1">[1]</a>.</p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18pt;mso-list:l0 level1 lfo1'>
<![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span
style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;</span></span></span><![endif]>Bullet one</p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='mso-list:Ignore'>o<span>&nbsp;</span></span><![endif]>Bullet two</p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><!--[if !supportLists]--><span
style='mso-list:Ignore'>1.<span>&nbsp;</span></span><!--[endif]-->Number one</p>
<p class=MsoQuote><i>Said once</i></p>
<p style='mso-hide:all'>hidden</p>
<p class=MsoNormal><img src="file:///c:/x.png" alt="chart"><o:p>&nbsp;</o:p></p>
<!--EndFragment--></body></html>"""

GOOGLE = """<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1">
<p dir="ltr"><span style="font-weight:400;">One </span><span
style="font-weight:700;font-style:italic">two</span></p>
<br /><ul><li dir="ltr"><p role="presentation"><span>item</span></p></li>
<ol><li>nested</li></ol></ul></b>"""

OFFICE = """<body><p align="left"><font face="Liberation Serif"><b>Bold</b> plain</font></p>
<ol><li><p>first</p></li><li><p>second</p></li></ol>
<table><col width="128"><tr><td><p>Year</p></td><td><p>Groups</p></td></tr>
<tr><td>2009</td><td>11</td></tr></table><p><br></p></body>"""


def said(text: str, **look) -> tuple[Text]:
    return (Text(text, **look),)


def test_a_pasted_word_document_keeps_its_headings_bold_words_links_and_lists():
    assert blocks_from_html(WORD) == (
        Subheading(said("Local effects")),
        Paragraph(
            (
                Text("Cuts are "),
                Text("urgent", bold=True),
                Text(" and "),
                Text("slow", italic=True),
                Text(", see "),
                Text("here", href="https://a.example/x?a=1&b=2"),
                Text("[1]."),
            )
        ),
        ListBlock(False, (said("Bullet one"), said("Bullet two"))),
        ListBlock(True, (said("Number one"),)),
        Quote((said("Said once", italic=True),)),
    )


def test_a_pasted_google_document_keeps_its_emphasis_and_lists():
    assert blocks_from_html(GOOGLE) == (
        Paragraph((Text("One "), Text("two", bold=True, italic=True))),
        ListBlock(False, (said("item"), said("nested"))),
    )


def test_a_pasted_libreoffice_document_keeps_its_table():
    assert blocks_from_html(OFFICE) == (
        Paragraph((Text("Bold", bold=True), Text(" plain"))),
        ListBlock(True, (said("first"), said("second"))),
        Table((said("Year"), said("Groups")), ((said("2009"), said("11")),)),
    )


@pytest.mark.parametrize(
    ("html", "blocks"),
    [
        ("a<br>b<br><br>c", (Paragraph(said("a b")), Paragraph(said("c")))),
        ("<p>a<p>b", (Paragraph(said("a")), Paragraph(said("b")))),
        ("<ul><li>a<li>b</ul>c", (ListBlock(False, (said("a"), said("b"))), Paragraph(said("c")))),
        ("<pre>a\nb</pre>", (Paragraph(said("a")), Paragraph(said("b")))),
        ("<blockquote><p>a</p><h2>b</h2></blockquote>", (Quote((said("a"), said("b"))),)),
        ("<script>x</script>a<style>y</style><svg><text>z</text></svg>", (Paragraph(said("a")),)),
        ("a<script>never ended", (Paragraph(said("a")),)),
        ("<a href='javascript:x'>a</a>", (Paragraph(said("a")),)),
        ("<table><tr><td><p>a</p>b</table>", (Paragraph(said("a")), Paragraph(said("b")))),
        ("x &lt;b&gt; &amp; 1 < 2 <3", (Paragraph(said("x <b> & 1 < 2 <3")),)),
        ('<a title="a>b" href="http://a">c</a>', (Paragraph(said("c", href="http://a")),)),
        ("</td></div>a</p>b", (Paragraph(said("a")), Paragraph(said("b")))),
        ("<td>a</td>b", (Paragraph(said("a")), Paragraph(said("b")))),
        ("<dl><dt>a<dd>b</dl>", (Paragraph(said("a")), Paragraph(said("b")))),
        ("<b>a<!-- c --></b><?x?><!doctype html>", (Paragraph(said("a", bold=True)),)),
        ("<span style='display:none'>a</span>\x07b", (Paragraph(said("b")),)),
    ],
)  # fmt: skip
def test_html_of_any_making_is_read_as_its_words(html, blocks):
    assert blocks_from_html(html) == blocks


def test_cells_that_span_columns_and_rows_leave_a_square_table():
    html = (
        "<table><tr><td rowspan=2>a</td><td colspan=2>b</td></tr><tr><td>c</td><td>d</td></tr>"
        "<tr><td>e<table><tr><td>f</td><td>g</td></tr></table></td></tr></table>"
    )
    assert blocks_from_html(html) == (
        Table(
            (said("a"), said("b"), ()),
            (((), said("c"), said("d")), (said("e f g"), (), ())),
        ),
    )


@given(any_markdown, st.data())
def test_any_html_gives_a_normal_form(text, data):
    tags = [
        "<p>",
        "</p>",
        "<table>",
        "<tr>",
        "<td>",
        "</td>",
        "</table>",
        "<li>",
        "<ul>",
        "<a href='",
    ]
    pieces = data.draw(
        st.lists(st.sampled_from([*tags, text, "<b style='font-weight:400'>", "</b>"]))
    )
    blocks = blocks_from_html("".join(pieces))
    assert blocks == normalise(blocks)


@given(st.text())
def test_plain_text_keeps_every_word(text):
    words = blocks_from_html(text.replace("&", "&amp;").replace("<", "&lt;"))
    assert "".join(plain_text(words).split()) == "".join(
        plain_text(normalise([Paragraph(said(text))])).split()
    )


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("a\nb", (Paragraph(said("a")), Paragraph(said("b")))),
        ("a\nb\n\nc\r\nd", (Paragraph(said("a b")), Paragraph(said("c d")))),
        ("• a\n• b\nc", (ListBlock(False, (said("a"), said("b"))), Paragraph(said("c")))),
        ("- a\n- b", (ListBlock(False, (said("a"), said("b"))),)),
        ("- a", (Paragraph(said("- a")),)),
        ("1. a\n2) b", (ListBlock(True, (said("a"), said("b"))),)),
        ("2. a\n4. b", (Paragraph(said("2. a")), Paragraph(said("4. b")))),
        ("a\x0bb\x07", (Paragraph(said("a")), Paragraph(said("b")))),
        ("[@x] *a*", (Paragraph(said("[@x] *a*")),)),
        ("", ()),
    ],
)
def test_plain_text_becomes_paragraphs_and_lists(text, blocks):
    assert blocks_from_text(text) == blocks


@pytest.mark.parametrize("unit", ["Words of a sentence. ", "wordsandwords ", "x"])
def test_an_endless_paragraph_is_parted_and_no_word_is_lost(unit):
    text = unit * (200_000 // len(unit))
    blocks = blocks_from_text(text)
    assert max(len(plain(line)) for line in lines(blocks)) <= LONGEST_PARAGRAPH
    assert "".join(plain_text(blocks).split()) == "".join(text.split())


def test_emphasis_survives_where_an_endless_paragraph_is_parted():
    blocks = blocks_from_html("<p>" + "<b>bold words. </b>plain words. " * 2000)
    texts = [part for line in lines(blocks) for part in line if isinstance(part, Text)]
    assert len(blocks) > 3
    assert sum(part.text.count("bold") for part in texts if part.bold) == 2000


@pytest.mark.parametrize(
    "unit",
    [
        "<",
        "<!--",
        "<a ",
        "<a href='",
        "&",
        "<div>",
        "</span>",
        "<![CDATA[",
        "<script>",
        "</",
        "<table>",
    ],
)
def test_the_time_for_broken_html_grows_with_its_length_alone(unit):
    def seconds(characters: int) -> float:
        html = unit * (characters // len(unit))
        start = time.process_time()
        blocks_from_html(html)
        return time.process_time() - start

    seconds(20_000)
    short, long = min(seconds(50_000) for _ in range(3)), seconds(800_000)
    assert long < 16 * 4 * max(short, 0.005)
