from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.document import DocumentFormat as F
from desktop.corpus.failures import Cause, ReadError
from desktop.corpus.limits import USUAL
from desktop.corpus.sniffing import READ_ENDINGS, sniff
from tests.corpus.hostile import cause_of, open_document, package, paragraph, word

PAGE = b"<!DOCTYPE html><html><body><p>Hello</p></body></html>"
MAIL = (
    b"From: a@example.org\r\nTo: b@example.org\r\nMessage-ID: <1@x>\r\nSubject: x\r\n\r\nHello\r\n"
)
SAVED = (
    b"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://example.org/\r\n"
    b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x--\r\n"
)
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
JPEG = b"\xff\xd8\xff\xe0\0\x10JFIF\0"
SHEET = package({"[Content_Types].xml": "spreadsheetml.sheet.main", "xl/workbook.xml": "<x/>"})
SLIDES = package(
    {"[Content_Types].xml": "presentationml.presentation.main", "ppt/presentation.xml": "<x/>"}
)


def put(folder: Path, data: bytes, name: str) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def ole(stream: str) -> bytes:
    return OLE + stream.encode("utf-16-le") + bytes(200)


@pytest.mark.parametrize(
    ("data", "name", "format"),
    [
        (word(paragraph("Hello")), "a.docx", F.DOCX),
        (word(paragraph("Hello")), "a.docm", F.DOCX),
        (open_document("<x/>"), "a.odt", F.ODT),
        (SLIDES, "a.pptx", F.PPTX),
        (b"%PDF-1.7\n", "a.pdf", F.PDF),
        (b"\r\n junk %PDF-1.4\n", "a.pdf", F.PDF),
        (PAGE, "a.html", F.HTML),
        (b"\xef\xbb\xbf<?xml version='1.0'?>\n<!-- x -->" + PAGE, "a.xhtml", F.HTML),
        (b"Hello <b>there</b>", "a.htm", F.HTML),
        (PAGE.decode().encode("utf-16"), "a.html", F.HTML),
        (SAVED, "a.mht", F.HTML),
        (SAVED, "a.mhtml", F.HTML),
        (rb"{\rtf1 Hello}", "a.rtf", F.RTF),
        (b"# Title\n", "a.md", F.MARKDOWN),
        (b"Hello there\n", "a.txt", F.TEXT),
        ("Füße, Straße".encode("cp1252"), "a.txt", F.TEXT),
        ("Hello there".encode("utf-16-le"), "a.txt", F.TEXT),
        (b"Hello there\n", "README", F.TEXT),
        ("Мы рады".encode(), "a.txt", F.TEXT),
        ("Мы рады. ".encode() * 9000, "a.txt", F.TEXT),
        (MAIL, "a.eml", F.EML),
        (b"From x Mon Jan 1\n" + MAIL, "a", F.EML),
        (b"Subject: Only this\n\nHello", "a.eml", F.EML),
        (
            b"To: The Committee\nFrom: The Trust\nDate: 3 March\n\nWe welcome this.",
            "memo.txt",
            F.TEXT,
        ),
    ],
)
def test_the_kind_of_a_file_is_told_by_what_is_in_it(tmp_path, data: bytes, name: str, format: F):
    found = sniff(put(tmp_path, data, name), USUAL)
    assert (found.format, found.notice) == (format, "")


@pytest.mark.parametrize(
    ("data", "name", "format", "words"),
    [
        (PAGE, "report.docx", F.HTML, "a web page"),
        (PAGE, "report.doc", F.HTML, "a web page"),
        (rb"{\rtf1 Hello}", "report.doc", F.RTF, "a rich text document"),
        (word(paragraph("Hello")), "report.pdf", F.DOCX, "a Word document"),
        (b"%PDF-1.7\n", "report.docx", F.PDF, "a PDF"),
        (b"Hello there, this is plain.\n", "report.docx", F.TEXT, "plain text"),
        (MAIL, "mail.txt", F.EML, "an email"),
    ],
)
def test_a_name_that_lies_is_told_and_the_file_read(tmp_path, data, name, format, words):
    found = sniff(put(tmp_path, data, name), USUAL)
    assert found.format is format
    assert Path(name).suffix in found.notice
    assert words in found.notice


