"""Pieces of evidence whose day has come, one after the other, each settled with one key."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.core.evidence import Snippet
from desktop.core.references import full_reference, with_locator
from desktop.ui.form import labelled, name_field
from desktop.ui.models.library_rows import KINDS, LibraryRow
from desktop.ui.models.words import counted, day
from desktop.ui.panels.help_tab import card_column
from desktop.ui.spacing import GAP
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.labels import breakable, chip, set_text, text_label
from desktop.ui.widgets.page_column import PageColumn

_MONTHS = ((6, "in 6 months"), (12, "in a year"), (24, "in two years"))
_HINT = "One key each: T still true, E edit, R retire, L look at it later."


class ReviewList(PageColumn):
    """``still_true(Snippet, months)``, ``edit(Snippet)`` and ``retire(Snippet)`` say what the
    person decides; ``source(Snippet)`` asks for the place it comes from, ``left()`` for the table.
    """

    still_true = Signal(object, int)
    edit = Signal(object)
    retire = Signal(object)
    source = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Review list", parent=parent)
        self._rows: Sequence[LibraryRow] = ()
        self._place = 0
        self._settled: set[str] = set()
        self.back_button = Button("← Back to the library", self.left.emit, look="link")
        self.back_button.setProperty("inline", True)
        self.said = text_label("", "heading")
        self.hint = text_label(_HINT, "muted")
        self._kind, self._due = chip("", "kind"), chip("", "warn")
        self._claim, self._text = text_label("", "heading"), text_label("")
        self._from, self._owner = text_label("", "muted"), text_label("", "muted")
        self.again = QComboBox()
        for months, words in _MONTHS:
            self.again.addItem(words, months)
        self.again.setCurrentIndex(1)
        self.true_button = Button("Still true (T)", self._still_true, look="primary")
        self.edit_button = Button("Edit… (E)", lambda: self._say(self.edit.emit))
        self.retire_button = Button("Retire (R)", lambda: self._say(self.retire.emit))
        self.later_button = Button("Later (L)", lambda: self._step(1))
        self.source_button = Button("Source", lambda: self._say(self.source.emit), look="link")
        self._card = QFrame()
        self._build()

    def show_rows(self, rows: Sequence[LibraryRow]) -> None:
        """Begin with the first of these; each row has a Snippet."""
        self._rows, self._place, self._settled = rows, 0, set()
        self._show()

    def follow(self, due: Iterable[Snippet]) -> None:
        """Know what is due now, after an edit or an undo elsewhere."""
        now = {snippet.id: snippet for snippet in due}
        self._settled = {row.id for row in self._rows if row.id not in now}
        self._rows = [replace(row, snippet=now.get(row.id, row.snippet)) for row in self._rows]
        if self.row is not None and self.row.id not in self._settled:
            self._show()

    @property
    def row(self) -> LibraryRow | None:
        """The piece that is looked at now."""
        return self._rows[self._place] if self._place < len(self._rows) else None

    def settled(self, name: str) -> None:
        """Know that one piece is done, and go on to the next that is not."""
        self._settled.add(name)
        row = self.row
        if row is not None and row.id == name:
            self._step(1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        act = {
            Qt.Key.Key_T: self.true_button.click,
            Qt.Key.Key_E: self.edit_button.click,
            Qt.Key.Key_R: self.retire_button.click,
            Qt.Key.Key_L: self.later_button.click,
            Qt.Key.Key_Left: lambda: self._step(-1),
            Qt.Key.Key_Right: lambda: self._step(1),
            Qt.Key.Key_Escape: self.left.emit,
        }.get(Qt.Key(event.key()))
        if act is None or not plain:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            # A key held down must not settle what nobody has read.
            act()

    def _step(self, by: int) -> None:
        place = self._place + by
        while 0 <= place < len(self._rows) and self._rows[place].id in self._settled:
            place += by
        if 0 <= place <= len(self._rows):
            self._place = place
            self._show()

    def _show(self) -> None:
        row = self.row
        snippet = row.snippet if row else None
        self._card.setVisible(snippet is not None)
        self.hint.setVisible(snippet is not None)
        if row is None or snippet is None:
            self.said.setText(_end_words(len(self._rows), len(self._settled)))
            self.back_button.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.said.setText(f"{self._place + 1} of {len(self._rows)}: does it still hold?")
        self._kind.setText(KINDS[row.kind])
        due = snippet.review_by
        set_text(self._due, f"! To be checked by {day(due)}" if due else "")
        self._claim.setText(breakable(snippet.claim))
        self._text.setText(breakable(snippet.text))
        reference = with_locator(full_reference(row.source), snippet.locator)
        self._from.setText(breakable(reference))
        set_text(self._owner, f"Looked after by {snippet.owner}" if snippet.owner else "")
        self._card.setAccessibleName(f"{self.said.text()} {snippet.claim}")
        for button in (self.true_button, self.edit_button, self.retire_button):
            name_field(button, f"{button.text()}: {snippet.claim}", reference)
        self.verticalScrollBar().setValue(0)
        self.true_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _still_true(self) -> None:
        row = self.row
        if row is not None and row.snippet is not None:
            self.still_true.emit(row.snippet, int(self.again.currentData()))

    def _say(self, emit: Callable[[object], None]) -> None:
        row = self.row
        if row is not None and row.snippet is not None:
            emit(row.snippet)

    def _build(self) -> None:
        self.column.setSpacing(GAP)
        self.column.addWidget(self.back_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self.said)
        self.column.addWidget(self.hint)
        self._card.setProperty("card", True)
        inside: QVBoxLayout = card_column(self._card)
        chips = FlowLayout()
        for label in (self._kind, self._due):
            chips.addWidget(label)
        inside.addLayout(chips)
        for label in (self._claim, self._text, self._from, self._owner):
            inside.addWidget(label)
        again = QHBoxLayout()
        again.addWidget(labelled(self.again, "If it is, ask again"))
        again.addStretch(1)
        inside.addLayout(again)
        row = FlowLayout()
        for button in (
            self.true_button,
            self.edit_button,
            self.retire_button,
            self.later_button,
            self.source_button,
        ):
            row.addWidget(button)
        inside.addLayout(row)
        self.column.addWidget(self._card)
        self.end()


def _end_words(known: int, settled: int) -> str:
    if not known:
        return "Nothing is due. Give a snippet a day to check it by, and it comes here then."
    if settled == known:
        return f"All done: {counted(settled, 'snippet')} looked at."
    return f"That was the last: {settled} of {known} settled. The others stay on the list."
