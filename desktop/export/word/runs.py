"""Runs of text in Word: bold, italic, links, footnote marks, right-to-left writing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part

from desktop.core.outline import NoteRef, Run, Runs
from desktop.core.text import Text
from desktop.export.addresses import link_target
from desktop.export.blocks import plain_words
from desktop.export.directions import starts_rtl, stretches
from desktop.export.word.comments import CommentMarks
from desktop.export.word.elements import Element, el, relation, run, text, w


@dataclass(slots=True)
class RunWriter:
    """Writes runs for one part of the package; links are relationships of that part.

    Attributes:
        part: the part the runs will stand in.
        mark_style: character style of footnote marks.
        link_style: character style of links.
        comments: which marks in the words begin and end comments.
    """

    part: Part
    mark_style: str
    link_style: str
    comments: CommentMarks = field(default_factory=CommentMarks)
    _links: dict[str, str] = field(default_factory=dict)

    def elements(self, runs: Runs) -> Iterator[Element]:
        """Yield the elements of a line in reading order."""
        marks = sum(isinstance(part, NoteRef) for part in runs)
        for element in self._elements(runs):
            yield element
            marks -= element.find(w("footnoteReference")) is not None
            if not marks:
                yield from self.comments.references()

    def _elements(self, runs: Runs) -> Iterator[Element]:
        after_mark = False
        for href, group in groupby(runs, key=_href):
            line = tuple(group)
            target = link_target(href) if href else None
            if target:
                yield self._link(target, line)
                after_mark = False
                continue
            for part in line:
                if isinstance(part, NoteRef):
                    if after_mark:
                        # Two marks side by side would read as one number.
                        yield run(", ", self.mark_style)
                    yield self.mark(part.number)
                else:
                    yield from self._text(part)
                after_mark = isinstance(part, NoteRef)
            if href and plain_words(line) != href:
                # Not an address that Word would take: it stays in words.
                yield run(f" ({href})")

    def mark(self, number: int) -> Element:
        """Return the mark of a footnote."""
        return el(
            "r", el("rPr", el("rStyle", val=self.mark_style)), el("footnoteReference", id=number)
        )

    def _text(self, part: Text, style: str = "") -> Iterator[Element]:
        for piece in self.comments.pieces(part.text):
            if not isinstance(piece, str):
                yield piece
                continue
            for words, rtl in stretches(piece):
                yield el("r", _look(part, style, rtl=rtl), text(words))

    def _link(self, target: str, runs: Runs) -> Element:
        rel_id = self._links.get(target)
        if rel_id is None:
            rel_id = self.part.relate_to(target, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
            self._links[target] = rel_id
        link = el("hyperlink")
        link.attrib.update(relation(rel_id))
        for part in runs:
            if isinstance(part, Text):
                link.extend(self._text(part, self.link_style))
        return link


def runs_rtl(runs: Runs) -> bool:
    """Tell whether a line as a whole runs from right to left."""
    return starts_rtl(plain_words(runs))


def _href(part: Run) -> str:
    return part.href if isinstance(part, Text) else ""


def _look(part: Text, style: str, *, rtl: bool) -> Element | None:
    """Return run properties in the schema's order; complex scripts need marks of their own."""
    marks = [
        el("rStyle", val=style) if style else None,
        *((el("b"), el("bCs")) if part.bold else ()),
        *((el("i"), el("iCs")) if part.italic else ()),
        el("rtl") if rtl else None,
    ]
    kept = [mark for mark in marks if mark is not None]
    return el("rPr", *kept) if kept else None
