"""Files to import, made by code: past responses in Word, reports as PDF, all of known length."""

from __future__ import annotations

import tempfile
import zlib
from pathlib import Path

from benchmarks.quality.light_documents import document

VERSION = 1
WORDS_OF_A_PAGE = 420
LINES_OF_A_PAGE = 44
WIDTH = 88


def folder(name: str) -> Path:
    """Return a folder that keeps what was made for the next time."""
    path = Path(tempfile.gettempdir()) / f"consultee-bench-{VERSION}" / name
    path.mkdir(parents=True, exist_ok=True)
    return path


def responses(count: int, pages: int) -> list[Path]:
    """Return so many responses in Word of so many pages each."""
    place = folder(f"docx-{pages}")
    paths = [place / f"response-{at}.docx" for at in range(count)]
    for seed, path in enumerate(paths):
        if not path.exists():
            _write_response(path, seed, pages)
    return paths


def _write_response(path: Path, seed: int, pages: int) -> None:
    from docx import Document

    written, words = Document(), 0
    at = seed
    while words < pages * WORDS_OF_A_PAGE:
        for item in document(at):
            words += len(item.words().split())
            if item.kind in ("title", "heading"):
                number = f"{item.number}. " if item.number else ""
                written.add_heading(f"{number}{item.text}", 0 if item.kind == "title" else 1)
            elif item.kind == "table":
                table = written.add_table(len(item.cells), len(item.cells[0]))
                for cells, row in zip(item.cells, table.rows, strict=True):
                    for text, cell in zip(cells, row.cells, strict=True):
                        cell.text = text
            else:
                style = {"item": "List Bullet", "numbered": "List Number", "quotation": "Quote"}
                written.add_paragraph(item.text, style=style.get(item.kind))
        at += 1000
    part = path.with_suffix(".part")
    written.save(str(part))
    part.rename(path)


def reports(count: int, pages: int) -> list[Path]:
    """Return so many reports as PDF of so many pages each."""
    place = folder(f"pdf-{pages}")
    paths = [place / f"report-{at}.pdf" for at in range(count)]
    for seed, path in enumerate(paths):
        if not path.exists():
            part = path.with_suffix(".part")
            part.write_bytes(_report(seed, pages))
            part.rename(path)
    return paths


def _report(seed: int, pages: int) -> bytes:
    """Return a PDF with a heading and running text on each page, and a page number."""
    lines = _lines(seed, pages * LINES_OF_A_PAGE)
    streams = [
        _stream(lines[at * LINES_OF_A_PAGE : (at + 1) * LINES_OF_A_PAGE], at + 1)
        for at in range(pages)
    ]
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count %d /Kids [%s] >>"
        % (pages, b" ".join(b"%d 0 R" % (4 + 2 * at) for at in range(pages))),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for at, stream in enumerate(streams):
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R "
            b"/Resources << /Font << /F 3 0 R >> >> >>" % (5 + 2 * at)
        )
        packed = zlib.compress(stream)
        objects.append(
            b"<< /Length %d /Filter /FlateDecode >> stream\n%s\nendstream" % (len(packed), packed)
        )
    return _file(objects)


def _file(objects: list[bytes]) -> bytes:
    data, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    return (
        data
        + b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, table)
        + b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (size, len(data))
    )


def _lines(seed: int, count: int) -> list[str]:
    import textwrap

    lines: list[str] = []
    while len(lines) < count:
        for item in document(seed):
            if item.kind in ("title", "heading", "text"):
                lines.extend([*textwrap.wrap(item.text, WIDTH), ""])
        seed += 1000
    return lines[:count]


def _stream(lines: list[str], number: int) -> bytes:
    parts = ["BT /F 10 Tf 14 TL 60 780 Td"]
    for line in lines:
        escaped = line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
        parts.append(f"({escaped}) Tj T*")
    parts.append(f"ET BT /F 8 Tf 290 40 Td ({number}) Tj ET")
    return "\n".join(parts).encode("cp1252", "replace")
