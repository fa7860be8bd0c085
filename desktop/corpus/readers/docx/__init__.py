"""Reading Word documents (DOCX), straight from their XML.

Nothing outside the file is ever followed: neither linked pictures nor templates nor sub-documents.
"""

from __future__ import annotations

from pathlib import Path

from desktop.core.document import Document, DocumentFormat
from desktop.corpus import failures
from desktop.corpus.limits import Limits
from desktop.corpus.readers.docx.names import W
from desktop.corpus.readers.docx.notes import NoteTexts
from desktop.corpus.readers.docx.numbering import Numbering
from desktop.corpus.readers.docx.story import Parts, read_body
from desktop.corpus.readers.docx.styles import Styles
from desktop.corpus.readers.docx.words import Seen
from desktop.corpus.readers.office.package import Package, open_office
from desktop.corpus.readers.office.properties import metadata
from desktop.corpus.readers.office.shaping import shape

_MAIN = "word/document.xml"
_KIND = "a Word document"
_OTHERS = {
    "xl/workbook.xml": "an Excel workbook",
    "ppt/presentation.xml": "a PowerPoint presentation",
    "content.xml": "an OpenDocument file",
}
_NOTICES = {
    "tracked": "Tracked changes were read as if all of them had been accepted.",
    "comments": "Comments in the margin were left out.",
    "hidden": "Hidden text was left out.",
    "embedded": "A part that was put in from another file was left out.",
}


def read(path: Path, limits: Limits) -> Document:
    """Return what a Word document says.

    Raises:
        ReadError: it is missing, empty, damaged, too large, has a password, or is something else.
    """
    with open_office(path, limits, _KIND) as package:
        part = package.related("", "officeDocument") or _MAIN
        root = package.root(part if package.has(part) else _MAIN)
        bodies = [] if root is None else root.findall(f"{W}body")
        if not bodies:
            raise _no_document(package)
        styles = Styles(_spare(package, part, "styles"))
        numbering = Numbering(_spare(package, part, "numbering"), styles)
        parts = Parts(package, part, styles, numbering, NoteTexts(package, part, bodies[-1]))
        lines = [line for body in bodies for line in read_body(body, parts)]
        blocks = shape(lines, path.name, limits)
        return Document(
            DocumentFormat.DOCX,
            blocks,
            metadata(package, styles.language),
            _notices(parts.seen),
        )


def _spare(package: Package, part: str, kind: str) -> object:
    name = package.related(part, kind)
    return package.spare_root(name) if name else None


def _notices(seen: Seen) -> tuple[str, ...]:
    return tuple(words for name, words in _NOTICES.items() if getattr(seen, name))


def _no_document(package: Package) -> failures.ReadError:
    for part, really in _OTHERS.items():
        if package.has(part):
            return failures.wrong_name(package.name, really)
    return failures.damaged(package.name, "there is no text part in it")
