"""Underlines in a text box: what a check or the spelling says of a place, in layers.

They are painted over the text and are no part of it: undo, saving and the layout never see them.
While somebody types they keep to their words; one whose words change is gone at that keystroke. The
word at which the caret has just typed is left in peace until the caret has moved on.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from PySide6.QtCore import QObject, QPointF, QRect, Signal
from PySide6.QtGui import QColor, QPainter, QTextBlock, QTextDocument
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

from desktop.ui.editor.mark_ink import Ink, Tiles, paint_marks, stretch_at

TextBox = QTextEdit | QPlainTextEdit
_IN_WORDS = "'’-"


class Layer(StrEnum):
    """Who marks; each shows and takes away its own marks only."""

    FINDINGS = "findings"
    SPELLING = "spelling"


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the text, from ``start`` to ``end`` of the document (as QTextCursor counts),
    within one paragraph. ``said`` shows on hover, ``what`` is for whoever put it there.
    """

    start: int
    end: int
    ink: Ink
    said: str = ""
    what: object = None


class _Marked:
    """The marks of one layer, first to last, each with the words that it stands under."""

    def __init__(self) -> None:
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.marks: list[Mark] = []
        self.words: list[str] = []

    def put(self, marks: Iterable[Mark], document: QTextDocument) -> None:
        """Hold these and no others; what says nothing or is not in one paragraph is left out."""
        held = [(mark, words) for mark in marks if (words := _between(document, mark))]
        held.sort(key=lambda pair: (pair[0].start, pair[0].end))
        self._hold(held)

    def all(self) -> Iterator[Mark]:
        """Yield them where they stand now."""
        for start, end, mark in zip(self.starts, self.ends, self.marks, strict=True):
            yield mark if mark.start == start else replace(mark, start=start, end=end)

    def shift(self, document: QTextDocument, position: int, removed: int, added: int) -> None:
        """Follow a change of the text."""
        by, old_end = added - removed, position + removed
        touched = any(
            end > position and start < old_end
            for start, end in zip(self.starts, self.ends, strict=True)
        )
        if not touched:
            # What ends where something is put in stays; what begins there moves on.
            first = bisect_left(self.starts, position)
            if by:
                self.starts[first:] = [start + by for start in self.starts[first:]]
                self.ends[first:] = [end + by for end in self.ends[first:]]
            return
        held: list[tuple[Mark, str]] = []
        for mark, words in zip(list(self.all()), self.words, strict=True):
            # Qt often tells of more than has changed, so what counts is what stands there.
            tries = (0,) if mark.end <= position else (by,) if mark.start >= old_end else (0, by)
            for step in tries:
                moved = replace(mark, start=mark.start + step, end=mark.end + step)
                if _between(document, moved) == words:
                    held.append((moved, words))
                    break
        self._hold(held)

    def _hold(self, held: Sequence[tuple[Mark, str]]) -> None:
        self.marks = [mark for mark, _ in held]
        self.words = [words for _, words in held]
        self.starts = [mark.start for mark in self.marks]
        self.ends = [mark.end for mark in self.marks]


