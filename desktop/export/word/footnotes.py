"""Footnotes: a part of the package beside the document, for python-docx has none."""

from __future__ import annotations

from collections.abc import Iterable

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart

from desktop.core.outline import Note
from desktop.export.addresses import linked
from desktop.export.word.elements import Element, el, run
from desktop.export.word.runs import RunWriter, runs_rtl
from desktop.export.word.styles import StyleName, Styles

# Word's own numbers for the lines between text and footnotes; real footnotes start at 1.
_SEPARATORS = {-1: "separator", 0: "continuationSeparator"}
_AFTER_FOOTNOTES = {
    *("endnotePr", "compat", "docVars", "rsids", "mathPr", "attachedSchema", "themeFontLang"),
    *("clrSchemeMapping", "doNotIncludeSubdocsInStats", "doNotAutoCompressPictures"),
    *("forceUpgrade", "captions", "readModeInkLockDown", "smartTagType", "schemaLibrary"),
    *("shapeDefaults", "doNotEmbedSmartTags", "decimalSymbol", "listSeparator"),
}


def add_footnotes(document: Document, notes: Iterable[Note], styles: Styles) -> None:
    """Give a document its footnotes part, and its settings the lines that go with it.

    Nothing is added where there are no notes.
    """
    notes = tuple(notes)
    if not notes:
        return
    root = el("footnotes")
    package = document.part.package
    assert package is not None
    part = XmlPart(PackURI("/word/footnotes.xml"), CONTENT_TYPE.WML_FOOTNOTES, root, package)
    runs = RunWriter(part, styles[StyleName.MARK], styles[StyleName.LINK])
    root.extend(_separator(number, kind) for number, kind in _SEPARATORS.items())
    root.extend(_footnote(note, runs, styles) for note in notes)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    settings = document.settings.element
    lines = el("footnotePr", *(el("footnote", id=number) for number in _SEPARATORS))
    # The schema wants them in their place among the settings, whichever of these there are.
    for setting in settings:
        if setting.tag.rpartition("}")[2] in _AFTER_FOOTNOTES:
            setting.addprevious(lines)
            return
    settings.append(lines)


def _separator(number: int, kind: str) -> Element:
    look = el("pPr", el("spacing", after=0, line=240, lineRule="auto"))
    return el("footnote", el("p", look, el("r", el(kind))), type=kind, id=number)


def _footnote(note: Note, runs: RunWriter, styles: Styles) -> Element:
    words = linked(note.text)
    look = el(
        "pPr",
        el("pStyle", val=styles[StyleName.NOTE]),
        el("bidi") if runs_rtl(words) else None,
    )
    mark = el("r", el("rPr", el("rStyle", val=styles[StyleName.MARK])), el("footnoteRef"))
    return el("footnote", el("p", look, mark, run(" "), *runs.elements(words)), id=note.number)
