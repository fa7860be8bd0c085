from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import docx
import pytest

from desktop.core.outline import BulletsBlock, Frame, Outline, TableBlock
from desktop.core.response import Organisation
from desktop.core.rules import Numbering, Part
from desktop.core.text import Text
from desktop.errors import ContentError
from desktop.export import ExportOptions, to_docx
from tests.export import reading
from tests.export.reading import W
from tests.export.samples import (
    NOW,
    TODAY,
    docx_of,
    full_draft,
    outline_of,
    paragraph_numbers,
    plan,
)
from tests.support.drafts import make_draft

AS_TEXT = ExportOptions(numbers_as_text=True)


def opened(data: bytes):
    return docx.Document(BytesIO(data))


def test_python_docx_reads_back_headings_with_words_own_styles():
    document = opened(docx_of(full_draft()))
    found = [
        (p.style.name, p.text)
        for p in document.paragraphs
        if p.style and p.style.name in ("Title", "Subtitle", "Heading 1", "Heading 2", "Heading 3")
    ]
    assert found == [
        ("Title", "Written evidence submitted by Fernbrook & Dale Community Trust"),
        ("Subtitle", "The future of village halls (HC 77), Rural Committee"),
        ("Heading 1", "Who we are and why we are submitting evidence"),
        ("Heading 1", "Summary"),
        ("Heading 1", "Our evidence on the questions of the inquiry"),
        ("Heading 2", "Question 1: Who should pay for village halls?"),
        ("Heading 3", "What it costs"),
        ("Heading 2", "Question 2: Who should run them & why?"),
        ("Heading 2", "Question 4: Do you agree that halls are a public service?"),
        ("Heading 1", "Recommendations"),
        ("Heading 1", "Oral evidence"),
    ]


def test_word_numbers_the_paragraphs_1_to_n_whatever_lists_stand_between():
    outline = outline_of(full_draft())
    found = [label for label, _ in reading.printed(docx_of(full_draft())) if label[0].isdigit()]
    assert found == [f"{n}." for n in range(1, len(paragraph_numbers(outline)) + 1)]


def test_all_paragraph_numbers_come_from_one_list():
    data = docx_of(full_draft())
    lists = {
        p.find(f"{W}pPr/{W}numPr/{W}numId").get(f"{W}val")
        for p in reading.root(data).iter(f"{W}p")
        if reading.style_of(p) == "NumberedParagraph"
    }
    assert len(lists) == 1


def test_word_numbers_paragraphs_by_section_as_the_outline_says():
    options = ExportOptions(numbering=Numbering.BY_SECTION)
    wanted = paragraph_numbers(outline_of(full_draft(), options))
    found = [label for label, _ in reading.printed(docx_of(full_draft(), options))]
    assert [label for label in found if re.fullmatch(r"\d+\.\d+", label)] == wanted


def test_numbers_can_be_typed_text_with_a_tab():
    texts = reading.paragraphs(docx_of(full_draft(), AS_TEXT))
    numbers = [found[1] for text in texts if (found := re.match(r"(\d+)\.\t", text))]
    assert numbers == [str(n) for n in range(1, 14)]
    assert not [
        label for label, _ in reading.printed(docx_of(full_draft(), AS_TEXT)) if label[0] == "1"
    ]


def test_every_numbered_list_starts_at_1_again():
    draft = make_draft({"1": "1. a\n2. b\n\nthen\n\n1. c\n2. d", "2": "1. e"})
    labels = [pair for pair in reading.printed(docx_of(draft)) if pair[0].startswith("(")]
    assert labels == [("(1)", "a"), ("(2)", "b"), ("(1)", "c"), ("(2)", "d"), ("(1)", "e")]


def test_recommendations_have_numbers_that_no_paragraph_has():
    assert [pair for pair in reading.printed(docx_of(full_draft())) if pair[0].startswith("R")] == [
        (
            "R1.",
            "The Department should fix a heating rate for halls by April 2027 (paragraphs 4 to 8).",
        ),
        ("R2.", "Councils should advertise for trustees within a year (paragraphs 9 and 10)."),
        ("R3.", "Think again."),
    ]


def test_every_word_of_the_outline_is_in_the_document():
    said = "\n".join(reading.paragraphs(docx_of(full_draft())))
    for words in (
        "closes halls.",
        "£4,150",
        "שלום means peace, and مرحبا",
        "👩‍👩‍👧",
        "Zero\u200bwidth",
    ):
        assert words in said


def test_bold_italic_and_links_are_real():
    document = opened(docx_of(full_draft()))
    runs = [run for p in document.paragraphs for run in p.runs]
    assert [r.text for r in runs if r.bold and r.text in ("four", "none")] == ["four", "none"]
    assert [r.text for r in runs if r.italic] == ["fixed"]
    links = [(link.text, link.address) for p in document.paragraphs for link in p.hyperlinks]
    assert links == [("free to halls", "https://advice.example/halls?a=1&b=2")]


