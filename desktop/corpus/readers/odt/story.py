"""The text of an OpenDocument file in reading order: paragraphs, lists, tables, notes, boxes."""

from __future__ import annotations

from dataclasses import dataclass, field

from desktop.corpus.limits import XmlElement
from desktop.corpus.readers.odt import names as n
from desktop.corpus.readers.odt.lists import Lists, Place
from desktop.corpus.readers.odt.names import STYLE_NAME, TABLE, TEXT
from desktop.corpus.readers.odt.styles import Style, Styles
from desktop.corpus.readers.odt.words import Seen, WordReader, Words, drawn_blocks
from desktop.corpus.readers.office.counters import ListInstance
from desktop.corpus.readers.office.lines import Label, Line, Note, Role, flat, notes_of
from desktop.corpus.readers.office.pages import Pages
from desktop.corpus.readers.office.tables import WIDEST, Cell, grid, is_layout

_PASSED_OVER = frozenset(
    {f"{TEXT}table-of-content-source", f"{TEXT}sequence-decls", f"{TEXT}variable-decls"}
)
_ITEMS = frozenset({f"{TEXT}list-item", f"{TEXT}list-header"})
_ROWS = frozenset({f"{TABLE}table-header-rows", f"{TABLE}table-rows", f"{TABLE}table-row-group"})


@dataclass(slots=True)
class Parts:
    """What a document is read with."""

    styles: Styles
    lists: Lists
    seen: Seen = field(default_factory=Seen)


def read_body(body: XmlElement, parts: Parts) -> list[Line]:
    """Return the lines of the body of a document."""
    known = next(body.iter(n.SOFT_BREAK), None) is not None
    return _Story(parts, Pages(known)).read(body)


