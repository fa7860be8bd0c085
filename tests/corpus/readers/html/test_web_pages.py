from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.quality.light import score
from benchmarks.quality.light_documents import document as response
from benchmarks.quality.light_pages import PAGES
from desktop.core.document import Block, BlockKind, Document
from desktop.corpus.limits import USUAL
from desktop.corpus.readers.html import read, read_fragment

K = BlockKind
PROSE = "<p>We run a hall in the valley. It is open every day, and 400 people use it each week.</p>"


@pytest.fixture
def page(tmp_path: Path):
    def make(inside: str, head: str = "", encoding: str = "utf-8") -> Document:
        path = tmp_path / "page.html"
        text = f"<!DOCTYPE html><html lang='en-GB'><head>{head}</head><body>{inside}</body></html>"
        path.write_bytes(text.encode(encoding))
        return read(path, USUAL)

    return make


def texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks]


@pytest.mark.parametrize("site", PAGES)
@pytest.mark.parametrize("seed", range(4))
def test_a_response_is_read_the_same_from_any_kind_of_site(tmp_path: Path, site: str, seed: int):
    items = response(seed)
    path = tmp_path / "page.html"
    path.write_text(PAGES[site](items), encoding="utf-8")
    tokens, headings = score(read(path, USUAL).blocks, items)
    assert tokens >= 0.99
    assert headings >= 0.95


FURNITURE = [
    '<nav><ul><li><a href="/">Home</a></li></ul></nav>',
    '<div class="cookie-banner"><p>We use cookies to make this better.</p></div>',
    '<div class="share-buttons"><a href="/t">Tweet this</a></div>',
    '<div id="respond"><h3>Leave a Reply</h3><form><textarea></textarea></form></div>',
    '<div role="search"><p>Search this site</p></div>',
    '<p style="display:none">Hidden words</p>',
    "<div hidden><p>Hidden words</p></div>",
    "<script>var words = 'Hidden';</script>",
    '<ul><li><a href="/a">First story</a></li><li><a href="/b">Second story</a></li>'
    '<li><a href="/c">Third story</a></li><li><a href="/d">Fourth story</a></li></ul>',
    "<footer><p>© Fernbrook Trust 2019</p></footer>",
    "<p>Share this page</p>",
    '<figure><img src="x.jpg"><figcaption>Ann Example in her hall. Credit: B</figcaption></figure>',
    '<p>Read more: <a href="/x">The halls that closed</a></p>',
    '<span class="visually-hidden">Opens in a new window</span>',
]


@pytest.mark.parametrize("part", FURNITURE)
def test_what_belongs_to_the_site_is_left_out(page, part: str):
    plain = texts(page(f"<main><h1>Our response</h1>{PROSE}{PROSE}</main>"))
    assert texts(page(f"<main><h1>Our response</h1>{PROSE}{part}{PROSE}</main>")) == plain
    assert texts(page(f"{part}<h1>Our response</h1>{PROSE}{PROSE}")) == plain


def test_the_person_is_told_that_something_was_left_out(page):
    document = page(f"<main>{PROSE}</main><nav><a href='/'>Home</a></nav>")
    assert "left out" in document.notices[0]
    assert page(PROSE).notices == ()


@pytest.mark.parametrize(
    "part",
    [
        '<div class="menu"><h1>Our response</h1><p>We run a hall that everybody knows.</p></div>',
        '<form action="/postback"><p>We run a hall, says a page made by an old program.</p></form>',
        "<header><h1>Our response</h1></header>",
        "<figure><figcaption>Figure 1: what a hall costs in a year</figcaption></figure>",
        '<p>See the <a href="/report">report</a> on what became of the halls that were sold.</p>',
        "".join(f'<p><a href="#part{at}">Part {at}</a></p>' for at in range(5)),
    ],
)
def test_what_only_looks_like_furniture_stays(page, part: str):
    with_part, without = page(f"{PROSE}{part}{PROSE}"), page(f"{PROSE}{PROSE}")
    assert len(with_part.blocks) > len(without.blocks)


def test_headings_keep_their_level_and_give_up_their_number(page):
    document = page(
        f"<h1>Our response</h1>{PROSE}<h3>3.2 Costs</h3>{PROSE}<p><b>By year</b></p>{PROSE}"
    )
    assert [b for b in document.blocks if b.kind is K.HEADING] == [
        Block(K.HEADING, "Our response", level=1),
        Block(K.HEADING, "Costs", level=3, number="3.2"),
        Block(K.HEADING, "By year", level=4),
    ]


def test_a_sentence_in_bold_is_no_heading(page):
    document = page(f"{PROSE}<p><b>We want the hall to stay open.</b></p>{PROSE}")
    assert not any(block.kind is K.HEADING for block in document.blocks)