def test_an_address_that_word_would_refuse_stays_words():
    outline = replace(
        outline_of(make_draft()),
        blocks=(
            BulletsBlock(
                ((Text("here", href="http://[::1"),), (Text("http://a b", href="http://a b"),)),
                Part.ANSWERS,
            ),
        ),
    )
    data = to_docx(outline, plan().style, ExportOptions())
    assert reading.paragraphs(data) == ["here (http://[::1)", "http://a b"]
    assert b"hyperlink" not in reading.parts(data)["word/_rels/document.xml.rels"]


def test_a_table_has_a_header_row_that_repeats_and_figures_on_the_right():
    table = opened(docx_of(full_draft())).tables[0]
    assert [[cell.text for cell in row.cells] for row in table.rows][:2] == [
        ["Winter", "Heating", "Lettings"],
        ["2022-23", "£4,150", "£2,900"],
    ]
    rows = table._tbl.findall(f"{W}tr")
    assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows] == [
        True,
        False,
        False,
        False,
    ]
    aligned = [c.find(f"{W}p/{W}pPr/{W}jc") is not None for c in rows[1].findall(f"{W}tc")]
    assert aligned == [False, True, True]


def test_a_table_wider_than_word_allows_is_written_in_lines():
    row = tuple((Text(f"c{n}"),) for n in range(64))
    outline = replace(
        outline_of(make_draft()), blocks=(TableBlock(row, (row,), Part.ANSWERS, "1"),)
    )
    data = to_docx(outline, plan().style, ExportOptions())
    line = " | ".join(f"c{n}" for n in range(64))
    assert reading.paragraphs(data) == [line, line]


def test_two_tables_in_a_row_stay_two():
    draft = make_draft({"1": "|a|\n|-|\n|b|\n\n|c|\n|-|\n|d|"})
    assert len(opened(docx_of(draft)).tables) == 2
    tags = [child.tag for child in reading.root(docx_of(draft))[0]]
    assert not any(a == b == f"{W}tbl" for a, b in pairwise(tags))


def test_right_to_left_words_are_marked_as_such_and_the_others_are_not():
    draft = make_draft({"1": "שלום לכולם\n\nIn Hebrew שלום עולם means peace."}, key_points=False)
    first, second = [
        p for p in reading.root(docx_of(draft)).iter(f"{W}p") if "שלום" in reading.words(p)
    ]
    assert first.find(f"{W}pPr/{W}bidi") is not None
    assert second.find(f"{W}pPr/{W}bidi") is None
    marked = [
        reading.words(r) for r in second.iter(f"{W}r") if r.find(f"{W}rPr/{W}rtl") is not None
    ]
    assert marked == ["שלום עולם"]


def test_header_and_footer_name_the_submission_and_the_page():
    section = opened(docx_of(full_draft())).sections[0]
    assert section.header.paragraphs[0].text == (
        "Fernbrook & Dale Community Trust | The future of village halls"
    )
    for footer in (section.footer, section.first_page_footer):
        assert footer.paragraphs[0].text.startswith("Page")
        assert 'instr=" PAGE "' in footer.paragraphs[0]._p.xml


def test_without_page_numbers_there_is_no_footer():
    outline = replace(outline_of(full_draft()), frame=Frame(page_numbers=False))
    names = reading.parts(to_docx(outline, plan().style, ExportOptions()))
    assert not [name for name in names if "footer" in name or "header" in name]


def test_a_page_number_can_stand_without_a_word():
    outline = replace(outline_of(full_draft()), frame=Frame(page=""))
    footer = reading.root(to_docx(outline, plan().style, ExportOptions()), "word/footer1.xml")
    assert reading.words(footer[0]) == "1"


def test_the_page_is_a4_with_margins_of_25_mm():
    section = opened(docx_of(full_draft())).sections[0]
    assert section.page_width is not None
    assert section.page_height is not None
    assert section.left_margin is not None
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    assert round(section.left_margin.mm) == 25


def test_the_file_says_who_wrote_it_when_and_in_which_language():
    properties = opened(docx_of(full_draft())).core_properties
    assert properties.title == "Written evidence submitted by Fernbrook & Dale Community Trust"
    assert properties.author == "Fernbrook & Dale Community Trust"
    assert properties.last_modified_by == properties.author
    assert properties.created == properties.modified == NOW
    assert properties.language == "en-GB"


def test_the_time_of_writing_is_now_unless_another_is_given():
    before = datetime.now(UTC).replace(microsecond=0)
    data = to_docx(outline_of(full_draft()), plan().style, ExportOptions())
    created = opened(data).core_properties.created
    assert created is not None
    assert before <= created <= datetime.now(UTC)


def test_a_name_of_300_characters_fits_the_properties():
    data = docx_of(make_draft({"1": "Yes."}, organisation=Organisation("o", "é" * 300)))
    author = opened(data).core_properties.author
    assert len(author) == 255
    assert author.endswith("…")
    assert "é" * 300 in reading.paragraphs(data)[0]


def test_nothing_in_the_file_names_another_program():
    for name, content in reading.parts(docx_of(full_draft())).items():
        assert b"python-docx" not in content.lower(), name
        assert b"scanny" not in content.lower(), name
        assert "thumbnail" not in name
        assert "vba" not in name.lower()
    assert (
        b"<Application>Consultee</Application>"
        in reading.parts(docx_of(full_draft()))["docProps/app.xml"]
    )


