"""Rich text: its structure is found again, not only its words."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.document import BlockKind
from desktop.corpus.limits import Limits
from desktop.corpus.readers import rtf
from desktop.corpus.readers.office.shaping import one_line
from desktop.corpus.readers.rtf.reader import Reader
from tests.corpus.readers.office_files import blocks_of, brief, read_with, texts, write_rtf

_PROSE = "We ran a hall for thirty years and we saw what happened when the grant ended in spring."
_STYLES = (
    r"{\stylesheet{\s0 Normal;}{\s1\sbasedon0{\*\keycode 1}heading 1;}{\s2\outlinelevel1 Ours;}"
    r"{\s3\sbasedon1 Based;}{\s4 Quote;}{\s5\outlinelevel9 Text;}{\*\cs10 Default;}}"
)


def test_headings_are_known_by_style_outline_level_and_look(tmp_path: Path) -> None:
    body = (
        r"\pard\s1 First\par\pard\s0 " + _PROSE + r"\par\pard\s2 Second\par\pard " + _PROSE
        + r"\par\pard\s3 Third\par\pard\s5 " + _PROSE + r"\par\pard\s4 Said\par"
        + r"\pard\outlinelevel2 Fourth\par\pard " + _PROSE
    )  # fmt: skip
    blocks = blocks_of(rtf, write_rtf(tmp_path, body, _STYLES))
    found = [(block.text, block.level) for block in blocks if block.kind is BlockKind.HEADING]
    assert found == [("First", 1), ("Second", 2), ("Third", 1), ("Fourth", 3)]
    assert BlockKind.QUOTATION in {block.kind for block in blocks}
    body = (
        rf"{{\b By look\b0}}\par {_PROSE}\par {{\ul Underlined}}\par {_PROSE} {{\ul\ulnone x}}\par"
    )
    blocks = blocks_of(rtf, write_rtf(tmp_path, body))
    assert [block.text for block in blocks if block.kind is BlockKind.HEADING] == [
        "By look",
        "Underlined",
    ]


def test_numbers_written_beside_paragraphs_are_theirs(tmp_path: Path) -> None:
    body = (
        r"{\listtext\pard\plain 1.\tab}\ls1 We are\par"
        r"{\listtext\pard\plain 2.\tab}\ls1 We do\par"
        r"\pard{\pntext\f1\'b7\tab}point\par"
        r"\pard{\listtext o\tab}\ls1\ilvl1 hollow\par"
        r"\pard{\listtext (a)\tab}\ls1\ilvl1 letter\par"
        r"\pard{\listtext 1.\tab}\ls1 anew\par"
    )
    head = r"{\fonttbl{\f0\fcharset0 Arial;}{\f1\fcharset2 Symbol;}}"
    assert brief(blocks_of(rtf, write_rtf(tmp_path, body, head))) == [
        ("numbered-paragraph", "1", "We are"),
        ("numbered-paragraph", "2", "We do"),
        ("list-item", "", "point"),
        ("list-item", "", "hollow"),
        ("list-item", "a", "letter"),
        ("list-item", "1", "anew"),
    ]


def test_numbers_are_computed_where_none_were_written(tmp_path: Path) -> None:
    head = (
        r"{\*\listtable{\list{\listlevel\levelnfc0\levelstartat3{\leveltext\'02\'00.;}"
        r"{\levelnumbers\'01;}}{\listlevel\levelnfc23{\leveltext\'01\u8226 ?;}}\listid7}}"
        r"{\*\listoverridetable{\listoverride\listid7\listoverridecount0\ls1}}"
    )
    body = r"\ls1 three\par \ls1 four\par \ls1\ilvl1 point\par \ls1\ilvl8 none\par\pard\ls9 no\par"
    assert brief(blocks_of(rtf, write_rtf(tmp_path, body, head))) == [
        ("numbered-paragraph", "3", "three"),
        ("numbered-paragraph", "4", "four"),
        ("list-item", "", "point"),
        ("paragraph", "", "none"),
        ("paragraph", "", "no"),
    ]


def test_tables_have_their_cells_merged_ones_once(tmp_path: Path) -> None:
    def row(definition: str, *cells: str) -> str:
        inside = "".join(rf"\pard\intbl {cell}\cell" for cell in cells)
        return rf"\trowd{definition}{inside}\row"

    body = (
        r"Before\par"
        + row(r"\cellx2000\cellx3000", "Wide", "C")
        + row(r"\clvmgf\cellx1000\cellx2020\cellx3000", "Tall", "B2", "C2")
        + row(r"\clvmrg\cellx1000\cellx2000\cellx3000", "", r"B3\par more", "C3")
        + row(r"\clmgf\cellx1000\clmrg\cellx2000\cellx3000", "M", "", "C4")
        + r"\pard After\par"
    )
    before, block, after = blocks_of(rtf, write_rtf(tmp_path, body))
    assert (before.text, after.text) == ("Before", "After")
    assert block.cells == (
        ("Wide", "", "C"),
        ("Tall", "B2", "C2"),
        ("", "B3\nmore", "C3"),
        ("M", "", "C4"),
    )


def test_a_table_within_a_cell_is_read_as_its_lines(tmp_path: Path) -> None:
    body = (
        r"\trowd\cellx1000\cellx2000\pard\intbl\itap1 A\par"
        r"\pard\intbl\itap2 x\nestcell y\nestcell"
        r"{\*\nesttableprops\trowd\cellx500\cellx900\nestrow}"
        r"{\nonesttables\par}\pard\intbl\itap1 Z\cell B\cell\row\pard\par"
        r"\trowd\cellx900\pard\intbl framed\cell\row\pard left over"
    )
    blocks = blocks_of(rtf, write_rtf(tmp_path, body))
    assert blocks[0].cells[0] == ("A\nx y\nZ", "B")
    assert "left over" in blocks[-1].text


def test_an_unfinished_table_loses_no_text(tmp_path: Path) -> None:
    body = r"\trowd\cellx900\pard\intbl one\cell two"
    assert texts(blocks_of(rtf, write_rtf(tmp_path, body))) == ["one", "two"]


def test_notes_follow_their_paragraph_with_their_marks(tmp_path: Path) -> None:
    body = (
        r"One{\super\chftn{\footnote\pard{\super\chftn} First\par more}} goes on.\par "
        r"Two{\super\chftn}{\footnote\ftnalt{\super\chftn}At the end}\par "
        r"Three*{\footnote * Starred}\par Four{\footnote }\par"
    )
    assert brief(blocks_of(rtf, write_rtf(tmp_path, body, r"\aftnnrlc\ftnstart4"))) == [
        ("paragraph", "", "One goes on."),
        ("footnote", "4", "First more"),
        ("paragraph", "", "Two"),
        ("footnote", "i", "At the end"),
        ("paragraph", "", "Three"),
        ("footnote", "*", "Starred"),
        ("paragraph", "", "Four"),
    ]


def test_text_boxes_and_objects_are_read_once(tmp_path: Path) -> None:
    body = (
        r"Anchor{\shp{\*\shpinst{\sp{\sn x}{\sv 1}}{\shptxt In the box\par}}"
        r"{\shprslt{\*\do{\dptxbxtext In the box\par}}}} text\par"
        r"{\*\do\dobxpage{\dptxbxtext Older box\par}}Next\par"
        r"{\object{\*\objclass Excel}{\result A result}}\par"
    )
    assert texts(blocks_of(rtf, write_rtf(tmp_path, body))) == [
        "Anchor text",
        "In the box",
        "Next",
        "Older box",
        "A result",
    ]


def test_codes_headers_pictures_and_the_like_are_left_out(tmp_path: Path) -> None:
    body = (
        r"{\header Running\par}{\footer Page {\chpgn}}{\*\unknown gone{\b too}}"
        r"{\pict\wmetafile8 0102ff}{\*\bkmkstart a}Text {\field{\*\fldinst HYPERLINK x}"
        "{\\fldrslt a link}} \\bin4 }{}}and\r\n on\\par {\\upr{ansi}{\\*\\ud unicode}}\\par"
        r"{\field{\*\fldinst FORMCHECKBOX {\*\formfield\fftype1\ffres25\ffdefres1}}} yes\par"
        r"{\field{\*\fldinst FORMCHECKBOX {\*\formfield\fftype1\ffres0}}} no"
        r"{\field{\*\fldinst FORMTEXT {\*\formfield\fftype0\ffownhelp0}}{\fldrslt filled}}\par"
    )
    assert texts(blocks_of(rtf, write_rtf(tmp_path, body))) == [
        "Text a link and on",
        "unicode",
        "☒ yes",
        "☐ nofilled",
    ]


def test_lines_of_a_table_of_contents_can_be_recognised(tmp_path: Path) -> None:
    body = (
        r"{\field{\*\fldinst TOC \\o}{\fldrslt "
        r"{\field{\*\fldinst HYPERLINK}{\fldrslt Summary\tab 3}}"
        r"\par Annex\tab 9\par}}Text\par"
    )
    assert texts(blocks_of(rtf, write_rtf(tmp_path, body))) == ["Summary\t3", "Annex\t9", "Text"]


def test_changes_comments_and_hidden_text_are_left_out_and_said(tmp_path: Path) -> None:
    body = (
        r"Kept {\deleted gone} {\revised new} text{\deleted\par} joined\par "
        r"{\v hidden}shown{\v\v0  too}{\*\annotation a comment}\par"
    )
    document = read_with(rtf, write_rtf(tmp_path, body))
    assert texts(document.blocks) == ["Kept new text joined", "shown too"]
    assert document.notices == (
        "Tracked changes were read as if all of them had been accepted.",
        "Comments in the margin were left out.",
        "Hidden text was left out.",
    )


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (r"caf\'e9 \u8220 ?x\u8221 ?\emdash\~y\_z", "café “x”— y-z"),
        (r"\uc0\u8364\uc1 5 \u-10179 ?\u-8704 ?", "€5 😀"),
        (r"\uc2\u8217\'92\'92s", "’s"),
        (r"\uc3\u233 ab\{c", "éc"),
        (r"\f1\'c4\'c5\f0  x", "ДЕ x"),
        (r"\f2\'93\'fa\'96\'7b", "日本"),
        (r"a\line b\softline c", "a b c"),
        ("a\\\nb", "a"),
        (r"{\f3\'fe} agreed \f4\'a3", "☑ agreed £"),
        (r"\lquote q\rquote\ldblquote q\rdblquote\bullet\endash", "‘q’“q”•–"),
        (r"100\'", "100"),
        (r"x\}y", "x}y"),
    ],
)
def test_characters_are_read_by_font_and_code_page(tmp_path: Path, written: str, read: str) -> None:
    head = (
        r"{\fonttbl{\f0\fcharset0 A;}{\f1\fcharset204 B;}{\f2\fcharset128 C;}{\f3\fcharset2 D;}"
        r"{\f4\fcharset1\cpg1252 E;}}"
    )
    assert texts(blocks_of(rtf, write_rtf(tmp_path, written, head)))[0] == read


def test_a_file_that_ends_in_mid_word_is_read_up_to_there() -> None:
    assert [line.text for line in Reader(Limits()).read("{\\rtf1 {\\b {x\\")] == ["x"]


@pytest.mark.parametrize(
    ("charset", "byte", "letter"),
    [("mac", "8e", "é"), ("pc", "82", "é"), ("pca", "82", "é"), ("ansi\\ansicpg1251", "c4", "Д"),
     ("ansi\\ansicpg99999", "e9", "é"), ("ansi\\ansicpg65001", "c3\\'a9", "é")],
)  # fmt: skip
def test_the_code_page_of_the_document_holds(
    tmp_path: Path, charset: str, byte: str, letter: str
) -> None:
    path = tmp_path / "file.rtf"
    path.write_bytes(rf"{{\rtf1\{charset} \'{byte}}}".encode("ascii"))
    assert texts(blocks_of(rtf, path)) == [letter]


def test_characters_of_two_bytes_may_have_a_letter_as_their_second(tmp_path: Path) -> None:
    path = tmp_path / "file.rtf"
    path.write_bytes(b"{\\rtf1\\ansi\\ansicpg932 \\'83A\\'83\\'43 x}")
    assert texts(blocks_of(rtf, path)) == ["アイ x"]


def test_metadata_is_read(tmp_path: Path) -> None:
    head = (
        r"\deflang2057{\info{\title Our  response}{\author Jo Bloggs}{\author Another}"
        r"{\creatim\yr2018\mo1\dy2}{\revtim\yr2019\mo5\dy1\hr3}{\operator x}{\*\company y}}"
    )
    said = read_with(rtf, write_rtf(tmp_path, "x", head)).metadata
    assert (said.title, said.author, said.date, said.language) == (
        "Our response",
        "Jo Bloggs",
        "2019-05-01",
        "en-GB",
    )
    assert read_with(rtf, write_rtf(tmp_path, "x", r"{\info{\creatim\yr0}}")).metadata.date == ""


def test_pages_that_the_writer_ended_are_kept(tmp_path: Path) -> None:
    body = (
        r"One\page Two\par\page Three\par\pard\pagebb Four\par\pard\li720\ri720 Quoted\par"
        rf"\pard {_PROSE}\par"
    )
    kinds = [block.kind.value for block in blocks_of(rtf, write_rtf(tmp_path, body))]
    assert kinds == [
        "paragraph", "break", "paragraph", "break", "paragraph", "break", "paragraph", "quotation",
        "paragraph",
    ]  # fmt: skip


@given(st.binary(max_size=300))
def test_no_bytes_stop_the_reader(data: bytes) -> None:
    reader = Reader(Limits())
    assert isinstance(reader.read("{\\rtf1 " + data.decode("latin-1")), list)


_SOME_WORDS = r"""
\par \pard \cell \row \nestcell \nestrow \trowd \cellx99 \intbl \itap2 \itap999999999 \u55357 \uc5
\'e9 { } {\* {\footnote {\shptxt {\field {\fldinst {\fldrslt {\listtext {\pict {\object \bin99 \ls1
{\*\formfield {\stylesheet {\fonttbl {\info {\listtable {\leveltext {\upr \page \s1 \f7 x
"""
_WORDS = st.sampled_from(_SOME_WORDS.split())


@given(st.lists(_WORDS, max_size=40))
def test_no_order_of_words_stops_the_reader(words: list[str]) -> None:
    assert isinstance(Reader(Limits()).read("{\\rtf1 " + " ".join(words)), list)


@given(
    st.lists(
        st.text(st.characters(blacklist_categories=("Cs", "Cc", "Co")), min_size=1),
        min_size=1,
        max_size=5,
    )
)
def test_any_text_comes_back(paragraphs: list[str]) -> None:
    def written(text: str) -> str:
        units = text.encode("utf-16-le")
        pairs = zip(units[::2], units[1::2], strict=True)
        return "".join(rf"\u{low + 256 * high} ?" for low, high in pairs)

    data = "{\\rtf1 " + "".join(written(text) + r"\par " for text in paragraphs) + "}"
    lines = Reader(Limits()).read(data)
    assert [one_line(line.text) for line in lines] == [one_line(text) for text in paragraphs]
