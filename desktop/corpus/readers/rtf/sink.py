"""Where the text of rich text goes: paragraphs, cells and notes, as they are completed."""

from __future__ import annotations

from dataclasses import dataclass, field

from desktop.corpus.readers.office.lines import Line, Note, Role
from desktop.corpus.readers.office.symbols import readable
from desktop.corpus.readers.office.tally import Tally
from desktop.corpus.readers.rtf.lists import Lists
from desktop.corpus.readers.rtf.state import State
from desktop.corpus.readers.rtf.styles import BODY_LEVEL, Styles
from desktop.corpus.readers.rtf.tables import RowDefinition, TableBuilder

_BOTH_SIDES = 280


@dataclass(slots=True)
class _Paragraph:
    parts: list[str] = field(default_factory=list)
    tally: Tally = field(default_factory=Tally)
    label: str = ""
    notes: list[Note] = field(default_factory=list)
    boxes: list[Line] = field(default_factory=list)
    contents: bool = False


class Sink:
    """Collects the lines of the text, of a note or of a text box."""

    def __init__(self, styles: Styles, lists: Lists) -> None:
        self._styles, self._lists = styles, lists
        self._lines: list[Line] = []
        self._paragraph = _Paragraph()
        self._tables: list[TableBuilder] = []
        self._rows: dict[int, RowDefinition] = {}
        self._in_row = False

    def text(self, text: str, state: State) -> None:
        """Add text to the paragraph."""
        self._paragraph.parts.append(text)
        self._paragraph.contents |= state.contents
        self._paragraph.tally.add(
            text,
            bold=state.bold,
            underlined=state.underlined,
            capitals=state.capitals,
            size=state.size,
        )

    def label(self, text: str) -> None:
        """Add to what stands beside the paragraph as its number or bullet."""
        self._paragraph.label += text

    def note(self, note: Note, *, own: bool) -> None:
        """Add a note that the paragraph refers to; take its mark out of the text if it is typed."""
        self._paragraph.notes.append(note)
        parts = self._paragraph.parts
        if own and parts and parts[-1].rstrip().endswith(note.mark):
            parts[-1] = parts[-1].rstrip().removesuffix(note.mark)

    def box(self, lines: list[Line]) -> None:
        """Add a text box, which comes after the paragraph that holds it."""
        self._paragraph.boxes.extend(lines)

    def page_break(self, state: State) -> None:
        """End a page."""
        if any(part.strip() for part in self._paragraph.parts):
            self.end_paragraph(state)
        self._put(Line(role=Role.BREAK), self._depth(state))

    def page_before(self, wanted: bool) -> None:
        """End a page before the paragraph that begins."""
        if wanted and not self._tables:
            self._lines.append(Line(role=Role.BREAK))

    def end_paragraph(self, state: State) -> None:
        """End a paragraph."""
        line, boxes = self._finished(state)
        depth = self._depth(state)
        self._put(line, depth)
        for box in boxes:
            self._put(box, depth)

    def end_cell(self, state: State, nested: bool) -> None:
        """End a cell, with the paragraph in it."""
        depth = max(state.depth, 2) if nested else 1
        line, boxes = self._finished(state)
        self._put(line, depth)
        for box in boxes:
            self._put(box, depth)
        self._tables[-1].end_cell()

    def begin_row(self, nested: bool) -> None:
        """Begin to define a row."""
        self._in_row = self._in_row or not nested
        self._rows[2 if nested else 1] = RowDefinition()

    def define(self, word: str, value: int, nested: bool) -> None:
        """Take in a word about the cells of a row."""
        self._rows.setdefault(2 if nested else 1, RowDefinition()).word(word, value)

    def end_row(self, state: State, nested: bool) -> None:
        """End a row."""
        depth = max(state.depth, 2) if nested else 1
        self._close_tables(depth)
        if len(self._tables) == depth:
            self._tables[-1].end_row(self._rows.get(2 if nested else 1, RowDefinition()))
        self._in_row = self._in_row and nested

    def finish(self, state: State) -> list[Line]:
        """Return all lines; the last paragraph needs no end."""
        line, boxes = self._finished(state)
        self._in_row = False
        if line.text.strip() or line.notes or boxes:
            self._put(line, 0)
            self._lines.extend(boxes)
        self._close_tables(0)
        return self._lines

    def _depth(self, state: State) -> int:
        if state.in_table or self._in_row:
            return max(state.depth, 1)
        return 0

    def _put(self, line: Line, depth: int) -> None:
        self._close_tables(depth)
        while len(self._tables) < depth:
            self._tables.append(TableBuilder())
        (self._tables[-1].lines if depth else self._lines).append(line)

    def _close_tables(self, depth: int) -> None:
        """Complete the tables that are nested deeper."""
        while len(self._tables) > depth:
            done = self._tables.pop().finish()
            (self._tables[-1].lines if self._tables else self._lines).extend(done)

    def _finished(self, state: State) -> tuple[Line, list[Line]]:
        """Return the paragraph as a line, and what comes after it."""
        done, self._paragraph = self._paragraph, _Paragraph()
        text = readable(_joined("".join(done.parts)))
        label = self._lists.label(_joined(done.label), state.list_id, state.level)
        role, level = self._role(state)
        if done.contents and role is not Role.HEADING:
            role = Role.CONTENTS
        indented = min(state.left, state.right) >= _BOTH_SIDES
        look = done.tally.look(text, indented)
        return Line(text, role, level, label, look, notes=tuple(done.notes)), done.boxes

    def _role(self, state: State) -> tuple[Role, int]:
        role, level = self._styles.role(state.style)
        if role is Role.BODY and state.outline is not None and 0 <= state.outline < BODY_LEVEL:
            return Role.HEADING, state.outline + 1
        return role, level


def _joined(text: str) -> str:
    """Put the halves of characters beyond the first 65,536 together."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
