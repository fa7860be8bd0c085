from __future__ import annotations

import hashlib
from pathlib import Path

from desktop.core.document import DocumentFormat
from desktop.core.evidence import SourceKind
from desktop.corpus import understand
from desktop.corpus.failures import Cause
from desktop.corpus.limits import USUAL, Limits
from desktop.corpus.wire import Digest
from desktop.corpus.worker import digest_of, read

TEXT = "Our response\n\nWe run a hall for 400 people, and the council pays a third of its costs.\n"
MAIL = (
    "From: a@example.org\nMessage-ID: <1>\nMIME-Version: 1.0\n"
    "Content-Type: multipart/mixed; boundary=X\n\n--X\nContent-Type: text/plain\n\nAttached.\n"
    '--X\nContent-Type: text/plain\nContent-Disposition: attachment; filename="a.txt"\n\n'
    f"{TEXT}\n--X--\n"
)


def put(folder: Path, text: str, name: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_a_file_is_read_and_understood(tmp_path: Path):
    result = read(put(tmp_path, TEXT, "a.txt"), USUAL, [])
    assert result.understanding is not None
    assert result.understanding.document.format is DocumentFormat.TEXT
    assert result.bug == ""


def test_a_mail_comes_with_what_is_attached_to_it(tmp_path: Path):
    result = read(put(tmp_path, MAIL, "mail.txt"), USUAL, [])
    assert result.understanding is not None
    assert "but it is an email" in result.understanding.document.notices[0]
    (attached,) = result.attachments
    assert attached.name == "a.txt"
    assert attached.size > 0
    assert len(attached.digest) == len(hashlib.sha256().hexdigest())


def test_a_bad_file_is_a_result_with_its_error(tmp_path: Path):
    result = read(put(tmp_path, "", "a.docx"), USUAL, [])
    assert result.understanding is None
    assert result.error is not None
    assert result.error.cause is Cause.EMPTY


def test_a_fault_of_our_own_in_understanding_costs_no_text(tmp_path: Path, monkeypatch):
    def fails(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(understand, "understand", fails)
    result = read(put(tmp_path, TEXT, "a.txt"), USUAL, [], SourceKind.LETTER)
    assert result.understanding is not None
    assert result.understanding.kind is SourceKind.LETTER
    assert len(result.understanding.document.blocks) == 2
    assert not result.understanding.parts[0].sure
    assert "ZeroDivisionError" in result.bug


def test_memory_that_runs_out_is_told_as_a_file_too_large(tmp_path: Path, monkeypatch):
    def fails(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr(understand, "understand", fails)
    error = read(put(tmp_path, TEXT, "a.txt"), USUAL, []).error
    assert error is not None
    assert error.cause is Cause.TOO_LARGE


def test_the_digest_is_that_of_the_bytes(tmp_path: Path):
    path = put(tmp_path, TEXT, "a.txt")
    digest = hashlib.sha256(TEXT.encode()).hexdigest()
    assert digest_of(path, USUAL) == Digest(digest, len(TEXT))


def test_what_cannot_be_opened_or_is_too_large_has_no_digest(tmp_path: Path):
    assert digest_of(tmp_path / "gone", USUAL) == Digest()
    assert digest_of(Path("a\0b"), USUAL) == Digest()
    assert digest_of(tmp_path, USUAL).digest == ""
    assert digest_of(put(tmp_path, TEXT, "a.txt"), Limits(bytes=3)) == Digest("", len(TEXT))
