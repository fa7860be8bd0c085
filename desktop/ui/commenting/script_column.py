"""All that a learner wrote, one below the other, with the comments on it."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import replace

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from desktop.core.commenting import Comment, Located, locate
from desktop.session.written_parts import WrittenPart
from desktop.ui.commenting.card import Numbered
from desktop.ui.commenting.part_row import PartRow
from desktop.ui.spacing import GAP, GAP_LARGE
from desktop.ui.widgets.page_column import PageColumn

_SEEN = 60


class ScriptColumn(PageColumn):
    """``wants(Anchor)``, ``edit(str)``, ``remove(str)``, ``ticked(str, bool)`` and ``go(str)`` as
    those of a PartRow; ``entered(str)``: the keyboard has come to the part of this id.
    """

    wants = Signal(object)
    edit = Signal(str)
    remove = Signal(str)
    ticked = Signal(str, bool)
    go = Signal(str)

    def __init__(self, name: str, *, changeable: bool, parent: QWidget | None = None) -> None:
        super().__init__(name, wide=True, margin=GAP, parent=parent)
        self._changeable = changeable
        self._rows: list[PartRow] = []
        self._parts: tuple[WrittenPart, ...] = ()
        self.numbered: list[Numbered] = []
        self._here = ""
        self._without = False
        self._top = QVBoxLayout()
        self.add(self._top)
        self._list = QVBoxLayout()
        self._list.setSpacing(GAP_LARGE)
        self.add(self._list)
        self._end = QVBoxLayout()
        self._end.setSpacing(GAP_LARGE)
        self.add(self._end)
        self.end()

    def put_above(self, widget: QWidget) -> None:
        """Put something above the texts, to scroll with them."""
        self._top.addWidget(widget)

    def add_below(self, widget: QWidget) -> None:
        """Put something below the texts."""
        self._end.addWidget(widget)

    def rows(self) -> list[PartRow]:
        """Return the parts as they are shown."""
        return self._rows[: len(self._parts)]

    def row(self, part: str) -> PartRow | None:
        """Return a part by its id."""
        return next((row for row in self.rows() if row.part.id == part), None)

    def show_parts(self, parts: Sequence[WrittenPart]) -> None:
        """Show these texts, with no comments."""
        self._parts = tuple(parts)
        self._here = ""
        while len(self._rows) < len(parts):
            self._rows.append(self._new_row())
        for row, part in zip(self._rows, parts, strict=False):
            row.show_part(part)
            row.show_comments((), "")
            row.show()
        for row in self._rows[len(parts) :]:
            row.hide()

    def show_comments(
        self, comments: Sequence[Comment], dealt: Set[str] = frozenset(), *, without: bool = False
    ) -> None:
        """Show these comments where they belong now, numbered in the order in which one reads;
        those of these ids are ``dealt`` with, and shown as such or left out (``without``).
        """
        found = numbered_in(self._parts, comments)
        self.numbered = [replace(each, dealt=each.id in dealt) for each in found]
        self._without = without
        for row in self.rows():
            self._fill(row)

    @property
    def shown(self) -> list[Numbered]:
        """The comments that are shown."""
        return [each for each in self.numbered if not (each.dealt and self._without)]

    def point_at(self, comment: str) -> None:
        """Say which comment is looked at."""
        self._here = comment
        for row in self.rows():
            self._fill(row)

    @property
    def looked_at(self) -> str:
        """Which comment is looked at, "" for none."""
        return self._here

    def here(self) -> PartRow | None:
        """Return the part where the keyboard is, the first in sight where it is elsewhere."""
        focused = QApplication.focusWidget()
        for row in self.rows():
            if focused is not None and row.isAncestorOf(focused):
                return row
        top = self.verticalScrollBar().value()
        for row in self.rows():
            if self._down(row) + row.height() > top + _SEEN:
                return row
        return None

    def step(self, by: int) -> None:
        """Go to the next text that something is written in, or to the one before."""
        rows = self.rows()
        here = self.here()
        place = rows.index(here) if here in rows else 0
        for row in rows[place + 1 :] if by > 0 else reversed(rows[:place]):
            if row.part.text.strip():
                self.go_to(row)
                return

    def go_to(self, row: PartRow) -> None:
        """Give the keyboard to a part, with its beginning in sight."""
        row.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)
        # What was just filled has its place only after the next layout.
        QTimer.singleShot(0, self, lambda: self._to_top(row))

    def go_to_comment(self, comment: str) -> None:
        """Show a comment and its words."""
        self.point_at(comment)
        for row in self.rows():
            card = row.card_of(comment)
            if card is not None:
                card.number_button.setFocus(Qt.FocusReason.OtherFocusReason)
                self.ensureWidgetVisible(card)

    def _to_top(self, row: PartRow) -> None:
        self.verticalScrollBar().setValue(self._down(row) - GAP)

    def _down(self, widget: QWidget) -> int:
        """Return how far down a widget begins, however far it is scrolled."""
        top = widget.mapTo(self, QPoint(0, 0)).y()
        return top + self.verticalScrollBar().value()

    def _fill(self, row: PartRow) -> None:
        on_it = [each for each in self.shown if each.located.comment.anchor.part == row.part.id]
        row.show_comments(on_it, self._here)

    def _new_row(self) -> PartRow:
        row = PartRow(changeable=self._changeable)
        row.wants.connect(self.wants)
        row.edit.connect(self.edit)
        row.remove.connect(self.remove)
        row.ticked.connect(self.ticked)
        row.go.connect(self.go)
        row.pointed.connect(self.point_at)
        row.text.stepped.connect(self.step)
        row.text.cursorPositionChanged.connect(lambda: self._follow(row))
        self._list.addWidget(row)
        return row

    def _follow(self, row: PartRow) -> None:
        """Scroll along with the caret: the texts themselves do not scroll."""
        if row.text.hasFocus():
            inside = row.text.caret_rect().toRect().center().y()
            self.ensureVisible(0, self._down(row.text) + inside, 0, _SEEN)


def numbered_in(parts: Sequence[WrittenPart], comments: Sequence[Comment]) -> list[Numbered]:
    """Return comments where they belong in these texts, in reading order. One on a text that is no
    longer there stands at the part of the same Question that is, or at the first.
    """
    texts = {part.id: part.text for part in parts}
    order = {part.id: place for place, part in enumerate(parts)}
    found: list[Located] = []
    for comment in comments:
        if not parts:
            break
        if comment.anchor.part in texts:
            found.append(locate(comment, texts[comment.anchor.part]))
            continue
        near = _nearest_part(parts, comment.anchor.part)
        moved = replace(comment, anchor=replace(comment.anchor, part=near))
        found.append(Located(moved, 0, 0, moved=True))
    found.sort(key=lambda one: (order[one.comment.anchor.part], one.start, one.comment.written))
    return [Numbered(number, located) for number, located in enumerate(found, 1)]


def _nearest_part(parts: Sequence[WrittenPart], gone: str) -> str:
    number = gone.partition(":")[2]
    same = (part.id for part in parts if number and part.question == number)
    return next(same, parts[0].id)
