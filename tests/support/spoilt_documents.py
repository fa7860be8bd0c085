"""Word documents as other people make them, with what is wrong in them asked for by name."""

from __future__ import annotations

import zlib
from io import BytesIO
from pathlib import Path
from struct import pack
from typing import Any

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

PROSE = "Our hall in Fernbrook shut in May for want of trustees, and forty groups lost their room. "


def sound_document(path: Path) -> Path:
    """Write a document with nothing to mend in its structure."""
    document = Document()
    document.core_properties.title = "Written evidence submitted by Fernbrook Community Trust"
    language(document, "en-GB")
    document.add_heading("Written evidence submitted by Fernbrook Community Trust", 0)
    document.add_heading("Summary", 1)
    document.add_paragraph("Village halls need trustees more than they need money.")
    document.add_heading("What should be done about village halls?", 1)
    document.add_heading("Why halls shut", 2)
    document.add_paragraph(PROSE)
    table = add_table(document)
    mark_header(table)
    add_picture(document, "The hall seen from the green")
    link(document.add_paragraph("See "), "our survey of village halls")
    document.save(str(path))
    return path


def spoilt_document(path: Path) -> Path:
    """Write a document with everything wrong that is looked for in a file."""
    document = Document()
    document.core_properties.title = ""
    document.core_properties.language = ""
    language(document, None)
    document.add_heading("Our evidence", 1)
    document.add_heading("Why halls shut", 3)
    document.add_paragraph(PROSE)
    add_table(document)
    add_picture(document, "")
    link(document.add_paragraph("For our survey, click "), "here")
    coloured(document.add_paragraph(), PROSE)
    tracked(document.add_paragraph("We say "), "so")
    document.save(str(path))
    return path


def language(document: Any, code: str | None) -> None:
    """Say in the defaults of the styles what language the text is in; None says nothing."""
    for found in list(document.styles.element.iter(qn("w:lang"))):
        if code is None:
            found.getparent().remove(found)
        else:
            found.set(qn("w:val"), code)


def add_table(document: Any) -> Any:
    """Add a table of four rows and columns whose first row says what they hold."""
    table = document.add_table(rows=5, cols=4)
    for row, cells in enumerate(("Hall Rooms Trustees Let", "Old 2 5 yes", "New 1 3 no")):
        for column, words in enumerate(cells.split()):
            table.cell(row, column).text = words
    for row in (3, 4):
        for column in range(4):
            table.cell(row, column).text = f"{row}{column}"
    return table


def mark_header(table: Any) -> None:
    """Mark the first row as the header."""
    mark = OxmlElement("w:tblHeader")
    table.rows[0]._tr.get_or_add_trPr().append(mark)


def add_picture(document: Any, alt: str) -> None:
    """Add a picture with a text for people who do not see it."""
    document.add_picture(BytesIO(_png()))
    *_, about = document.element.body.iter(qn("wp:docPr"))
    about.set("descr", alt)


def link(paragraph: Any, words: str) -> None:
    """Add a link to the end of a paragraph."""
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
    made = OxmlElement("w:hyperlink")
    made.set(qn("r:id"), paragraph.part.relate_to("https://example.org/", kind, is_external=True))
    made.append(paragraph.add_run(words)._r)
    paragraph._p.append(made)


def coloured(paragraph: Any, words: str) -> None:
    """Add words in red."""
    run = paragraph.add_run(words)
    colour = OxmlElement("w:color")
    colour.set(qn("w:val"), "C00000")
    run._r.get_or_add_rPr().append(colour)


def tracked(paragraph: Any, words: str) -> None:
    """Add words as a change that nobody has accepted."""
    change = OxmlElement("w:ins")
    change.set(qn("w:id"), "1")
    change.set(qn("w:author"), "A colleague")
    change.append(paragraph.add_run(words)._r)
    paragraph._p.append(change)


def _png() -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return pack(">I", len(data)) + kind + data + pack(">I", zlib.crc32(kind + data))

    head = pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)
    pixel = zlib.compress(b"\0\0\0\0")
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        chunk(kind, data) for kind, data in ((b"IHDR", head), (b"IDAT", pixel), (b"IEND", b""))
    )