def test_lists_keep_depth_and_the_numbers_that_a_browser_prints(page):
    document = page(
        "<ul><li>one<ul><li>inner</li></ul></li><li>two</li></ul>"
        '<ol start="4"><li>four<li>five<li value="9">nine<li>ten</ol>'
        '<ol type="a"><li>first</li><li>second</li></ol><ol type="I"><li>x</li><li>y</li></ol>'
        '<ol style="list-style:none"><li>bare</li></ol>'
    )
    assert [(b.text, b.level, b.number) for b in document.blocks] == [
        ("one", 1, ""),
        ("inner", 2, ""),
        ("two", 1, ""),
        ("four", 1, "4"),
        ("five", 1, "5"),
        ("nine", 1, "9"),
        ("ten", 1, "10"),
        ("first", 1, "a"),
        ("second", 1, "b"),
        ("x", 1, "I"),
        ("y", 1, "II"),
        ("bare", 1, ""),
    ]


def test_long_items_of_a_numbered_list_are_numbered_paragraphs(page):
    long = " ".join(["words"] * 30)
    document = page(f"<ol><li>{long}</li><li>{long}</li></ol>")
    assert [(b.kind, b.number) for b in document.blocks] == [(K.NUMBERED, "1"), (K.NUMBERED, "2")]


def test_numbers_and_bullets_that_are_text_are_taken_from_it(page):
    document = page(
        "<p>12. We run a hall.</p><p>• a point</p><p>(b) another</p><p>2019 was cold.</p>"
    )
    assert document.blocks == (
        Block(K.NUMBERED, "We run a hall.", number="12"),
        Block(K.LIST_ITEM, "a point", level=1),
        Block(K.LIST_ITEM, "another", level=1, number="b"),
        Block(K.PARAGRAPH, "2019 was cold."),
    )


def test_tables_of_data_keep_their_cells(page):
    document = page(
        f"{PROSE}<table><caption>Use</caption><tr><th>Year</th><th>People</th></tr>"
        "<tr><td>2018</td><td>412<br>a week</td></tr></table>"
    )
    table = document.blocks[-1]
    assert table.kind is K.TABLE
    assert table.cells == (("Year", "People"), ("2018", "412 a week"))
    assert "Use" in texts(document)


def test_tables_that_lay_out_a_page_are_no_tables(page):
    document = page(
        f"<table><tr><td><a href='/'>Home</a></td><td><h1>Our response</h1>{PROSE}"
        "<table><tr><td>2018</td><td>412</td></tr><tr><td>2019</td><td>398</td></tr></table>"
        "</td></tr></table>"
    )
    assert [b.kind for b in document.blocks if b.text != "Home"] == [
        K.HEADING,
        K.PARAGRAPH,
        K.TABLE,
    ]


NOTES = {
    "word": (
        '<p>We say.<a href="#_ftn1" name="_ftnref1">[1]</a> And more.</p>',
        '<div id="ftn1"><p><a href="#_ftnref1" name="_ftn1">[1]</a> The note.</p></div>',
    ),
    "list": (
        '<p>We say.<sup><a id="ref1" href="#fn1">1</a></sup> And more.</p>',
        '<ol><li id="fn1">The note. <a href="#ref1">↩</a></li></ol>',
    ),
    "brackets": (
        '<p>We say.[<a href="#note-1">1</a>] And more.</p>',
        '<div class="footnotes"><p id="note-1">1. The note.</p></div>',
    ),
}


@pytest.mark.parametrize("way", NOTES)
def test_footnotes_follow_the_block_that_refers_to_them(page, way: str):
    mark, note = NOTES[way]
    assert page(f"{PROSE}{mark}{PROSE}{note}").blocks[1:3] == (
        Block(K.PARAGRAPH, "We say. And more."),
        Block(K.FOOTNOTE, "The note.", number="1"),
    )


def test_a_link_to_a_part_of_the_page_is_no_footnote(page):
    document = page(
        '<p>See <a href="#part2">2</a> below.</p><h2 id="part2">What changed</h2>' + PROSE
    )
    assert texts(document)[:2] == ["See 2 below.", "What changed"]


def test_quotations_are_quotations(page):
    document = page(
        f"{PROSE}<blockquote><p>We want a hall.</p></blockquote><p>They <q>said</q> so.</p>"
    )
    assert document.blocks[1] == Block(K.QUOTATION, "We want a hall.")
    assert texts(document)[2] == "They “said” so."


def test_line_breaks_part_paragraphs_where_a_sentence_ends_and_nowhere_else(page):
    document = page("<p>We run<br>a hall.<br>It is open.<br><br>Since 1987</p>")
    assert texts(document) == ["We run a hall.", "It is open.", "Since 1987"]


