"""Reading PowerPoint presentations (PPTX), straight from their XML: slide by slide, with notes."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path

from desktop.core.document import Document, DocumentFormat
from desktop.corpus import failures
from desktop.corpus.limits import Limits, XmlElement
from desktop.corpus.readers.office.lines import Line, Note, Role
from desktop.corpus.readers.office.package import Package, open_office
from desktop.corpus.readers.office.properties import metadata
from desktop.corpus.readers.office.shaping import shape
from desktop.corpus.readers.pptx.bullets import Bullets
from desktop.corpus.readers.pptx.names import A, P, R, is_off, placeholder
from desktop.corpus.readers.pptx.repeated import without_repeated
from desktop.corpus.readers.pptx.shapes import Sheets, slide_lines, text_lines

_MAIN = "ppt/presentation.xml"
_KIND = "a PowerPoint presentation"
_NOTE = "note"
_OTHERS = {
    "word/document.xml": "a Word document",
    "xl/workbook.xml": "an Excel workbook",
    "content.xml": "an OpenDocument file",
}
_COMMENTS = "Comments on slides were left out."


def read(path: Path, limits: Limits) -> Document:
    """Return what a presentation says.

    Raises:
        ReadError: it is missing, empty, damaged, too large, has a password, or is something else.
    """
    with open_office(path, limits, _KIND) as package:
        part = package.related("", "officeDocument") or _MAIN
        root = package.root(part if package.has(part) else _MAIN)
        if root is None or root.tag != f"{P}presentation":
            raise _no_presentation(package)
        deck = _Deck(package)
        slides = without_repeated([deck.slide(target) for target in _order(package, part, root)])
        blocks = shape(deck.lines(slides), path.name, limits)
        return Document(
            DocumentFormat.PPTX, blocks, metadata(package, deck.language), deck.notices()
        )


@dataclass(slots=True)
class _Deck:
    package: Package
    language: str = ""
    notes: list[tuple[Note, ...]] = field(default_factory=list)
    hidden: list[int] = field(default_factory=list)
    comments: bool = False
    _sheets: dict[str, XmlElement | None] = field(default_factory=dict)

    def slide(self, part: str) -> list[Line]:
        """Return the lines of a slide; its notes are kept for later."""
        root = self.package.root(part)
        relations = self.package.relations(part)
        kinds = {one.kind: one.target for one in relations.values() if one.target}
        self.notes.append(self._notes(kinds.get("notesSlide", "")))
        if root is None:
            return []
        if is_off(root.get("show")):
            self.hidden.append(len(self.notes))
        self.comments |= "comments" in kinds
        self.language = self.language or _language(root)
        layout = kinds.get("slideLayout", "")
        master = self.package.related(layout, "slideMaster") if layout else ""

        def diagram(relation: str) -> XmlElement | None:
            found = relations.get(relation)
            return self.package.spare_root(found.target) if found and found.target else None

        return slide_lines(root, Sheets(self._sheet(layout), self._sheet(master), diagram))

    def lines(self, slides: list[list[Line]]) -> list[Line]:
        """Return all lines: where each slide begins, what it says, then its notes."""
        out: list[Line] = []
        for number, (lines, notes) in enumerate(zip(slides, self.notes, strict=True), start=1):
            out.append(Line(role=Role.BREAK, slide=number))
            out.extend(replace(line, slide=number) for line in lines)
            out.append(Line(slide=number, notes=notes))
        return out

    def notices(self) -> tuple[str, ...]:
        """Return the sentences for the person."""
        notices = [_COMMENTS] if self.comments else []
        if self.hidden:
            which = ", ".join(map(str, self.hidden))
            slides = "Slide" if len(self.hidden) == 1 else "Slides"
            are = "is" if len(self.hidden) == 1 else "are"
            notices.append(
                f"{slides} {which} {are} hidden in the show, and read here all the same."
            )
        return tuple(notices)

    def _sheet(self, part: str) -> XmlElement | None:
        if part not in self._sheets:
            self._sheets[part] = self.package.spare_root(part) if part else None
        return self._sheets[part]

    def _notes(self, part: str) -> tuple[Note, ...]:
        root = self.package.spare_root(part) if part else None
        notes: list[Note] = []
        for one in () if root is None else root.iter(f"{P}sp"):
            mark, body = placeholder(one), one.find(f"{P}txBody")
            if mark is not None and mark.get("type") == "body" and body is not None:
                lines = text_lines(body, Bullets(()))
                notes.extend(Note(_NOTE, line.text) for line in lines if line.text.strip())
        return tuple(notes)


def _order(package: Package, part: str, root: XmlElement) -> list[str]:
    """Return the parts of the slides in the order of the show."""
    relations = package.relations(part)
    wanted = (one.get(f"{R}id", "") for one in root.iterfind(f"{P}sldIdLst/{P}sldId"))
    found = (relations[one].target for one in wanted if one in relations)
    return [target for target in found if target and package.has(target)]


def _language(slide: XmlElement) -> str:
    return next((one.get("lang") for one in slide.iter(f"{A}rPr") if one.get("lang")), "") or ""


def _no_presentation(package: Package) -> failures.ReadError:
    for part, really in _OTHERS.items():
        if package.has(part):
            return failures.wrong_name(package.name, really)
    return failures.damaged(package.name, "there are no slides in it")
