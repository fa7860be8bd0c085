from __future__ import annotations

import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.core.document import Document, DocumentFormat
from desktop.corpus.failures import Cause, ReadError
from desktop.corpus.limits import USUAL, Limits
from desktop.corpus.reading import guarded, read_file
from desktop.corpus.sniffing import READ_ENDINGS
from tests.corpus.hostile import LAUGHS, OUTSIDE, cause_of, open_document, paragraph, word

PAGE = b"<html><body><h1>Our response</h1><p>We run a hall for 400 people.</p></body></html>"
SECRET = "fernbrook secret"


def put(folder: Path, data: bytes, name: str) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def words(document: Document) -> str:
    return "\n".join(block.text for block in document.blocks)


def test_a_web_page_called_a_word_document_is_read_and_the_person_told(tmp_path: Path):
    document = read_file(put(tmp_path, PAGE, "response.docx"))
    assert document.format is DocumentFormat.HTML
    assert "We run a hall" in words(document)
    assert "ends in .docx, but it is a web page" in document.notices[0]


def test_a_file_with_its_right_name_gives_no_notice_about_it(tmp_path: Path):
    assert not any(
        "ends in" in notice for notice in read_file(put(tmp_path, PAGE, "a.html")).notices
    )


@pytest.mark.parametrize("name", ["a.html", "a.md", "a.txt", "a.docx", "a.rtf", "a.eml", "a.pdf"])
def test_a_file_that_is_not_there_is_missing(tmp_path: Path, name: str):
    assert cause_of(read_file, tmp_path / name) is Cause.MISSING


@pytest.mark.parametrize(
    "error", [KeyError("x"), ZeroDivisionError(), AssertionError(), ValueError()]
)
def test_whatever_a_library_raises_becomes_a_damaged_file(error: Exception):
    def library(path: Path, limits: Limits) -> Document:
        raise error

    assert cause_of(guarded, library, Path("a.docx"), USUAL) is Cause.DAMAGED


@pytest.mark.parametrize(
    ("error", "cause"),
    [
        (MemoryError(), Cause.TOO_LARGE),
        (RecursionError(), Cause.DAMAGED),
        (PermissionError(13, "Permission denied"), Cause.MISSING),
        (ReadError(Cause.PASSWORD, "x", "y"), Cause.PASSWORD),
    ],
)
def test_what_is_known_of_a_failure_is_kept(error: BaseException, cause: Cause):
    def library(path: Path, limits: Limits) -> Document:
        raise error

    assert cause_of(guarded, library, Path("a.docx"), USUAL) is cause


def test_a_reader_that_the_installation_lacks_is_told(tmp_path: Path, monkeypatch):
    monkeypatch.setitem(sys.modules, "desktop.corpus.readers.markdown", None)
    assert cause_of(read_file, put(tmp_path, b"# Title\n\nText.", "a.md")) is Cause.UNSUPPORTED


NESTED = 10_000
DEEP = {
    "a.html": b"<div>" * NESTED + b"<p>We run a hall.</p>" + b"</div>" * NESTED,
    "b.html": b"<font>" * NESTED + b"<p>We run a hall.</p>",
    "c.html": b"<ul><li>" * NESTED + b"We run a hall.",
    "d.html": b"<table><tr><td>" * NESTED + b"We run a hall.",
    "e.html": b"<p>We run</p>"
    + b"<svg><g>" * NESTED
    + b"</g></svg>" * NESTED
    + b"<p>We run a hall.</p>",
    "a.md": b"> " * NESTED + b"We run a hall.",
    "b.md": b"* " * NESTED + b"We run a hall.",
    "c.md": b"[" * NESTED + b"We run a hall.",
    "a.txt": b">" * NESTED + b"We run a hall.",
    "b.txt": b"(" * NESTED + b"We run a hall." + b")" * NESTED,
    "a.rtf": rb"{\rtf1 " + b"{" * NESTED + b"We run a hall." + b"}" * NESTED + b"}",
    "a.docx": word(
        "<w:sdt><w:sdtContent>" * NESTED + paragraph("x") + "</w:sdtContent></w:sdt>" * NESTED
    ),
    "a.odt": open_document("<a>" * NESTED + "</a>" * NESTED),
    "a.eml": b"MIME-Version: 1.0\nReceived: x\n"
    + b"".join(
        b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (at, at) for at in range(NESTED)
    ),
    "b.eml": b"MIME-Version: 1.0\nReceived: x\n"
    + b"Content-Type: message/rfc822\n\n" * NESTED
    + b"\nHi",
}


