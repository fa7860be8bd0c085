"""The text of a Word document in reading order: paragraphs, tables, notes and text boxes."""

from __future__ import annotations

from dataclasses import dataclass, field

from desktop.corpus.limits import XmlElement
from desktop.corpus.readers.docx import names as n
from desktop.corpus.readers.docx.fields import Fields, balanced
from desktop.corpus.readers.docx.names import VAL, Properties, W
from desktop.corpus.readers.docx.notes import NoteTexts
from desktop.corpus.readers.docx.numbering import Numbering
from desktop.corpus.readers.docx.pages import pages_of, section_breaks
from desktop.corpus.readers.docx.styles import BODY_LEVEL, Style, Styles, indented, indents
from desktop.corpus.readers.docx.tables import cells_of
from desktop.corpus.readers.docx.words import Seen, WordReader, Words, drawn_parts
from desktop.corpus.readers.docx.words import is_placeholder as _is_placeholder
from desktop.corpus.readers.office.alternatives import ALTERNATE, chosen
from desktop.corpus.readers.office.lines import Line, Note, Role, flat, notes_of
from desktop.corpus.readers.office.package import Package
from desktop.corpus.readers.office.pages import Pages
from desktop.corpus.readers.office.tables import Cell, grid, is_layout

_DELETED = frozenset({f"{W}del", f"{W}moveFrom"})
_INSERTED = frozenset({f"{W}ins", f"{W}moveTo"})
_PASSED_OVER = frozenset({f"{W}sectPr", f"{W}sdtPr", f"{W}sdtEndPr", f"{W}tcPr", f"{W}tblPr"})


@dataclass(slots=True)
class Parts:
    """What the parts of one document share while it is read."""

    package: Package
    part: str
    styles: Styles
    numbering: Numbering
    notes: NoteTexts
    seen: Seen = field(default_factory=Seen)


def read_body(body: XmlElement, parts: Parts) -> list[Line]:
    """Return the lines of the body of a document."""
    story = _Story(parts, Fields(balanced(body)), pages_of(body), section_breaks(body))
    return story.read(body)


