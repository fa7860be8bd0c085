from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.corpus.failures import Cause, ReadError
from desktop.corpus.limits import (
    MEGABYTE,
    USUAL,
    Limits,
    check_size,
    open_package,
    parse_xml,
    read_bytes,
    read_member,
)
from tests.corpus.hostile import (
    LAUGHS,
    OUTSIDE,
    cause_of,
    open_document,
    package,
    paragraph,
    with_password,
    word,
)


def put(folder: Path, data: bytes, name: str = "file.docx") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def read_all(path: Path) -> None:
    with open_package(path, USUAL) as opened:
        for name in opened.namelist():
            read_member(opened, name, path.name)


def test_a_file_that_is_not_there_a_folder_and_an_empty_file_are_told_apart(tmp_path: Path):
    assert cause_of(check_size, tmp_path / "gone.docx", USUAL) is Cause.MISSING
    assert cause_of(check_size, tmp_path, USUAL) is Cause.MISSING
    assert cause_of(check_size, put(tmp_path, b""), USUAL) is Cause.EMPTY
    assert cause_of(check_size, Path("a\0b.docx"), USUAL) is Cause.MISSING


def test_a_file_of_more_bytes_than_are_read_is_too_large(tmp_path: Path):
    path = put(tmp_path, b"x" * 100)
    assert cause_of(read_bytes, path, Limits(bytes=99)) is Cause.TOO_LARGE
    assert read_bytes(path, Limits(bytes=100)) == b"x" * 100


def test_a_package_that_is_as_it_should_be_is_opened(tmp_path: Path):
    with open_package(put(tmp_path, word(paragraph("Hello"))), USUAL) as opened:
        assert b"Hello" in (read_member(opened, "word/document.xml", "file.docx") or b"")
        assert read_member(opened, "word/none.xml", "file.docx") is None


def test_a_zip_bomb_is_refused_before_it_is_unpacked(tmp_path: Path):
    bomb = put(tmp_path, word("", more={"word/media/1.bin": bytes(40 * MEGABYTE)}))
    assert bomb.stat().st_size < MEGABYTE
    assert cause_of(open_package, bomb, Limits(unpacked=30 * MEGABYTE)) is Cause.TOO_LARGE


def test_one_part_of_text_that_is_far_too_long_is_refused(tmp_path: Path):
    bomb = put(tmp_path, word(" " * (3 * MEGABYTE)))
    assert cause_of(open_package, bomb, Limits(xml=2 * MEGABYTE)) is Cause.TOO_LARGE


def test_a_package_of_endless_parts_is_refused(tmp_path: Path):
    many = put(tmp_path, package({f"{number}.txt": "" for number in range(50)}))
    assert cause_of(open_package, many, Limits(members=40)) is Cause.TOO_LARGE


def test_a_package_in_a_package_stays_closed(tmp_path: Path):
    inner = package({"deep.bin": bytes(MEGABYTE)})
    for _ in range(20):
        inner = package({"inner.zip": inner})
    with open_package(
        put(tmp_path, word(paragraph("x"), more={"word/e.zip": inner})), USUAL
    ) as opened:
        assert "word/e.zip" in opened.namelist()


def test_parts_with_a_password_are_told(tmp_path: Path):
    path = put(tmp_path, with_password(word(paragraph("Hello"))))
    assert cause_of(open_package, path, USUAL) is Cause.PASSWORD


def test_an_opendocument_file_with_a_password_is_told(tmp_path: Path):
    manifest = (
        "<manifest:manifest><manifest:file-entry><manifest:encryption-data/>"
        "</manifest:file-entry></manifest:manifest>"
    )
    path = put(tmp_path, open_document("\x8f\x01secret", manifest), "file.odt")
    assert cause_of(open_package, path, USUAL) is Cause.PASSWORD


@pytest.mark.parametrize("before", [LAUGHS, OUTSIDE])
def test_a_document_with_entities_is_refused(tmp_path: Path, before: str):
    path = put(tmp_path, word(paragraph("&j;"), before))
    assert cause_of(open_package, path, USUAL) is Cause.DAMAGED


@pytest.mark.parametrize("keep", [0.2, 0.5, 0.9, 0.99])
def test_a_package_cut_short_is_damaged(tmp_path: Path, keep: float):
    data = word(paragraph("Hello " * 500))
    assert (
        cause_of(open_package, put(tmp_path, data[: int(len(data) * keep)]), USUAL) is Cause.DAMAGED
    )


def test_a_part_that_cannot_be_unpacked_is_damaged(tmp_path: Path):
    data = bytearray(word(paragraph("Hello " * 500)))
    at = data.find(b"word/document.xml") + len(b"word/document.xml")
    data[at + 5 : at + 25] = b"\xff" * 20
    assert cause_of(read_all, put(tmp_path, bytes(data))) is Cause.DAMAGED


def test_entities_are_never_resolved():
    root = parse_xml(f"{OUTSIDE}<x>before &j; after</x>".encode(), "a.xml")
    assert "root:" not in "".join(root.itertext())


def test_a_billion_laughs_are_refused():
    assert cause_of(parse_xml, f"{LAUGHS}<x>&j;</x>".encode(), "a.xml") is Cause.DAMAGED


def test_xml_nested_without_end_is_refused_with_the_reason():
    with pytest.raises(ReadError, match="nested too deeply"):
        parse_xml(b"<a>" * 10_000 + b"</a>" * 10_000, "a.xml")


@given(st.binary(max_size=400))
def test_any_bytes_are_xml_or_damaged(data: bytes):
    assert cause_of(parse_xml, data, "a.xml") in (None, Cause.DAMAGED)


@given(data=st.binary(max_size=300), start=st.integers(0, 600))
def test_any_change_to_a_package_is_opened_or_a_read_error(
    tmp_path_factory, data: bytes, start: int
):
    whole = bytearray(word(paragraph("Hello " * 50)))
    whole[start : start + len(data)] = data
    path = put(tmp_path_factory.mktemp("p"), bytes(whole))
    assert cause_of(read_all, path) in (None, Cause.DAMAGED, Cause.PASSWORD, Cause.TOO_LARGE)


def test_packages_of_a_compression_that_is_not_known_are_damaged(tmp_path: Path):
    data = bytearray(package({"a.xml": "<a/>"}, zipfile.ZIP_STORED))
    for signature, at in ((b"PK\x03\x04", 8), (b"PK\x01\x02", 10)):
        data[data.find(signature) + at] = 99
    assert cause_of(open_package, put(tmp_path, bytes(data)), USUAL) is Cause.DAMAGED


def test_a_part_of_xml_that_holds_nothing_is_damaged():
    assert cause_of(parse_xml, b"<!-- only words -->", "a.xml") is Cause.DAMAGED


def test_a_file_that_may_not_be_read_is_told(tmp_path: Path, monkeypatch):
    def refused(self: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    path = put(tmp_path, b"x")
    monkeypatch.setattr(Path, "read_bytes", refused)
    with pytest.raises(ReadError, match="you may not read it"):
        read_bytes(path, USUAL)
