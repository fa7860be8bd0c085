"""Facts about Word documents that their text does not tell."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.word_file import FileHeading, FileLink, FilePicture, WordFile
from desktop.corpus.failures import ReadError
from desktop.corpus.limits import USUAL
from desktop.corpus.readers.docx.file_facts import facts
from desktop.corpus.readers.docx.pictures import pictures_in
from desktop.corpus.reading import guarded
from tests.support.spoilt_documents import (
    PROSE,
    add_picture,
    coloured,
    link,
    sound_document,
    spoilt_document,
    tracked,
)


def saved(document: object, folder: Path) -> WordFile:
    path = folder / "document.docx"
    document.save(str(path))  # type: ignore[attr-defined]
    return facts(path, USUAL)


def test_a_sound_document_is_seen_as_it_is(tmp_path: Path) -> None:
    path = sound_document(tmp_path / "sound.docx")
    found = facts(path, USUAL)
    assert (found.name, found.size) == ("sound.docx", path.stat().st_size)
    assert found.title == found.first_line
    assert found.title == "Written evidence submitted by Fernbrook Community Trust"
    assert found.language == "en-GB"
    assert [heading.level for heading in found.headings] == [1, 1, 2]
    assert [table.header for table in found.tables] == [True]
    assert [picture.alt for picture in found.pictures] == ["The hall seen from the green"]
    assert found.links == (
        FileLink("our survey of village halls", "See our survey of village halls"),
    )
    assert not any((found.macros, found.embedded, found.tracked, found.comments))


def test_what_is_wrong_with_a_document_is_seen(tmp_path: Path) -> None:
    found = facts(spoilt_document(tmp_path / "spoilt.docx"), USUAL)
    assert (found.title, found.language) == ("", "")
    assert found.headings == (FileHeading(1, "Our evidence"), FileHeading(3, "Why halls shut"))
    assert [table.header for table in found.tables] == [False]
    assert found.tables[0].begins.startswith("Hall Rooms Trustees Let")
    assert [picture.alt for picture in found.pictures] == [""]
    assert [each.text for each in found.links] == ["here"]
    assert found.coloured == len(PROSE.split())
    assert found.tracked


def test_a_table_that_only_frames_its_words_needs_no_header(tmp_path: Path) -> None:
    document = Document()
    document.add_table(rows=1, cols=3)
    document.add_table(rows=4, cols=1)
    assert saved(document, tmp_path).tables == ()


def test_a_link_made_as_a_field_is_one(tmp_path: Path) -> None:
    document = Document()
    paragraph = document.add_paragraph("Read ")
    for kind, words in (
        ("begin", ""),
        ("code", ' HYPERLINK "https://example.org/" '),
        ("separate", ""),
        ("text", "this"),
        ("end", ""),
    ):
        run = paragraph.add_run(words if kind == "text" else "")
        if kind == "code":
            code = OxmlElement("w:instrText")
            code.text = words
            run._r.append(code)
        elif kind != "text":
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
            run._r.append(mark)
    found = saved(document, tmp_path)
    assert [each.text for each in found.links] == ["this"]


def test_the_outline_level_of_a_paragraph_comes_before_its_style(tmp_path: Path) -> None:
    document = Document()
    for words, style, outline in (("A heading", "Normal", 1), ("No heading", "Heading 1", 9)):
        level = OxmlElement("w:outlineLvl")
        level.set(qn("w:val"), str(outline))
        document.add_paragraph(words, style=style)._p.get_or_add_pPr().append(level)
    assert saved(document, tmp_path).headings == (FileHeading(2, "A heading"),)


def test_page_numbers_are_seen_in_a_footer(tmp_path: Path) -> None:
    document = Document()
    document.add_paragraph(PROSE)
    assert not saved(document, tmp_path).page_numbers
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), " PAGE ")
    document.sections[0].footer.paragraphs[0]._p.append(field)
    assert saved(document, tmp_path).page_numbers


def test_a_logo_in_the_header_is_a_picture_too(tmp_path: Path) -> None:
    document = Document()
    document.add_paragraph(PROSE)
    add_picture(document, "Logo of the trust")
    drawing = next(document.element.body.iter(qn("w:drawing")))
    document.sections[0].header.paragraphs[0].add_run()._r.append(drawing)
    assert saved(document, tmp_path).pictures == (FilePicture("Logo of the trust"),)


def test_decoration_is_told_from_pictures_without_words() -> None:
    from lxml import etree  # pyright: ignore[reportAttributeAccessIssue]

    drawing = etree.fromstring(
        '<w:p xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
        ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
        ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
        ' xmlns:v="urn:schemas-microsoft-com:vml"'
        ' xmlns:d="http://schemas.microsoft.com/office/drawing/2017/decorative">'
        '<w:drawing><wp:docPr><d:decorative val="1"/></wp:docPr><a:blip/></w:drawing>'
        "<w:drawing><wp:docPr descr='A text box'/></w:drawing>"
        '<w:pict><v:shape alt="An older picture"><v:imagedata/></v:shape></w:pict></w:p>'
    )
    assert list(pictures_in(drawing, "here")) == [
        FilePicture("", decorative=True, near="here"),
        FilePicture("An older picture", near="here"),
    ]


def test_colour_is_counted_where_words_are_in_it(tmp_path: Path) -> None:
    document = Document()
    coloured(document.add_paragraph("In black, then "), "four words in red")
    link(document.add_paragraph("A link is blue: "), "our survey")
    assert saved(document, tmp_path).coloured == 4


def test_what_was_deleted_is_not_read(tmp_path: Path) -> None:
    document = Document()
    paragraph = document.add_paragraph("Our hall ")
    tracked(paragraph, "shut")
    change = next(document.element.body.iter(qn("w:ins")))
    change.tag = qn("w:del")
    found = saved(document, tmp_path)
    assert (found.first_line, found.tracked) == ("Our hall", True)


def test_macros_and_other_files_inside_are_seen(tmp_path: Path) -> None:
    document = Document()
    document.add_paragraph(PROSE)._p.append(OxmlElement("w:object"))
    path = tmp_path / "form.docm"
    document.save(str(path))
    with zipfile.ZipFile(path, "a") as package:
        package.writestr("word/vbaProject.bin", b"programs")
    found = facts(path, USUAL)
    assert (found.macros, found.embedded) == (True, 1)


def test_a_package_without_a_text_is_damaged(tmp_path: Path) -> None:
    path = tmp_path / "empty.docx"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("nothing.txt", "nothing")
    with pytest.raises(ReadError):
        facts(path, USUAL)


@given(cut=st.integers(0, 40_000))
def test_a_document_cut_short_is_a_sentence(
    tmp_path_factory: pytest.TempPathFactory, cut: int
) -> None:
    folder = tmp_path_factory.mktemp("cut")
    whole = sound_document(folder / "whole.docx").read_bytes()
    path = folder / "cut.docx"
    path.write_bytes(whole[: cut % len(whole)])
    with pytest.raises(ReadError) as error:
        guarded(facts, path, USUAL)
    assert error.value.message.endswith(".")
