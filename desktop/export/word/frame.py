"""Header and footer: whose submission it is on every page but the first, and page numbers."""

from __future__ import annotations

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart

from desktop.core.outline import Frame
from desktop.export.word.elements import Element, el, relation, run
from desktop.export.word.styles import StyleName, Styles


def add_frame(document: Document, frame: Frame, styles: Styles) -> None:
    """Give a document its header and footer.

    The title stands on the first page, so the header starts on the second.
    """
    references: list[Element] = []
    if frame.header:
        header = el("hdr", _paragraph(styles[StyleName.HEADER], run(frame.header)))
        references.append(_part(document, "header", header, "default"))
    if frame.page_numbers:
        for kind in ("default", "first"):
            page = el("fldSimple", run("1"), instr=" PAGE ")
            words = (run(f"{frame.page} "), page) if frame.page else (page,)
            footer = el("ftr", _paragraph(styles[StyleName.FOOTER], *words))
            references.append(_part(document, "footer", footer, kind))
    section = document.sections[0]._sectPr
    for place, reference in enumerate(references):
        section.insert(place, reference)


def _paragraph(style: str, *words: Element) -> Element:
    return el("p", el("pPr", el("pStyle", val=style)), *words)


def _part(document: Document, what: str, root: Element, kind: str) -> Element:
    """Add a header or footer to the package and return the reference to it."""
    package = document.part.package
    assert package is not None
    types = {
        "header": (CONTENT_TYPE.WML_HEADER, RELATIONSHIP_TYPE.HEADER),
        "footer": (CONTENT_TYPE.WML_FOOTER, RELATIONSHIP_TYPE.FOOTER),
    }
    content_type, relationship = types[what]
    name = PackURI(f"/word/{what}{'1' if kind == 'default' else '2'}.xml")
    part = XmlPart(name, content_type, root, package)
    reference = el(f"{what}Reference", type=kind)
    reference.attrib.update(relation(document.part.relate_to(part, relationship)))
    return reference