def test_footnotes_are_words_own_with_the_lines_above_them():
    data = docx_of(full_draft())
    notes = reading.root(data, "word/footnotes.xml")
    assert [(n.get(f"{W}id"), n.get(f"{W}type")) for n in notes][:3] == [
        ("-1", "separator"),
        ("0", "continuationSeparator"),
        ("1", None),
    ]
    marks = [m.get(f"{W}id") for m in reading.root(data).iter(f"{W}footnoteReference")]
    assert marks == [n.get(f"{W}id") for n in notes[2:]] == ["1", "2", "3", "4", "5"]
    assert [reading.words(n) for n in notes[2:]] == [
        f" {note.text}" for note in outline_of(full_draft()).notes
    ]
    assert reading.root(data, "word/settings.xml").find(f"{W}footnotePr") is not None
    assert b"/word/footnotes.xml" in reading.parts(data)["[Content_Types].xml"]


def test_marks_side_by_side_do_not_read_as_one_number():
    draft = make_draft({"1": "a[@larch-2024][@larch-2024, b] c"}, key_points=False)
    paragraph = next(
        p
        for p in reading.root(docx_of(draft)).iter(f"{W}p")
        if p.find(f".//{W}footnoteReference") is not None
    )
    assert reading.words(paragraph) == "a,  c"


def test_the_address_in_a_footnote_is_a_real_link():
    relationships = reading.parts(docx_of(full_draft()))["word/_rels/footnotes.xml.rels"]
    assert b"https://oakmoor.example/letters?id=12&amp;part=2" in relationships


def test_a_document_without_citations_has_no_footnotes_part():
    data = docx_of(make_draft({"1": "No source."}))
    assert "word/footnotes.xml" not in reading.parts(data)
    assert reading.root(data, "word/settings.xml").find(f"{W}footnotePr") is None


def test_the_list_of_sources_ends_the_document():
    texts = reading.paragraphs(docx_of(full_draft(), ExportOptions(list_of_sources=True)))
    assert texts[-3] == "Sources"
    assert texts[-2].startswith("Larchfield Institute, “The state of village halls”")


def test_a_point_that_runs_on_is_kept_with_its_list_and_a_key_point_with_its_answer():
    data = docx_of(full_draft())
    kept = [
        reading.words(p)[:12]
        for p in reading.root(data)[0].iterfind(f"{W}p")
        if p.find(f"{W}pPr/{W}keepNext") is not None
    ]
    assert kept == ["Heating, not", "Our own figu", "Three things", "Halls need t"]


def test_a_style_file_that_is_no_word_document_is_a_sentence(tmp_path):
    style = tmp_path / "style.docx"
    style.write_bytes(b"\xff\xd8\xff a photograph")
    with pytest.raises(ContentError, match="not a Word document"):
        to_docx(outline_of(make_draft()), style, ExportOptions())
    with pytest.raises(ContentError, match="not a Word document"):
        to_docx(outline_of(make_draft()), tmp_path / "none.docx", ExportOptions())


def changed_style(tmp_path, change) -> Path:
    document = docx.Document(str(plan().style))
    change(document)
    document.save(str(tmp_path / "style.docx"))
    return tmp_path / "style.docx"


def test_a_style_file_without_a_style_names_the_one_it_lacks(tmp_path):
    def rename(document):
        document.styles["Quote"].name = "Citation"

    with pytest.raises(ContentError, match="lacks the style “Quote”"):
        to_docx(outline_of(make_draft()), changed_style(tmp_path, rename), ExportOptions())


def test_a_numbered_style_without_a_list_is_named(tmp_path):
    def cut(document):
        look = document.styles["Numbered Paragraph"].element.pPr
        look.remove(look.find(f"{W}numPr"))

    with pytest.raises(ContentError, match="has no list for the style “Numbered Paragraph”"):
        to_docx(outline_of(make_draft()), changed_style(tmp_path, cut), ExportOptions())


def test_text_left_in_a_style_file_does_not_come_along(tmp_path):
    def write(document):
        document.add_paragraph("A draft of mine")

    data = to_docx(outline_of(make_draft()), changed_style(tmp_path, write), ExportOptions())
    assert not [text for text in reading.paragraphs(data) if "mine" in text]


def test_characters_that_xml_cannot_carry_never_reach_it():
    bad = "a\x00b\x0bc\x1fd\ufffee\ud800f"
    outline = Outline(
        title=bad,
        organisation=bad,
        inquiry=bad,
        body=bad,
        dated=TODAY,
        numbering=Numbering.NONE,
        blocks=(BulletsBlock(((Text(bad),),), Part.SUMMARY),),
        sources=(bad,),
        frame=Frame(header=bad, page=bad, sources=bad),
    )
    data = to_docx(outline, plan().style, ExportOptions())
    assert reading.paragraphs(data) == ["abcdef"] * 3
    assert opened(data).core_properties.title == "abcdef"