class _Story:
    def __init__(self, parts: Parts, fields: Fields, pages: Pages, sections: list[bool]) -> None:
        self._parts, self._fields, self._pages = parts, fields, pages
        self._sections = sections
        self._words = WordReader(parts.styles, fields, pages, parts.seen)
        self._lines: list[Line] = []
        self._carried: Words | None = None

    def read(self, parent: XmlElement) -> list[Line]:
        """Return the lines of everything in ``parent``."""
        outer, self._lines = self._lines, []
        self._blocks(parent)
        self._flush()
        lines, self._lines = self._lines, outer
        return lines

    def _blocks(self, parent: XmlElement) -> None:
        for one in parent:
            tag = one.tag
            if tag == n.P:
                self._paragraph(one)
            elif tag == n.TBL:
                self._flush()
                self._table(one)
            elif tag in _DELETED:
                self._parts.seen.tracked = True
            elif tag in _PASSED_OVER:
                continue
            else:
                self._other(one)

    def _other(self, one: XmlElement) -> None:
        tag = one.tag
        if tag == ALTERNATE:
            self._blocks(chosen(one))
        elif tag == f"{W}altChunk":
            self._parts.seen.embedded = True
        elif tag == f"{W}sdt" and _is_placeholder(one):
            return
        elif len(one):
            self._parts.seen.tracked |= tag in _INSERTED
            self._blocks(one)

    def _paragraph(self, paragraph: XmlElement) -> None:
        properties = n.properties_of(paragraph, n.P_PR)
        style = self._style(properties)
        contents = self._fields.in_contents
        if _has(properties, "pageBreakBefore"):
            self._pages.by_hand()
            self._lines.append(Line(role=Role.BREAK))
        words = self._words.read(paragraph, style.look)
        contents = contents or (self._fields.in_contents and style.role is Role.BODY)
        if self._joins_next(properties):
            self._carry(words)
            return
        words = self._with_carried(words)
        label = None
        if words.text.strip() or not _hidden_mark(properties, style):
            label = self._parts.numbering.label(properties, style)
        role, level = _role(properties, style, contents)
        left, right = indents(properties.get(f"{W}ind"), style.left, style.right)
        look = words.look(indented(left, right))
        line = Line(words.text, role, level, label, look, words.page)
        self._emit(line, words)
        self._section_end(properties)

    def _style(self, properties: Properties) -> Style:
        named = properties.get(f"{W}pStyle")
        return self._parts.styles.paragraph(None if named is None else named.get(VAL))

    def _emit(self, line: Line, words: Words) -> None:
        """Add a line with the breaks, notes and text boxes that belong to it."""
        if words.broken_before:
            self._lines.append(Line(role=Role.BREAK))
        line.notes = tuple(note for one in words.notes if (note := self._note(*one)))
        self._lines.append(line)
        for drawing in words.drawn:
            self._drawing(drawing)
        if words.broken_after:
            self._lines.append(Line(role=Role.BREAK))

    def _joins_next(self, properties: Properties) -> bool:
        """Tell whether the end of this paragraph is deleted, or it is only a large first letter."""
        frame = properties.get(f"{W}framePr")
        if frame is not None and frame.get(f"{W}dropCap", "none") != "none":
            return True
        mark = properties.get(n.R_PR)
        if mark is None:
            return False
        self._parts.seen.tracked |= n.child(mark, f"{W}ins") is not None
        return any(n.child(mark, tag) is not None for tag in _DELETED)

    def _carry(self, words: Words) -> None:
        self._carried = self._with_carried(words)

    def _with_carried(self, words: Words) -> Words:
        before, self._carried = self._carried, None
        if before is None:
            return words
        words.parts[:0] = before.parts
        words.notes[:0] = before.notes
        words.drawn[:0] = before.drawn
        words.page = before.page or words.page
        words.tally.join(before.tally)
        words.broken_before |= before.broken_before
        return words

    def _flush(self) -> None:
        """Give what was carried over to a next paragraph that never came."""
        if (words := self._carried) is not None:
            self._carried = None
            self._emit(Line(words.text, page=words.page), words)

    def _section_end(self, properties: Properties) -> None:
        if f"{W}sectPr" not in properties:
            return
        self._parts.notes.section_ends()
        if self._sections and self._sections.pop(0):
            self._pages.by_hand()
            self._lines.append(Line(role=Role.BREAK))

    def _table(self, table: XmlElement) -> None:
        rows = cells_of(table, self._parts.seen)
        read = [[(cell, self._cell(cell)) for cell in row] for row in rows]
        if is_layout([[lines for _, lines in row] for row in read]):
            for row in read:
                for _, lines in row:
                    self._lines.extend(lines)
            return
        lines = [line for row in read for _, part in row for line in part]
        cells = grid([[(cell, flat(part)) for cell, part in row] for row in read])
        page = next((line.page for line in lines if line.page), 0)
        self._lines.append(Line(role=Role.TABLE, cells=cells, page=page, notes=notes_of(lines)))

    def _cell(self, cell: Cell) -> list[Line]:
        return [] if cell.goes_on or cell.element is None else self.read(cell.element)

    def _drawing(self, drawing: XmlElement) -> None:
        for one in drawn_parts(drawing):
            if one.tag == n.BOX:
                # Its own fields: those of the paragraph that holds the box go on after it.
                inner = _Story(self._parts, Fields(balanced(one)), self._pages, [])
                self._lines.extend(inner.read(one))
            elif one.tag == n.DRAWING_P:
                self._lines.append(Line(_drawn_text(one)))
            else:
                self._diagram(one)

    def _diagram(self, relations: XmlElement) -> None:
        wanted = relations.get(n.DIAGRAM_DATA, "")
        found = self._parts.package.relations(self._parts.part).get(wanted)
        root = self._parts.package.spare_root(found.target) if found and found.target else None
        for paragraph in () if root is None else root.iter(n.DRAWING_P):
            self._lines.append(Line(_drawn_text(paragraph)))

    def _note(self, kind: str, note_id: str, own: list[str]) -> Note | None:
        mark = "".join(own).strip() or self._parts.notes.mark(kind)
        element = self._parts.notes.element(kind, note_id)
        if element is None:
            return None
        inner = _Story(self._parts, Fields(balanced(element)), Pages(known=False), [])
        text = flat(inner.read(element)).strip()
        return Note(mark, text.removeprefix(mark) if own else text)


def _role(properties: Properties, style: Style, contents: bool) -> tuple[Role, int]:
    """Return what a paragraph is by its style, its own outline level and where it stands."""
    if contents and style.role is not Role.HEADING:
        return Role.CONTENTS, 0
    outline = properties.get(f"{W}outlineLvl")
    if outline is None or style.role is Role.CONTENTS:
        return style.role, style.level
    level = n.whole(outline.get(VAL), BODY_LEVEL)
    if level < BODY_LEVEL:
        return Role.HEADING, level + 1
    return (Role.BODY if style.role is Role.HEADING else style.role), 0


def _has(properties: Properties, tag: str) -> bool:
    found = properties.get(f"{W}{tag}")
    return found is not None and n.switched_on(found.get(VAL))


def _hidden_mark(properties: Properties, style: Style) -> bool:
    look = properties.get(n.R_PR)
    mark = None if look is None else n.child(look, f"{W}vanish")
    return bool(style.look.hidden) if mark is None else n.switched_on(mark.get(VAL))


def _drawn_text(paragraph: XmlElement) -> str:
    return "".join(one.text or "" for one in paragraph.iter(n.DRAWING_T))
