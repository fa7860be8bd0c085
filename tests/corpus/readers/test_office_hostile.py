"""Office files that are damaged, locked, misnamed or made to do harm."""

from __future__ import annotations

import contextlib
import zipfile
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.corpus.failures import Cause, ReadError
from desktop.corpus.limits import Limits
from desktop.corpus.readers import docx, odt, pptx, rtf
from desktop.corpus.readers.office.headings import by_look
from desktop.corpus.readers.office.lines import Line, Look, Role
from tests.corpus.readers.office_files import (
    blocks_of,
    flat_odt,
    p,
    write_docx,
    write_odt,
    write_rtf,
)

_READERS = [(docx, "docx"), (odt, "odt"), (pptx, "pptx"), (rtf, "rtf")]
_PACKAGES = _READERS[:3]
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600


def cause(reader: ModuleType, path: Path, limits: Limits | None = None) -> Cause:
    """Return why a file is not read."""
    with pytest.raises(ReadError) as caught:
        reader.read(path, limits or Limits())
    assert path.name in str(caught.value)
    return caught.value.cause


@pytest.mark.parametrize(("reader", "ending"), _READERS)
def test_missing_empty_and_too_large_files_are_named(
    tmp_path: Path, reader: ModuleType, ending: str
) -> None:
    path = tmp_path / f"file.{ending}"
    assert cause(reader, path) is Cause.MISSING
    path.write_bytes(b"")
    assert cause(reader, path) is Cause.EMPTY
    path.write_bytes(b"PK" * 100)
    assert cause(reader, path, Limits(bytes=10)) is Cause.TOO_LARGE


@pytest.mark.parametrize(("reader", "ending"), _PACKAGES)
def test_a_locked_file_asks_for_its_password(
    tmp_path: Path, reader: ModuleType, ending: str
) -> None:
    path = tmp_path / f"file.{ending}"
    path.write_bytes(_OLE + "EncryptedPackage".encode("utf-16-le") + b"\0" * 99)
    assert cause(reader, path) is Cause.PASSWORD
    path.write_bytes(_OLE)
    assert cause(reader, path) is Cause.UNSUPPORTED


@pytest.mark.parametrize(("reader", "ending"), _PACKAGES)
@pytest.mark.parametrize("data", [b"%PDF-1.7 x", b"{\\rtf1 x}", b"<html><body>x"])
def test_a_file_of_another_kind_is_named(
    tmp_path: Path, reader: ModuleType, ending: str, data: bytes
) -> None:
    path = tmp_path / f"file.{ending}"
    path.write_bytes(data)
    assert cause(reader, path) in (Cause.WRONG_NAME, Cause.DAMAGED)


def test_each_reader_knows_the_files_of_the_others(tmp_path: Path) -> None:
    word, text = write_docx(tmp_path, p("x")), write_odt(tmp_path, "<text:p>x</text:p>")
    assert cause(odt, word) is Cause.WRONG_NAME
    assert cause(pptx, word) is Cause.WRONG_NAME
    assert cause(docx, text) is Cause.WRONG_NAME
    assert cause(rtf, word) is Cause.WRONG_NAME
    rich = write_rtf(tmp_path, "x")
    assert cause(odt, rich) is Cause.WRONG_NAME
    (tmp_path / "odd.rtf").write_bytes(b"just text")
    assert cause(rtf, tmp_path / "odd.rtf") is Cause.DAMAGED


def test_an_opendocument_spreadsheet_is_no_text(tmp_path: Path) -> None:
    path = write_odt(tmp_path, "")
    data = zipfile.ZipFile(path).read("content.xml").replace(b"office:text", b"office:spreadsheet")
    for body, expected in ((data, Cause.WRONG_NAME), (b"<x/>", Cause.DAMAGED)):
        with zipfile.ZipFile(tmp_path / "sheet.odt", "w") as package:
            package.writestr("content.xml", body)
        assert cause(odt, tmp_path / "sheet.odt") is expected


@pytest.mark.parametrize(("reader", "ending"), _PACKAGES)
def test_a_package_without_its_main_part_is_damaged(
    tmp_path: Path, reader: ModuleType, ending: str
) -> None:
    path = tmp_path / f"file.{ending}"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("other.txt", "x")
    assert cause(reader, path) is Cause.DAMAGED


@pytest.mark.parametrize("inside", ["<w:unfinished", "", "\0\1\2"])
def test_text_that_is_not_well_formed_is_damage(tmp_path: Path, inside: str) -> None:
    with zipfile.ZipFile(tmp_path / "file.docx", "w") as package:
        package.writestr("word/document.xml", inside)
    assert cause(docx, tmp_path / "file.docx") is Cause.DAMAGED