class Marks(QObject):
    """The underlines of one text box. ``changed()``: there are others now, or elsewhere."""

    changed = Signal()

    def __init__(self, box: TextBox) -> None:
        super().__init__(box)
        self._box = box
        self._layers = {layer: _Marked() for layer in Layer}
        self._colour: Callable[[Ink], QColor] = lambda _: box.palette().color(box.foregroundRole())
        self._tiles = Tiles()
        self._typing: tuple[int, int] | None = None
        # A document says what changes only once it has a layout.
        box.document().documentLayout()
        box.document().contentsChange.connect(self._follow)
        box.cursorPositionChanged.connect(self._caret_moved)

    def set_colours(self, colour: Callable[[Ink], QColor]) -> None:
        """Say which colour each ink has; asked at each painting, so that it follows the theme."""
        self._colour = colour

    def show(self, layer: Layer, marks: Iterable[Mark]) -> None:
        """Show these marks in a layer in place of all that it had."""
        held = self._layers[layer]
        before = list(held.all())
        held.put(marks, self._box.document())
        if before != list(held.all()):
            self._repaint()

    def show_in(self, layer: Layer, block: QTextBlock, text: str, marks: Iterable[Mark]) -> None:
        """Show these in one paragraph, in place of what the layer had there.

        Here ``start`` and ``end`` count the characters of ``text``, which was looked at; if the
        paragraph no longer says that, nothing is shown.
        """
        if not block.isValid() or block.text() != text:
            return
        first, last = block.position(), block.position() + block.length()
        others = [m for m in self._layers[layer].all() if not first <= m.start < last]
        here = [
            replace(m, start=first + wide(text, m.start), end=first + wide(text, m.end))
            for m in marks
        ]
        self.show(layer, [*others, *here])

    def all(self, layer: Layer) -> list[Mark]:
        """Return the marks of a layer where they stand now, first to last."""
        return list(self._layers[layer].all())

    def at(self, position: int) -> list[Mark]:
        """Return the marks at a place of the document, what matters most first."""
        found = [
            mark
            for held in self._layers.values()
            for mark in held.all()
            if mark.start <= position <= mark.end
        ]
        return sorted(found, key=lambda mark: list(Ink).index(mark.ink))

    def at_point(self, point: QPointF) -> list[Mark]:
        """Return the marks whose words are drawn at a point of the viewport."""
        position = self._box.cursorForPosition(point.toPoint()).position()
        return [m for m in self.at(position) if stretch_at(self._box, m.start, m.end, point)]

    def said_at(self, point: QPointF) -> str:
        """Return what hovering over a point of the viewport says, "" for nothing."""
        return "\n".join(dict.fromkeys(m.said for m in self.at_point(point) if m.said))

    def paint(self, painter: QPainter, clip: QRect) -> None:
        """Paint the underlines in sight; for the paint event of the box, over its text."""
        shown = [
            (start, end, mark.ink)
            for held in self._layers.values()
            for start, end, mark in zip(held.starts, held.ends, held.marks, strict=True)
            if self._typing is None or not self._typing[0] <= start < self._typing[1] <= end
        ]
        if shown:
            paint_marks(self._box, painter, clip, shown, self._colour, self._tiles)

    def _follow(self, position: int, removed: int, added: int) -> None:
        document = self._box.document()
        for held in self._layers.values():
            if held.marks:
                held.shift(document, position, removed, added)
        typed = removed != added and self._box.hasFocus()
        caret = min(position + added, document.characterCount() - 1)
        self._typing = self._word_to(caret) if typed else None

    def _caret_moved(self) -> None:
        if self._typing and self._box.textCursor().position() != self._typing[1]:
            self._typing = None
            self._repaint()

    def _word_to(self, position: int) -> tuple[int, int] | None:
        """Return from where to where the word goes that ends here, None where none does."""
        block = self._box.document().findBlock(position)
        text = block.text()
        end = begin = narrow(text, position - block.position())
        while begin and (text[begin - 1].isalnum() or text[begin - 1] in _IN_WORDS):
            begin -= 1
        return (block.position() + wide(text, begin), position) if begin < end else None

    def _repaint(self) -> None:
        self._box.viewport().update()
        self.changed.emit()


def wide(text: str, place: int) -> int:
    """Return the place in a text as Qt counts it, in UTF-16 units."""
    if _narrow_only(text):
        return place
    return place + sum(character > "\uffff" for character in text[:place])


def narrow(text: str, place: int) -> int:
    """Return the place in a text in characters, given as Qt counts it."""
    if _narrow_only(text):
        return place
    units = 0
    for characters, character in enumerate(text):
        if units >= place:
            return characters
        units += 2 if character > "\uffff" else 1
    return len(text)


def _narrow_only(text: str) -> bool:
    """Tell whether Qt counts a text as Python does."""
    return text.isascii() or max(text) <= "\uffff"


def _between(document: QTextDocument, mark: Mark) -> str:
    """Return the words under a mark, "" where it does not stand within one paragraph."""
    if not 0 <= mark.start < mark.end:
        return ""
    block = document.findBlock(mark.start)
    first = block.position()
    if not block.isValid() or mark.end > first + block.length() - 1:
        return ""
    text = block.text()
    return text[narrow(text, mark.start - first) : narrow(text, mark.end - first)]