def test_the_heading_above_the_main_part_is_kept(page):
    document = page(f"<div><h1>Our response</h1></div><article>{PROSE * 6}</article>")
    assert document.blocks[0] == Block(K.HEADING, "Our response", level=1)


def test_a_large_first_line_is_the_title(page):
    document = page(
        f'<p class="MsoTitle"><span style="font-size:28pt">Our response</span></p>{PROSE}'
    )
    assert document.blocks[0] == Block(K.HEADING, "Our response", level=1)


def test_what_a_page_says_about_itself_is_its_metadata(page):
    document = page(
        f"<h1>Our response</h1>{PROSE}",
        "<title>Our response | Fernbrook Trust</title><meta name='author' content='Ann Example'>"
        "<meta property='article:published_time' content='2019-03-04T10:00:00Z'>",
    )
    said = document.metadata
    assert (said.title, said.author, said.date, said.language) == (
        "Our response",
        "Ann Example",
        "2019-03-04",
        "en-GB",
    )


def test_a_date_beside_the_text_is_found(page):
    document = page(f"<time datetime='2019-03-04' pubdate>4 March</time>{PROSE}")
    assert document.metadata.date == "2019-03-04"


@pytest.mark.parametrize(
    ("encoding", "head"),
    [
        ("utf-8", ""),
        ("utf-8", "<meta charset='iso-8859-1'>"),
        ("cp1252", "<meta http-equiv='Content-Type' content='text/html; charset=iso-8859-1'>"),
        ("cp1252", ""),
        ("utf-16", "<meta charset='utf-16'>"),
        ("koi8-r", "<meta charset='koi8-r'>"),
    ],
)
def test_pages_are_read_whatever_their_encoding(page, encoding: str, head: str):
    words = "зал" if encoding == "koi8-r" else "“The Trust’s café”"
    assert texts(page(f"<p>{words}</p>", head, encoding)) == [words]


def test_nothing_is_fetched_and_nothing_outside_is_followed(page):
    document = page(
        f"<link rel='stylesheet' href='https://example.invalid/a.css'>{PROSE}"
        "<img src='https://example.invalid/a.png'><iframe src='file:///etc/passwd'></iframe>"
        "<object data='https://example.invalid/x'></object>"
    )
    assert len(document.blocks) == 1


ARCHIVE = (
    "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://example.org/\r\nSubject: x\r\n"
    'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="B"\r\n\r\n'
    "--B\r\nContent-Type: text/html; charset=utf-8\r\n"
    "Content-Transfer-Encoding: quoted-printable\r\n\r\n"
    "<html><body><h1>Our response</h1><p>The hall=E2=80=99s costs.</p></body></html>\r\n"
    "--B\r\nContent-Type: image/png\r\n\r\nxx\r\n--B--\r\n"
)


def test_a_web_archive_of_one_file_is_read(tmp_path: Path):
    path = tmp_path / "a.mhtml"
    path.write_bytes(ARCHIVE.encode())
    assert texts(read(path, USUAL)) == ["Our response", "The hall’s costs."]


def test_a_fragment_loses_only_what_nobody_sees():
    document = read_fragment(
        "<p>Hello<script>x()</script></p><div class='menu'><p>More</p></div>", "a"
    )
    assert texts(document) == ["Hello", "More"]


NAMES = "p div table tr td ul ol li h2 blockquote b a pre body"
TAGS = st.sampled_from(
    [
        *(f"<{slash}{tag}>" for slash in ("", "/") for tag in NAMES.split()),
        *(
            "<br>",
            "<a href='#fn1'>1</a>",
            "<p id='fn1'>",
            "words",
            " ",
            "1. ",
            "• ",
            "<td colspan=9>",
        ),
    ]
)


@given(st.lists(TAGS, max_size=40).map("".join))
@settings(max_examples=80)
def test_any_muddle_of_tags_gives_blocks_with_words(muddle: str):
    for block in read_fragment(muddle, "a").blocks:
        assert block.text.strip()
        assert 0 <= block.level <= 9
        assert block.kind is not K.TABLE or block.cells


@given(
    st.lists(st.sampled_from(["hall", "grant", "people", "£400", "open"]), min_size=1, max_size=30)
)
def test_no_word_of_the_text_is_lost_and_none_comes_twice(words: list[str]):
    inside = "".join(
        f"<{tag}>{word}</{tag}>"
        for word, tag in zip(words, ["p", "li", "h2", "td", "blockquote", "div"] * 5, strict=False)
    )
    found = " ".join(texts(read_fragment(inside, "a"))).split()
    assert sorted(found) == sorted(words)