class _Story:
    def __init__(self, parts: Parts, pages: Pages) -> None:
        self._parts, self._pages = parts, pages
        self._words = WordReader(parts.styles, pages, parts.seen)
        self._lines: list[Line] = []
        self._in_contents = False

    def read(self, parent: XmlElement) -> list[Line]:
        """Return the lines of everything in ``parent``."""
        outer, self._lines = self._lines, []
        self._blocks(parent)
        lines, self._lines = self._lines, outer
        return lines

    def _blocks(self, parent: XmlElement) -> None:
        for one in parent:
            if one.tag in (n.P, n.H):
                self._paragraph(one, None, None)
            elif one.tag == n.LIST:
                self._list(one, None, 0)
            elif one.tag == f"{TABLE}table":
                self._table(one)
            else:
                self._other(one)

    def _other(self, one: XmlElement) -> None:
        match one.tag.rpartition("}")[2]:
            case "tracked-changes":
                self._parts.seen.tracked |= len(one) > 0
            case "soft-page-break":
                self._pages.rendered()
            case "numbered-paragraph":
                self._numbered(one)
            case "section" if one.get(f"{TEXT}display") in ("none", "condition"):
                self._parts.seen.hidden = True
            case "table-of-content" | "illustration-index" | "table-index":
                outer, self._in_contents = self._in_contents, True
                self._blocks(one)
                self._in_contents = outer
            case "annotation":
                self._parts.seen.comments = True
            case _ if one.tag.startswith(n.DRAW):
                self._drawing(one)
            case _ if one.tag not in _PASSED_OVER:
                self._blocks(one)
            case _:
                pass

    def _paragraph(self, one: XmlElement, place: Place | None, start: str | None) -> None:
        """Take in a paragraph; ``place`` is that of a list item's first."""
        style = self._parts.styles.paragraph(one.get(STYLE_NAME, ""))
        if style.breaks and self._lines:
            self._pages.by_hand()
            self._lines.append(Line(role=Role.BREAK))
        words = self._words.read(one, style)
        hidden = one.find(f"{TEXT}hidden-paragraph")
        if hidden is not None and hidden.get(f"{TEXT}is-hidden") == "true":
            self._parts.seen.hidden = True
            return
        role, level = self._role(one, style)
        label = None
        if place is not None:
            label = self._parts.lists.count(place, start)
        elif one.tag == n.H and level and words.text.strip():
            label = self._parts.lists.heading(one, level)
        self._emit(words, style, role, level, label)

    def _emit(
        self,
        words: Words,
        style: Style,
        role: Role,
        level: int,
        label: Label | None,
    ) -> None:
        look = words.look(style.indented)
        notes = tuple(map(self._note, words.notes))
        self._lines.append(Line(words.text, role, level, label, look, words.page, notes=notes))
        for drawing in words.drawn:
            self._drawing(drawing)

    def _role(self, one: XmlElement, style: Style) -> tuple[Role, int]:
        if self._in_contents and style.role is not Role.HEADING:
            return Role.CONTENTS, 0
        if one.tag == n.H and style.role is not Role.TITLE:
            level = n.whole(one.get(f"{TEXT}outline-level"), style.level or 1)
            return Role.HEADING, max(level, 1)
        return style.role, style.level

    def _list(self, one: XmlElement, outer: ListInstance | None, depth: int) -> None:
        if outer is None:
            instance = self._parts.lists.begin(one, self._list_style(one))
        else:
            instance = self._parts.lists.nested(outer, one)
        for item in one:
            if item.tag in _ITEMS:
                self._item(item, Place(instance, depth))
            elif item.tag == n.SOFT_BREAK:
                self._pages.rendered()

    def _item(self, item: XmlElement, place: Place) -> None:
        labelled = item.tag.endswith("}list-item")
        for one in item:
            if one.tag in (n.P, n.H):
                start = item.get(f"{TEXT}start-value")
                self._paragraph(one, place if labelled else None, start)
                labelled = False
            elif one.tag == n.LIST:
                self._list(one, place.instance, place.depth + 1)
            elif one.tag == n.SOFT_BREAK:
                self._pages.rendered()
            elif one.tag == f"{TABLE}table":
                self._table(one)

    def _list_style(self, one: XmlElement) -> str:
        """Return the list style that the first paragraph of a list names."""
        first = next(one.iter(n.P, n.H), None)
        if first is None:
            return ""
        return self._parts.styles.paragraph(first.get(STYLE_NAME, "")).list_style

    def _numbered(self, one: XmlElement) -> None:
        identity, style = one.get(f"{TEXT}list-id", ""), one.get(STYLE_NAME, "")
        instance = self._parts.lists.named(identity, style)
        place = Place(instance, n.whole(one.get(f"{TEXT}level"), 1) - 1)
        for paragraph in one:
            if paragraph.tag in (n.P, n.H):
                self._paragraph(paragraph, place, one.get(f"{TEXT}start-value"))

    def _table(self, table: XmlElement) -> None:
        rows = [_cells(row) for row in self._rows(table)]
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

    def _rows(self, parent: XmlElement) -> list[XmlElement]:
        rows: list[XmlElement] = []
        for one in parent:
            if one.tag == f"{TABLE}table-row":
                rows.append(one)
            elif one.tag in _ROWS:
                rows.extend(self._rows(one))
            elif one.tag == n.SOFT_BREAK:
                self._pages.rendered()
        return rows

    def _cell(self, cell: Cell) -> list[Line]:
        return [] if cell.element is None else self.read(cell.element)

    def _drawing(self, drawing: XmlElement) -> None:
        for one in drawn_blocks(drawing):
            self._blocks(one)

    def _note(self, note: XmlElement) -> Note:
        citation, body = note.find(f"{TEXT}note-citation"), note.find(f"{TEXT}note-body")
        inner = _Story(self._parts, Pages(known=False))
        text = "" if body is None else flat(inner.read(body))
        return Note(n.text_of(citation).strip(), text)


def _cells(row: XmlElement) -> list[Cell]:
    cells: list[Cell] = []
    for one in row:
        times = min(n.whole(one.get(f"{TABLE}number-columns-repeated"), 1), WIDEST)
        if one.tag == f"{TABLE}table-cell":
            cells.extend([Cell(one), *[Cell(None)] * (times - 1)])
        elif one.tag == f"{TABLE}covered-table-cell":
            cells.extend([Cell(None)] * times)
    return cells
