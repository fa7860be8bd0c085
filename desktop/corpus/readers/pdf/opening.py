"""A PDF opened, or the reason why it cannot be."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from desktop.core.document import Metadata
from desktop.corpus import failures
from desktop.corpus.failures import ReadError
from desktop.corpus.limits import Limits, check_size
from desktop.corpus.readers.pdf.joining import plain

MOST_PAGES = 2_000
_HEAD = 1024  # bytes that a PDF's first mark stands in
_FILE_NAME = re.compile(
    r"microsoft (?:word|powerpoint|excel|publisher) - |\S+\.[a-z]{2,5}\Z|document\s?\d*\Z"
    r"|untitled|powerpoint presentation\Z|slide \d+\Z|print\w*\Z|scan\w*\s?\d*\Z|\(?anonymous\)?\Z"
    r"|doc\d*\Z|layout \d+\Z|title\Z|none\Z|null\Z|about:blank\Z|https?:",
    re.IGNORECASE,
)
_NOBODY = re.compile(
    r"(?:windows|microsoft office|authori[sz]ed) user\Z|user\w*\Z|admin\w*\Z|owner\Z|unknown\Z"
    r"|default\w*\Z|python-docx\Z|\(?anonymous\)?\Z|author\Z|none\Z|null\Z|pc\d*\Z",
    re.IGNORECASE,
)
_DATE = re.compile(r"(?:D:)?(\d{4})(\d{2})?(\d{2})?")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")
_EARLIEST = 1970


@contextmanager
def opened(path: Path, limits: Limits) -> Iterator[Any]:
    """Give PDFium's document for the time of a block, and close it.

    Raises:
        ReadError: missing, empty, too large, no PDF at all, damaged, with a password, or with more
            pages than are read.
    """
    check_size(path, limits)
    name = path.name
    _check_head(path)
    try:
        document = pdfium.PdfDocument(path)
    except pdfium.PdfiumError as error:
        raise _reason(name, error.err_code) from error
    except OSError as error:
        raise failures.missing(name) from error
    try:
        if len(document) > MOST_PAGES:
            pages = f"it has {len(document):,} pages, and {MOST_PAGES:,} are the most"
            raise failures.too_large(name, pages)
        yield document.raw
    finally:
        document.close()


def _check_head(path: Path) -> None:
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD)
    except OSError as error:
        raise failures.missing(path.name, "it cannot be read") from error
    if not head.strip(b"\0 \t\r\n"):
        raise failures.damaged(path.name, "there is nothing but blanks at its beginning")
    if b"%PDF" not in head:
        raise failures.wrong_name(path.name, "not a PDF at all")


def _reason(name: str, code: int | None) -> ReadError:
    if code == raw.FPDF_ERR_PASSWORD:
        return failures.password(name)
    if code == raw.FPDF_ERR_SECURITY:
        return failures.unsupported(
            name,
            "a PDF with a protection that cannot be opened here",
            "Open it in the program it was made for, print it as a new PDF, and add that.",
        )
    return failures.damaged(name)


def metadata(document: Any) -> Metadata:
    """Return what the file says about itself, where it means something."""
    title, author = _said(document, "Title"), _said(document, "Author")
    return Metadata(
        title="" if _FILE_NAME.match(title) else title,
        author="" if _NOBODY.match(author) else author,
        date=_date(_said(document, "CreationDate")) or _date(_said(document, "ModDate")),
        language=_language(document),
    )


def _said(document: Any, key: str) -> str:
    name = key.encode("ascii")
    size = raw.FPDF_GetMetaText(document, name, None, 0)
    if not 2 < size < 20_000:
        return ""
    buffer = ctypes.create_string_buffer(size)
    raw.FPDF_GetMetaText(document, name, buffer, size)
    text = buffer.raw.decode("utf-16-le", "replace").split("\0", 1)[0]
    return " ".join(plain(text).replace("\ufffd", "").split())


def _date(text: str) -> str:
    match = _DATE.match(text)
    if match is None:
        return ""
    year, month, day = (int(part or 1) for part in match.groups())
    try:
        found = date(year, month, day)
    except ValueError:
        return ""
    return found.isoformat() if found.year >= _EARLIEST else ""


def _language(document: Any) -> str:
    size = raw.FPDFCatalog_GetLanguage(document, None, 0)
    if not 2 < size < 200:
        return ""
    buffer = (ctypes.c_ushort * (size // 2 + 1))()
    raw.FPDFCatalog_GetLanguage(document, buffer, size)
    text = bytes(buffer).decode("utf-16-le", "replace").split("\0", 1)[0].strip()
    return text.replace("_", "-") if _LANGUAGE.fullmatch(text) else ""