@pytest.mark.parametrize(
    ("data", "name", "cause", "words"),
    [
        (JPEG, "a.jpg", Cause.UNSUPPORTED, "a picture (JPEG)"),
        (b"\x89PNG\r\n\x1a\n", "a.png", Cause.UNSUPPORTED, "a picture (PNG)"),
        (JPEG, "a.docx", Cause.WRONG_NAME, "a picture (JPEG)"),
        (b"MZ" + bytes(80), "a.pdf", Cause.WRONG_NAME, "a program"),
        (bytes(range(256)) * 9, "a.docx", Cause.WRONG_NAME, "not a Word document"),
        (bytes(range(256)) * 9, "a.bin", Cause.UNSUPPORTED, "does not know"),
        (ole("WordDocument"), "a.doc", Cause.UNSUPPORTED, "old kind (.doc)"),
        (ole("WordDocument"), "a.docx", Cause.UNSUPPORTED, "save it as .docx"),
        (ole("PowerPoint Document"), "a.ppt", Cause.UNSUPPORTED, "save it as .pptx"),
        (ole("Workbook"), "a.xls", Cause.UNSUPPORTED, "a spreadsheet"),
        (ole("__substg1.0_0037"), "a.msg", Cause.UNSUPPORTED, "Outlook"),
        (ole("Unheard of"), "a.doc", Cause.UNSUPPORTED, "does not know"),
        (ole("EncryptedPackage"), "a.docx", Cause.PASSWORD, "password"),
        (SHEET, "a.xlsx", Cause.UNSUPPORTED, "a spreadsheet"),
        (package({"a.txt": "x"}), "a.zip", Cause.UNSUPPORTED, "an archive"),
        (package({"Index/Document.iwa": "x"}), "a.pages", Cause.UNSUPPORTED, "Pages"),
        (package({"mimetype": "application/epub+zip"}), "a.epub", Cause.UNSUPPORTED, "EPUB"),
        (b"PK\x03\x04 and nothing more", "a.docx", Cause.DAMAGED, "incomplete"),
        (b"", "a.docx", Cause.EMPTY, "nothing"),
        (b"<?xml version='1.0'?><svg></svg>", "a.svg", Cause.UNSUPPORTED, "a drawing"),
        (b"<?xml version='1.0'?><w:wordDocument>", "a.xml", Cause.UNSUPPORTED, "in XML"),
        (b"\x1f\x8b\x08", "a.gz", Cause.UNSUPPORTED, "compressed"),
    ],
)
def test_a_file_that_is_not_read_is_named_with_what_to_do(tmp_path, data, name, cause, words):
    with pytest.raises(ReadError) as caught:
        sniff(put(tmp_path, data, name), USUAL)
    assert caught.value.cause is cause
    assert words in str(caught.value)


def test_an_opendocument_text_is_known_without_its_first_part(tmp_path):
    manifest = '<x m="application/vnd.oasis.opendocument.text"/>'
    data = package({"content.xml": "<x/>", "META-INF/manifest.xml": manifest})
    assert sniff(put(tmp_path, data, "a.odt"), USUAL).format is F.ODT


@given(data=st.binary(max_size=300), ending=st.sampled_from(("", ".bin", ".doc", *READ_ENDINGS)))
def test_any_bytes_under_any_name_are_a_format_or_a_read_error(tmp_path_factory, data, ending):
    path = put(tmp_path_factory.mktemp("s"), data, f"file{ending}")
    cause = cause_of(sniff, path, USUAL)
    assert cause is not Cause.MISSING
    assert cause is not None or sniff(path, USUAL).format in F


@given(text=st.text(min_size=1, max_size=300), ending=st.sampled_from((".txt", ".md")))
def test_any_text_with_words_is_text(tmp_path_factory, text, ending):
    words = "We run a hall. " + "".join(c for c in text if c.isprintable())
    found = sniff(put(tmp_path_factory.mktemp("t"), words.encode(), f"a{ending}"), USUAL)
    assert found.format in (F.TEXT, F.MARKDOWN)
