"""Footnotes and endnotes of a Word document: where their text is and what their marks are."""

from __future__ import annotations

from dataclasses import dataclass, field

from desktop.corpus.limits import XmlElement
from desktop.corpus.readers.docx.names import VAL, W, whole
from desktop.corpus.readers.office.numerals import printed
from desktop.corpus.readers.office.package import Package

_FORMS = {"footnote": "decimal", "endnote": "lowerRoman"}


@dataclass(slots=True)
class _Marks:
    form: str
    start: int = 1
    restart: str = "continuous"
    next: int = 1


@dataclass(slots=True)
class NoteTexts:
    """Hands out notes in the order in which the text refers to them."""

    package: Package
    part: str
    body: XmlElement
    _roots: dict[str, dict[str, XmlElement]] = field(default_factory=dict)
    _marks: dict[str, _Marks] = field(default_factory=dict)

    def element(self, kind: str, note_id: str) -> XmlElement | None:
        """Return the element of a note; ``kind`` is "footnote" or "endnote"."""
        if kind not in self._roots:
            where = self.package.related(self.part, f"{kind}s")
            root = self.package.spare_root(where) if where else None
            self._roots[kind] = {
                one.get(f"{W}id", ""): one for one in (() if root is None else root)
            }
        return self._roots[kind].get(note_id)

    def mark(self, kind: str) -> str:
        """Return the mark of the next note of this kind."""
        marks = self._settings(kind)
        value = marks.next
        marks.next += 1
        return printed(value, marks.form)

    def section_ends(self) -> None:
        """Begin anew where notes are numbered by section."""
        for kind in _FORMS:
            marks = self._settings(kind)
            if marks.restart == "eachSect":
                marks.next = marks.start

    def _settings(self, kind: str) -> _Marks:
        if kind not in self._marks:
            marks = _Marks(_FORMS[kind])
            settings = self.package.related(self.part, "settings")
            root = self.package.spare_root(settings) if settings else None
            for place in (root, self.body):
                found = None if place is None else next(place.iter(f"{W}{kind}Pr"), None)
                for one in () if found is None else found:
                    _take(marks, one)
            marks.next = marks.start
            self._marks[kind] = marks
        return self._marks[kind]


def _take(marks: _Marks, one: XmlElement) -> None:
    value = one.get(VAL, "")
    match one.tag.rpartition("}")[2]:
        case "numFmt" if value:
            marks.form = value
        case "numStart":
            marks.start = whole(value, 1)
        case "numRestart":
            marks.restart = value
        case _:
            pass