def test_entities_are_refused_and_never_opened(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("secret", encoding="utf-8")
    entity = f'<!DOCTYPE x [<!ENTITY e SYSTEM "{secret.as_uri()}">]>'
    path = write_docx(tmp_path, p("x"))
    data = zipfile.ZipFile(path).read("word/document.xml").decode("utf-8")
    with zipfile.ZipFile(tmp_path / "trap.docx", "w") as package:
        package.writestr("word/document.xml", entity + data.replace(">x<", ">&e;<"))
    assert cause(docx, tmp_path / "trap.docx") is Cause.DAMAGED
    flat = flat_odt(tmp_path, "<text:p>a&e;b</text:p>")
    flat.write_text(entity + flat.read_text(encoding="utf-8"), encoding="utf-8")
    assert cause(odt, flat) is Cause.DAMAGED
    # Far from the beginning, and in a part that the text can do without.
    late = "<!--" + "x" * 70_000 + "-->" + entity
    with zipfile.ZipFile(tmp_path / "late.docx", "w") as package:
        package.writestr("word/document.xml", late + data.replace(">x<", ">&e;<"))
    assert cause(docx, tmp_path / "late.docx") is Cause.DAMAGED
    path = write_docx(
        tmp_path, p("Kept"), more={"docProps/core.xml": late + "<x><title>&e;</title></x>"}
    )
    document = docx.read(path, Limits())
    assert (document.metadata.title, document.blocks[0].text) == ("", "Kept")


def test_ten_thousand_levels_are_refused_or_read_without_harm(tmp_path: Path) -> None:
    deep = "<w:tbl><w:tr><w:tc>" * 10_000 + p("x") + "</w:tc></w:tr></w:tbl>" * 10_000
    assert cause(docx, write_docx(tmp_path, deep)) is Cause.DAMAGED
    lists = "<text:list><text:list-item>" * 10_000 + "</text:list-item></text:list>" * 10_000
    assert cause(odt, write_odt(tmp_path, lists)) is Cause.DAMAGED
    groups = write_rtf(tmp_path, "{" * 10_000 + "deep" + "}" * 10_000)
    assert [block.text for block in blocks_of(rtf, groups)] == ["deep"]


def test_as_many_levels_as_xml_allows_are_read(tmp_path: Path) -> None:
    deep = "<w:tbl><w:tr><w:tc>" * 80 + p("x") + "</w:tc></w:tr></w:tbl>" * 80
    assert [block.text for block in blocks_of(docx, write_docx(tmp_path, deep))] == ["x"]
    spans = "<text:span>" * 240 + "x" + "</text:span>" * 240
    path = write_odt(tmp_path, f"<text:p>{spans}</text:p>")
    assert [block.text for block in blocks_of(odt, path)] == ["x"]


def test_a_document_of_too_many_paragraphs_is_refused(tmp_path: Path) -> None:
    path = write_docx(tmp_path, p("x") * 20)
    assert cause(docx, path, Limits(blocks=10)) is Cause.TOO_LARGE
    assert len(docx.read(path, Limits(blocks=20)).blocks) == 20


@pytest.mark.parametrize(
    "absurd",
    [
        '<w:gridSpan w:val="999999999"/>',
        '<w:gridSpan w:val="-5"/>',
        '<w:gridSpan w:val="1e400"/>',
        '<w:gridSpan w:val="x"/>',
    ],
)
def test_absurd_numbers_are_harmless(tmp_path: Path, absurd: str) -> None:
    cells = f"<w:tc><w:tcPr>{absurd}</w:tcPr>{p('A')}</w:tc><w:tc>{p('B')}</w:tc>"
    (block,) = blocks_of(docx, write_docx(tmp_path, f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>"))
    assert block.cells[0][0] == "A"


def test_a_table_of_absurd_width_keeps_its_words_and_not_its_width(tmp_path: Path) -> None:
    wide = "".join(rf"\pard\intbl w{place}\cell" for place in range(1000))
    body = rf"\trowd{wide}\row" + r"\trowd\pard\intbl x\cell\row" * 1000
    (block,) = blocks_of(rtf, write_rtf(tmp_path, body))
    assert len(block.cells[0]) == len(block.cells[-1]) == 200
    assert {"w0", "w999"} <= set(block.text.split())


@pytest.mark.timeout(30)
def test_very_many_lines_that_look_like_headings_take_no_long_time() -> None:
    bold = Look(bold=True, size=12)
    prose = Line("Some words of the text of a document, and more of them.", look=Look(size=12))
    lines = [line for _ in range(40_000) for line in (Line("Short", look=bold), Line(), prose)]
    found = by_look(lines)
    assert sum(line.role is Role.HEADING for line in found) == 40_000


@given(st.data())
def test_damage_anywhere_is_told_and_never_a_crash(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    folder = tmp_path_factory.mktemp("damaged")
    reader, path = data.draw(
        st.sampled_from(
            [
                (docx, write_docx(folder, p("Some text") * 3, styles="", footnotes="")),
                (odt, write_odt(folder, "<text:p>Some text</text:p>" * 3)),
                (rtf, write_rtf(folder, r"Some \b text\par" * 3)),
            ]
        )
    )
    whole = bytearray(path.read_bytes())
    cut = data.draw(st.integers(1, len(whole)))
    for _ in range(data.draw(st.integers(0, 6))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    path.write_bytes(bytes(whole[:cut]))
    with contextlib.suppress(ReadError):
        blocks = reader.read(path, Limits()).blocks
        assert all(block.text or block.kind.value == "break" for block in blocks)
