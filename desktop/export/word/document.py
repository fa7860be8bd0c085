"""An Outline becomes the bytes of a Word document."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from zipfile import BadZipFile

from docx import Document
from docx.document import Document as WordDocument
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn
from docx.shared import Emu, Mm

from desktop.core.outline import Outline
from desktop.errors import ContentError
from desktop.export.options import ExportOptions
from desktop.export.word.blocks import BlockWriter
from desktop.export.word.elements import w
from desktop.export.word.footnotes import add_footnotes
from desktop.export.word.frame import add_frame
from desktop.export.word.numbering import WordNumbering
from desktop.export.word.properties import set_properties
from desktop.export.word.runs import RunWriter
from desktop.export.word.styles import StyleName, read_styles


def write_docx(
    outline: Outline, style: Path, options: ExportOptions, now: datetime | None = None
) -> bytes:
    """Return the submission as a DOCX file.

    Args:
        outline: what the document says.
        style: the style file; its text, if it has any, is dropped.
        options: ``numbers_as_text`` is the one that counts here.
        now: the time to put down as that of writing; None takes the clock's.

    Raises:
        ContentError: the style file cannot be read or lacks a style.
    """
    document = _open(style)
    styles = read_styles(document.styles.element, style)
    body = document.element.body
    for child in list(body):
        if child.tag != qn("w:sectPr"):
            body.remove(child)
    writer = BlockWriter(
        runs=RunWriter(document.part, styles[StyleName.MARK], styles[StyleName.LINK]),
        styles=styles,
        numbering=WordNumbering(document.part.numbering_part.element, styles),
        options=options,
        width=_text_width(document),
        column=_column(document, styles[StyleName.NUMBERED]),
    )
    section = body.sectPr
    for element in writer.elements(outline):
        section.addprevious(element)
    add_footnotes(document, outline.notes, styles)
    add_frame(document, outline.frame, styles)
    set_properties(document, outline, now or datetime.now(UTC))
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def _open(style: Path) -> WordDocument:
    try:
        return Document(str(style))
    except (PackageNotFoundError, BadZipFile, KeyError, ValueError, OSError) as error:
        raise ContentError(
            "The style file cannot be used",
            f"{style} is not a Word document that can be read.",
            "Your answers are safe. Put the original style.docx back.",
        ) from error


def _text_width(document: WordDocument) -> int:
    """Return the width between the margins in twentieths of a point."""
    section = document.sections[0]
    page = section.page_width or Mm(210)
    margins = (section.left_margin or 0) + (section.right_margin or 0)
    return round(Emu(page - margins).pt * 20)


def _column(document: WordDocument, style: str) -> int:
    """Return where the text of a numbered paragraph starts, as its style says."""
    for found in document.styles.element.iterfind(w("style")):
        if found.get(w("styleId")) == style:
            indent = found.find(f"{w('pPr')}/{w('ind')}")
            return int(indent.get(w("left"), "0")) if indent is not None else 0
    return 0