@pytest.mark.parametrize("name", DEEP)
def test_a_file_nested_ten_thousand_deep_is_read_or_refused(tmp_path: Path, name: str):
    assert cause_of(read_file, put(tmp_path, DEEP[name], name)) in (
        None,
        Cause.DAMAGED,
        Cause.EMPTY,
    )


@pytest.mark.parametrize("name", ["a.html", "b.html"])
def test_a_page_that_never_closes_its_tags_is_read(tmp_path: Path, name: str):
    assert words(read_file(put(tmp_path, DEEP[name], name))) == "We run a hall."


@pytest.mark.parametrize("before", [LAUGHS, OUTSIDE])
@pytest.mark.parametrize(
    ("name", "make"),
    [
        ("a.docx", lambda before: word(paragraph("&j;"), before)),
        ("a.odt", lambda before: open_document(f"{before}<office>&j;</office>")),
        (
            "a.html",
            lambda before: f"{before}<html><body><p>We run a hall. &j;</p></body></html>".encode(),
        ),
    ],
)
def test_entities_bring_in_neither_files_nor_endless_text(tmp_path: Path, name, make, before: str):
    secret = put(tmp_path, SECRET.encode(), "passwd")
    data = make(before.replace("/etc/passwd", str(secret)))
    path = put(tmp_path, data, name)
    if cause_of(read_file, path) is None:
        text = words(read_file(path))
        assert SECRET not in text
        assert len(text) < 500


@given(data=st.binary(max_size=600), ending=st.sampled_from(("", ".bin", ".doc", *READ_ENDINGS)))
@settings(max_examples=80)
def test_any_bytes_under_any_name_are_a_document_or_a_read_error(tmp_path_factory, data, ending):
    path = put(tmp_path_factory.mktemp("r"), data, f"file{ending}")
    cause = cause_of(read_file, path)
    assert cause is not Cause.MISSING
    assert cause is not None or isinstance(read_file(path), Document)


HEADS = [
    b"%PDF-1.7\n",
    rb"{\rtf1\ansi ",
    b"<html><body>",
    b"PK\x03\x04",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    b"From: a@example.org\nMessage-ID: <1>\nMIME-Version: 1.0\n"
    b"Content-Type: multipart/mixed; boundary=x\n",
    b"---\ntitle: x\n---\n# A\n",
]


@given(
    head=st.sampled_from(HEADS), data=st.binary(max_size=600), ending=st.sampled_from(READ_ENDINGS)
)
@settings(max_examples=80)
def test_anything_after_a_right_beginning_is_a_document_or_a_read_error(
    tmp_path_factory, head, data, ending
):
    cause = cause_of(read_file, put(tmp_path_factory.mktemp("h"), head + data, f"file{ending}"))
    assert cause is not Cause.MISSING


@given(
    text=st.text(
        alphabet=st.sampled_from("<>/=\"' \n&;#[]()*_`~|!-+.:12abhptdivulol{}\\\t^>$@\x0c"),
        max_size=400,
    ),
    ending=st.sampled_from((".html", ".md", ".txt", ".rtf", ".eml")),
)
@settings(max_examples=150)
def test_any_muddle_of_markup_is_a_document_or_a_read_error(tmp_path_factory, text, ending):
    path = put(tmp_path_factory.mktemp("m"), f"<p>Some words.</p>{text}".encode(), f"file{ending}")
    assert cause_of(read_file, path) is not Cause.MISSING


@pytest.mark.parametrize("name", ["a.html", "a.md", "a.txt"])
def test_a_text_of_endless_paragraphs_is_too_large(tmp_path: Path, name: str):
    data = b"<p>A paragraph.</p>\n\n" * 60
    assert cause_of(read_file, put(tmp_path, data, name), Limits(blocks=50)) is Cause.TOO_LARGE


@pytest.mark.parametrize("name", ["a.html", "a.md", "a.txt"])
def test_a_text_of_more_bytes_than_are_parsed_is_too_large(tmp_path: Path, name: str):
    data = b"<p>A paragraph.</p>\n\n" * 60
    assert cause_of(read_file, put(tmp_path, data, name), Limits(xml=500)) is Cause.TOO_LARGE


@pytest.mark.parametrize("data", [b" \n\n ", b"|\n---\n", b"\f\f"])
def test_a_text_without_words_is_empty(tmp_path: Path, data: bytes):
    assert cause_of(read_file, put(tmp_path, data, "a.txt")) is Cause.EMPTY


@pytest.mark.parametrize(
    "data", [b"<html><body><script>x</script></body></html>", b"<html></html>"]
)
def test_a_page_without_words_is_empty(tmp_path: Path, data: bytes):
    assert cause_of(read_file, put(tmp_path, data, "a.html")) is Cause.EMPTY
