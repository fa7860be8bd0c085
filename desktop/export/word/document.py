"""An Outline becomes the bytes of a Word document."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from zipfile import BadZipFile

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.exceptions import PackageNotFoundError
from docx.shared import Emu, Mm

from desktop.core.outline import Outline
from desktop.errors import ContentError
from desktop.export.options import ExportOptions
from desktop.export.word.blocks import BlockWriter
from desktop.export.word.comments import add_comments
from desktop.export.word.elements import w
from desktop.export.word.footnotes import add_footnotes
from desktop.export.word.frame import add_frame
from desktop.export.word.numbering import WordNumbering
from desktop.export.word.properties import set_properties
from desktop.export.word.runs import RunWriter
from desktop.export.word.styles import StyleName, read_styles

# Parts that a document has once; those of the style file would be there a second time.
_WRITTEN_ANEW = {
    RELATIONSHIP_TYPE.COMMENTS,
    RELATIONSHIP_TYPE.FOOTNOTES,
    RELATIONSHIP_TYPE.HEADER,
    RELATIONSHIP_TYPE.FOOTER,
    RELATIONSHIP_TYPE.HYPERLINK,
}


def write_docx(
    outline: Outline, style: Path, options: ExportOptions, now: datetime | None = None
) -> bytes:
    """Return the submission as a DOCX file.

    Args:
        outline: what the document says.
        style: the style file; its text, notes, headers and footers, if any, are dropped.
        options: ``numbers_as_text`` is the one that counts here.
        now: the time to put down as that of writing; None takes the clock's.

    Raises:
        ContentError: the style file cannot be read or lacks a style.
    """
    document = _open(style)
    styles = read_styles(document.styles.element, style)
    _empty(document)
    if outline.landscape:
        _turn(document)
    comments = add_comments(document, outline.remarks)
    writer = BlockWriter(
        runs=RunWriter(document.part, styles[StyleName.MARK], styles[StyleName.LINK], comments),
        styles=styles,
        numbering=WordNumbering(document.part.numbering_part.element, styles),
        options=options,
        width=_text_width(document),
        column=_column(document, styles[StyleName.NUMBERED]),
    )
    section = document.element.body.sectPr
    for element in writer.elements(outline):
        section.addprevious(element)
    add_footnotes(document, outline.notes, styles)
    add_frame(document, outline.frame, styles)
    set_properties(document, outline, now or datetime.now(UTC))
    _speak(document, outline.language)
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


def _empty(document: WordDocument) -> None:
    """Take everything out of a style file that is not style, as Word leaves it in any file."""
    body, settings = document.element.body, document.settings.element
    for child in list(body):
        if child.tag != w("sectPr"):
            body.remove(child)
    for name in ("headerReference", "footerReference"):
        for reference in body.sectPr.findall(w(name)):
            body.sectPr.remove(reference)
    for lines in settings.findall(w("footnotePr")):
        settings.remove(lines)
    for rel_id, relationship in list(document.part.rels.items()):
        if relationship.reltype in _WRITTEN_ANEW:
            del document.part.rels[rel_id]


def _turn(document: WordDocument) -> None:
    """Lay the page on its side."""
    section = document.sections[0]
    wide, high = section.page_width, section.page_height
    if wide is not None and high is not None and wide < high:
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = high, wide


def _speak(document: WordDocument, language: str) -> None:
    """Say in what language all text is, unless a run says otherwise."""
    for lang in document.styles.element.iter(w("lang")):
        lang.set(w("val"), language)


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
